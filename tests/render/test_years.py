"""Documents of several years and periods in one build folder: a run touches only those of the time it makes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from helpers.offices import Dinas, Kantor
from helpers.workbooks import drop, put
from pokin_docs.render import manifest_reading
from pokin_docs.render.answerable import scope, time_in_name
from pokin_docs.render.standing_files import digest


def pks(dinas: Dinas, year: int) -> dict[str, bytes]:
    """The PKs of a year and the list of those who sign them."""
    return {name: data for name, data in dinas.files("lama").items() if f"PK_{year}" in name}


OF_ALL_TIMES = ("manifes.json", "riwayat.json", "tanda-tangan.json")


def papers(files: dict[str, bytes]) -> dict[str, bytes]:
    """Without the lists of signers: they hold what an office typed, and no run removes one."""
    return {name: data for name, data in files.items() if "Tanda-Tangan" not in name and name != "tanda-tangan.json"}


def test_pks_of_two_years_stand_beside_each_other_each_as_a_clean_build_gives_them(tmp_path: Path) -> None:
    dinas = Dinas(tmp_path)
    dinas.bangun("lama", hanya=("pk",))
    before = pks(dinas, 2026)
    made = dinas.bangun("lama", tahun=2027, hanya=("pk",))
    dinas.bangun("bersih", tahun=2027, hanya=("pk",))
    assert len(before) > 3
    assert made.deleted == ()
    assert pks(dinas, 2026) == before
    clean = {name: data for name, data in dinas.files("bersih").items() if name not in OF_ALL_TIMES}
    assert dinas.files("lama").items() >= clean.items()
    assert len(pks(dinas, 2027)) == len(before)
    again = dinas.bangun("lama", hanya=("pk",))
    assert (again.new, again.used) == (0, len(before))


def test_an_official_who_is_gone_leaves_no_file_of_that_year_and_the_file_of_another(tmp_path: Path) -> None:
    dinas = Dinas(tmp_path)
    dinas.bangun("lama", hanya=("pk",))
    dinas.bangun("lama", tahun=2027, hanya=("pk",))
    earlier = pks(dinas, 2026)
    dinas.ubah_buku(put("Pejabat!A6", "STAF9"), put("Tahap 5!H6", "STAF9"))
    made = dinas.bangun("lama", tahun=2027, hanya=("pk",))
    assert [Path(name).name for name in made.deleted] == ["PK_2027_JF-JP_Statistisi_STAF.docx"]
    assert pks(dinas, 2026) == earlier


def test_each_time_keeps_what_it_was_made_from(tmp_path: Path) -> None:
    dinas = Dinas(tmp_path)
    dinas.bangun("lama", hanya=("pk",))
    first = manifest_reading.read(tmp_path / "lama" / "b").buku
    dinas.ubah_buku(put("Identitas!B2", "Dinas Lain"))
    dinas.bangun("lama", tahun=2027, hanya=("pk",))
    made = manifest_reading.read(tmp_path / "lama" / "b")
    assert made.buku != first
    assert {one.time: one.buku for one in made.made if one.jenis == "pk"} == {"2026": first, "2027": made.buku}
    content = json.loads((tmp_path / "lama" / "b" / "manifes.json").read_text(encoding="utf-8"))
    assert [(one["jenis"], one["waktu"], list(one["templat"])) for one in content["dibuat"]] == [
        ("koreksi", "", []), ("pk", "2026", ["pk.docx"]), ("pk", "2027", ["pk.docx"]),
        ("sampul-pk", "2026", ["sampul-pk.docx"]), ("sampul-pk", "2027", ["sampul-pk.docx"]),
    ]  # fmt: skip
    assert {entry["waktu"] for entry in content["dokumen"] if entry["jenis"] == "pk"} == {"2026", "2027"}


def test_where_earlier_files_of_a_time_stay_it_keeps_what_those_were_made_from(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    kantor.bangun({"PK_2026_a.docx": "A", "PK_2026_b.docx": "B"})
    kantor.buku.write_bytes(b"buku baru")
    kantor.bangun({"PK_2026_a.docx": "A baru"}, answerable=frozenset())
    (one,) = kantor.manifes()["dibuat"]
    assert one["buku"]["sha256"] == digest(b"buku")
    kantor.bangun({"PK_2026_a.docx": "A baru", "PK_2026_b.docx": "B"})
    (one,) = kantor.manifes()["dibuat"]
    assert one["buku"]["sha256"] == digest(b"buku baru")


def test_another_period_leaves_the_renstra_of_the_first_and_takes_the_chapters(tmp_path: Path) -> None:
    """Chapters have one path for all periods (``Renstra/Bab-1.docx``): they are those of the last run."""
    dinas = Dinas(tmp_path)
    dinas.bangun("lama", hanya=("renstra",))
    whole = dinas.files("lama")[str(Path("Renstra/Renstra_2025-2029.docx"))]
    dinas.ubah_buku(put("Identitas!B6", "2030-2034"))
    made = dinas.bangun("lama", hanya=("renstra",))
    assert made.deleted == ()
    now = dinas.files("lama")
    assert now[str(Path("Renstra/Renstra_2025-2029.docx"))] == whole
    assert str(Path("Renstra/Renstra_2030-2034.docx")) in now
    times = {entry.file: entry.time for entry in manifest_reading.read(tmp_path / "lama" / "b").dokumen}
    assert times["Renstra/Renstra_2025-2029.docx"] == "2025-2029"
    assert times["Renstra/Bab-1.docx"] == "2030-2034"


def test_a_draft_for_no_year_is_replaced_by_the_document_for_the_year(tmp_path: Path) -> None:
    dinas = Dinas(tmp_path)
    dinas.ubah_buku(drop("Identitas"))
    dinas.bangun("lama", hanya=("pk",))
    drafts = [name for name in papers(dinas.files("lama")) if "tanpa-tahun" in name]
    assert drafts
    made = dinas.bangun("lama", tahun=2026, hanya=("pk",))
    assert len(made.deleted) == len(drafts)
    dinas.bangun("bersih", tahun=2026, hanya=("pk",))
    lama, bersih = (papers(dinas.files(folder)) for folder in ("lama", "bersih"))
    lama.pop("riwayat.json"), bersih.pop("riwayat.json")
    assert lama == bersih


@pytest.mark.parametrize(
    ("path", "time"),
    [
        ("PK/Ess-3/PK_2026_Ess-3_Kepala_KABID.docx", "2026"),
        ("Renstra/Renstra_2025-2029.docx", "2025-2029"),
        ("pratinjau/PK/JPT/PK_2026_JPT_x.html", "2026"),
        ("Renstra/Bab-1.docx", ""),
        ("PK/JPT/PK_tanpa-tahun_JPT_Kepala_2026_K.docx", ""),
        ("koreksi.xlsx", ""),
        ("PK/PK_20265_x.docx", ""),
    ],
)
def test_time_of_a_file_of_an_earlier_version_is_in_its_name(path: str, time: str) -> None:
    assert time_in_name(path) == time


def test_a_manifest_of_an_earlier_version_is_read_and_its_files_are_known(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    kantor.bangun({"PK_2025_a.docx": "A", "PK_2026_b.docx": "B", "Bab-1.docx": "1"})
    content = kantor.manifes()
    del content["dibuat"]
    for entry in content["dokumen"]:
        del entry["waktu"], entry["sidik"]
    (kantor.build / "manifes.json").write_text(json.dumps(content), encoding="utf-8")
    made = kantor.bangun({"PK_2026_c.docx": "C"}, answerable=scope([("pk", "2026")]))
    assert made.deleted == ("Bab-1.docx", "PK_2026_b.docx")
    assert sorted(kantor.teks()) == ["PK_2025_a.docx", "PK_2026_c.docx"]
    old = next(one for one in manifest_reading.read(kantor.build).made if one.time == "2025")
    assert (old.buku[0], [name for name, _ in old.templat]) == ("buku.xlsx", ["pk.docx"])
