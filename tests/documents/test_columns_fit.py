"""Tables of all shipped Word templates: they fit their page, and the words of their columns fit these, so that none is broken."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from PIL import ImageFont

from pokin_docs.model.locations import bundled

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FONTS = Path("pokin_docs/huruf")
_WORD_CELL_SIDES = 216
"""Twips at both sides of a cell whose table says nothing of them."""
_ROUNDED = 20
"""Twips by which columns together may be wider, as each is a whole number of them."""
_LONGEST = {"tahun": "2026", "triwulan": "III", "daftar_tahun": "2026", "dasar": "2024"}
TEMPLATES = sorted(path for path in bundled("templates").glob("*.docx"))


def _printed(text: str) -> str:
    """A title as it prints: a year or quarter in the place of its tag, of two wordings the first."""
    text = re.sub(r"\{%.*?%\}", " ", text)
    return re.sub(
        r"\{\{(.*?)\}\}", lambda tag: next((said for name, said in _LONGEST.items() if name in tag[1]), ""), text
    )


def _size(styles: etree._Element, paragraph: etree._Element, run: etree._Element) -> float:
    """Points of a run: its own, else that of its style or of those that this is based on."""
    own = run.find(f"{_W}rPr/{_W}sz")
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = style.get(_W + "val") if style is not None else None
    while own is None and name is not None:
        (found,) = (one for one in styles.iter(_W + "style") if one.get(_W + "styleId") == name)
        own = found.find(f"{_W}rPr/{_W}sz")
        above = found.find(_W + "basedOn")
        name = above.get(_W + "val") if above is not None else None
    return int(own.get(_W + "val", "0")) / 2 if own is not None else 11


_OF_SENTENCES = re.compile(
    r"\{\{ ?\w\.(?:tujuan|sasaran|kinerja|indikator|uraian|unit|pd_\w+|peran|kegiatan|outcome|output|kendala|tindak_lanjut) ?\}\}"
)
_WORDS = {"{{ r.satuan }}": "Perangkat", "{{ i.satuan }}": "Perangkat"}
_LONG_WORD = "Terselenggaranya"
"""As long as words are that a kinerja often begins with."""


def _cells(template: Path) -> Iterator[tuple[bool, float, str, bool, float]]:
    """Cells of tables: whether in a title, the room in points, the text, whether bold, the size of its letters."""
    body, styles = _parts(template)
    for table in body.iter(_W + "tbl"):
        sides = table.find(f"{_W}tblPr/{_W}tblCellMar")
        said = [one for one in sides if one.tag in (_W + "left", _W + "right")] if sides is not None else []
        room = sum(int(one.get(_W + "w", "0")) for one in said) if sides is not None else _WORD_CELL_SIDES
        for row in table.findall(_W + "tr"):
            is_title = row.find(f"{_W}trPr/{_W}tblHeader") is not None
            for cell in row.findall(_W + "tc"):
                width = cell.find(f"{_W}tcPr/{_W}tcW")
                for paragraph in cell.iter(_W + "p"):
                    runs = [run for run in paragraph.iter(_W + "r") if run.find(_W + "t") is not None]
                    if runs and width is not None:
                        text = "".join(one.text or "" for run in runs for one in run.iter(_W + "t"))
                        bold = is_title or runs[0].find(f"{_W}rPr/{_W}b") is not None
                        points = (int(width.get(_W + "w", "0")) - room) / 20
                        yield is_title, points, text, bold, _size(styles, paragraph, runs[0])


def _parts(template: Path) -> tuple[etree._Element, etree._Element]:
    with zipfile.ZipFile(template) as archive:
        return etree.fromstring(archive.read("word/document.xml")), etree.fromstring(archive.read("word/styles.xml"))


def _length(word: str, size: float, *, bold: bool) -> float:
    font = ImageFont.truetype(str(_FONTS / f"LiberationSans-{'Bold' if bold else 'Regular'}.ttf"), 1000)
    return font.getlength(word) * size / 1000


@pytest.mark.parametrize("template", TEMPLATES, ids=[path.stem for path in TEMPLATES])
def test_no_word_of_a_title_is_broken(template: Path) -> None:
    assert [
        (word, width)
        for is_title, width, text, bold, size in _cells(template) if is_title
        for word in re.split(r"[\s/-]+", _printed(text)) if _length(word, size, bold=bold) > width
    ] == []  # fmt: skip


@pytest.mark.parametrize("template", TEMPLATES, ids=[path.stem for path in TEMPLATES])
def test_no_long_word_of_a_sentence_or_a_satuan_is_broken(template: Path) -> None:
    assert [
        (text, width)
        for is_title, width, text, bold, size in _cells(template) if not is_title
        for word in (_WORDS.get(text, _LONG_WORD if _OF_SENTENCES.search(text) else ""),)
        if _length(word, size, bold=bold) > width
    ] == []  # fmt: skip


def _text_width(section: etree._Element) -> int:
    page, margins = section.find(_W + "pgSz"), section.find(_W + "pgMar")
    assert page is not None
    assert margins is not None
    return int(page.get(_W + "w", "0")) - sum(int(margins.get(_W + side, "0")) for side in ("left", "right"))


@pytest.mark.parametrize("template", TEMPLATES, ids=[path.stem for path in TEMPLATES])
def test_no_table_is_wider_than_the_text_of_its_page(template: Path) -> None:
    body, _ = _parts(template)
    found, waiting, texts = [], list[int](), list[int]()
    elements = list(body.iter(_W + "tblGrid", _W + "sectPr"))
    for element, following in zip(elements, [*elements[1:], None], strict=True):
        if element.tag == _W + "tblGrid":
            waiting.append(sum(int(column.get(_W + "w", "0")) for column in element))
            continue
        texts.append(_text_width(element))
        if following is None or following.tag == _W + "tblGrid":  # of sections for one place the widest was meant
            found += [(width, max(texts)) for width in waiting if width > max(texts) + _ROUNDED]
            waiting, texts = [], []
    assert found == []
