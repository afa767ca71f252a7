"""Strange and broken files: each is read rightly or refused with a sentence, soon, and never with an exception."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.workbooks import BAKU, put, workbook, write
from pokin_docs.extract import bare_package
from pokin_docs.extract.read import read
from pokin_docs.model.catalogue import CATALOGUE, message

Patch = Callable[[str, bytes], bytes | None]
MAIN = "xl/worksheets/sheet5.xml"  # Tahap 5


def patched(path: Path, patch: Patch, **more: bytes) -> Path:
    """The faultless workbook with its parts changed; None takes a part away."""
    source = write(path.with_name("asal.xlsx"))
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = patch(name, old.read(name))
            if data is not None:
                new.writestr(name, data)
        for name, data in more.items():
            new.writestr(name, data)
    return path


def swap(part: str, old: bytes | str, new: bytes | str) -> Patch:
    """One text of a part for another."""

    def change(name: str, data: bytes) -> bytes:
        if not re.fullmatch(part, name):
            return data
        before = old.encode() if isinstance(old, str) else old
        assert re.search(before, data), name
        return re.sub(before, new.encode() if isinstance(new, str) else new, data)

    return change


def without(part: str) -> Patch:
    return lambda name, data: None if re.fullmatch(part, name) else data


def cut(part: str) -> Patch:
    return lambda name, data: data[: len(data) // 2] if re.fullmatch(part, name) else data


def tail(count: int) -> str:
    rows = (
        f'<row r="{row}" spans="1:20" s="1" customFormat="1"><c r="A{row}" s="1"/></row>' for row in range(100, count)
    )
    return "".join(rows) + "</sheetData>"


def merges(*areas: str) -> str:
    inner = "".join(f'<mergeCell ref="{area}"/>' for area in areas)
    return f"</sheetData><mergeCells>{inner}</mergeCells>"


END = "</sheetData>"
# What nobody asked of a workbook: it is read as if nothing were wrong.
DIBACA: dict[str, Patch] = {
    "a bad fill": swap("xl/styles.xml", "<fill>", "<fill><aneh/></fill><fill>"),
    "no styles": without("xl/styles.xml"),
    "cut styles": cut("xl/styles.xml"),
    "a style that is not there": swap(MAIN, '<c r="B2"', '<c s="77" r="B2"'),
    "a bad date of the document": swap("docProps/core.xml", r"\d{4}-\d\d-\d\dT", "kapan-"),
    "no properties": without("docProps/.*"),
    "a bad zoom": swap(MAIN, "<sheetViews>.*</sheetViews>", '<sheetViews><sheetView zoomScale="x"/></sheetViews>'),
    "a bad margin": swap(MAIN, "<pageMargins[^>]*/>", '<pageMargins left="x"/>'),
    "a bad validation": swap(MAIN, END, END + '<dataValidations><dataValidation type="x" sqref="?"/></dataValidations>'),
    "a bad conditional format": swap(
        MAIN, END, END + '<conditionalFormatting sqref="A1"><cfRule type="x" dxfId="9"/></conditionalFormatting>'
    ),
    "bad defined names": swap("xl/workbook.xml", "</sheets>", '</sheets><definedNames><definedName name="">?</definedName></definedNames>'),
    "a dimension that lies": swap(MAIN, '<dimension ref="[^"]*"', '<dimension ref="A1:A1"'),
    "a theme that is none": swap("xl/theme/theme1.xml", b"(?s).*", b"x"),
    "a merged column": swap(MAIN, END, merges("AZ1:AZ1048576", "A90:XFD1048576")),
    "many merges below": swap(MAIN, END, merges(*(f"A{row}:D{row}" for row in range(1000, 9000)))),
    "a tail of formatted rows": swap(MAIN, END, tail(200_000)),
    "a cell far away": swap(MAIN, END, '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'),
    "prefixed names": lambda name, data: prefixed(data) if name == MAIN else data,
    "a height that is no number": swap(MAIN, '<row r="2"', '<row ht="x" r="2"'),
    "1904 dates": swap("xl/workbook.xml", "<workbookPr ?/>", '<workbookPr date1904="1"/>'),
    "a byte order mark": lambda name, data: b"\xef\xbb\xbf" + data if name == MAIN else data,
    "UTF-16": lambda name, data: utf16(data) if name == MAIN else data,
    "empty views": swap("xl/workbook.xml", "<bookViews>.*</bookViews>", '<bookViews><workbookView activeTab="99"/></bookViews>'),
}  # fmt: skip
# What is gone or cut: one sentence that says so.
DITOLAK: dict[str, tuple[str, Patch]] = {
    "no workbook part": ("B02", without("xl/workbook.xml")),
    "strict": ("B02", swap("xl/workbook.xml", "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                           "http://purl.oclc.org/ooxml/spreadsheetml/main")),
    "no shared texts": ("B05", swap(MAIN, r'<c r="B2"[^>]*>.*?</c>', '<c r="B2" t="s"><v>0</v></c>')),
    "cut sheet": ("B05", cut(MAIN)),
    "no sheet": ("B05", without(MAIN)),
    "empty sheet part": ("B05", lambda name, data: b"" if name == MAIN else data),
    "cut list of sheets": ("B05", cut("xl/workbook.xml")),
    "cut relations": ("B05", cut(r"xl/_rels/workbook.xml.rels")),
    "a number that is none": ("B05", swap(MAIN, r'<c r="J2"[^>]*>.*?</c>', '<c r="J2"><v>abc</v></c>')),
    "a control character": ("B05", swap(MAIN, "</v></c>", "\x01</v></c>")),
    "an address that is none": ("B05", swap(MAIN, '<c r="B2"', '<c r="2B"')),
    "a million styles": ("B06", swap(MAIN, '<c r="B2"', '<c s="99999999" r="B2"')),
    "too many merges": ("B06", swap(MAIN, END, merges(*(f"A{row}:D{row}" for row in range(1000, 31_000))))),
    "an entity": ("B06", swap(MAIN, "<worksheet", '<!DOCTYPE x [<!ENTITY a "b">]><worksheet')),
}  # fmt: skip


def prefixed(data: bytes) -> bytes:
    text = re.sub(r"<(/?)(\w)", r"<\1x:\2", data.decode().partition("?>")[2] if b"?>" in data else data.decode())
    return text.replace("xmlns=", "xmlns:x=").encode()


def utf16(data: bytes) -> bytes:
    text = re.sub(r"^<\?xml[^>]*\?>", "", data.decode())
    return ('<?xml version="1.0" encoding="UTF-16"?>' + text).encode("utf-16")


@pytest.mark.timeout(30)
@pytest.mark.parametrize("name", DIBACA)
def test_what_nobody_asked_of_a_workbook_does_not_keep_it_from_being_read(tmp_path: Path, name: str) -> None:
    expected = read(write(tmp_path / "baik.xlsx")).value
    outcome = read(patched(tmp_path / "buku.xlsx", DIBACA[name]))
    assert outcome.temuan == ()
    assert outcome.value is not None
    assert expected is not None
    assert outcome.value.tahap5 == expected.tahap5


@pytest.mark.parametrize("name", DITOLAK)
def test_what_is_missing_is_said_in_one_sentence(tmp_path: Path, name: str) -> None:
    kode, patch = DITOLAK[name]
    outcome = read(patched(tmp_path / "buku.xlsx", patch))
    assert outcome.value is None
    assert [finding.kode for finding in outcome.temuan] == [kode]
    assert "Error" not in message(outcome.temuan[0])


def test_too_many_filled_cells_are_refused_before_they_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bare_package, "MAX_CELLS", 100)
    assert [finding.kode for finding in read(write(tmp_path / "b.xlsx")).temuan] == ["B06"]


def test_a_percentage_and_a_date_keep_their_form_without_the_rest_of_the_style(tmp_path: Path) -> None:
    def form(book: Workbook) -> None:
        book["Tahap 5"]["L3"] = 0.855
        book["Tahap 5"]["L3"].number_format = "0.0%"

    buku = read(write(tmp_path / "b.xlsx", BAKU, form)).value
    assert buku is not None
    assert buku.tahap5[1].target[2026].text == "85,5%"


def test_a_value_under_a_merge_is_not_seen(tmp_path: Path) -> None:
    change = swap(MAIN, END, merges("B3:B4"))
    buku = read(patched(tmp_path / "b.xlsx", change)).value
    assert buku is not None
    assert buku.tahap5[2].kinerja.is_blank


def test_names_of_sheets_that_excel_would_not_take_are_kept(tmp_path: Path) -> None:
    long = "Tahap 5: pohon/kinerja " + "x" * 40
    buku = read(patched(tmp_path / "b.xlsx", swap("xl/workbook.xml", 'name="Tahap 5"', f'name="{long}"'))).value
    assert buku is not None
    assert buku.lembar["tahap5"] == long


def damages(data: bytes) -> Iterator[bytes]:
    step = max(1, len(data) // 40)
    for place in range(0, len(data), step):
        yield data[:place]
        yield data[:place] + b"\x00" * 8 + data[place + 8 :]


def test_any_damage_to_the_bytes_is_a_finding_or_harmless(tmp_path: Path) -> None:
    data = write(tmp_path / "b.xlsx").read_bytes()
    path = tmp_path / "rusak.xlsx"
    seen: set[str] = set()
    for damaged in damages(data):
        path.write_bytes(damaged)
        outcome = read(path)
        seen.update(finding.kode for finding in outcome.temuan)
        assert outcome.value is not None or outcome.temuan
    assert {"B02", "B05"} <= seen <= set(CATALOGUE)


def test_any_cut_of_the_main_sheet_is_a_finding_or_harmless(tmp_path: Path) -> None:
    path = tmp_path / "rusak.xlsx"
    for kept in range(0, 100, 9):
        patched(path, lambda name, data, kept=kept: data[: len(data) * kept // 100] if name == MAIN else data)  # type: ignore[misc]
        outcome = read(path)
        if outcome.value is not None:
            assert kept > 90  # only what stands behind the cells is gone
            assert len(outcome.value.tahap5) == 5
        else:
            assert [finding.kode for finding in outcome.temuan] == ["B05"]


@pytest.mark.parametrize(
    ("index", "table", "kode"),
    [
        (0, b"<sst xmlns='M'><si><t>Terwujudnya data berkualitas</t></si></sst>", None),
        (7, b"<sst xmlns='M'><si><t>a</t></si></sst>", "B05"),
        (0, b"<sst xmlns='M'><si><t>a</t></si>", "B05"),
        (0, b"x", "B05"),
    ],
)
def test_shared_texts_whole_missing_or_cut(tmp_path: Path, index: int, table: bytes, kode: str | None) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    relation = f'<Relationship Id="rIdX" Type="{kind}" Target="sharedStrings.xml"/></Relationships>'

    def change(name: str, data: bytes) -> bytes:
        if name == MAIN:
            return re.sub(rb'<c r="B2"[^>]*>.*?</c>', b'<c r="B2" t="s"><v>%d</v></c>' % index, data)
        return data.replace(b"</Relationships>", relation.encode()) if name == "xl/_rels/workbook.xml.rels" else data

    main = table.replace(b"'M'", b"'http://schemas.openxmlformats.org/spreadsheetml/2006/main'")
    outcome = read(patched(tmp_path / "b.xlsx", change, **{"xl/sharedStrings.xml": main}))
    assert [finding.kode for finding in outcome.temuan] == ([kode] if kode else [])


def test_formulas_never_calculated_are_named_one_by_one(tmp_path: Path) -> None:
    book = workbook(BAKU)
    put("Tahap 5!J3", '=IF(A1<2,"a&b",1)')(book)
    put("Tahap 5!J4", "=SUM(A1:A2)")(book)
    book.save(tmp_path / "b.xlsx")
    found = read(tmp_path / "b.xlsx").temuan
    assert [(entry.kode, str(entry.tempat)) for entry in found] == [("B18", "Tahap 5!J3"), ("B18", "Tahap 5!J4")]
    assert '=IF(A1<2,"a&b",1)' in message(found[0])
