"""A table of a form is known by being the table: what goes through the same list elsewhere is only text."""

from __future__ import annotations

import copy
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
