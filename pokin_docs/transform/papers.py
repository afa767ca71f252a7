"""The papers of the officials over the year: who comes into office, or gets another superior, has one of his own.

PermenPANRB 53/2014 I.E: a change of the official is a reason for another paper. It is dated by the day he takes office.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import zip_longest

from pokin_docs.model.cycle import Cycle
from pokin_docs.model.findings import FindingLog, Temuan, temuan
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.owned_rows import OfficialPaper, PkShare
from pokin_docs.model.posts import Pejabat
from pokin_docs.model.printing import plain_nip
from pokin_docs.model.printing import tanggal as written
from pokin_docs.model.texts import fold
from pokin_docs.model.tree import PohonKinerja
from pokin_docs.transform.posts import holder_on, last_before, superior_of, unheld

_ONE_DAY = timedelta(days=1)


def first_papers(
    shares: Iterable[PkShare], posts: dict[str, Pejabat], superiors: dict[str, str], cycle: Cycle
) -> tuple[OfficialPaper, ...]:
    """The papers of the day of the PK, one for each share.

    Args:
        shares: The shares of the officials.
        posts: The holder of each post on that day, by the ID of the post.
        superiors: The ID of the superior of each post that has one.
        cycle: For the day.
    """
    return tuple(
        OfficialPaper(
            share,
            posts.get(superiors.get(share.pejabat.id, "")) if share.pejabat is not None else None,
            cycle.tanggal,
            of_identitas=cycle.tanggal_source is not None,
        )
        for share in shares
    )


def papers_of_year(
    first: tuple[OfficialPaper, ...],
    everything: tuple[Pejabat, ...],
    pohon: PohonKinerja,
    cycle: Cycle,
    *,
    follows_superior: bool,
) -> tuple[tuple[OfficialPaper, ...], tuple[Temuan, ...]]:
    """The papers of the day of the PK, each with those before and behind it in the year, in order of their days.

    Those before it are of who held the post between the day in Identitas and the later one of ``--tanggal``: their
    papers stay what they are without that option. Of those of the day nothing changes but how long they count.

    Args:
        first: The papers of the day of the PK.
        everything: Every holder of every post, in order of the sheet Pejabat.
        pohon: The tree.
        cycle: Year and day of the PK; where no day in that year is known nothing can follow it.
        follows_superior: Whether an official has a new paper, too, when another comes into the post of his superior.

    Returns:
        The papers, and a finding for each later one whose superior is not known.
    """
    if cycle.holder_day is None or cycle.tahun not in (None, cycle.holder_day.year):
        return first, ()
    log = FindingLog()
    year = _YearOfPosts(everything, pohon, cycle)
    papers: list[OfficialPaper] = []
    for paper in first:
        chain = list(year.chain(paper, log, follows_superior=follows_superior))
        following = zip_longest(chain, chain[1:])
        papers += (replace(one, last_day=_last_day(one, then, year.end)) for one, then in following if one is not None)
    return tuple(papers), tuple(log)


def signed(
    shares: tuple[PkShare, ...], papers: tuple[OfficialPaper, ...], everything: tuple[Pejabat, ...], cycle: Cycle
) -> tuple[tuple[PkShare, ...], tuple[OfficialPaper, ...]]:
    """The shares and papers without those that nobody can sign (PK Jabatan Lowong).

    That is the paper of a post that says itself that nobody holds it, and that of the day of the PK of a post that only
    begins later in the year. Who comes into it in the year has his paper, and so the post its share.

    Args:
        shares: The shares of the officials.
        papers: The papers of the year.
        everything: Every holder of every post.
        cycle: Day of the PK, and whether a vacant post gets a paper with marks.
    """

    if cycle.pk_of_vacant:
        return shares, papers
    later = {_id_of(paper) for paper in papers if paper.is_later}
    begun = {pejabat.id for pejabat in everything if not _begins_after(pejabat, cycle.tanggal)}
    left = tuple(
        paper for paper in papers
        if not is_vacant(paper.share) and (paper.is_later or _id_of(paper) not in later - begun)
    )  # fmt: skip
    return tuple(part for part in shares if not is_vacant(part) or (part.pejabat and part.pejabat.id in later)), left


def is_vacant(share: PkShare) -> bool:
    """Whether a post says itself that nobody holds it."""
    return share.pejabat is not None and share.pejabat.vacant is not None


def _id_of(paper: OfficialPaper) -> str:
    return paper.share.pejabat.id if paper.share.pejabat is not None else ""


def _begins_after(pejabat: Pejabat, day: date | None) -> bool:
    start = pejabat.baris.berlaku_dari.tanggal
    return day is not None and start is not None and start > day


def told_vacancies(found: tuple[Temuan, ...], papers: tuple[OfficialPaper, ...]) -> tuple[Temuan, ...]:
    """The findings about posts, where P39 would tell of a mark that no paper prints: who comes signs, and that is told.

    Args:
        found: The findings about posts.
        papers: The papers that are signed.
    """
    of_post: dict[str, list[OfficialPaper]] = {}
    for paper in papers:
        of_post.setdefault(_id_of(paper), []).append(paper)
    # The head of the agency is named by the Renstra too.
    named = {paper.superior.id for paper in papers if paper.superior is not None and not paper.is_later}
    named |= {_id_of(paper) for paper in papers if paper.share.pk_class is JenisPk.JPT}

    def told(finding: Temuan) -> Temuan:
        id_ = dict(finding.details).get("id", "")
        own = of_post.get(id_, ()) if finding.kode == "P39" and id_ not in named else ()
        if not own or not own[0].is_later or own[0].day is None:
            return finding
        return temuan("P62", finding.tempat, **dict(finding.details), mulai=written(own[0].day))

    return tuple(map(told, found))


def _last_day(paper: OfficialPaper, then: OfficialPaper | None, end: date) -> date | None:
    """The last day on which a paper counts: before the one ``then``, and while its official holds the post."""
    ends = [then.since - _ONE_DAY] if then is not None and then.since is not None else []
    post = paper.share.pejabat
    if post is not None and post.nama and paper.day is not None and post.in_force(paper.day):
        left = post.baris.berlaku_sampai.tanggal
        ends += [left] if left is not None and left < end else []
    return min(ends, default=None)


class _YearOfPosts:
    """Who holds which post on a day of the year of the PK, from the first day on which papers are signed."""

    def __init__(self, everything: tuple[Pejabat, ...], pohon: PohonKinerja, cycle: Cycle) -> None:
        assert cycle.holder_day is not None  # without a day there is no year
        self.today, self.start = cycle.holder_day, cycle.earlier_day or cycle.holder_day
        self.pohon, self.end = pohon, date(self.today.year, 12, 31)
        self.holders: dict[str, list[Pejabat]] = {}
        self.starts: dict[date, set[str]] = {}
        for pejabat in everything:
            self.holders.setdefault(pejabat.id, []).append(pejabat)
            start = pejabat.baris.berlaku_dari.tanggal
            comes = start is not None and self.start < start <= self.end and pejabat.in_force(start)
            if start is not None and comes and not pejabat.vacant:
                self.starts.setdefault(start, set()).add(pejabat.id)
        self._posts: dict[date, dict[str, Pejabat]] = {}

    def chain(self, paper: OfficialPaper, log: FindingLog, *, follows_superior: bool) -> Iterator[OfficialPaper]:
        """The papers of one post over the year, in order of their days.

        Args:
            paper: That of the day of the PK.
            log: Told of superiors who are not known.
            follows_superior: As for ``papers_of_year``.
        """
        id_ = _id_of(paper)
        days = self.days_of(id_, follows_superior=follows_superior)
        former = [self.start, *(day for day in days if day <= self.today)]
        last = self.holder(id_, former[-1])
        if last is None or last is self.holder(id_, self.today):
            since = former.pop()
        else:  # nobody came after him, but he is gone
            since = (last.baris.berlaku_sampai.tanggal or self.today - _ONE_DAY) + _ONE_DAY
        yield from self._signed_on(former, paper, log)
        yield paper if since == self.start else replace(paper, is_later=True, since=since)
        yield from self._signed_on([day for day in days if day > self.today], paper, log)

    def _signed_on(self, days: list[date], paper: OfficialPaper, log: FindingLog) -> Iterator[OfficialPaper]:
        """The papers like ``paper`` of who holds the post on each of these days; superiors unknown go to ``log``."""
        for day in days:
            holder = self.holder(_id_of(paper), day)
            if holder is not None and not holder.vacant:
                share, later = replace(paper.share, pejabat=holder), day != self.start
                superior = self.superior(holder, day, log)
                yield OfficialPaper(
                    share, superior, day, is_later=later, since=day if later else None, of_identitas=not later
                )  # fmt: skip

    def days_of(self, id_: str, *, follows_superior: bool) -> list[date]:
        """The days on which a post needs another paper, in order; no day where nobody holds it then."""
        return [
            day
            for day in sorted(self.starts)
            if id_ in self.starts[day] or (follows_superior and self._has_another_superior(id_, day))
        ]

    def holder(self, id_: str, day: date) -> Pejabat | None:
        """Who holds a post on a day; None where nobody does."""
        return holder_on(self.holders.get(id_, ()), day)

    def superior(self, pejabat: Pejabat, day: date, log: FindingLog) -> Pejabat | None:
        """Who holds the post of the superior of ``pejabat`` on a day; nameless, and in ``log``, if nobody does."""
        id_, candidates = self._above(pejabat, day)
        if id_ is None:
            if candidates:
                log.note("P35", pejabat.baris.atasan.source, calon=candidates)
            return None
        found = self.holder(id_, day)
        if found is None:
            found = unheld(last_before(self.holders[id_], day))
            log.note("P60", found.baris.id.source, id=id_, tanggal=written(day), bawahan=pejabat.id)
        return found

    def _has_another_superior(self, id_: str, day: date) -> bool:
        """Whether another person than before comes into the post of the superior on that day."""
        come, atasan = self.starts[day], {pejabat.atasan for pejabat in self.holders.get(id_, ())}
        classes = {self.holders[other][0].jenis_pk for other in come}
        # Without Atasan nobody of his own class is the superior; both are asked first as they are quick to tell.
        if atasan.isdisjoint(come) and (None not in atasan or classes <= {self.holders[id_][0].jenis_pk}):
            return False
        holder = self.holder(id_, day)
        if holder is None:
            return False
        above, _ = self._above(holder, day)
        now = self.holder(above, day) if above is not None and above in come else None
        if now is None:
            return False
        before = [pejabat for pejabat in self.holders[now.id] if pejabat is not now and _left_before(pejabat, day)]
        last = max(before, key=lambda pejabat: pejabat.baris.berlaku_sampai.tanggal or date.max, default=None)
        return last is None or not _same_person(last, now)

    def _above(self, pejabat: Pejabat, day: date) -> tuple[str | None, str]:
        """The ID of the superior of ``pejabat`` on a day; where it cannot be told, None and who it may be, in words."""
        if pejabat.atasan is not None:
            return (pejabat.atasan if pejabat.atasan in self.holders else None), ""
        return superior_of(pejabat, self._posts_on(day), self.pohon)

    def _posts_on(self, day: date) -> dict[str, Pejabat]:
        """The holder of every post on a day; of one that nobody holds the last there was."""
        if day not in self._posts:
            self._posts[day] = {id_: self.holder(id_, day) or held[-1] for id_, held in self.holders.items()}
        return self._posts[day]


def _left_before(pejabat: Pejabat, day: date) -> bool:
    left = pejabat.baris.berlaku_sampai.tanggal
    return left is not None and left < day


def _same_person(one: Pejabat, other: Pejabat) -> bool:
    numbers = [plain_nip(pejabat.baris.nip.clean) for pejabat in (one, other)]
    return numbers[0] == numbers[1] if all(numbers) else fold(one.nama.text) == fold(other.nama.text)
