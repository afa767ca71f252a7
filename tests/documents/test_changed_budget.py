"""After a change of the budget every paper of the year has the changed figures, none those of before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from lxml import etree
from openpyxl import Workbook

from helpers.places import ROOT
from helpers.plans import of_class, rencana_of
from helpers.word_files import buka, isikan, paragraf
from helpers.workbooks import BAKU, add_row, both, put, write
from pokin_docs.consistency.statements import statements
from pokin_docs.documents.facts import FactKind
from pokin_docs.documents.kinds import KINDS
from pokin_docs.drawing.font import read_font

PAPERS = {"pk", "iku", "renaksi", "renaksi-pd", "rkt", "skp", "cascading", "renja-33"}
MURNI = {"2,7", "60", "7"}


@pytest.mark.parametrize(("version", "expected"), [("perubahan", {"66"}), ("murni", MURNI)])
def test_every_paper_has_the_targets_of_the_budget_that_counts(
    tmp_path: Path, version: str, expected: set[str]
) -> None:
    changes = (
        put("Tahap 5!S1", "Target 2026 Perubahan"), *(put(f"Tahap 5!S{row}", 66) for row in range(2, 7)),
        add_row("Identitas", f"| APBD | {version} |"),
    )  # fmt: skip
    kinds, found = {kind.kode: kind for kind in KINDS}, dict[str, set[str]]()
    for document in rencana_of(write(tmp_path / "b.xlsx", BAKU, *changes)).dokumen:
        for stated in statements(kinds[document.jenis], document.content):
            targets = {
                value.text for value in stated.values if value.kind is FactKind.TARGET and value.year in ("", "2026")
            }
            found.setdefault(document.jenis, set()).update(targets)
    assert {kind for kind in PAPERS if not found.get(kind)} == set()
    assert {kind: sorted(texts) for kind, texts in found.items() if texts - expected} == {}


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("| APBD | perubahan |", {"pk", "renaksi", "renaksi-pd", "rkt", "sampul-pk"}), ("| APBD | murni |", set()),
        ("| Periode Renstra | Perubahan 2025-2029 |", {"renstra"}),
    ],
)  # fmt: skip
def test_titles_of_changed_papers_say_so(tmp_path: Path, line: str, kinds: set[str]) -> None:
    """In the paper, and in the properties of its file; whether the budget or the Renstra changed is Identitas' word."""
    changed = add_row("Identitas", line) if "APBD" in line else put("Identitas!B6", "Perubahan 2025-2029")
    rencana, of_kind = rencana_of(write(tmp_path / "b.xlsx", BAKU, changed)), {kind.kode: kind for kind in KINDS}
    said = {one.jenis for one in rencana.dokumen if getattr(one.content, "perubahan", False)}
    assert said == kinds
    titles = {
        one.jenis
        for one in rencana.dokumen
        if (about := of_kind[one.jenis].about) is not None and "Perubahan" in about(one.content).title
    }
    assert titles == kinds & {"pk", "renstra"}


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("pk.docx", "PERJANJIAN KINERJA PERUBAHAN TAHUN\u00a02026"), ("rkt.docx", "RENCANA KINERJA TAHUNAN (RKT) PERUBAHAN"),
        ("rencana-aksi.docx", "RENCANA AKSI ATAS PERJANJIAN KINERJA PERUBAHAN TAHUN\u00a02026"),
        ("sampul-pk.docx", "DAFTAR PENANDA TANGAN PERJANJIAN KINERJA PERUBAHAN"),
    ],
)  # fmt: skip
def test_the_word_stands_in_the_title(tmp_path: Path, name: str, title: str) -> None:
    (kind,) = [kind for kind in KINDS if name in kind.templat and kind.kode != "renaksi-pd"]
    for changed, words in ((True, title), (False, title.replace(" PERUBAHAN", ""))):
        content = replace(kind.sample(), perubahan=changed)  # type: ignore[type-var]
        data, _ = isikan(tmp_path, (ROOT / "templates" / name).read_bytes(), content, teruji=True)
        assert words in paragraf(buka(data)["word/document.xml"])


# --- the money of before and after beside each other (domain-2 9) ---------------------------------------------------

PK_TEMPLATE = ROOT / "templates" / "pk.docx"
Money = int | str | None
PENUNJANG = (
    "| Tahap 3 | Meningkatnya tata kelola | Nilai SAKIP | Kinerja Taktikal Intermediate | Sasaran Program | PK Ess 3 | "
    "2.20.01 | KABID | Nilai | 60 | 61 | 62 | 63 | 64 | 65 | 66 |"
)


def two_budgets(*lines: tuple[str, str, Money, Money], version: str = "perubahan") -> Callable[[Workbook], object]:
    """The sheet Program with these lines: code, name, money of the first budget, and of the changed one."""

    def change(book: Workbook) -> None:
        sheet = book["Program"]
        sheet.delete_rows(2, 9)
        sheet["I1"] = "Pagu 2026 Perubahan (Rp)"
        for row, line in enumerate(lines, start=2):
            for column, value in zip("ABCI", line, strict=True):
                sheet[f"{column}{row}"] = value

    return both(change, add_row("Tahap 5", PENUNJANG), add_row("Identitas", f"| APBD | {version} |"))


def budget(folder: Path, change: Callable[[Workbook], object], jenis: str = "jpt") -> list[tuple[str, ...]]:
    """The rows of the table of a PK and its total: name, before, after, by how much it differs."""
    (isi,) = of_class(rencana_of(write(folder / "b.xlsx", BAKU, change)), jenis)
    rows = [(str(row.nama), str(row.semula), str(row.anggaran), row.selisih) for row in isi.daftar_anggaran]
    return [*rows, ("TOTAL", str(isi.total_semula), str(isi.total_anggaran), isi.total_selisih)]


EXAMPLE = (
    ("2.20.01", "Program Penunjang", 5_294_655_000, 5_100_000_000),
    ("2.20.02", "Program Penanggulangan Bencana", 827_924_000, 905_000_000),
)


def test_the_worked_example(tmp_path: Path) -> None:
    assert budget(tmp_path, two_budgets(*EXAMPLE)) == [
        ("Program Penunjang", "5.294.655.000", "5.100.000.000", "(194.655.000)"),
        ("Program Penanggulangan Bencana", "827.924.000", "905.000.000", "77.076.000"),
        ("TOTAL", "6.122.579.000", "6.005.000.000", "(117.579.000)"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "row"),
    [
        (None, 905_000_000, ("-", "905.000.000", "905.000.000")),
        (0, 905_000_000, ("-", "905.000.000", "905.000.000")),
        (905_000_000, 0, ("905.000.000", "-", "(905.000.000)")),
        (905_000_000, 905_000_000, ("905.000.000", "905.000.000", "-")),
        ("Rp905.000.000", "Rp 906.000.000,00", ("905.000.000", "906.000.000", "1.000.000")),
    ],
    ids=["new", "new with a nought", "dropped", "the same", "typed as text"],
)
def test_a_line_that_is_new_dropped_or_the_same(tmp_path: Path, old: Money, new: Money, row: tuple[str, ...]) -> None:
    assert budget(tmp_path, two_budgets(EXAMPLE[0], (*EXAMPLE[1][:2], old, new)))[1][1:] == row


@pytest.mark.parametrize("version", ["murni", ""])
def test_the_first_budget_is_compared_with_none(tmp_path: Path, version: str) -> None:
    assert {row[1] for row in budget(tmp_path, two_budgets(*EXAMPLE, version=version))} == {""}


def test_an_amount_of_before_that_is_none_is_a_mark_with_its_cell(tmp_path: Path) -> None:
    rows = budget(tmp_path, two_budgets(EXAMPLE[0], (*EXAMPLE[1][:2], "belum", 905_000_000)))
    assert [("Program!C3" in row[1], row[3]) for row in rows] == [(False, "(194.655.000)"), (True, ""), (True, "")]


def test_each_column_has_the_unit_of_its_title(tmp_path: Path) -> None:
    thousands = put("Program!C1", "Pagu 2026 (dalam ribuan Rp)")
    example = two_budgets((*EXAMPLE[0][:2], 5_294_655, EXAMPLE[0][3]), (*EXAMPLE[1][:2], 827_924, EXAMPLE[1][3]))
    assert budget(tmp_path, both(example, thousands))[-1] == (
        "TOTAL", "6.122.579.000", "6.005.000.000", "(117.579.000)",
    )  # fmt: skip


def test_the_paper_prints_both_only_where_the_workbook_has_both(tmp_path: Path) -> None:
    for change, is_compared in ((two_budgets(*EXAMPLE), True), (add_row("Identitas", "| APBD | perubahan |"), False)):
        (document,) = [
            one for one in rencana_of(write(tmp_path / "b.xlsx", BAKU, change)).dokumen if one.path.startswith("PK/JPT")
        ]
        document_xml = buka(isikan(tmp_path, PK_TEMPLATE.read_bytes(), document.content, teruji=True)[0])[
            "word/document.xml"
        ]
        assert (b"Sebelum perubahan (Rp)" in document_xml) is is_compared


def budget_tables() -> list[etree._Element]:
    """The tables of amounts of the PK template: two budgets beside each other, and one alone."""
    body = etree.fromstring(buka(PK_TEMPLATE.read_bytes())["word/document.xml"])
    captions = (one for one in body.iter(qn("w:tblCaption")) if one.get(qn("w:val")) == "Anggaran")
    return [one.getparent().getparent() for one in captions]  # type: ignore[union-attr,misc]


def room(table: etree._Element, column: int) -> tuple[float, float]:
    """The width between the margins of a cell of the table's last row, and the size of its letters, in points."""
    grid, margins = table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}"), table.find(f".//{qn('w:tblCellMar')}")
    sides = sum(int(side.get(qn("w:w"), "0")) for side in margins if side.tag in (qn("w:left"), qn("w:right")))  # type: ignore[union-attr,misc]
    size = table.findall(qn("w:tr"))[-1].findall(qn("w:tc"))[column].find(f".//{qn('w:sz')}")
    points = 10 if size is None else int(size.get(qn("w:val"), "0")) / 2
    return (int(grid[column].get(qn("w:w"), "0")) - sides) / 20, points


def test_amounts_of_fifteen_figures_stand_in_one_line() -> None:
    compared, alone = budget_tables()
    whole, less, said = "999.999.999.999.999", "(999.999.999.999.999)", "Rp999.999.999.999.999)"
    font = read_font(bold=True)
    for table, texts in ((compared, (whole, whole, less, said)), (alone, (whole, said))):
        for column, text in enumerate(texts, start=1):
            width, size = room(table, column)
            assert font.width(text) * size <= width, (text, width)
            assert size >= 8
