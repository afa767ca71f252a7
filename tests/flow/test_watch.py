"""Files watched by looking: what counts as a save, and what Office does on the way to one."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from pokin_docs.flow.watch import Watch, files_of_office, watched_books


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "b.xlsx"
    path.write_bytes(b"lama")
    return path


def started(*files: Path, needed: Path | None = None) -> Watch:
    watch = Watch(lambda: files, lambda path: path == needed)
    watch.start()
    assert watch.look() == ()
    return watch


def test_a_save_is_told_at_the_second_look_that_finds_the_same_and_once(book: Path) -> None:
    watch = started(book)
    book.write_bytes(b"baru!")
    assert (watch.look(), watch.is_unsettled) == ((), True)
    assert (watch.look(), watch.is_unsettled) == ((book,), False)
    assert watch.look() == ()


def test_what_was_saved_between_the_start_and_the_first_look_is_told(book: Path) -> None:
    watch = Watch(lambda: (book,))
    watch.start()
    book.write_bytes(b"baru!")
    assert [watch.look() for _ in range(3)] == [(), (book,), ()]


def test_half_a_save_is_none_until_the_file_rests(book: Path) -> None:
    watch = started(book)
    for part in (b"b", b"ba", b"bar", b"baru"):
        book.write_bytes(part)
        assert watch.look() == ()
    assert watch.look() == (book,)


def test_half_an_office_file_is_waited_for_though_it_rests_and_told_where_it_stays(book: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("isi", "isi")
    data = out.getvalue()
    for half in (data[: len(data) // 2], b""):
        watch = started(book)
        book.write_bytes(half)
        assert [watch.look() for _ in range(4)] == [()] * 4
        assert watch.is_unsettled
        book.write_bytes(data)
        assert [watch.look() for _ in range(3)] == [(), (book,), ()]
        book.write_bytes(half)
        assert [watch.look() for _ in range(13)] == [*[()] * 11, (book,), ()]
        book.write_bytes(b"lama")


def test_a_content_written_under_the_same_size_and_time_is_seen_where_it_was_not_at_rest(book: Path) -> None:
    watch = started(book)
    book.write_bytes(b"baru1")
    assert watch.look() == ()
    saved = book.stat()
    book.write_bytes(b"baru2")
    os.utime(book, ns=(saved.st_atime_ns, saved.st_mtime_ns))
    assert watch.look() == ()  # not the same content twice
    assert watch.look() == (book,)


def test_the_same_content_saved_again_is_no_change(book: Path) -> None:
    watch = started(book)
    os.utime(book, (1, 1))
    assert [watch.look(), watch.look()] == [(), ()]
    assert not watch.is_unsettled


def test_a_file_at_rest_is_not_opened(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watch = started(book)
    monkeypatch.setattr(Path, "open", lambda *_, **__: pytest.fail("opened"))
    assert watch.look() == ()


def test_a_workbook_that_is_away_for_a_moment_is_none_but_a_template_that_is_deleted(book: Path) -> None:
    template = book.with_name("pk.docx")
    template.write_bytes(b"templat")
    watch = started(book, template, needed=book)
    book.unlink()
    template.unlink()
    assert watch.look() == ()
    assert watch.look() == (template,)
    assert [watch.look(), watch.look()] == [(), ()]
    book.write_bytes(b"lama")  # a rename brings back what was there
    assert [watch.look(), watch.look()] == [(), ()]


def test_a_new_file_is_a_change_and_one_that_came_and_went_is_none(book: Path) -> None:
    there = [book]
    watch = Watch(lambda: there)
    watch.start()
    watch.look()
    new, fleeting = book.with_name("n.xlsx"), book.with_name("f.xlsx")
    for path in (new, fleeting):
        path.write_bytes(b"baru")
        there.append(path)
    assert watch.look() == ()
    fleeting.unlink()
    assert watch.look() == (new,)
    assert watch.look() == ()


def test_what_the_program_wrote_itself_is_accepted(book: Path) -> None:
    watch = started(book)
    book.write_bytes(b"kami")
    watch.accept(book)
    assert [watch.look(), watch.look()] == [(), ()]


def test_files_of_an_office_are_its_workbooks_what_lies_beside_them_and_its_folders(tmp_path: Path) -> None:
    names = ("b.xlsx", "b-naskah.docx", "logo.png", "~$b.xlsx", ".~lock.b.xlsx#", "catatan.pdf")
    for name in names:
        (tmp_path / name).touch()
    (tmp_path / "templates").mkdir()
    for name in ("pk.docx", "~$pk.docx", "pk.docx.bak"):
        (tmp_path / "templates" / name).touch()
    found = files_of_office(watched_books(None, tmp_path), (tmp_path / "templates", tmp_path / "kata"))
    assert sorted(path.name for path in found) == ["b-naskah.docx", "b.xlsx", "logo.png", "pk.docx"]
    assert watched_books(tmp_path / "x.xlsx", tmp_path) == (tmp_path / "x.xlsx",)
