"""What a kind promises is found in the table and cell in which its template prints it, not anywhere in the document."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from helpers.realised import agency, realised
from helpers.workbooks import understood
from pokin_docs.consistency.template_tables import is_titled, template_tables
from pokin_docs.documents.lkjip.kind import LKJIP
from pokin_docs.documents.pk.kind import PK
from pokin_docs.flow import build as flow
from pokin_docs.model.catalogue import message
from pokin_docs.model.locations import bundled
from pokin_docs.model.settings import Settings

REACHED = (["IND-1", None, None, "TW I", 80], ["IND-2", None, None, "TW I", 5], ["IND-3", None, None, "TW I", 12],
           ["IND-4", None, None, "TW I", 20], [None, "2.20.02.2.01.0018", None, "TW I", None, 900_000_000])  # fmt: skip
GROUPS = ("pk", "iku", "cascading", "capaian")


def told(folder: Path, file: str, was: str, now: str) -> list[str]:
    """What is said of the set of an agency whose template has this instead of that."""
    book = agency(folder, realised(*REACHED))
    shutil.copytree(bundled("templates"), folder / "templat")
    template, count = folder / "templat" / file, 0
    with zipfile.ZipFile(template) as archive:
        parts = {entry: archive.read(entry) for entry in archive.infolist()}
    with zipfile.ZipFile(template, "w") as archive:
        for entry, data in parts.items():
            count += data.count(was.encode())
            archive.writestr(entry, data.replace(was.encode(), now.encode()))
    assert count, f"«{was}» is not in {file}"
    settings = Settings(folder / "build", (folder / "templat",), hanya=GROUPS)
    outcome = flow.build(book, understood(book, settings), settings)
    return [f"{one.kode} {message(one)}" for one in outcome.temuan if one.kode in ("D46", "D47", "D49", "D50")]


CUT = {
    "a sheet whose sentences stand on another one": ("cascading.xlsx", "for s in daftar_simpul ", "for s in daftar_simpul[99:] ", "D47 Kinerja/Cascading_2026.xlsx, "),
    "indicators within a cell": ("cascading.xlsx", "in j.sasaran.daftar_indikator ", "in j.sasaran.daftar_indikator[99:] ", "D47 Kinerja/Cascading_2026.xlsx, "),
    "the second table of the same indicators": ("lkjip.docx", "for p in s.daftar_pendukung ", "for p in s.daftar_pendukung[99:] ", "D47 Capaian/LKjIP-Bab-3_2026.docx, "),
    "a table of money": ("monev.docx", "for a in daftar_program ", "for a in daftar_program[99:] ", "D47 Capaian/Monev_2026_TW-1.docx, "),
    "rows of the evaluation of the Renja": ("capaian.xlsx", "for e in daftar_evaluasi ", "for e in daftar_evaluasi[99:] ", "D47 Capaian/Capaian_2026.xlsx, "),
    "all units of a table": ("pk.docx", "{{ i.satuan }}", "{{ i.satuan if 0 }}", "D46 PK/"),
    "all units beside their numbers": ("lkjip.docx", "{{ p.satuan }}", "{{ p.satuan if 0 }}", "D46 Capaian/LKjIP-Bab-3_2026.docx, "),
    "all totals": ("pk.docx", "{{ total_anggaran }}", "{{ total_anggaran if 0 }}", "D46 PK/"),
    "a quarter of what was reached": ("capaian.xlsx", "{{ b.realisasi[0] }}", "{{ b.realisasi[0] if 0 }}", "D46 Capaian/Capaian_2026.xlsx, lembar Capaian, "),
    "a text of every row": ("capaian.xlsx", "{{ b.kategori }}", "{{ b.kategori if 0 }}", "D46 Capaian/Capaian_2026.xlsx, lembar Capaian, "),
    "the owner in the evaluation": ("capaian.xlsx", "{{ e.penanggung_jawab }}", "{{ e.penanggung_jawab if 0 }}", "D46 Capaian/Capaian_2026.xlsx, lembar E.81, "),
    "what was reached": ("monev.docx", "{{ i.realisasi }}", "{{ i.realisasi if 0 }}", "D46 Capaian/Monev_2026_TW-1.docx, "),
    "a text of a card": ("manual-iku.docx", "{{ i.polaritas }}", "{{ i.polaritas if 0 }}", "D46 Kinerja/Manual-IKU_2026.docx, "),
    "all targets of the Manual IKU": ("manual-iku.docx", "{{ t.target }}", "{{ t.target if 0 }}", "D46 Kinerja/Manual-IKU_2026.docx, "),
}  # fmt: skip


@pytest.mark.parametrize(("file", "was", "now", "begin"), CUT.values(), ids=CUT.keys())
def test_what_a_template_does_not_print_in_its_own_place_is_told(
    tmp_path: Path, file: str, was: str, now: str, begin: str
) -> None:
    found = told(tmp_path, file, was, now)
    assert found
    assert all(one.startswith(begin) for one in found), found


PLAIN = {
    "a text in another way": ("capaian.xlsx", "{{ b.kategori }}", "{{ b.kategori[:3] }}"),
    "a text of a card among other words": ("manual-iku.docx", "{{ i.polaritas }}", "Arah: {{ i.polaritas }} (lihat rumus)"),
    "nothing changed": ("pk.docx", "{{ i.satuan }}", "{{ i.satuan }}"),
    "another title": ("lkjip.docx", "Faktor Penghambat", "Hambatan"),
    "a list in another order": ("monev.docx", "for a in daftar_program ", "for a in daftar_program|reverse "),
}  # fmt: skip


@pytest.mark.parametrize(("file", "was", "now"), PLAIN.values(), ids=PLAIN.keys())
def test_what_an_office_may_do_is_not_told(tmp_path: Path, file: str, was: str, now: str) -> None:
    assert told(tmp_path, file, was, now) == []


def lists(kind: object, file: str) -> dict[str, list[tuple[str, bool]]]:
    """Per table of a shipped template its first title in words, and its lists."""
    path = bundled("templates") / file
    found = template_tables(kind, file, path.read_bytes())  # type: ignore[arg-type]
    return {" ".join(one.titles): [(rows.group, rows.every) for rows in one.rows] for one in found}


def test_a_row_in_each_branch_of_a_condition_is_there_always() -> None:
    pk = lists(PK, "pk.docx")
    assert [("daftar_sasaran[].daftar_indikator[]", True)] in pk.values()
    assert any(("daftar_anggaran[]", True) in rows for rows in pk.values())


def test_a_table_below_a_condition_within_a_loop_may_leave_rows_out() -> None:
    found = lists(LKJIP, "lkjip.docx")
    every = {title: rows for title, rows in found.items() if rows == [("daftar_sasaran[].daftar_indikator[]", True)]}
    partly = {title for title, rows in found.items() if rows == [("daftar_sasaran[].daftar_indikator[]", False)]}
    assert any(title.startswith("no sasaran strategis indikator") for title in every)
    assert any("standar nasional" in title for title in partly)


@pytest.mark.parametrize(
    ("titles", "cells", "same"),
    [
        (("no", "target *"), ("No", "Target 2026"), True),
        (("no", "target *"), ("No", "Realisasi 2026"), False),
        (("no", "target *"), ("No", "Target 2026", ""), False),
        (("no", "*"), ("No", ""), True),
    ],
)
def test_titles_are_known_whatever_is_filled_in(titles: tuple[str, ...], cells: tuple[str, ...], same: bool) -> None:
    assert is_titled(titles, cells) is same


OWN_WAYS = {
    "a percent sign behind a share": ("lkjip.docx", "{{ i.capaian }}", "{{ i.capaian }}%"),
    "numbers in words": ("lkjip.docx", "{{ i.realisasi }}", "{{ i.realisasi|terbilang }}"),
    "targets in words": ("monev.docx", "{{ i.target }}", "{{ i.target|terbilang }}"),
    "a post where nobody is named": ("monev.docx", "{{ i.pic }}", "{{ i.pic or i.penanggung_jawab }}"),
    "words between target and unit": ("pk.docx", "{{ i.satuan }}", "dihitung dalam {{ i.satuan }} setahun"),
    "what is blank by a condition in its cell": ("monev.docx", "{{ i.realisasi }}", "{% if i.status == 'lain' %}{{ i.realisasi }}{% endif %}"),
    "a text that is blank by a condition": ("manual-iku.docx", "{{ i.polaritas }}", "{% if i.polaritas == 'lain' %}{{ i.polaritas }}{% endif %}"),
}  # fmt: skip


@pytest.mark.parametrize(("file", "was", "now"), OWN_WAYS.values(), ids=OWN_WAYS)
def test_what_a_template_prints_in_its_own_way_is_no_slip(tmp_path: Path, file: str, was: str, now: str) -> None:
    assert told(tmp_path, file, was, now) == []


def test_words_for_another_number_are_a_slip(tmp_path: Path) -> None:
    assert told(tmp_path, "monev.docx", "{{ i.target }}", "{{ ('7' if i.target else i.target)|terbilang }}")


def test_only_a_condition_without_another_branch_may_leave_a_column_blank(tmp_path: Path) -> None:
    both = "{% if tahun == '2026' %}{% else %}{{ i.realisasi }}{% endif %}"
    assert told(tmp_path, "monev.docx", "{{ i.realisasi }}", both)
