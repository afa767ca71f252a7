"""The money of the PK year shared out among the officials of each class, no rupiah twice (domain.md 1.5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pokin_docs.model.cycle import Cycle
from pokin_docs.model.findings import FindingLog, Temuan
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.owned_rows import PkShare
from pokin_docs.model.programs import CodeKind, ProgramList, split_codes, with_parents
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.shares import BudgetShares, ClassTotal, HolderKey, Portion, SharingRule, holder_key
from pokin_docs.model.texts import fold
from pokin_docs.model.tree import Indikator, Kinerja, PohonKinerja
from pokin_docs.transform.class_shares import Claim, ClassShares
from pokin_docs.transform.stated_shares import read_stated_shares

_TOP_LEVEL = {
    JenisPk.JPT: CodeKind.PROGRAM,
    JenisPk.ESS_3: CodeKind.PROGRAM,
    JenisPk.SUB_KOORDINATOR_JF: CodeKind.KEGIATAN,
    JenisPk.JF_JP: CodeKind.SUB_KEGIATAN,
}
"""The level that heads the budget table of a class."""


def share_out(
    buku: BukuKerja, pohon: PohonKinerja, program: ProgramList, by_official: tuple[PkShare, ...], cycle: Cycle
) -> tuple[BudgetShares, tuple[Temuan, ...]]:
    """What every official has of every component, what each class has in all, and what is wrong with Bagian.

    An official whom nobody of his class shares a component with has all of it, also the parts that no row names. Where
    several hold one, each has the parts that he or his branch names; a part that several name is parted by Bagian, else
    by the rule of Identitas. Who names no part of it has those that nobody names.

    Args:
        buku: For what Identitas says.
        pohon: The tree.
        program: The sheet Program.
        by_official: The rows of each official; of two papers of one post the first counts.
        cycle: For the year.
    """
    log = FindingLog()
    parts: dict[HolderKey, PkShare] = {}
    for part in by_official:
        parts.setdefault(holder_key(part), part)
    class_of_post = {key.post: key.pk_class for key in parts if key.post}
    stated = read_stated_shares(pohon, class_of_post, program, cycle.tahun, log)
    rule = _rule(buku)
    without = frozenset(key for key, part in parts.items() if _has_no_budget(key, part, parts, buku))
    heads: dict[HolderKey, tuple[str, ...]] = {}
    portions: dict[HolderKey, Mapping[str, Portion]] = {}
    totals: list[ClassTotal] = []
    for pk_class in JenisPk:
        mine = {key: part for key, part in parts.items() if key.pk_class is pk_class and key not in without}
        posts_of_class = frozenset(key.post for key in mine if key.post)
        claims = tuple(
            _claim(key, part, _Branches(pohon, posts_of_class), program, whole=_is_whole(key, parts))
            for key, part in mine.items()
        )
        shares = ClassShares(pk_class, claims, program, cycle.tahun, rule, stated, pohon.nodes_of_kode)
        lines = [entry.kode for entry in program.roots] if claims else []
        lines += dict.fromkeys(head for claim in claims for head in claim.heads if _has_no_level(head, program))
        totals.extend(map(shares.total, lines))
        heads.update((claim.key, claim.heads) for claim in claims)
        portions.update(shares.portions)
        log.add(shares.left_out())
    classes = tuple(pk_class for pk_class in JenisPk if any(total.pk_class is pk_class for total in totals))
    posts = {key: part.pejabat for key, part in parts.items() if part.pejabat is not None}
    return BudgetShares(rule, heads, portions, classes, tuple(totals), without, posts), tuple(log)


def _has_no_level(kode: str, program: ProgramList) -> bool:
    """Whether a line of Program has a code without the official shape, so that it is part of none and none of it."""
    entry = program.find(kode)
    return entry is not None and entry.jenis is None


def _rule(buku: BukuKerja) -> SharingRule:
    said = fold(buku.identitas["pembagian_pagu"].text) if "pembagian_pagu" in buku.identitas else ""
    return next((rule for rule in SharingRule if fold(rule.value) == said), SharingRule.FIRST)


def _is_whole(key: HolderKey, parts: Mapping[HolderKey, PkShare]) -> bool:
    """Whether every program of the agency belongs to a holder: the only one of class JPT."""
    return key.pk_class is JenisPk.JPT and sum(other.pk_class is JenisPk.JPT for other in parts) == 1


def _has_no_budget(key: HolderKey, part: PkShare, parts: Mapping[HolderKey, PkShare], buku: BukuKerja) -> bool:
    said = fold(buku.identitas["anggaran_jf"].text) if "anggaran_jf" in buku.identitas else ""
    if key.pk_class is JenisPk.JF_JP and said == "tidak":
        return True
    return not _is_whole(key, parts) and all(kinerja.without_budget for kinerja, _ in part.kinerja)


@dataclass(frozen=True)
class _Branches:
    """The tree as the officials of one class share it: what one of them owns below another is his own, as a lurah's."""

    pohon: PohonKinerja
    posts: frozenset[str]

    def of(self, kinerja: Kinerja, post: str | None) -> Iterator[Kinerja]:
        """A node of an official and the nodes below it, without the branches that others of his class own."""
        yield kinerja
        for child in self.pohon.children(kinerja):
            if post in child.pemilik or self.posts.isdisjoint(child.pemilik):
                yield from self.of(child, post)


def _claim(key: HolderKey, part: PkShare, branches: _Branches, program: ProgramList, *, whole: bool) -> Claim:
    """What a holder asks for: his codes and those below his nodes, each with the first place where it stands.

    Of what others of his class own below him he asks for nothing, unless he has no code but theirs.
    """
    alone = any(node.kode for kinerja, _ in part.kinerja for node in branches.of(kinerja, key.post))
    walk = branches.of if alone else lambda kinerja, post: branches.pohon.subtree(kinerja)
    ranks: dict[str, tuple[int, int]] = {}
    nodes: set[int] = set()
    named: dict[str, None] = {}
    for kinerja, indicators in part.kinerja:
        place = kinerja.pemilik.index(key.post) if key.post in kinerja.pemilik else 0
        own = set(_codes(kinerja, indicators))
        for node in walk(kinerja, key.post):
            nodes.add(node.number)
            for kode in own if node is kinerja else node.kode:
                named[kode] = None
                for code in with_parents(kode):
                    rank = (node.number, place)
                    ranks[code] = min(ranks.get(code, rank), rank)
    top = _TOP_LEVEL[key.pk_class]
    heads = tuple(entry.kode for entry in program.roots) if whole else _heads(tuple(named), top, program)
    return Claim(key, heads, ranks, frozenset(nodes))


def _codes(kinerja: Kinerja, indicators: tuple[Indikator, ...]) -> Iterator[str]:
    """The codes of an official's own rows of a node; a row without one has those of the first."""
    for indikator in indicators:
        yield from split_codes(indikator.baris.kode.text) or split_codes(kinerja.baris[0].kode.text)


def _heads(codes: tuple[str, ...], top: CodeKind, program: ProgramList) -> tuple[str, ...]:
    """The components of the top level that the codes belong to, in sheet order.

    A code of a higher level stands for itself unless one of the others is a part of it; so does one whose parent of the
    top level is not listed.
    """
    kinds = list(CodeKind)
    lifted: set[str] = set()
    for code in codes:
        line = [entry for current in with_parents(code) if (entry := program.find(current))]
        low_enough = [entry.kode for entry in line if entry.jenis and kinds.index(entry.jenis) >= kinds.index(top)]
        if low_enough:
            lifted.add(low_enough[-1])
        elif code in program:
            lifted.add(code)
    above = {parent for code in lifted for parent in with_parents(code)[1:]}
    return tuple(sorted(lifted - above, key=program.order))
