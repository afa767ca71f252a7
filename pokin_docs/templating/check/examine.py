"""The check of a template before anything is filled: all faults at once, each at its place, with a proposal.

A part is read sentence by sentence (``places``); its tags are found and, where it is plain what was meant, mended
(``reading``); they are paired (``blocks``) and their names looked up (``names``); the main part is compared with what
the regulations want (``form``). What was mended counts as meant from there on, so that one slip gives one finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from lxml import etree

from pokin_docs.documents.form import Form
from pokin_docs.documents.kind import DocumentKind
from pokin_docs.model.catalogue import proposal
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.source import CellRef
from pokin_docs.templating.check import coverage
from pokin_docs.templating.check import sentences as places
from pokin_docs.templating.check.blocks import pair
from pokin_docs.templating.check.form import compare
from pokin_docs.templating.check.names import look_up
from pokin_docs.templating.check.tags import read
from pokin_docs.templating.faults import (
    BagianTemplat,
    Bahasa,
    Cacat,
    Kalimat,
    Letak,
    PemeriksaanTemplat,
    TemuanTemplat,
)

__all__ = ["examine"]

# Each is tried in all its meanings against all tags of its part; hands leave one or two.
_MAX_UNKNOWN = 8


def examine(
    templat: str, isi: Mapping[str, bytes], bagian: Mapping[str, str], utama: str, jenis: DocumentKind, bahasa: Bahasa
) -> PemeriksaanTemplat:
    """All faults of a template and the coverage of its fields.

    Args:
        templat: File name, for the findings.
        isi: The parts of the package.
        bagian: Those that are filled, with what a clerk calls them.
        utama: Name of the main part.
        jenis: The kind of document it is for: the fields of its content are the placeholders.
        bahasa: The template language.
    """
    headings = places.heading_styles(isi.get("word/styles.xml"))
    rels = isi.get(f"{utama.rpartition('/')[0]}/_rels/{utama.rpartition('/')[2]}.rels")
    labels = places.parts_labels(bagian, places.header_labels(isi[utama], rels))
    found: list[TemuanTemplat] = []
    printed: set[str] = set()
    asked: set[str] = set()
    for name in sorted(labels, key=lambda part: part != utama):
        sentences = places.read(etree.fromstring(isi[name]), name, labels[name], headings)
        part = BagianTemplat(sentences)
        read.read_tags(part, jenis.isi, bahasa, look_up.ALWAYS)
        _pair(part, bahasa)
        prints, asks = look_up.look_up(part, jenis.isi, bahasa)
        printed |= prints
        asked |= asks
        _parse_together(part, bahasa)
        if name == utama:
            part.kalimat = part.kalimat or [Kalimat("", Letak(labels[name], berkas=name), "teks", ())]
            _compare_with_form(templat, part, jenis.form)
        found += [_as_finding(templat, fault, part.kalimat) for fault in _in_order(part.cacat)]
    return PemeriksaanTemplat(tuple(found), tuple(coverage.table(jenis.isi, printed, asked)))


def _pair(part: BagianTemplat, bahasa: Bahasa) -> None:
    """Fill in the blocks of a part with their faults, and the Jinja of each tag."""
    _guess_unknown(part, bahasa)
    part.blok, faults, part.pindah = pair.pair(part.kalimat, part.tags)
    for fault in faults:
        _merge(part, fault)
    parsed: dict[str, object] = {}
    for tag in part.tags:
        source = read.as_expression(tag.pembuka, tag.kata, tag.isi) if tag.terbaca else ""
        if source and source not in parsed:
            parsed[source] = bahasa.parse(source)
        part.trees.append(parsed.get(source))


def _guess_unknown(part: BagianTemplat, bahasa: Bahasa) -> None:
    """Take statements of unknown words for what the blocks lack there: the reading with the fewest faults."""
    unknown = [number for number in part.ditegur
               if part.tags[number].pembuka == "{%" and part.tags[number].kata not in read.WORDS]  # fmt: skip
    for number in unknown[:_MAX_UNKNOWN]:
        tag = meant = part.tags[number]
        fewest = len(pair.pair(part.kalimat, part.tags)[1])
        for word, isi in read.guesses(tag.isi, bahasa.salah) if fewest else ():
            part.tags[number] = guess = replace(tag, kata=word, isi=isi, terbaca=True)
            count = len(pair.pair(part.kalimat, part.tags)[1])
            if count < fewest:
                fewest, meant = count, guess
        part.tags[number] = meant
        if meant is not tag:
            told = part.ditegur[number]
            part.cacat[told] = replace(part.cacat[told], usul=(meant.tulis(),))


def _parse_together(part: BagianTemplat, bahasa: Bahasa) -> None:
    """The net: what no rule here saw and Jinja still refuses when it reads all tags of a part together."""
    if part.cacat or not part.tags:
        return
    script = "".join(read.as_tag(tag.pembuka, tag.kata, tag.isi) for tag in part.tags)
    message = bahasa.salah(script)
    if message:
        part.tegur(part.tags[0], message)


def _merge(part: BagianTemplat, fault: Cacat) -> None:
    """Add a fault of a tag; one that has a fault already only gets the better proposal."""
    for number, told in part.ditegur.items():
        tag = part.tags[number]
        if (tag.kalimat, tag.awal) == (fault.kalimat, fault.awal):
            part.cacat[told] = replace(part.cacat[told], usul=fault.usul or part.cacat[told].usul)
            return
    part.cacat.append(fault)


def _compare_with_form(templat: str, part: BagianTemplat, form: Form | None) -> None:
    """Add what the regulations want and the main part lacks; a tag with a fault counts as what it was meant to be."""
    printed = {number: frozenset(paths | part.dimaksud.get(number, set())) for number, paths in
               (part.dimaksud | part.cetak).items()}  # fmt: skip
    wrong = {(fault.kalimat, fault.awal) for fault in part.cacat}
    for number, tag in enumerate(part.tags):
        meant_value = part.kalimat[tag.kalimat].teks.startswith("{{", tag.awal) or tag.pembuka == "{{"
        if meant_value and number not in printed and (tag.kalimat, tag.awal) in wrong:
            printed[number] = frozenset((compare.APA_SAJA,))
    for lack in compare.check(templat, form, part, printed) if form else ():
        number = lack.sesudah
        if number < 0:
            number = next((at for at, sentence in enumerate(part.kalimat) if sentence.jenis == "paragraf"), 0)
        where = f" untuk {lack.untuk}" if lack.untuk else ""
        details = (("apa", lack.apa), ("untuk", where), ("bunyi", lack.usul), ("_sesudah", str(lack.sesudah)))
        usul = (lack.usul,) if lack.usul else ()
        part.cacat.append(Cacat("T10" if lack.wajib else "T11", number, 0, 0, details, usul))


def _in_order(faults: Iterable[Cacat]) -> list[Cacat]:
    return sorted(dict.fromkeys(faults), key=lambda fault: (fault.kalimat, fault.awal, fault.kode))


def _as_finding(templat: str, fault: Cacat, sentences: Sequence[Kalimat]) -> TemuanTemplat:
    sentence = sentences[fault.kalimat]
    inside = sentence.jenis in ("paragraf", "terikat")
    awal, akhir = (fault.awal, fault.akhir) if inside else (0, 0)
    letak = replace(sentence.letak, kalimat=places.shown(sentence.teks, fault.awal, fault.akhir), awal=awal,
                    akhir=akhir)  # fmt: skip
    return TemuanTemplat(_finding(templat, fault, letak), letak, fault.usul)


def _finding(templat: str, fault: Cacat, letak: Letak) -> Temuan:
    details = dict(fault.rincian)
    more = details.pop("_tambahan", "")
    after = details.pop("_sesudah", "")
    if after:
        where = f"sesudah «{letak.kalimat}»" if int(after) >= 0 else "di awal"
        return temuan(fault.kode, CellRef(templat), templat=templat, bagian=f"{letak}, {where}", **details)
    if fault.kode in ("T03", "T04"):
        details["usul"] = proposal("» atau «".join(fault.usul)) + more
    return temuan(fault.kode, CellRef(templat), templat=templat, bagian=str(letak), kalimat=letak.kalimat, **details)
