"""A table of a form is known by being the table: what goes through the same list elsewhere is only text."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from pokin_docs.documents.kinds import KINDS
from pokin_docs.render.write import examine_template

_PK = next(kind for kind in KINDS if kind.kode == "pk")
_SHIPPED = Path(__file__).parents[2] / "templates" / "pk.docx"


def text_of(node: etree._Element) -> str:
    return "".join(text.text or "" for text in node.iter(qn("w:t")))


def codes(tmp_path: Path, behind: str, *texts: str, without_table: bool = False) -> list[str]:
    """What is said of the shipped PK with these paragraphs behind the first one that says ``behind``."""
    doc = docx.Document(str(_SHIPPED))
    body = doc.element.body
    place = next(node for node in body.iter(qn("w:p")) if behind in text_of(node))
    for text in reversed(texts):
        added = copy.deepcopy(place)
        for number, node in enumerate(added.iter(qn("w:t"))):
            node.text = "" if number else text
        place.addnext(added)
    if without_table:
        table = next(table for table in body.iter(qn("w:tbl")) if "s.sasaran" in text_of(table))
        table.getparent().remove(table)
    doc.save(str(tmp_path / "pk.docx"))
    found = examine_template(tmp_path / "pk.docx", _PK).temuan
    return [f"{one.temuan.kode} {dict(one.temuan.details).get('apa', '')}" for one in found]


LOOP = ("{%p for s in daftar_sasaran %}", "- {{ s.sasaran }}", "{%p endfor %}")
WHOLE = (
    "Yaitu {% for s in daftar_sasaran %}{{ s.sasaran }} ({% for i in s.daftar_indikator %}{{ i.indikator }}: "
    "{{ i.target }}; {% endfor %}){% endfor %}"
)


@pytest.mark.parametrize("behind", ["berorientasi pada hasil", "disebut pihak pertama", "Pihak pertama berjanji",
                                    "Pihak kedua akan melakukan"])  # fmt: skip
@pytest.mark.parametrize(
    "texts",
    [
        LOOP,
        (WHOLE,),
        ("{{ daftar_sasaran|map(attribute='sasaran')|join('; ') }}",),
        ("Yang pertama {{ daftar_sasaran[0].sasaran }}",),
        ("{% for a in daftar_anggaran %}{{ a.nama }} {{ a.anggaran }}; {% endfor %}",),
    ],
    ids=["paragraphs", "all columns in a sentence", "joined", "one item", "budget"],
)
def test_a_paragraph_that_goes_through_the_list_of_a_table_is_not_the_table(
    tmp_path: Path, behind: str, texts: tuple[str, ...]
) -> None:
    assert codes(tmp_path, behind, *texts) == []


def test_the_table_is_missed_where_only_a_paragraph_has_its_list(tmp_path: Path) -> None:
    found = codes(tmp_path, "Pihak kedua akan melakukan", *LOOP, without_table=True)
    assert any("tabel sasaran dan target" in one for one in found)


# The Renstra: chapters, sub-chapters and columns of Inmendagri 2/2025

_RENSTRA = next(kind for kind in KINDS if kind.kode == "renstra")


def missed(tmp_path: Path, change: Callable[[etree._Element], None], name: str = "renstra.docx") -> list[str]:
    doc = docx.Document(str(_SHIPPED.with_name("renstra.docx")))
    change(doc.element.body)
    doc.save(str(tmp_path / name))
    found = examine_template(tmp_path / name, _RENSTRA).temuan
    return [str(dict(one.temuan.details)["apa"]) for one in found if one.temuan.kode in ("T10", "T11")]


def renamed(old: str, new: str, *, plain: bool = False) -> Callable[[etree._Element], None]:
    """A heading with another text, and with ``plain`` without its style."""

    def change(body: etree._Element) -> None:
        heading = [node for node in body.iter(qn("w:p")) if text_of(node) == old][
            -1
        ]  # the first may be in the contents
        for number, text in enumerate(heading.iter(qn("w:t"))):
            text.text = "" if number else new
        style = heading.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if plain and style is not None:
            style.getparent().remove(style)  # type: ignore[union-attr]

    return change


@pytest.mark.parametrize(
    "change",
    [
        renamed("1.2 Dasar Hukum Penyusunan", "1.2 Landasan Hukum"),
        renamed("1.2 Dasar Hukum Penyusunan", "B. Dasar Hukum", plain=True),
        renamed("1.1 Latar Belakang", "LATAR BELAKANG", plain=True),
        renamed("1.3 Maksud dan Tujuan", "1.3. Maksud serta Tujuan Penyusunan", plain=True),
        renamed("3.1 Tujuan dan Sasaran Renstra Perangkat Daerah", "3.1 Tujuan"),
    ],
    ids=["another usual title", "a letter for a number", "capitals", "no style", "split in two"],
)
def test_a_sub_chapter_may_be_called_and_numbered_otherwise(
    tmp_path: Path, change: Callable[[etree._Element], None]
) -> None:
    assert missed(tmp_path, change) == []


def test_a_sub_chapter_is_not_found_in_the_title_of_its_chapter(tmp_path: Path) -> None:
    """«Tujuan dan Sasaran» stands in «TUJUAN, SASARAN, STRATEGI DAN ARAH KEBIJAKAN» as well."""
    change = renamed("3.1 Tujuan dan Sasaran Renstra Perangkat Daerah", "3.1 Lainnya")
    assert missed(tmp_path, change) == ["subbab 3.1 Tujuan dan Sasaran Renstra Perangkat Daerah"]


def test_a_template_of_one_chapter_lacks_only_what_belongs_to_it(tmp_path: Path) -> None:
    def only_the_second(body: etree._Element) -> None:
        wanted = False
        for node in list(body)[:-1]:
            text = text_of(node)
            if text.startswith("{%p if bagian.") or text == "{%p endif %}":
                continue
            if text.startswith("BAB "):
                wanted = text.startswith("BAB II") and not text.startswith("BAB III")
            if not wanted or text == "2.1.2 Sumber Daya":
                body.remove(node)

    assert missed(tmp_path, only_the_second, "renstra-bab-2.docx") == ["subbab 2.1.2 Sumber Daya"]
