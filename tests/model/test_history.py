"""What is kept of earlier runs, and the progress shown from it."""

from __future__ import annotations

from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.history import HistoryEntry, added, entry_of, progress, read, to_bytes
from pokin_docs.model.source import CellRef


def blank(*rows: int) -> tuple[Temuan, ...]:
    return tuple(temuan("I12", CellRef("Tahap 5", row, 9)) for row in rows)


def no_target(row: int) -> tuple[Temuan, ...]:
    return (temuan("I13", CellRef("Tahap 5", row, 12), tahun=2026),)


def entry(book: str, found: tuple[Temuan, ...], day: str = "2026-11-01") -> HistoryEntry:
    return entry_of(day, book, found, ())


def run(history: tuple[HistoryEntry, ...], *runs: tuple[str, tuple[Temuan, ...]]) -> tuple[HistoryEntry, ...]:
    for book, found in runs:
        history = added(history, entry(book, found))
    return history


def test_an_entry_is_added_only_where_the_workbook_or_a_count_changed() -> None:
    once = run((), ("a", blank(5)))
    assert len(once) == 1
    assert run(once, ("a", blank(5))) == once
    assert len(run(once, ("b", blank(5)))) == 2
    assert len(run(once, ("a", blank(5, 6)))) == 2
    assert added(once, entry("a", blank(5), "2026-12-24")) == once, "the day alone is no change"


def test_the_file_gives_back_what_was_written() -> None:
    history = run((), ("a", blank(5, 6)), ("b", ()), ("c", no_target(4)))
    assert read(to_bytes(history)) == history


def test_what_is_damaged_or_not_ours_is_no_history() -> None:
    whole = to_bytes(run((), ("a", blank(5))))
    for data in (b"", b"\xff\xfe", b"{}x", whole[:-3], b"[1]", b'["x"]', b'[{"hari": "x"}]', b"null", b"[" * 99_999,
                 whole.replace(b'"jumlah": {', b'"jumlah": [{').replace(b"}, \"sebab\"", b"}], \"sebab\"")):  # fmt: skip
        assert read(data) is None, data[:40]
    assert read(b"[]") == ()


def test_the_series_and_what_is_new_or_repaired() -> None:
    history = run((), ("a", blank(*range(5, 74))), ("b", blank(5) + no_target(6)))
    said = progress(history, entry("c", no_target(6)), no_target(6))
    assert said.series == (69, 2, 1)
    assert dict(said.levels)["peringatan"] == (69, 2, 1)
    assert dict(said.levels)["galat"] == (0, 0, 0)
    assert [one.text for one in said.repaired] == ["Tahap 5: Satuan belum diisi."]
    assert (said.new, said.changed) == ((), ())
    back = progress(history, entry("c", blank(5, 6)), blank(5, 6))
    assert [(cause.kode, then) for cause, then in back.changed] == [("I12", 1)]
    assert [one.kode for one in back.repaired] == ["I13"]
    assert [cause.kode for cause in progress(history, entry("c", blank(5) + no_target(7) + no_target(8)), ()).new] == []


def test_a_second_run_shows_the_same() -> None:
    """Whatever was before, and also where an entry fell off at the other end."""
    histories = [(), run((), ("a", blank(5))), run((), ("a", blank(5)), ("b", ()), ("a", blank(5, 6)))]
    histories.append(run((), *((f"{n}", blank(*range(n + 1))) for n in range(60))))
    for history in histories:
        for book, found in (("a", blank(5)), ("a", blank(7, 8, 9)), ("new", no_target(5))):
            now = entry(book, found, "2026-11-30")
            after = added(history, now)
            later = entry(book, found, "2026-12-01")
            assert progress(history, now, found) == progress(after, later, found)
            assert added(after, later) == after


def test_the_first_run_has_no_progress() -> None:
    said = progress((), entry("a", blank(5)), blank(5))
    assert (said.series, said.since, said.first, said.new, said.repaired) == ((1,), "", "", (), ())


def test_the_same_counts_are_one_point_and_another_year_is_not_compared() -> None:
    history = run((), ("a", blank(5)), ("b", blank(6)))
    assert progress(history, entry("c", ()), ()).series == (1, 0)
    other_year = run((), ("a", blank(5)), ("a", blank(5, 6)))
    said = progress(other_year, entry("a", blank(5)), blank(5))
    assert (said.series, said.since) == ((1, 2, 1), "")


def test_no_more_is_kept_than_is_needed() -> None:
    history = run((), *((f"{n}", blank(*range(n % 7 + 1))) for n in range(80)))
    assert len(history) == 50
    assert [one.causes is not None for one in history[-3:]] == [False, True, True]
    assert all(one.causes is None for one in history[:-2])
    assert len(progress(history, entry("x", ()), ()).series) <= 12


def test_a_long_message_is_cut() -> None:
    found = (temuan("B17", CellRef("Tahap 5", 5, 1), teks="x" * 30_000),)
    (one,) = entry("a", found).causes or ()
    assert len(one.text) == 300
