"""What a row of Pejabat says of its holder: degrees and Plt. wherever they were typed, and posts that nobody holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from helpers.plans import settings
from helpers.workbooks import BAKU, add_row, both, drop_column, put, read_of, write
from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.pk.content import PerjanjianKinerja
from pokin_docs.documents.printed import party_of
from pokin_docs.flow.examine import Understood, examine
from pokin_docs.model.catalogue import hint, message
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.person_names import name_and_status, name_key, says_two_people, says_vacant, split_degrees
from pokin_docs.model.posts import Pejabat, is_pppk, unbroken_name, with_degrees
from pokin_docs.model.rows import PejabatRow
from pokin_docs.transform.holder import read_holder


@pytest.fixture(scope="module")
def kabid(tmp_path_factory: pytest.TempPathFactory) -> PejabatRow:
    """Contoh Dua, S.E., Plt."""
    return read_of(write(tmp_path_factory.mktemp("baku") / "b.xlsx")).pejabat[2]


def held(row: PejabatRow, **typed: str) -> tuple[Pejabat, list[str]]:
    """The post of a row where some cells say something else, and the codes of what is said."""
    log = FindingLog()
    changed = {kunci: replace(getattr(row, kunci), text=text) for kunci, text in typed.items()}
    return read_holder(replace(row, **changed), log), [entry.kode for entry in log]


# Degrees


@pytest.mark.parametrize(
    ("typed", "before", "bare", "behind"),
    [
        ("Drs. Contoh, M.Si.", "Drs.", "Contoh", "M.Si."),
        ("Dr. dr. H. Contoh Tiga, Sp.PD, M.Kes", "Dr. dr. H.", "Contoh Tiga", "Sp.PD, M.Kes"),
        ("CONTOH LIMA, SE., MM", "", "CONTOH LIMA", "SE., MM"),
        ("Contoh Empat S.Kom", "", "Contoh Empat", "S.Kom"),
        ("Contoh, A.Md.Kep.", "", "Contoh", "A.Md.Kep."),
        ("Contoh, S. Kom., M. T.", "", "Contoh", "S. Kom., M. T."),
        ("apt. Contoh, S.Farm", "apt.", "Contoh", "S.Farm"),
        ("Prof. Dr. Contoh, Ph.D.", "Prof. Dr.", "Contoh", "Ph.D."),
        ("Contoh, S.Tr.IP, M.A.P", "", "Contoh", "S.Tr.IP, M.A.P"),
        ("Contoh, S.Pd.I., M.Pd.", "", "Contoh", "S.Pd.I., M.Pd."),
        ("M. Contoh", "", "M. Contoh", ""),
        ("Contoh A.R.", "", "Contoh A.R.", ""),
        ("Contoh, Kepala Seksi", "", "Contoh, Kepala Seksi", ""),
        ("Dr.", "", "Dr.", ""),
        ("", "", "", ""),
    ],
)
def test_degrees_are_taken_off_a_name_and_lose_nothing(typed: str, before: str, bare: str, behind: str) -> None:
    assert split_degrees(typed) == (before, bare, behind)
    joined = with_degrees(bare, before, behind)
    assert joined.replace(", ", " ") == typed.replace(", ", " ")


def test_a_name_with_degrees_is_printed_as_if_they_stood_in_their_columns(kabid: PejabatRow) -> None:
    for typed in ("Dr. Contoh Dua, S.E., M.M.", "Dr. Contoh Dua"):
        pejabat, codes = held(kabid, nama=typed, gelar_belakang="S.E., M.M.")
        party = party_of(pejabat)
        assert (party.nama, party.nama_cetak) == ("Dr.\u00a0Contoh Dua, S.E., M.M.", "Dr.\u00a0CONTOH DUA, S.E., M.M.")
        assert codes == []
    both_places, _ = held(kabid, nama="Contoh Dua, S.E.", gelar_belakang="M.M.")
    assert party_of(both_places).nama == "Contoh Dua, S.E., M.M."
    assert name_key("Dr. Contoh Dua, S.E.") == name_key("CONTOH DUA") != name_key("Contoh Tiga")


@pytest.mark.parametrize(
    ("parts", "printed"),
    [
        (("Contoh Satu", "", ""), "Contoh Satu"),
        (("Contoh Satu", "Dr. Ir. H.", ""), "Dr.~Ir.~H.~Contoh Satu"),
        (("Contohsastrawinangun", "Prof. Dr. Ir. H.", ""), "Prof.~Dr.~Ir.~H. Contohsastrawinangun"),
        (("Contoh", "dr.", "Sp. A, M.Si (Han), Ph. D."), "dr.~Contoh, Sp.~A, M.Si~(Han), Ph.~D."),
        (("Contoh", "", "S.Kom M.T"), "Contoh, S.Kom M.T"),
        (("Contoh", "", "S. Kom., M.T"), "Contoh, S.~Kom., M.T"),
    ],
)
def test_no_line_ends_inside_a_degree(parts: tuple[str, str, str], printed: str) -> None:
    """~ stands for a blank that no line ends at; two degrees that only lack their comma may be parted."""
    assert unbroken_name(*parts) == printed.replace("~", "\u00a0")


@pytest.mark.parametrize(
    ("golongan", "nip", "pppk"),
    [
        ("IX", "199503122020121004", True), ("", "199503122023211004", True), ("III/a", "199503122023211004", False),
        ("", "199503122020121004", False), ("", "", False), ("", "1995031220232110", False),
    ],
)  # fmt: skip
def test_a_pppk_is_told_by_golongan_or_else_by_the_number(golongan: str, nip: str, pppk: bool) -> None:
    assert is_pppk(golongan, nip) is pppk


# Acting officials


@pytest.mark.parametrize(
    ("typed", "name", "status"),
    [
        ("Plt. Contoh", "Contoh", "Plt."), ("PLT Contoh", "Contoh", "Plt."), ("plt.Contoh", "Contoh", "Plt."),
        ("Pelaksana Tugas Contoh", "Contoh", "Plt."), ("Plh. Contoh", "Contoh", "Plh."), ("Pj. Contoh", "Contoh", "Pj."),
        ("Penjabat Contoh", "Contoh", "Pj."), ("Contoh (Plt.)", "Contoh", "Plt."), ("Contoh, Plt", "Contoh", "Plt."),
        ("(kosong) Plt. Contoh", "Contoh", "Plt."), ("Kosong, Plt. Contoh", "Contoh", "Plt."), ("Plt.", "", "Plt."),
        ("Pltono", "Pltono", ""), ("Pjeter Contoh", "Pjeter Contoh", ""), ("Contoh", "Contoh", ""),
    ],
)  # fmt: skip
def test_the_status_in_a_name(typed: str, name: str, status: str) -> None:
    assert name_and_status(typed) == (name, status)


@pytest.mark.parametrize(
    ("status", "jabatan", "nama", "printed", "said"),
    [
        ("Plt.", "Kepala Bidang Data", "Contoh", "Plt. Kepala Bidang Data", []),
        ("Plt.", "Plt. Kepala Bidang Data", "Contoh", "Plt. Kepala Bidang Data", []),
        ("PLT", "PLT Kepala Bidang Data", "Contoh", "PLT Kepala Bidang Data", []),
        ("Plt.", "Pelaksana Tugas Kepala", "Contoh", "Pelaksana Tugas Kepala", []),
        ("Plt", "Plt. Kepala", "Plt. Contoh", "Plt. Kepala", []),
        ("Pelaksana Harian", "Kepala", "Contoh", "Plh. Kepala", []),
        ("Penjabat", "Pj. Kepala", "Contoh", "Pj. Kepala", []),
        ("", "Plt. Kepala", "Contoh", "Plt. Kepala", []),
        ("", "Kepala", "Plt. Contoh", "Plt. Kepala", ["N11"]),
        ("", "Kepala", "Contoh", "Kepala", []),
        ("definitif", "Kepala", "Contoh", "Kepala", []),
        ("Plt.", "Plh. Kepala", "Contoh", "Plh. Kepala", ["P67"]),
        ("Plt.", "Kepala", "Plh. Contoh", "Plt. Kepala", ["P67"]),
        ("", "Plt. Kepala", "Pj. Contoh", "Plt. Kepala", ["P67"]),
        ("definitif", "Plt. Kepala", "Contoh", "Plt. Kepala", ["P67"]),
        ("lowong", "Kepala", "Contoh", "Kepala", ["P67"]),
    ],
)
def test_an_acting_official_says_so_once(
    kabid: PejabatRow, status: str, jabatan: str, nama: str, printed: str, said: list[str]
) -> None:
    pejabat, codes = held(kabid, status=status, jabatan=jabatan, nama=nama)
    assert (pejabat.full_jabatan, pejabat.nama.text, codes) == (printed, "Contoh", said)


# Vacant posts


@pytest.mark.parametrize(
    "typed",
    [
        "(kosong)",
        "KOSONG",
        "lowong",
        "-",
        "–",
        "…",
        ".",
        "n/a",
        "N.A.",
        "belum ada",
        "Vacant",
        "JABATAN KOSONG",
        "[lowong]",
    ],
)
def test_what_says_that_nobody_holds_a_post(kabid: PejabatRow, typed: str) -> None:
    pejabat, codes = held(kabid, nama=typed)
    assert pejabat.vacant is not None
    assert (pejabat.vacant.text, pejabat.status, codes) == (typed, "", [])
    assert not any((pejabat.nama, pejabat.baris.nip, pejabat.baris.golongan))


@pytest.mark.parametrize("typed", ["", "Contoh", "Nia", "Lowongan Kosong", "O.", "Plt. Contoh", "(kosong) Plt. Contoh"])
def test_what_does_not_say_it(kabid: PejabatRow, typed: str) -> None:
    assert held(kabid, nama=typed)[0].vacant is None
    assert says_vacant(typed) is False


def test_a_status_says_it_where_there_is_no_name(kabid: PejabatRow) -> None:
    pejabat, _ = held(kabid, nama="", status="Lowong")
    assert pejabat.vacant is not None
    assert pejabat.vacant.source == kabid.status.source


def look(folder: Path, *changes: object) -> Understood:
    found = examine(write(folder / "b.xlsx", BAKU, *changes), settings())  # type: ignore[arg-type]
    assert isinstance(found, Understood), found.temuan
    return found


def officials(found: Understood) -> dict[str, Dokumen]:
    docs = [entry for entry in found.plan.dokumen if isinstance(entry.content, PerjanjianKinerja)]
    return {entry.path.rpartition("_")[2].removesuffix(".docx"): entry for entry in docs}


DENGAN_TANDA = add_row("Identitas", "| PK Jabatan Lowong | dengan tanda |")
MARK = "[jabatan lowong, isi Plt.: Pejabat!{}]"


def test_a_vacant_post_is_one_finding_and_gets_no_pk(tmp_path: Path) -> None:
    found = look(tmp_path, put("Pejabat!B6", "(kosong)"), put("Pejabat!D6", None), put("Pejabat!F6", None))
    (said,) = found.temuan
    assert (said.kode, str(said.tempat)) == ("P65", "Pejabat!B6")
    assert "PK-nya tidak dibuat; 1 kinerja tidak masuk PK mana pun, begitu pula anggaran 2.20.02.2.01.0018." in message(
        said
    )
    assert "Status «Plt.»" in hint(said)
    assert sorted(officials(found)) == ["KABID", "KADIS", "SUBKOR"]
    assert not found.galat(final=True)


def test_with_marks_it_gets_one_that_names_the_cell(tmp_path: Path) -> None:
    found = look(tmp_path, put("Pejabat!B6", "(kosong)"), DENGAN_TANDA)
    assert [(entry.kode, str(entry.tempat)) for entry in found.temuan] == [("P66", "Pejabat!B6")]
    assert officials(found)["STAF"].tanda == (MARK.format("B6"),)
    assert found.galat(final=True)


def test_what_another_official_holds_too_is_not_lost(tmp_path: Path) -> None:
    found = look(tmp_path, put("Pejabat!B6", "lowong"), put("Tahap 5!H6", "STAF; SUBKOR"))
    (said,) = [entry for entry in found.temuan if entry.kode == "P65"]
    assert "tidak masuk PK mana pun" not in message(said)


def test_below_a_vacant_superior_the_second_party_is_a_mark(tmp_path: Path) -> None:
    found = look(tmp_path, put("Pejabat!B4", "lowong"))
    (said,) = found.temuan
    assert (said.kode, str(said.tempat)) == ("P66", "Pejabat!B4")
    marked = [entry for entry in found.plan.dokumen if entry.tanda]
    assert [entry.jenis for entry in marked] == ["pk", "renaksi", "skp", "sampul-pk"]
    assert {entry.tanda for entry in marked} == {(MARK.format("B4"),)}
    assert "tanda pada 4 dokumen" in message(said)
    assert officials(found)["SUBKOR"] in marked
    assert "KABID" not in officials(found)


def test_a_vacant_head_of_the_region_is_acted_for_by_a_pj(tmp_path: Path) -> None:
    (said,) = look(tmp_path, put("Pejabat!B2", "-")).temuan
    assert (said.kode, "Status «Pj.»" in hint(said)) == ("P66", True)


def test_the_acting_official_with_a_row_of_his_own_holds_the_post(tmp_path: Path) -> None:
    line = "| {id} | Contoh Lima | | '197502022000012905 | IV/a | Pembina | {title} | PK Ess 3 | KADIS | Plt. |"
    acting = add_row("Pejabat", line.format(id="KABID", title="Kepala Bidang Data"))
    found = look(tmp_path, put("Pejabat!B4", "(kosong)"), acting)
    assert found.temuan == ()
    assert found.plan.pejabat["KABID"].nama.text == "Contoh Lima"
    other = add_row("Pejabat", line.format(id="PLT-KABID", title="Plt. Kepala Bidang Data"))
    (said,) = [entry for entry in look(tmp_path, put("Pejabat!B4", "(kosong)"), other).temuan if entry.kode == "P66"]
    assert "beri ID «KABID» di sana" in hint(said)


def test_two_holders_of_one_time_are_still_refused(tmp_path: Path) -> None:
    line = "| KABID | {name} | | '197502022000012905 | IV/a | Pembina | Kepala Bidang Data | PK Ess 3 | KADIS | Plt. |"
    for first, second, codes in (("Contoh Dua", "Contoh Lima", ["P38"]), ("lowong", "lowong", ["P38", "P66"])):
        found = look(tmp_path, put("Pejabat!B4", first), add_row("Pejabat", line.format(name=second)))
        assert sorted(entry.kode for entry in found.temuan) == codes


def test_a_blank_name_is_still_only_blank(tmp_path: Path) -> None:
    found = look(tmp_path, put("Pejabat!B6", None))
    assert [entry.kode for entry in found.temuan] == ["N06"]
    assert "STAF" in officials(found)


def test_the_vacancy_is_known_without_the_columns_of_a_person(tmp_path: Path) -> None:
    found = look(
        tmp_path, put("Pejabat!B6", "lowong"), both(drop_column("Pejabat", "Status"), drop_column("Pejabat", "Pangkat"))
    )
    assert [entry.kode for entry in found.temuan] == ["P65"]


def test_who_comes_into_a_vacant_post_has_the_only_paper_of_it(tmp_path: Path) -> None:
    dates = both(
        put("Pejabat!K1", "Berlaku Dari"), put("Pejabat!L1", "Berlaku Sampai"), put("Pejabat!L6", "30 Juni 2026")
    )
    line = "| STAF | Contoh Lima | | '199004042015012905 | III/a | Penata Muda | Statistisi | PK JF/JP | SUBKOR | | 1 Juli 2026 |"
    found = look(tmp_path, dates, put("Pejabat!B6", "(kosong)"), add_row("Pejabat", line))
    assert sorted(officials(found)) == ["2026-07-01", "KABID", "KADIS", "SUBKOR"]
    (said,) = found.temuan
    assert (said.kode, "hanya dibuat untuk masa yang ada pemegangnya" in message(said)) == ("P65", True)


def test_a_post_that_falls_vacant_keeps_the_paper_of_its_holder(tmp_path: Path) -> None:
    dates = both(
        put("Pejabat!K1", "Berlaku Dari"), put("Pejabat!L1", "Berlaku Sampai"), put("Pejabat!L6", "30 Juni 2026")
    )
    gone = add_row("Pejabat", "| STAF | (kosong) | | | | | | | | | 1 Juli 2026 |")
    found = look(tmp_path, dates, gone)
    assert (sorted(officials(found)), found.temuan) == (["KABID", "KADIS", "STAF", "SUBKOR"], ())


DATES = both(put("Pejabat!K1", "Berlaku Dari"), put("Pejabat!L1", "Berlaku Sampai"))


def terms(first: tuple[str, str], then: tuple[str, str]) -> Callable[[Workbook], None]:
    """Two holders of STAF, one after the other in the sheet, each from a day to a day."""
    line = "| STAF | Contoh Lima | | '199104042015012905 | III/a | Penata Muda | Statistisi | PK JF/JP | SUBKOR | |"
    return both(DATES, put("Pejabat!K6", first[0]), put("Pejabat!L6", first[1]),
                add_row("Pejabat", f"{line} {then[0]} | {then[1]} |"))  # fmt: skip


@pytest.mark.parametrize(
    ("first", "then", "place"),
    [
        (("", ""), ("1 Oktober 2026", ""), "Pejabat!L6"),  # the day on which the first one leaves is missing
        (("1 Oktober 2026", ""), ("", ""), "Pejabat!L7"),  # the same, the earlier one below
        (("", "30 Juni 2026"), ("", ""), "Pejabat!K7"),  # the day on which the second one comes is missing
        (("", "30 Oktober 2026"), ("1 Oktober 2026", ""), "Pejabat!L6"),
        (("", ""), ("", ""), "Pejabat!A7"),  # nothing but the ID itself can be wrong
    ],
)
def test_two_holders_of_one_day_are_said_at_the_cell_that_makes_them_so(
    tmp_path: Path, first: tuple[str, str], then: tuple[str, str], place: str
) -> None:
    told = [entry for entry in look(tmp_path, terms(first, then)).temuan if entry.kode == "P38"]
    assert [str(entry.tempat) for entry in told] == [place]


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        (("", "30 Juni 2026"), ("1 Juli 2026", ""), ""),
        (("", "30 Juni 2026"), ("2 Juli 2026", ""), "1 Juli 2026 sampai 1 Juli 2026"),
        (("", "30 Juni 2026"), ("1 September 2026", ""), "1 Juli 2026 sampai 31 Agustus 2026"),
        (("1 September 2026", ""), ("", "30 Juni 2026"), "1 Juli 2026 sampai 31 Agustus 2026"),  # in any order
        (("", "30 November 2026"), ("1 Februari 2027", ""), "1 Desember 2026 sampai 31 Desember 2026"),
        (("", "31 Maret 2025"), ("1 Juli 2025", ""), ""),  # of another year
        (("", "31 Desember 2025"), ("1 Maret 2026", ""), ""),  # on the day of the PK: P39 says it
        (("", "30 Juni 2026"), ("1 Januari 2026", "31 Maret 2026"), ""),  # the post ended
    ],
)
def test_days_of_the_year_without_a_holder_between_two_are_said_at_the_day_the_first_one_left(
    tmp_path: Path, first: tuple[str, str], then: tuple[str, str], told: str
) -> None:
    found = [entry for entry in look(tmp_path, terms(first, then)).temuan if entry.kode == "P70"]
    assert [f"dari {told}" in message(entry) for entry in found] == [True] * bool(told)
    left = "L6" if first[1] else "L7"
    assert all(str(entry.tempat) == f"Pejabat!{left}" for entry in found)


# Two people


@pytest.mark.parametrize(
    "text",
    ["1. Contoh Empat\n2. Contoh Lima", "Contoh Empat / Contoh Lima", "Contoh Empat/Contoh Lima",
     "Contoh Empat, S.E. dan Contoh Lima, M.M.", "Contoh Empat; Contoh Lima", "Contoh Empat & Contoh Lima"],
)  # fmt: skip
def test_two_people_in_one_cell_are_printed_as_nobody(tmp_path: Path, text: str) -> None:
    found = examine(write(tmp_path / "b.xlsx", BAKU, put("Pejabat!B6", text)), settings())
    assert isinstance(found, Understood)
    assert [(entry.kode, str(entry.tempat)) for entry in found.temuan] == [("B21", "Pejabat!B6")]
    assert "[nama tidak terbaca: Pejabat!B6]" in found.tanda


@pytest.mark.parametrize(
    "text",
    ["Contoh Empat, SE/MM", "M. Dani A. Contoh", "1. Contoh Empat", "(kosong) / Plt. Contoh", "H. Contoh, S.E.; M.M.",
     "Contoh Dandan", "A. Contoh B. Empat"],
)  # fmt: skip
def test_one_person_is_no_two(text: str) -> None:
    assert not says_two_people(text)
