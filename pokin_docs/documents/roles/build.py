"""The matrices of roles and results: the head's, each unit's, and each team's below it (domain-2.md 6.3)."""

from __future__ import annotations

from collections.abc import Iterator, Set

from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.material import Material
from pokin_docs.documents.official_papers import agency_date
from pokin_docs.documents.printed import (
    agency,
    identity_text,
    party_of,
    target_of,
    written_year,
    year_of_files,
)
from pokin_docs.documents.roles.content import (
    EmployeeResult,
    EmployeeRole,
    MatrixEmployee,
    RolesAndResults,
    RolesMatrix,
    SuperiorIndikator,
    SuperiorResult,
)
from pokin_docs.documents.values import filled
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.owned_rows import PkShare
from pokin_docs.model.posts import Pejabat
from pokin_docs.model.tree import Indikator, Kinerja

_NOBODY = "(lowong)"


def build_roles(material: Material) -> tuple[Dokumen, ...]:
    """One workbook with the matrices of all leaders; none where nobody leads anybody."""
    matrices = tuple(_matrices(material))
    if not matrices:
        return ()
    content = RolesAndResults(
        perangkat_daerah=agency(material.workbook),
        tahun=written_year(material.cycle),
        tempat=identity_text(material.workbook, "tempat"),
        tanggal=agency_date(material.cycle),
        daftar_matriks=matrices,
    )
    cells = [
        *(kinerja.source for share in material.by_official for kinerja, _ in share.kinerja),
        *(post.baris.id.source for post in material.posts.values()),
    ]
    path = f"Kinerja/Matriks-Peran-Hasil_{year_of_files(material.cycle)}.xlsx"
    return (Dokumen("peran-hasil", path, ("peran-hasil.xlsx",), content, tuple(dict.fromkeys(cells))),)


def _matrices(material: Material) -> Iterator[RolesMatrix]:
    shares = {share.pejabat.id: share for share in material.by_official if share.pejabat is not None}
    led = _led(material)
    unheld = frozenset(_unheld(material))
    for id_, leader in material.posts.items():
        share = shares.get(id_)
        employees = list(_employees(leader, led))
        if share is not None and employees:
            served = [{node.number for node in material.tree.subtree(kinerja)} for kinerja, _ in share.kinerja]
            rows = tuple(_employee(post, shares.get(post.id), served, unheld) for post in employees)
            yield _matrix(leader, share, rows, material)


def _led(material: Material) -> dict[str, list[Pejabat]]:
    """Who is led by each post, in the order of the sheet Pejabat."""
    found: dict[str, list[Pejabat]] = {}
    for id_, post in material.posts.items():
        superior = material.superiors.get(id_)
        if superior is not None:
            found.setdefault(superior, []).append(post)
    return found


def _employees(leader: Pejabat, led: dict[str, list[Pejabat]]) -> Iterator[Pejabat]:
    """Who stands in the matrix of a leader: those he leads, of a unit also those whom these lead.

    The head of the agency has the leaders of the units only, as each unit has a matrix of its own.
    """
    for post in led.get(leader.id, ()):
        yield post
        if leader.jenis_pk is not JenisPk.JPT:
            yield from led.get(post.id, ())


def _unheld(material: Material) -> Iterator[str]:
    """The posts that nobody holds and nobody signs for."""
    signing = {paper.share.pejabat.id for paper in material.papers if paper.share.pejabat and not paper.is_later}
    return (id_ for id_, post in material.posts.items() if id_ not in signing and not _is_held(post, material))


def _matrix(leader: Pejabat, share: PkShare, employees: tuple[MatrixEmployee, ...], material: Material) -> RolesMatrix:
    return RolesMatrix(
        unit=leader.baris.bidang.clean or leader.full_jabatan,
        atasan=party_of(leader),
        daftar_hasil=tuple(
            _result(number, kinerja, indicators, material)
            for number, (kinerja, indicators) in enumerate(share.kinerja, start=2)
        ),
        daftar_pegawai=employees,
    )


def _result(number: int, kinerja: Kinerja, indicators: tuple[Indikator, ...], material: Material) -> SuperiorResult:
    return SuperiorResult(
        str(number), filled(kinerja.text, "kinerja"), tuple(_indicator(one, material) for one in indicators)
    )


def _indicator(one: Indikator, material: Material) -> SuperiorIndikator:
    year = material.cycle.tahun
    return SuperiorIndikator(
        indikator=filled(one.text, "indikator"),
        target=written_year(material.cycle) if year is None else target_of(one, year),
        satuan=filled(one.baris.satuan, "satuan"),
    )


def _is_held(post: Pejabat, material: Material) -> bool:
    """Whether a post has a holder on the day of the PK, be it one whose name is missing."""
    day = material.cycle.tanggal
    return post.vacant is None and (day is None or post.in_force(day))


def _employee(post: Pejabat, share: PkShare | None, served: list[set[int]], unheld: Set[str]) -> MatrixEmployee:
    """A row: below each result of the leader what of his own serves it, that is, stands below it in the tree.

    Args:
        post: His post.
        share: His rows.
        served: The nodes that serve each result of the leader.
        unheld: Posts that nobody holds and nobody signs for: nothing is left open there, so no mark asks for a name.
    """
    party = party_of(post)
    owned = [kinerja for kinerja, _ in share.kinerja] if share is not None else []
    return MatrixEmployee(
        _NOBODY if post.id in unheld else party.nama,
        party.jabatan,
        tuple(
            EmployeeRole(tuple(EmployeeResult(filled(one.text, "kinerja")) for one in owned if one.number in numbers))
            for numbers in served
        ),
    )
