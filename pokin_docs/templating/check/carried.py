"""What reaches every document of a template without being a tag: revisions, comments, fields, controls, hidden text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from pokin_docs.model.findings import temuan
from pokin_docs.model.source import CellRef
from pokin_docs.templating.check.sentences import shown
from pokin_docs.templating.faults import TemplateFinding, TemplatePlace, TemplateSentence

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BRACES = ("{{", "{%")
_MOST = 10
_ADDED, _TAKEN = frozenset(("ins", "moveTo")), frozenset(("del", "moveFrom"))
_REFORMATTED = frozenset(
    (
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "tblGridChange",
        "tblPrExChange", "numberingChange", "cellIns", "cellDel", "cellMerge",
    )
)  # fmt: skip
_REVISIONS = _ADDED | _TAKEN | _REFORMATTED
_MERGED = "hanya berisi pada gabungan surat (mail merge)"
_MOVING = "berubah sendiri setiap dokumen dibuka atau dicetak"
_UNFILLED = "kotak isian yang belum diisi"
_FIELDS = {
    **dict.fromkeys(
        ("DATE", "TIME", "PRINTDATE", "SAVEDATE", "CREATEDATE", "EDITTIME", "USERNAME", "USERINITIALS", "USERADDRESS",
         "FILENAME", "FILESIZE", "LASTSAVEDBY", "REVNUM"), _MOVING),
    **dict.fromkeys(
        ("MERGEFIELD", "NEXT", "NEXTIF", "SKIPIF", "MERGEREC", "MERGESEQ", "ADDRESSBLOCK", "GREETINGLINE", "ASK",
         "FILLIN"), _MERGED),
    **dict.fromkeys(("FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN"), _UNFILLED),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Carried:
    """Something carried along: the code of its finding, the element where it begins, and what it is."""

    kode: str
    element: etree._Element
    what: str


def carried(
    templat: str, root: etree._Element, sentences: Sequence[TemplateSentence], part: str, comments: bytes | None = None
) -> list[TemplateFinding]:
    """The findings of one part in document order; of each kind the first ten places, the tenth tells how many more.

    Args:
        templat: File name.
        root: The root element of the part.
        sentences: What the part says, for the places.
        part: What a clerk calls it, for a place without any sentence.
        comments: The part with the comments, whose text is quoted.
    """
    paragraphs = {paragraph: number for number, paragraph in enumerate(root.iter(_W + "p"))}
    places = {sentence.place.paragraph: sentence.place for sentence in reversed(sentences)}
    told: dict[str, dict[int, list[_Carried]]] = {}
    for one in _all(root, _texts_of_comments(comments)):
        told.setdefault(one.kode, {}).setdefault(_paragraph(one.element, paragraphs), []).append(one)
    found = []
    for kode, by_paragraph in told.items():
        for count, (number, those) in enumerate(by_paragraph.items(), 1):
            place = _place(places, number, part)
            more = len(by_paragraph) - _MOST if count == _MOST else 0
            lagi = f" Masih ada {more} tempat lain seperti ini." if more > 0 else ""
            what = ", ".join(dict.fromkeys(one.what for one in those))
            said = temuan(
                kode, CellRef(templat), templat=templat, bagian=str(place), apa=what, kalimat=place.sentence, lagi=lagi
            )
            found.append(TemplateFinding(said, place))
            if count == _MOST:
                break
    return sorted(found, key=lambda one: one.place.paragraph)


def _all(root: etree._Element, comments: Mapping[str, str]) -> Iterator[_Carried]:
    for element in root.iter(etree.Element):
        local = element.tag.removeprefix(_W)
        if local in _REVISIONS:
            yield from _revision(element, local)
        elif local == "commentReference":
            text = comments.get(element.get(_W + "id", ""), "")
            yield _Carried("T17", element, f"komentar «{shown(text)}»" if text else "komentar")
        elif local == "sdt":
            yield from _control(element)
        elif local == "vanish" and element.get(_W + "val", "1") not in ("0", "false", "off"):
            yield from _hidden(element)
    yield from _fields(root)


def _revision(element: etree._Element, local: str) -> Iterator[_Carried]:
    if any(above.tag.removeprefix(_W) in _ADDED | _TAKEN for above in element.iterancestors()):
        return  # within a revision that is told
    text = shown("".join(node.text or "" for node in element.iter(_W + "t", _W + "delText")))
    kind = "ditambahkan" if local in _ADDED else "dihapus" if local in _TAKEN else "diubah bentuknya"
    yield _Carried("T16", element, f"{kind} «{text}»" if text else kind)


def _control(element: etree._Element) -> Iterator[_Carried]:
    about = element.find(_W + "sdtPr")
    text = shown("".join(node.text or "" for node in element.iter(_W + "t")))
    if about is None or any(brace in text for brace in _BRACES):
        return
    binding = about.find(_W + "dataBinding")
    if about.find(_W + "showingPlcHdr") is not None:
        yield _Carried("T19", element, f"kotak isian yang belum diisi, «{text}»")
    elif binding is not None and "coreProperties" not in binding.get(_W + "xpath", ""):
        yield _Carried("T19", element, f"kotak «{text}» yang isinya diambil Word dari data lain")


def _hidden(element: etree._Element) -> Iterator[_Carried]:
    run = next(element.iterancestors(_W + "r"), None)
    text = "" if run is None else shown("".join(node.text or "" for node in run.findall(_W + "t")))
    if run is not None and text and not any(brace in text for brace in _BRACES):
        yield _Carried("T20", element, f"teks tersembunyi «{text}»")


def _fields(root: etree._Element) -> Iterator[_Carried]:
    """The fields of a part that no document should have, each at the paragraph where it begins."""
    stack: list[tuple[etree._Element, list[str]]] = []
    for element in root.iter(_W + "fldChar", _W + "instrText", _W + "fldSimple"):
        local = element.tag.removeprefix(_W)
        if local == "fldSimple":
            yield from _field(element, element.get(_W + "instr", ""))
        elif local == "instrText":
            if stack:
                stack[-1][1].append(element.text or "")
        elif element.get(_W + "fldCharType") == "begin":
            stack.append((element, []))
        elif element.get(_W + "fldCharType") == "end" and stack:
            start, instruction = stack.pop()
            yield from _field(start, "".join(instruction))


def _field(element: etree._Element, instruction: str) -> Iterator[_Carried]:
    word = (instruction.split() or [""])[0].upper()
    if word in _FIELDS:
        kode = "T19" if _FIELDS[word] == _UNFILLED else "T18"
        yield _Carried(kode, element, f"bidang {' '.join(instruction.split()[:2])}, yang {_FIELDS[word]}"
                       if kode == "T18" else f"{_UNFILLED} ({word})")  # fmt: skip


def _texts_of_comments(comments: bytes | None) -> dict[str, str]:
    if not comments:
        return {}
    return {
        entry.get(_W + "id", ""): " ".join(node.text or "" for node in entry.iter(_W + "t"))
        for entry in etree.fromstring(comments).iter(_W + "comment")
    }


def _paragraph(element: etree._Element, paragraphs: Mapping[etree._Element, int]) -> int:
    """The number of the paragraph around an element; of what stands around paragraphs, the first in or after it."""
    around = next(element.iterancestors(_W + "p"), None)
    while around is None:
        around = next(element.iter(_W + "p"), None)
        above = element.getparent()
        if above is None:
            break
        element = above
    return paragraphs.get(around, 0) if around is not None else 0


def place_around(
    element: etree._Element, root: etree._Element, sentences: Sequence[TemplateSentence], part: str
) -> TemplatePlace:
    """The place of the paragraph around an element.

    Args:
        element: The element.
        root: The root element of its part.
        sentences: What the part says.
        part: What a clerk calls it.
    """
    paragraphs = {paragraph: number for number, paragraph in enumerate(root.iter(_W + "p"))}
    places = {sentence.place.paragraph: sentence.place for sentence in reversed(sentences)}
    return _place(places, _paragraph(element, paragraphs), part)


def _place(places: Mapping[int, TemplatePlace], number: int, part: str) -> TemplatePlace:
    """The place of a paragraph; one without a text is named by the next text above it."""
    if number in places:
        return places[number]
    above = max((other for other in places if 0 <= other < number), default=-1)
    return (
        replace(places[above], paragraph=number, sentence="") if above >= 0 else TemplatePlace(part, paragraph=number)
    )
