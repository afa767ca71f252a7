"""One cause, one finding: what only follows from another finding is not said beside it.

``CONSEQUENCES`` is the whole list, each entry with its reason. A finding hides only behind one that is at least as
severe, and one that tells of a mark only behind one that does too or stops the build: no mark is left without a
finding. What the planner waived hides nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from pokin_docs.check.cause_relations import (
    Relation,
    anywhere,
    by_its_number,
    counted_before,
    in_the_branch,
    of_a_code,
    of_a_doubled_id,
    of_a_later_sasaran,
    of_a_lost_id,
    of_a_party,
    of_a_program,
    of_a_row_of_its_class,
    of_a_shared_id,
    of_a_year,
    of_an_unread_row,
    of_its_class,
    of_its_sheet,
    of_money_not_held,
    of_rows_under_the_missing,
    of_served_rows,
    of_the_code_column,
    of_the_first_row,
    of_the_head,
    of_the_lower,
    of_the_merged_rows,
    of_the_post,
    of_the_sheet,
    of_the_upper,
    of_the_year,
    of_their_superior,
    rows_of,
    same_cell,
    same_place_told,
    same_row,
    superiors_of,
    under_the_missing,
)
from pokin_docs.check.relations import RowRelations
from pokin_docs.documents.plan import Plan
from pokin_docs.model.catalogue import (
    ALSO,
    ALSO_ELSEWHERE,
    CATALOGUE,
    HINT,
    PARTINGS,
    also_said,
    hint,
    own_message,
    without_mark,
)
from pokin_docs.model.findings import Severity, Temuan
from pokin_docs.model.rows import BukuKerja

_BY_WEIGHT = {Severity.GALAT: 2, Severity.PERINGATAN: 1, Severity.SARAN: 0}


def _cells(reason: Temuan, relations: RowRelations) -> Iterable[object]:
    return (reason.tempat,)


def _rows_of_sheet(reason: Temuan, relations: RowRelations) -> Iterable[object]:
    return (reason.tempat.row,)


def _branches(reason: Temuan, relations: RowRelations) -> Iterable[object]:
    # None: what is said of the whole tree has no row, and any cause may be meant.
    return {None, *(near for row in rows_of(reason, relations) for near in (row, *relations.around(row)))}


_CANDIDATES: Mapping[
    Relation,
    tuple[Callable[[Temuan, RowRelations], Iterable[object]], Callable[[Temuan, RowRelations], object]],
] = {
    same_cell: (_cells, lambda consequence, relations: consequence.tempat),
    of_their_superior: (superiors_of, lambda consequence, relations: dict(consequence.details).get("id", "")),
    same_row: (_rows_of_sheet, lambda consequence, relations: consequence.tempat.row),
    in_the_branch: (_branches, lambda consequence, relations: relations.order.place(consequence.tempat)),
    under_the_missing: (_branches, lambda consequence, relations: relations.order.place(consequence.tempat)),
}
"""Where a cause can have consequences at all, so that not every pair of findings is tried."""


@dataclass(frozen=True)
class Consequence:
    """Findings of the codes ``effects`` follow from those of ``causes`` where the relation holds.

    ``mentioned``: the finding that stays says the other as well, with its code; one of another row also with its place
    and what to do. ``at_the_other``: it moves to the cell of the other.
    """

    causes: str
    effects: str
    relation: Relation
    reason: str
    mentioned: bool = False
    at_the_other: bool = False

    def holds(self, reason: Temuan, consequence: Temuan, relations: RowRelations) -> bool:
        """Whether ``consequence`` follows from ``reason``, by ``relations``, and nothing is lost with it."""
        first, second = CATALOGUE[reason.kode], CATALOGUE[consequence.kode]
        marked = not second.refused_by_final or first.refused_by_final or first.severity is Severity.GALAT
        heavy = _BY_WEIGHT[first.severity] >= _BY_WEIGHT[second.severity]
        return marked and heavy and reason != consequence and self.relation(reason, consequence, relations)


_BRANCHES = "S02 S03 S04 S05 S06 S14 S15 S16 S33 P48 S11"
_SEVERITIES = "S01 S35 P01 P03 P06 P37 S08 S09 S33 S42 W02 W09 I02 I03 I06 I17 I19 W10 W11"

_WORDING = "W01 W02 W03 W05 W06 W07 W08 I02 I03 I04 I05 I06 I07 I08 I09 I11 I19 I20 I43 P84"

CONSEQUENCES: tuple[Consequence, ...] = (
    Consequence("B18 B19 B20 B21 B33 B51", "*", same_cell, "sel yang tidak terbaca dianggap kosong"),
    Consequence("B43", "X03", same_cell, "beberapa indikator yang di tahap lain terpisah"),
    Consequence("B43", "I32 I37", same_row, "satuan dan target beberapa indikator dalam satu sel"),
    Consequence("W10 W11 W12 W13", _WORDING, same_cell, "kalimat resmi, di tingkat lain atau tidak utuh"),
    Consequence("W11 W12", "X05", same_cell, "kalimat resmi yang terpotong", mentioned=True),
    Consequence("X05", "W05", same_cell, "kalimat yang terpotong berhenti di tengah"),
    Consequence("W10", "S10", of_the_upper, "kalimat resmi sub kegiatan yang dipakai juga di atasnya"),
    Consequence("W06", "W02", same_cell, "kata kerja dari kalimat yang harus dirumuskan lagi", mentioned=True),
    Consequence("S10", "I18", of_the_lower, "baris yang berulang mengulang indikatornya juga"),
    Consequence("S10", "B114", of_the_lower, "ID yang ikut tersalin pada baris yang berulang"),
    Consequence("S30 S46", "B112", of_an_unread_row, "indikator yang barisnya tidak terbaca"),
    Consequence("S30 S46", "I22", anywhere, "cara menghitung diusulkan bagi baris yang terbaca saja"),
    Consequence(
        "B114",
        "B113 B112",
        of_a_doubled_id,
        "ID ganda: barisnya tidak tentu, dan ID yang tertimpa hilang",
        mentioned=True,
    ),
    Consequence("S10", "*", same_row, "baris yang berulang mengulang juga semua temuannya"),
    Consequence("S30 S46", _SEVERITIES, same_row, "isi baris dibandingkan dengan tingkat yang salah"),
    Consequence("S07 S30 S03 S46", _BRANCHES, in_the_branch, "cabang dibaca dengan tingkat yang salah"),
    Consequence("S10 X06", _BRANCHES, in_the_branch, "baris yang berulang atau pindah mengubah cabangnya"),
    Consequence("X04", _BRANCHES, under_the_missing, "di bawah baris yang hilang cabangnya tidak utuh"),
    Consequence("X04", "S06 S14 S15 S02", in_the_branch, "baris yang berlebih mengubah cabang di atasnya"),
    Consequence("S30 S46 S03 S07 X04 X06", "S09", counted_before, "urutan sasaran dihitung dari baris yang salah"),
    Consequence("S03 S02", "X06", in_the_branch, "baris yang pindah berdiri di tempat yang salah", mentioned=True),
    Consequence("S04", "X04", of_the_first_row, "baris Tujuan hilang", mentioned=True),
    Consequence("S04 S46", "S46 S08", same_row, "Tujuan yang ditulis dengan tingkat lain", mentioned=True),
    Consequence("S46", "B45", same_row, "kolom yang diisi tingkat lain"),
    Consequence("S30 P02 P47 S02", "P74", of_money_not_held, "pagu baris yang salah tidak sampai ke PK"),
    Consequence("P49", "P74", anywhere, "jumlah yang kurang dari nol"),
    Consequence("P49", "P101 P102 P103 P104 P107 P108", same_row, "jumlah yang kurang dari nol"),
    Consequence("X01", "S09", of_a_later_sasaran, "sasaran sebelumnya tidak ada"),
    Consequence("B13 B14", "S15", of_the_code_column, "kode yang membedakan bentuk pohon tidak terbaca"),
    Consequence("B123", "D10 D11 D30 P30 P31", anywhere, "tanpa kinerja tidak ada dokumen yang dibuat"),
    Consequence("P30", "D11", of_its_sheet, "lembar yang kosong"),
    Consequence("P47", "P30", anywhere, "lembar Program berisi baris, hanya tanpa kode"),
    Consequence("S30 S46 S02 S03 S07 X06", "D48", of_served_rows, "siapa melayani siapa dalam cabang itu"),
    Consequence("X04", "D48", of_rows_under_the_missing, "baris yang dilayani hilang"),
    Consequence("P38", "D48", of_a_shared_id, "dua jabatan dengan satu ID"),
    Consequence("P34 S17", "D48", of_their_superior, "atasan yang salah"),
    Consequence("X04", "P36 S12", of_its_class, "baris pejabat itu hilang", mentioned=True),
    Consequence("P06 P32 P37 B121 B122", "P36", of_a_row_of_its_class, "barisnya dimiliki orang lain", mentioned=True),
    Consequence("B121", "P37", of_the_merged_rows, "pemilik sel gabungan", mentioned=True),
    Consequence("X04", "X32 X02", same_row, "baris yang sama tidak ada di dua tahap"),
    Consequence(
        "W03 W01 W06 W11 S01 S07 S34 I01 S37",
        "X01 X02 X03 X04 X32",
        same_cell,
        "selisih karena satu sel",
        mentioned=True,
    ),
    Consequence("X01 X02 X03", "W07 W05 X33 B45", same_cell, "selisih karena satu kata", mentioned=True),
    Consequence("B42", "S41", by_its_number, "tingkat dibaca dari penomoran", mentioned=True),
    Consequence("X03", "X31", same_place_told, "satu Keterangan yang salah"),
    Consequence("S43", "I01", same_row, "komponen yang tidak mempunyai keduanya"),
    Consequence("S43", "X03", same_cell, "komponen yang tidak mempunyai keduanya"),
    Consequence("B68", "S34", anywhere, "tabel yang hanya berisi indikator"),
    Consequence("S31", "B45", same_row, "baris yang hampir kosong"),
    Consequence("I14 I24", "B45", same_cell, "satu sel kosong"),
    Consequence("X01 X08 X37", "X33", same_row, "CSF atau kondisi yang diganti tidak lagi berpasangan"),
    Consequence("K16", "I15", same_cell, "IKU satu sasaran yang terlalu banyak"),
    Consequence("I35", "I21 I23", of_the_year, "satu angka yang salah"),
    Consequence("I33 I34 I37", "I21 I23 I25 I28 I33 I34 I35", same_row, "satu angka yang salah"),
    Consequence("B29 K01 K03 K06 B28", "B28 K08", same_cell, "kunci salah eja, isinya tidak dibaca", mentioned=True),
    Consequence("K02 K09", "K05 B14", of_a_year, "tahun di luar periode tidak mempunyai kolom"),
    Consequence("P30 P31 B30 S13 B14", "B11 B32", of_the_sheet, "judul salah eja", mentioned=True, at_the_other=True),
    Consequence("P38 P44 P32 P33 P53", "P98 B116", of_a_lost_id, "ID yang sama juga di lembar lain"),
    Consequence("P38 P44 P32 P33 P53", "P35", anywhere, "jabatan yang ID-nya salah tidak dikenali"),
    Consequence("P38 P44 P32 P33 P53", "P46 B29 P34 P37 P39", of_the_post, "jabatan yang ID-nya salah tidak dikenali"),
    Consequence("P37 P45 P40 P46 P55", "S17 S18", anywhere, "jenis PK atau bidang yang salah"),
    Consequence("P61", "P39", same_row, "pejabat yang tanggalnya terbalik tidak pernah berlaku"),
    Consequence("P39 P61", "P60", of_the_post, "jabatan yang sama kosong sejak tanggal PK"),
    Consequence("P31 B12 B13 B24", "B29 D10", of_the_head, "pimpinan daerah ada di lembar yang hilang"),
    Consequence("S30 S46", "K15", same_row, "tujuan yang tingkatnya salah"),
    Consequence("S30", "P72", anywhere, "baris yang tingkatnya tidak dikenal"),
    Consequence("P51", "B64", same_cell, "nama di belakang kode yang salah"),
    Consequence("P51 P46", "P41 P45", same_cell, "kode atau jenis yang sama penyebabnya", mentioned=True),
    Consequence("P46", "P35 P37", anywhere, "kepala perangkat daerah tidak dikenali"),
    Consequence("P37 P01 P03 P48", "P74", of_money_not_held, "pagu yang tidak sampai ke PK kelasnya", mentioned=True),
    Consequence("P46", "B29", of_the_head, "kepala perangkat daerah tidak dikenali"),
    Consequence(
        "S30 S07 S03 P01 P02 P51 P04 P47 B13 B14 B18 B19 B20 B33", "D12", of_a_program, "kode atau tingkat yang salah"
    ),
    Consequence("I01 I12 S34 S43", "P83", same_cell, "isi resmi untuk sel yang kosong", mentioned=True),
    Consequence("P01 P47", "P85", same_cell, "kode resmi untuk sel yang kosong", mentioned=True),
    Consequence("P02 P51 P41 P48 P03", "P80 P81 P86 P88 P89", same_row, "kode yang salah ketik", mentioned=True),
    Consequence("P02 P51 P03 P48", "P83 P84", same_row, "rumusan resmi dari kode yang salah"),
    Consequence("P80 P81 P89", "P82 P42", same_row, "kode yang salah ketik"),
    Consequence("D12", "S38", same_cell, "program tanpa kinerja"),
    Consequence("P32 P33 P38 P44 P53 B18 B19 B20 B33", "D10", of_a_party, "jabatan yang ID-nya salah tidak dikenali"),
    Consequence("P02 P04 P47 P51 B18 B19 B20 B33", "D10", of_a_code, "kode yang salah tidak dikenali"),
)
"""Earlier entries first; an asterisk stands for all codes."""


def tell_once(
    found: Iterable[Temuan], buku: BukuKerja, plan: Plan, *, idle: Collection[Temuan] = ()
) -> tuple[Temuan, ...]:
    """The findings that do not only follow from others.

    Args:
        found: All findings.
        buku: The rows.
        plan: The plan.
        idle: Those of ``found`` whose marks no document prints that is made; of one behind which another tells of a
            printed mark the marks count.
    """
    relations = RowRelations(buku, plan)
    stands = tuple(dict.fromkeys(found))
    behind: dict[Temuan, Temuan] = {}
    said: dict[Temuan, list[Temuan]] = {}
    places: dict[Temuan, Temuan] = {}
    for entry in CONSEQUENCES:
        causes, effects = set(entry.causes.split()), set(entry.effects.split())
        reason = [finding for finding in stands if finding.kode in causes]
        candidates = _candidates(entry, reason, relations)
        for consequence in stands if reason else ():
            if consequence in behind or not (consequence.kode in effects or "*" in effects):
                continue
            cause = next(
                (
                    c
                    for c in candidates(consequence)
                    if _root(c, behind) != consequence and entry.holds(c, consequence, relations)
                ),
                None,
            )
            if cause is None:
                continue
            behind[consequence] = cause
            if entry.mentioned:
                said.setdefault(_root(cause, behind), []).append(consequence)
            if entry.at_the_other:
                places[cause] = consequence
    busy = {_root(finding, behind) for finding in stands if finding not in idle and CATALOGUE[finding.kode].leaves_mark}
    left = (finding for finding in stands if finding not in behind)
    told = {finding: _telling(finding, said.get(finding, []), places.get(finding)) for finding in left}
    return tuple(without_mark(new) if old in idle and old not in busy else new for old, new in told.items())


def _candidates(
    entry: Consequence, reason: list[Temuan], relations: RowRelations
) -> Callable[[Temuan], Iterable[Temuan]]:
    if entry.relation not in _CANDIDATES:
        return lambda consequence: reason
    places, place = _CANDIDATES[entry.relation]
    known: dict[object, list[Temuan]] = {}
    for cause in reason:
        for key in places(cause, relations):
            known.setdefault(key, []).append(cause)
    return lambda consequence: known.get(place(consequence, relations), ())


def _root(finding: Temuan, behind: dict[Temuan, Temuan]) -> Temuan:
    while finding in behind:
        finding = behind[finding]
    return finding


def _telling(finding: Temuan, others: list[Temuan], there: Temuan | None) -> Temuan:
    """The finding as it stands, with what the others say and, if it moves, at the place of the other."""
    near = [other for other in others if other.tempat.baris and other.tempat.row == finding.tempat.row]
    far = [other for other in others if other not in near]
    for name, several in ((ALSO, near), (ALSO_ELSEWHERE, far)):
        if several:
            also = PARTINGS[name].join(
                also_said(other, elsewhere=name == ALSO_ELSEWHERE, told=own_message(finding)) for other in several
            )
            finding = replace(finding, details=(*finding.details, (name, also)))
    if there is None:
        return finding
    # Where the title stands, only misspelt, there is nothing to be added.
    instead = ((HINT, hint(there)),) if finding.kode == "B14" else ()
    return replace(finding, tempat=there.tempat, details=(*finding.details, *instead))
