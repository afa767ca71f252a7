"""Rules S about how the tree branches (domain.md 3.4: S05, S06, S09, S11, S14; PermenPANRB 89/2021)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from pokin_docs.check.lexicon import root_of
from pokin_docs.check.sentences import related
from pokin_docs.check.starts import ACTIVITY_NAME, kind_of_start
from pokin_docs.documents.plan import Plan
from pokin_docs.extract.layouts.numbered_parents import list_numbers
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.level_labels import read_label
from pokin_docs.model.levels import SASARAN_ORDER, KomponenPerencanaan, Rung
from pokin_docs.model.nomenclature import SHARED_PROGRAM
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.texts import Likeness, fold, fold_sentence
from pokin_docs.model.tree import Kinerja

MAX_SASARAN = 5
MAX_CHILDREN = 7
"""More than these is no longer a choice of what matters (89/2021: materialitas)."""
_UNDIVIDED = 0.4
"""Share of the kinerja with something below them that have one alone, from which that is how the tree is made."""

_REPEATED = 100 * Likeness.REPEATED
SAME_WORDS = 0.75
"""Share of equal words that it takes as well: "Keluhan Layanan" and "Keandalan Layanan" only look alike."""

_ACTS = frozenset(
    ("tangan", "selesai", "atas", "cegah", "daya", "bina", "lindung", "latih", "layan", "awas", "pantau", "tertib",
     "pulih", "rehabilitasi", "dampingi", "damping", "tindak", "periksa")
)  # fmt: skip
"""Roots of verbs for what is done to people and problems: how a state comes about, and not the state once more."""
_OFFICE_WORK = re.compile(
    r"\b(?:akuntabilitas|penunjang|birokrasi|kesekretariatan|tata kelola (?:perangkat|organisasi|pemerintahan))",
    re.IGNORECASE,
)
"""What a sasaran says that the program of all agencies serves, where no code tells it."""
_ORDINAL = re.compile(rf"\b({'|'.join(words.casefold() for words in SASARAN_ORDER)}|\d{{1,2}})\b")


def branches_reach_operation(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """S05: every branch ends in something that is done; in the end once for all that stop at one level."""
    pohon = plan.pohon
    for kinerja in pohon.kinerja:
        if kinerja.komponen is not KomponenPerencanaan.SASARAN_SUB_KEGIATAN and not pohon.children(kinerja):
            child = KomponenPerencanaan(kinerja.komponen.value + 1).label
            yield temuan(
                "S05", kinerja.source, jumlah=1, sel=kinerja.source.address, teks=kinerja.text.clean,
                komponen=kinerja.komponen.label, anak=child,
            )  # fmt: skip


def branches_part(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """S06, S15, S14: a kinerja is broken down into several conditions, and into no more than can matter.

    S06 is what the budget proves: it gives more below a program or kegiatan than the tree has (for a program: more
    than all who share it have). Where it gives one, S15 asks whether that is enough; of a kegiatan without a budget
    nothing is known. Whether one sasaran or one program is enough the regulation leaves to whoever plans: S15, too.
    A few of these are how money is given; S15 is said of a tree that mostly hands its kinerja down undivided. Of the
    program that all agencies share nothing is said. Each is told once for its level. A tree that parts nowhere has only
    been begun: there is nothing to hold its branches against.
    """
    pohon = plan.pohon
    parting = [kinerja for kinerja in pohon.kinerja if pohon.children(kinerja)]
    if all(len(pohon.children(kinerja)) == 1 for kinerja in parting):
        return
    used = frozenset(kode for kinerja in pohon.kinerja for kode in kinerja.kode)
    of_one = {
        kinerja.source: kode
        for kinerja in parting
        if len(child := pohon.children(kinerja)) == 1 and (kode := _of_one(kinerja, child[0], plan, used)) is not None
    }
    undivided = len(of_one) >= _UNDIVIDED * len(parting)
    for kinerja in parting:
        child = pohon.children(kinerja)
        limits = MAX_SASARAN if kinerja.komponen is KomponenPerencanaan.TUJUAN else MAX_CHILDREN
        if len(child) == 1:
            kode = of_one.get(kinerja.source)
            if kode == "S06" or (kode is not None and undivided):
                yield temuan(
                    kode, kinerja.source, jumlah=1, sel=kinerja.source.address, teks=kinerja.text.clean,
                    komponen=kinerja.komponen.label, anak=child[0].komponen.label,
                )  # fmt: skip
        elif len(child) > limits and not _gives_many(buku, kinerja, child):
            yield temuan("S14", kinerja.source, teks=kinerja.text.clean, jumlah=len(child), batas=limits)


def _of_one(kinerja: Kinerja, child: Kinerja, plan: Plan, used: frozenset[str]) -> str | None:
    """What is said of a kinerja that has one child alone, as far as money tells; None for nothing.

    Args:
        kinerja: The kinerja above.
        child: The one below it.
        plan: For the budget.
        used: The codes that the tree has.
    """
    if child.kode and all(kode.split(".")[2:3] == [SHARED_PROGRAM] for kode in child.kode):
        return None
    if kinerja.komponen.value < KomponenPerencanaan.SASARAN_PROGRAM.value:
        if any(_OFFICE_WORK.search(node.text.text) for node in (kinerja, child)):
            return None
        return "S15"
    given = [plan.program.children(kode) for kode in kinerja.kode]
    if kinerja.komponen is KomponenPerencanaan.SASARAN_PROGRAM:  # several divisions may share a program
        return "S06" if any(entry.kode not in used for entries in given for entry in entries) else "S15"
    return ("S06" if any(len(entries) > 1 for entries in given) else "S15") if any(given) else None


def _gives_many(buku: BukuKerja, kinerja: Kinerja, child: tuple[Kinerja, ...]) -> bool:
    """Whether budget or official list give what is below: the shared program, a code of its own or official wording.

    Args:
        buku: The rows.
        kinerja: The kinerja above.
        child: The kinerja below it.
    """
    if all(buku.is_official(node.text, node.komponen) for node in child):
        return True
    if any(kode.split(".")[2:3] == [SHARED_PROGRAM] for kode in kinerja.kode):
        return True
    codes = [kode for node in child for kode in node.kode[:1]]
    return child[0].komponen is KomponenPerencanaan.SASARAN_SUB_KEGIATAN and len(set(codes)) == len(child)


def ordinals_in_order(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """S09: «Sasaran Ketiga» is the third in row order, and comes from CSF number 3 of Tahap 2."""
    pohon = plan.pohon
    csf = {fold_sentence(row.kondisi.text): (row.no.clean, row.no.source) for row in buku.tahap2 if row.no}
    for number, kinerja in enumerate(pohon.at_level(KomponenPerencanaan.SASARAN), start=1):
        label = kinerja.baris[0].komponen
        # "Level 1" is no ordinal: all sasaran have it.
        written = None if isinstance(read_label(label.text), Rung) else _ordinal(label.text)
        expected = {number, kinerja.order[-1]}  # numbering may begin anew under each tujuan
        if written is None or written in expected:
            continue
        no, source = csf.get(fold_sentence(kinerja.text.text), ("", None))
        yield temuan(
            "S09", label.source, teks=label.clean, kinerja=kinerja.text.clean, nomor=number,
            csf=f" dan berasal dari CSF nomor {no} ({source})" if no else "",
            kata=SASARAN_ORDER[number - 1] if number <= len(SASARAN_ORDER) else number,
        )  # fmt: skip


def child_differs_from_parent(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """S11: below a kinerja stands what makes it come true, not its own sentence with another verb."""
    for kinerja in plan.pohon.kinerja:
        induk = plan.pohon.induk(kinerja)
        if induk is None or fold_sentence(induk.text.text) == fold_sentence(kinerja.text.text):  # S10
            continue
        if buku.official.is_official(kinerja.text.text, kinerja.komponen):
            continue  # official wording; what stands above it is the office's
        if _acts_for(kinerja, induk):
            continue
        one, other = _without_verbs(kinerja, induk)
        if not one or not other or _are_two_things(one, other, buku.word_lists.process_words):
            continue
        if fuzz.ratio(one, other) > _REPEATED and _shared_words(one, other) >= SAME_WORDS:
            yield temuan(
                "S11", kinerja.source, teks=kinerja.text.clean, induk=induk.text.clean, lain=induk.source
            )  # fmt: skip


def numbers_name_the_parent(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """S16: «1.2 …» stands below «1 …»; tables side by side whose rows do not meet put it elsewhere.

    Only where another kinerja beside the parent carries the number that is meant: numbering may begin anew.
    """
    every = list_numbers([kinerja.text.text for kinerja in plan.pohon.kinerja])
    numbers = {kinerja.number: number for kinerja, number in zip(plan.pohon.kinerja, every, strict=True)}
    for kinerja in plan.pohon.kinerja:
        induk, own = plan.pohon.induk(kinerja), numbers[kinerja.number]
        if induk is None or len(own) < 2 or not numbers[induk.number] or numbers[induk.number] == own[:-1]:
            continue
        meant = next((node for node in plan.pohon.at_level(induk.komponen) if numbers[node.number] == own[:-1]), None)
        if meant is not None:
            yield temuan(
                "S16", kinerja.source, teks=kinerja.text.clean, nomor=".".join(own), induk=induk.text.clean,
                maksud=meant.text.clean, lain=meant.source,
            )  # fmt: skip


def _without_verbs(*both: Kinerja) -> tuple[str, str]:
    """Two sentences without the verbs they begin with; the name of an activity is one where both are of one stem."""
    one, other = (fold_sentence(kinerja.text.text).partition(" ") for kinerja in both)
    same = related(one[0], other[0])
    bare = ("".join(said) if _names_work(said[0]) and not same else said[2] for said in (one, other))
    return next(bare), next(bare)


def _acts_for(kinerja: Kinerja, induk: Kinerja) -> bool:
    """Whether a kinerja says what is done to people or problems that the one above then has more or fewer of."""
    first = fold_sentence(kinerja.text.text).partition(" ")[0]
    above = fold_sentence(induk.text.text).split()
    return root_of(first.removesuffix("nya")) in _ACTS and not any(related(first, word) for word in above)


def _names_work(first: str) -> bool:
    return not first.endswith("nya") and kind_of_start(first) == ACTIVITY_NAME


def _are_two_things(one: str, other: str, process_words: frozenset[str]) -> bool:
    """Whether two sentences are about two things: «pelanggaran …», «penegakan …»; two words for work may mean one."""
    first, second = one.partition(" ")[0], other.partition(" ")[0]
    if first == second or (first in process_words and second in process_words):
        return False
    return first not in other.split() and second not in one.split()


def _shared_words(one: str, other: str) -> float:
    first, second = set(one.split()), set(other.split())
    return len(first & second) / max(len(first), len(second))


def _ordinal(label: str) -> int | None:
    found = [match.group(1) for match in _ORDINAL.finditer(fold(label))]
    if not found:
        return None
    words = found[-1] if all(words.isdigit() for words in found) else found[0]  # "Sasaran 1.2" is the second
    return int(words) if words.isdigit() else [entry.casefold() for entry in SASARAN_ORDER].index(words) + 1


RULES = (
    branches_reach_operation,
    branches_part,
    ordinals_in_order,
    child_differs_from_parent,
    numbers_name_the_parent,
)
