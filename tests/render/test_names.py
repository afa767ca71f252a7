"""Names of documents: carried everywhere, unique, and each its own whatever happens to the others (promise 12)."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.offices import Kantor
from helpers.workbooks import BAKU, add_row, drop, insert_row, put, seed_rows, sheet_of, write
from pokin_docs.flow.examine import Understood, examine
from pokin_docs.model.findings import MachineTrouble
from pokin_docs.model.settings import Settings
from pokin_docs.render import paths
from pokin_docs.render import write as render

RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


def names(path: Path) -> list[str]:
    found = examine(path, Settings(Path("build"), ()))
    assert isinstance(found, Understood)
    return [document.path for document in found.plan.dokumen]


def assert_safe(found: list[str]) -> None:
    assert found
    assert len({name.casefold() for name in found}) == len(found)
    for name in found:
        assert re.fullmatch(r"[A-Za-z0-9_./-]+", name), name
        for part in name.split("/"):
            assert part
            assert len(part.encode()) <= 120
            assert not RESERVED.fullmatch(part)
            assert part[0] not in ".-"
            assert part[-1] not in ". "
        assert len(name) <= 150
        assert paths.is_inside(name)


TITLES = [
    "../../evil", "/etc/passwd", "C:\\x", "CON", "nul.docx", "x:y", '<a>|"b"?*', "Akhir. ", "-rf", ".sembunyi", "é" * 200,
    "Kepala\nBidang", "Staf «Ahli» / Muda", "кириллица", "👩‍⚕️", "Kepala Bidang " + "sangat panjang " * 60, "...", "a",
]  # fmt: skip


@pytest.mark.parametrize("title", TITLES)
def test_names_of_any_title_and_id_are_safe_everywhere(tmp_path: Path, title: str) -> None:
    people = [put("Pejabat!G6", title), put("Pejabat!A6", title[:80] or "X"), put("Tahap 5!H6", title[:80] or "X")]
    assert_safe(names(write(tmp_path / "b.xlsx", BAKU, people[0])))
    if ";" not in title and "\n" not in title:
        assert_safe(names(write(tmp_path / "b.xlsx", BAKU, *people)))
    assert_safe(names(write(tmp_path / "b.xlsx", BAKU, drop("Pejabat"), put("Tahap 5!B6", title))))
    assert_safe(names(write(tmp_path / "b.xlsx", BAKU, drop("Pejabat"), put("Tahap 5!H6", title))))


def test_names_of_the_official_tables_alone_are_safe(tmp_path: Path) -> None:
    sheet_of(seed_rows()).save(tmp_path / "benih.xlsx")
    found = names(tmp_path / "benih.xlsx")
    assert len(found) > 40
    assert_safe(found)


def twin(id_: str, title: str = "Statistisi") -> str:
    return f"| {id_} | Contoh Lima | | '199104042015012905 | III/a | Penata Muda | {title} | PK JF/JP | SUBKOR | |"


OTHERS: dict[str, tuple[Callable[[Workbook], None], ...]] = {
    "twin below": (add_row("Pejabat", twin("STAF2")), put("Tahap 5!H6", "STAF;STAF2")),
    "twin above": (insert_row("Pejabat", 2, twin("STAF2")), put("Tahap 5!H6", "STAF;STAF2")),
    "twin in other case": (add_row("Pejabat", twin("staf2", "STATISTISI")), put("Tahap 5!H6", "STAF;staf2")),
    "ID that looks the same": (add_row("Pejabat", twin("ST AF")), put("Tahap 5!H6", "STAF;ST AF")),
    "title of another": (put("Pejabat!G4", "Kepala Bidang Lain"),),
    "name of the person": (put("Pejabat!B6", "Orang Lain"),),
    "row above in Tahap 5": (
        insert_row("Tahap 5", 3, "| Tahap 1 | Terjaganya aset data | Persentase aset | Kinerja Strategis SKPD | Sasaran Kedua SKPD | PK JPT | | KADIS | % | 1 | 2 | 3 | 4 | 5 | 6 | 7 | | |"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("change", OTHERS)
def test_a_name_stays_when_others_come_go_or_change(tmp_path: Path, change: str) -> None:
    before = names(write(tmp_path / "a.xlsx"))
    own = [name for name in before if "Statistisi" in name]
    assert own == [f"{kind}/JF-JP/{kind}_2026_JF-JP_Statistisi_STAF.docx" for kind in ("PK", "Rencana-Aksi", "SKP")]
    after = names(write(tmp_path / "b.xlsx", BAKU, *OTHERS[change]))
    assert set(own) <= set(after)
    assert_safe(after)


def test_kinerja_without_a_post_keeps_its_name_when_another_of_its_words_comes_or_goes(tmp_path: Path) -> None:
    rows = seed_rows()
    sheet_of(rows).save(tmp_path / "a.xlsx")
    before = [name for name in names(tmp_path / "a.xlsx") if name.startswith("PK/JF-JP")]
    last = next(index for index in range(len(rows) - 1, 0, -1) if rows[index][5] == "PK JF/JP")
    sheet_of(rows[:last] + rows[last + 1 :]).save(tmp_path / "b.xlsx")
    after = [name for name in names(tmp_path / "b.xlsx") if name.startswith("PK/JF-JP")]
    assert len(after) == len(before) - 1
    assert set(after) < set(before)


def test_path_that_windows_would_not_take_is_said_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kantor = Kantor(tmp_path)
    kantor.build = tmp_path / ("x" * 120) / ("y" * 100)
    monkeypatch.setattr(render, "_WINDOWS", True)
    with pytest.raises(MachineTrouble, match="240") as caught:
        kantor.bangun({"PK/a.docx": "A"})
    assert "--keluaran" in caught.value.saran
    assert not kantor.build.parent.exists()
    monkeypatch.setattr(render, "_WINDOWS", False)
    kantor.bangun({"PK/a.docx": "A"})


def test_only_the_paths_that_are_too_long_are_named(tmp_path: Path) -> None:
    room = paths.MAX_PATH - len(str(tmp_path.resolve())) - 1
    assert paths.too_long(tmp_path, ("a" * room,)) == ""
    assert paths.too_long(tmp_path, ("a", "b" * (room + 1))) == "b" * (room + 1)
