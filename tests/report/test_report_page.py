"""The report page: what it says, that it stands alone, that no text of a cell becomes markup."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html

from helpers.places import ROOT
from helpers.report_pages import EXAMPLE, JAHAT, large, look, made
from helpers.workbooks import BAKU, add_row, drop, put, sheet_with, understood, write
from pokin_docs.flow.build import build
from pokin_docs.flow.examine import Examination, Understood
from pokin_docs.model.causes import causes
from pokin_docs.model.locations import template_folders
from pokin_docs.model.settings import Settings
from pokin_docs.model.source import CellRef
from pokin_docs.report.html import shell
from pokin_docs.report.html.material import ReportMaterial, cell_address, link
from pokin_docs.report.texts import page

TEMPLATES = sorted((ROOT / "pokin_docs" / "report" / "html" / "templates").glob("*.html"))


def pick(tree: html.HtmlElement, selector: str) -> list[html.HtmlElement]:
    """Elements by tag, class, id and attribute: ``#temuan tbody > tr.galat, meta[name]``."""
    paths = []
    for way in selector.split(","):
        path, step = ".", "//"
        for part in way.split():
            if part == ">":
                step = "/"
                continue
            tag = re.match(r"[a-z0-9]*", part)[0] or "*"  # type: ignore[index]
            tests = "".join(
                f"[contains(concat(' ', @class, ' '), ' {name} ')]" for name in re.findall(r"\.([\w-]+)", part)
            )
            tests += "".join(f"[@id='{name}']" for name in re.findall(r"#([\w-]+)", part))
            tests += "".join(f"[@{name}]" for name in re.findall(r"\[([\w-]+)\]", part))
            path, step = f"{path}{step}{tag}{tests}", "//"
        paths.append(path)
    return [element for path in paths for element in tree.xpath(path)]


def texts(tree: html.HtmlElement, selector: str) -> list[str]:
    return [" ".join(element.text_content().split()) for element in pick(tree, selector)]


def parse(data: bytes) -> html.HtmlElement:
    return html.document_fromstring(data.decode("utf-8"))


@pytest.fixture(scope="module")
def example() -> tuple[Examination, bytes]:
    found = look(EXAMPLE)
    return found, made(found)


@pytest.fixture
def small(tmp_path: Path) -> html.HtmlElement:
    return parse(made(look(write(tmp_path / "buku.xlsx"))))


def test_the_head_counts_nodes_documents_findings_and_budget(small: html.HtmlElement) -> None:
    assert texts(small, ".ubin") == [
        "Kinerja5 5 indikator".replace("5 5", "55"),
        "Dokumen lengkap10 dari 10semua tanpa tanda",
        "Temuan0 galat0 peringatan0 saran",
        "Pagu 2026Rp 1 jutaRp 1.000.000",
    ]
    rows = texts(small, ".kelengkapan tbody tr")
    assert len(rows) == 6
    assert rows[3].startswith("Sasaran Kegiatan")


def test_every_node_tells_all_that_is_known_of_it(small: html.HtmlElement) -> None:
    assert len(pick(small, "#daftar-pohon details")) == 5
    node = small.get_element_by_id("k3")
    said = " ".join(node.text_content().split())
    for part in (
        "1.1.1.1 Sasaran Kegiatan · PK Sub Koordinator/JF", "Terpenuhinya standar data", "Persentase data standar",
        "Satuan %", "Kondisi awal 50", "2.20.02.2.01", "Rp 1.000.000", "Sub Koordinator Data", "'Tahap 5'!B5",
        "'Tahap 5'!C5",
    ):  # fmt: skip
        assert part in said
    assert [targets.get("start") for targets in pick(node, "ol > li > ol")] == ["2025"]
    assert texts(node, "ol > li > ol > li") == ["55", "60", "65", "70", "75", "80"]


def test_a_node_names_its_documents_its_officials_and_its_findings(tmp_path: Path) -> None:
    tree = parse(made(look(write(tmp_path / "buku.xlsx", BAKU, put("Tahap 5!I5", None)))))
    node = tree.get_element_by_id("k3")
    inner = [element.get("href") for element in pick(node, "a")]
    assert {href[1] for href in inner} == {"g", "p", "d", "t"}
    for href in inner:
        assert tree.get_element_by_id(href[1:]) is not None
    row = tree.get_element_by_id(next(href for href in inner if href.startswith("#t"))[1:])
    assert "'Tahap 5'!I5" in row.text_content()
    entry = tree.get_element_by_id(next(href for href in inner if href.startswith("#d"))[1:])
    assert "Sub Koordinator Data" in entry.text_content()
    assert "belum diisi" in entry.text_content()


def test_every_finding_stands_in_the_table_with_cell_message_and_hint(example: tuple[Examination, bytes]) -> None:
    found, data = example
    tree = parse(data)
    assert len(found.temuan) > 50
    for index, cause in enumerate(causes(found.temuan)):
        row = tree.get_element_by_id(f"t{index}")
        cells = [cell.text_content() for cell in pick(row, "td")]
        assert cells[:2] == [row.get("class"), cause.kode]
        said, todo = [part.text_content() for part in pick(row, "p")]
        link = pick(row, "p a")
        assert said == cause.message
        there = pick(tree.get_element_by_id(link[0].get("href")[1:]), "p")[1].text_content() if link else todo
        assert there == cause.saran
        if len(cause.temuan) == 1 and cause.temuan[0].tempat.address:
            assert cells[2] == cell_address(cause.temuan[0].tempat)


def test_one_cause_is_one_row_with_its_cells_as_ranges(tmp_path: Path) -> None:
    blank = [put(f"Tahap 5!I{row}", None) for row in range(3, 7)]
    tree = parse(made(look(write(tmp_path / "buku.xlsx", BAKU, *blank))))
    (row,) = [row for row in pick(tree, "#daftar-temuan tbody tr") if "I12" in row.text_content()]
    assert "'Tahap 5'!I3:I6" in row.text_content()
    assert "Satuan belum diisi pada 4 baris." in row.text_content()
    assert {a.get("href") for a in pick(tree, "#daftar-pohon a")} >= {f"#{row.get('id')}"}


def test_what_differs_from_cell_to_cell_is_said_of_each(tmp_path: Path) -> None:
    wrong = [put("Tahap 5!H4", "KABIT"), put("Tahap 5!H5", "SUBKUR")]
    found = look(write(tmp_path / "buku.xlsx", BAKU, *wrong))
    (row,) = [row for row in pick(parse(made(found)), "#daftar-temuan tbody tr") if "P32" in row.text_content()]
    said = [item.text_content() for item in pick(row, "li")]
    assert [text.split()[0] for text in said] == ["H4", "H5"]
    assert "«KABIT». Mungkin maksudnya «KABID»?" in said[0]
    assert "«SUBKUR». Mungkin maksudnya «SUBKOR»?" in said[1]


def test_waived_findings_stand_apart_with_their_reason(tmp_path: Path) -> None:
    path = write(
        tmp_path / "buku.xlsx", BAKU, put("Tahap 5!I5", None), put("Tahap 5!R5", "I12: sudah <disepakati> tim")
    )
    found = look(path)
    tree = parse(made(found))
    if not found.waived:
        pytest.fail(f"nothing waived: {[finding.kode for finding in found.temuan]}")
    assert "sudah <disepakati> tim" in texts(tree, ".diabaikan tbody tr")[0]
    assert f"{len(found.waived)} lagi diabaikan" in texts(tree, ".ubin")[2]


def test_final_counts_as_final(tmp_path: Path) -> None:
    found = look(write(tmp_path / "buku.xlsx", BAKU, put("Tahap 5!I5", None)))
    assert "0 galat" in texts(parse(made(found)), ".ubin")[2]
    assert "0 galat" not in texts(parse(made(found, final=True)), ".ubin")[2]


def test_documents_link_to_their_files_and_name_what_is_missing(tmp_path: Path) -> None:
    found = look(write(tmp_path / "buku.xlsx", BAKU, put("Pejabat!D6", None)))
    assert isinstance(found, Understood)
    tree = parse(made(found))
    hrefs = [unquote(element.get("href")).removeprefix("./") for element in pick(tree, ".berkas > li > div > a")]
    assert hrefs == [*(entry.path for entry in found.plan.dokumen), "koreksi.xlsx"]
    marked = [text for text in texts(tree, "#dokumen .berkas li") if "belum diisi" in text and "Statistisi" in text]
    assert len(marked) == 1
    assert "NIP belum diisi: Pejabat!D6" in marked[0]


def test_only_what_was_built_is_linked_and_a_preview_beside_its_document(tmp_path: Path) -> None:
    found = look(write(tmp_path / "buku.xlsx"))
    assert isinstance(found, Understood)
    built = tuple(entry for entry in found.plan.dokumen if entry.jenis == "pk")[:2]
    seen = {built[1].path: "pratinjau/kabid.html"}
    tree = parse(page(found.plan, found.buku, (), (), built, None, final=False, pratinjau=seen))
    hrefs = [element.get("href") for element in pick(tree, ".berkas a")]
    assert hrefs == [link(built[0].path), link(built[1].path), "./pratinjau/kabid.html"]
    people = texts(tree, ".para-pejabat > details")
    assert [("tidak dibangun kali ini" in text) for text in people] == [False, False, True, True]
    assert texts(tree, ".ubin")[1] == "Dokumen lengkap2 dari 2semua tanpa tanda"


def test_an_official_has_all_papers_of_his_post_and_days_beside_his_pk(tmp_path: Path) -> None:
    found = look(write(tmp_path / "buku.xlsx"))
    assert isinstance(found, Understood)
    pk, other = [entry for entry in found.plan.dokumen if entry.jenis == "pk"][:2]
    his = replace(pk, path="SKP/skp.docx")
    later = replace(pk, path="SKP/kemudian.docx", valid="1 Juli - 31 Desember 2026")
    tree = parse(page(found.plan, found.buku, (), (), (pk, his, later, other), None, final=False))
    links = [
        [element.get("href") for element in person.findall(".//p//a")]
        for person in pick(tree, ".para-pejabat > details")
    ]
    assert [[link for link in one if link.startswith("#d")] for one in links[:2]] == [["#d0", "#d1"], ["#d3"]]


def test_a_build_holds_the_page_which_names_what_lies_in_the_folder(tmp_path: Path) -> None:
    path = write(tmp_path / "buku.xlsx")

    def built(*hanya: str) -> tuple[html.HtmlElement, Path]:
        settings = Settings(tmp_path / "build", template_folders(Path("templates")), hanya=hanya)
        made = build(path, understood(path, settings), settings).build
        assert made is not None
        return parse((made.folder / "laporan.html").read_bytes()), made.folder

    pks, chapters, beside = 4, 6, 2  # beside: the list of those who sign, and the proof that all agree
    for hanya, count in (
        (("pk", "laporan"), pks + beside),
        (("pk", "renstra", "laporan"), pks + chapters + beside),
        (("laporan",), pks + chapters + beside),
    ):
        tree, folder = built(*hanya)
        files = [folder / unquote(element.get("href")) for element in pick(tree, ".berkas a")]
        assert sum(file.suffix == ".docx" for file in files) == count
        assert all(file.is_file() for file in files)


def test_every_official_promises_to_his_superior(small: html.HtmlElement) -> None:
    people = pick(small, ".para-pejabat > details")
    assert len(people) == 4
    said = [" ".join(person.text_content().split()) for person in people]
    assert "Berjanji kepada Bupati Contoh (Contoh Bupati)." in said[0]
    assert "Berjanji kepada Kepala Dinas." in said[1]
    for part in (
        "Plt. Kepala Bidang Data",
        "Meningkatnya mutu layanan data",
        "Persentase layanan baik 60 %",
        "1.000.000",
    ):
        assert part in said[1]


def test_without_a_sheet_of_officials_their_places_are_marked(tmp_path: Path) -> None:
    tree = parse(made(look(write(tmp_path / "buku.xlsx", BAKU, drop("Pejabat")))))
    people = texts(tree, ".para-pejabat > details")
    assert people
    assert all("belum diisi" in text for text in people)


def test_the_budget_sums_its_programs_and_tells_where_parts_disagree(tmp_path: Path) -> None:
    more = add_row("Program", "| 2.20.02.2.01.0019 | Pembinaan | 500 | | | | | APBD |")
    tree = parse(made(look(write(tmp_path / "buku.xlsx", BAKU, more))))
    assert texts(tree, ".pagu tfoot td")[:2] == ["1.000.000", "1.100.000"]
    row = " ".join(tree.get_element_by_id("g2.20.02.2.01").text_content().split())
    assert "bagiannya lebih 500" in row
    assert [element.get("class") for element in pick(tree, ".pagu tbody tr")] == ["d0", "d1", "d2", "d2"]


def test_a_line_without_its_own_amount_has_that_of_its_parts(tmp_path: Path) -> None:
    tree = parse(made(look(write(tmp_path / "buku.xlsx", BAKU, put("Program!C2", None), put("Program!C3", None)))))
    assert texts(tree, ".pagu tfoot td")[0] == "1.000.000"
    assert "dari bagiannya" in tree.get_element_by_id("g2.20.02").text_content()


def test_no_text_of_a_cell_becomes_markup(tmp_path: Path) -> None:
    places = (
        "Tahap 5!B4",
        "Tahap 5!C4",
        "Tahap 5!I4",
        "Tahap 5!L4",
        "Pejabat!B4",
        "Pejabat!G4",
        "Program!B2",
        "Identitas!B2",
        "Identitas!B3",
    )
    data = made(look(write(tmp_path / "buku.xlsx", BAKU, *(put(place, JAHAT) for place in places))))
    tree = parse(data)
    assert data.count(b"<script") == 2
    assert pick(tree, "img") == []
    assert not [element for element in tree.iter() for name in element.attrib if name.startswith("on")]
    node = tree.get_element_by_id("k2")
    assert JAHAT in node.text_content()
    # A sign of direction shows nothing of its own: names are read without it.
    assert texts(tree, "h1") == [" ".join(JAHAT.replace("\u202e", "").split())]


def test_the_page_fetches_nothing_and_runs_nothing_but_its_own_script(example: tuple[Examination, bytes]) -> None:
    text = example[1].decode("utf-8")
    assert not re.search(
        r"\bsrc=|@import|url\(|https?:|//[a-z]|fetch\(|XMLHttp|eval\(", text.split("<body>")[1].split("<script>")[0]
    )
    tree = parse(example[1])
    policy = pick(tree, "meta[http-equiv]")[0].get("content")
    assert policy.startswith("default-src 'none';")
    inline = [element.text for element in pick(tree, "style, script")]
    assert len(inline) == 3
    for part in inline:
        digest = base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert not re.search(
        r"https?:|url\(|@import|innerHTML|fetch\(|eval\(", "".join(inline).replace("http://www.w3.org/2000/svg", "")
    )
    assert "style=" not in text.split("<body>")[1].split("<script>")[0]


def test_the_same_inputs_give_the_same_bytes(example: tuple[Examination, bytes]) -> None:
    found, data = example
    assert made(found) == data
    assert made(look(EXAMPLE)) == data
    assert str(ROOT).encode() not in data


@pytest.mark.parametrize("kept", [True, False], ids=["folder that keeps", "folder that cannot be written"])
def test_the_page_is_the_same_wherever_compiled_templates_are_kept(
    example: tuple[Examination, bytes], kept: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "kept"
    if kept:
        folder.mkdir()
    monkeypatch.setattr(shell, "cache_from_source", lambda path: str(folder / "shell.pyc"))
    for files in (0, len(TEMPLATES)) if kept else (0, 0):  # compiled first, then read again
        assert len(list(tmp_path.rglob("*.cache"))) == files
        monkeypatch.setattr(shell, "_templates", cache(shell._templates.__wrapped__))
        assert made(example[0]) == example[1]


def test_nothing_but_style_and_scripts_is_written_unescaped() -> None:
    sources = {path.name: path.read_text(encoding="utf-8") for path in TEMPLATES}
    let_through = {name: re.findall(r"(\w+) *\| *safe|autoescape", text) for name, text in sources.items()}
    assert {name: found for name, found in let_through.items() if found} == {
        "laporan.html": ["first", "style", "script"]
    }


def test_three_hundred_nodes_stay_below_a_megabyte(tmp_path: Path) -> None:
    found = look(large(tmp_path / "buku.xlsx", 22))
    assert isinstance(found, Understood)
    assert len(found.plan.pohon.kinerja) > 300
    assert len(made(found)) < 1_000_000


def test_what_other_agencies_help_to_reach_stands_below_the_tree_and_with_its_node(tmp_path: Path) -> None:
    rows: list[list[str | None]] = [
        ["Kinerja", "PD Pengampu", "PD Pendukung", "Peran", "Status"],
        ["Tersusunnya metadata", "Dinas Contoh", "Badan Pusat Statistik", "Membina", "Disetujui"],
        ["Tersusunnya metadata", "Dinas Contoh", None, "Mendata", "Menunggu"],
    ]
    tree = parse(made(look(write(tmp_path / "buku.xlsx", BAKU, sheet_with("Lintas Perangkat Daerah", *rows)))))
    said = texts(tree, ".lintas-pd tbody tr")
    assert len(said) == 2
    assert "Badan Pusat Statistik" in said[0]
    assert "'Lintas Perangkat Daerah'!A2" in said[0]
    assert "PD pendukung belum diisi" in said[1]
    assert "Badan Pusat Statistik: Membina" in tree.get_element_by_id("k4").text_content()


def test_links_and_cells_are_written_as_their_readers_take_them() -> None:
    assert link("PK/JF-JP/a b#1.docx") == "./PK/JF-JP/a%20b%231.docx"
    assert cell_address(CellRef("Tahap 5", 12, 2)) == "'Tahap 5'!B12"
    assert cell_address(CellRef("Data '26", 1, 28)) == "'Data ''26'!AB1"
    assert cell_address(CellRef("Tahap 5", 12)) == "Tahap 5 baris 12"


def test_a_page_without_drawing_and_documents_is_still_a_page(tmp_path: Path) -> None:
    found = look(write(tmp_path / "buku.xlsx", BAKU, drop("Program")))
    assert isinstance(found, Understood)
    tree = parse(page(found.plan, found.buku, found.temuan, (), (), None, final=False))
    assert "Belum ada dokumen" in tree.get_element_by_id("dokumen").text_content()
    assert "Lembar Program belum diisi" in tree.get_element_by_id("pagu").text_content()
    assert len(pick(tree, "#daftar-pohon details")) == 5


def test_every_indicator_of_the_example_stands_in_its_node_and_in_a_promise(example: tuple[Examination, bytes]) -> None:
    found, data = example
    assert isinstance(found, Understood)
    tree = parse(data)
    promises = " ".join(texts(tree, ".para-pejabat"))
    seen = 0
    for kinerja in found.plan.pohon.kinerja:
        node = tree.get_element_by_id(f"k{kinerja.number}").text_content()
        for indikator in kinerja.indikator:
            assert indikator.text.text in node
            if kinerja.jenis_pk:
                assert indikator.text.clean in promises
                seen += 1
    assert seen > 40


def test_questions_about_a_plan(tmp_path: Path) -> None:
    found = look(write(tmp_path / "buku.xlsx"))
    assert isinstance(found, Understood)
    bahan = ReportMaterial(found.plan, found.buku, found.temuan, (), found.plan.dokumen, final=False)
    node = found.plan.pohon.kinerja[3]
    assert [bahan.title(entry) for entry in bahan.documents_of_node(node)] == [
        "PK Sub Koordinator Data",
        "Renstra 2025-2029",
    ]
    assert bahan.node_at(CellRef("Tahap 5", 5, 9)) is node
    assert bahan.node_at(CellRef("Tahap 4", 5, 9)) is None
    assert bahan.agreement_number == {"KADIS": 0, "KABID": 1, "SUBKOR": 2, "STAF": 3}
