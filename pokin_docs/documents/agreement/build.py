"""The proof of consistency: what is known before, and what comparing the documents adds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pokin_docs.documents.agreement.content import ComparedKind, ConsistencyProof, OpenDeviation
from pokin_docs.documents.agreement.relations import relations
from pokin_docs.documents.head import head_of_agency
from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.material import Material
from pokin_docs.documents.printed import agency, identity, identity_text, written_year, year_of_files
from pokin_docs.documents.proof import Contradiction, Proof
from pokin_docs.documents.values import Text
from pokin_docs.model.printing import tanggal, thousands

_OPEN = "……………………"
"""For the day, to be written by hand."""


def build_agreement(material: Material) -> Iterator[Dokumen]:
    """The one page of the agency, without its numbers: they are known once all other documents are made."""
    checked, open_places = relations(material)
    content = ConsistencyProof(
        tahun=written_year(material.cycle),
        tempat=identity_text(material.workbook, "tempat"),
        tanggal=_day(material),
        perangkat_daerah=agency(material.workbook),
        kepala=head_of_agency(material),
        daftar_hubungan=checked,
        daftar_penyimpangan=open_places,
    )
    path = f"Kinerja/Bukti-Konsistensi_{year_of_files(material.cycle)}.docx"
    yield Dokumen("bukti", path, ("bukti-konsistensi.docx",), content)


def _day(material: Material) -> Text:
    """The day of signing, as Identitas says it; else open: the page is signed once all others were made."""
    said = identity(material.workbook, "tanggal_bukti").tanggal
    return tanggal(said) if said is not None else _OPEN


def with_proof(content: object, proof: Proof, names: Mapping[str, str]) -> object:
    """The page with what comparing the documents came to.

    Args:
        content: The page without.
        proof: What that was.
        names: What the kinds are called in the table, by their ``kode``; another one by that.
    """
    assert isinstance(content, ConsistencyProof)
    start = 1 + len(content.daftar_penyimpangan)
    return replace(
        content,
        jumlah_dokumen=thousands(proof.documents),
        jenis_dibaca=", ".join(f"{names.get(kode, kode)} ({thousands(count)})" for kode, count in proof.read),
        jumlah_fakta=thousands(proof.printed),
        jumlah_dibandingkan=thousands(proof.compared),
        jumlah_sama=thousands(proof.agree),
        daftar_jenis=tuple(
            ComparedKind(str(number), names.get(kode, kode), thousands(facts), thousands(agree))
            for number, (kode, facts, agree) in enumerate(proof.by_kind, start=1)
        ),
        daftar_penyimpangan=(*content.daftar_penyimpangan, *map(_deviation, enumerate(proof.contradictions, start))),
    )


def _deviation(numbered: tuple[int, Contradiction]) -> OpenDeviation:
    number, one = numbered
    words = f" «{one.words}»" if one.words and one.words != one.meant else ""
    printed = f"tercetak «{' '.join(one.printed.split())}»" if one.printed.strip() else "tidak tercetak"
    more = f" (dan {one.more} tempat lain)" if one.more else ""
    other = ", ".join(filter(None, (one.other or "buku kerja", one.other_place)))
    said = f"{one.what}{words}: {printed}, seharusnya «{one.meant}»{more}"
    return OpenDeviation(str(number), one.path, one.place or "–", said, other)
