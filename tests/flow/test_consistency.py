"""Documents of a build that contradict each other: each place is named with that of another document."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from helpers.workbooks import understood, write
from pokin_docs.consistency import paper
from pokin_docs.flow import build as flow
from pokin_docs.model.catalogue import message
from pokin_docs.model.locations import bundled
from pokin_docs.model.settings import Settings

GROUPS = ("pk", "renstra")


def replaced(template: Path, *changes: tuple[str, str]) -> None:
    """Change texts of a template where they stand whole in its XML."""
    with zipfile.ZipFile(template) as archive:
        parts = {entry: archive.read(entry) for entry in archive.infolist()}
    with zipfile.ZipFile(template, "w") as archive:
        for entry, data in parts.items():
            text = data
            if entry.filename == "word/document.xml":
                for was, now in changes:
                    assert was.encode() in text, was
                    text = text.replace(was.encode(), now.encode())
            archive.writestr(entry, text)


class Office:
    """The small workbook with templates of its own."""

    def __init__(self, folder: Path, *changes: tuple[str, str], templat: str = "pk.docx") -> None:
        self.buku, self.templat, self.keluaran = folder / "b.xlsx", folder / "templat", folder / "build"
        write(self.buku)
        shutil.copytree(bundled("templates"), self.templat)
        if changes:
            replaced(self.templat / templat, *changes)

    def build(self, **more: Any) -> flow.BuildOutcome:
        chosen = {"hanya": GROUPS, **more}
        settings = Settings(self.keluaran, (self.templat,), **chosen)
        return flow.build(self.buku, understood(self.buku, settings), settings)

    def proof(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.keluaran / "b" / "manifes.json").read_text(encoding="utf-8"))
        return found["konsistensi"]  # type: ignore[no-any-return]


def told(outcome: flow.BuildOutcome) -> list[str]:
    """What is said of contradictions."""
    return [f"{one.kode} {message(one)}" for one in outcome.temuan if one.kode in ("D46", "D47", "D49", "D50")]


def test_a_set_that_agrees_has_a_proof_and_no_finding(tmp_path: Path) -> None:
    office = Office(tmp_path)
    assert told(office.build()) == []
    (pair,) = office.proof()["pasangan"]
    assert pair["jenis"] == ["pk", "renstra"]
    assert pair["sama"] == pair["dibandingkan"] > 5
    assert office.proof()["penyimpangan"] == []


TYPED = "{% if i.indikator == 'Persentase data terakses' %}90{% else %}{{ i.target }}{% endif %}"
DEVIATIONS = {
    "a target typed in the template": (
        ("{{ i.target }}", TYPED), "target 2026 «Persentase data terakses» tercetak «90»", "«60»",
    ),
    "a unit typed in the template": (
        ("{{ i.satuan }}", "orang"), "satuan «Persentase data terakses» tercetak «orang»", "«%»",
    ),
    "a total typed in the template": (
        ("{{ total_anggaran }}", "999{% if 0 %}{{ total_anggaran }}{% endif %}"), "anggaran 2026 tercetak «999»",
        "«1.000.000»",
    ),
    "a word added to a sentence": (
        ("{{ s.sasaran }}", "{{ s.sasaran }} {% if s.no == '1' and jenis_pk == 'jpt' %}sekali{% endif %}"),
        "kinerja tercetak «Meningkatnya akses data sekali»", "«Meningkatnya akses data»",
    ),
    "a row left out": (
        ("for s in daftar_sasaran %}", "for s in daftar_sasaran if jenis_pk != 'jpt' %}"),
        "baris indikator «Persentase data terakses» tidak tercetak", "Renstra",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("change", "said", "meant"), DEVIATIONS.values(), ids=DEVIATIONS.keys())
def test_a_template_that_contradicts_is_named_with_the_other_document(
    tmp_path: Path, change: tuple[str, str], said: str, meant: str
) -> None:
    found = told(Office(tmp_path, change).build())
    assert any(said in one and meant in one and "PK/" in one for one in found), found


PLAIN = {
    "target and satuan in one cell": (("{{ i.target }}", "{{ i.target }} {{ i.satuan }}"),),
    "everything in capitals": (("{{ i.indikator }}", "{{ i.indikator|upper }}"), ("{{ s.sasaran }}", "{{ s.sasaran|upper }}")),
    "amounts with Rp and sen": (("{{ a.anggaran }}", "{{ a.anggaran|rupiah(True) }}"),),
    "words around every sentence": (("{{ i.indikator }}", "Indikator: {{ i.indikator }}."),),
    "a column left out": (("{{ i.satuan }}", ""),),
    "other titles": ((">Target<", ">Sasaran angka<"), (">Satuan<", ">Ukuran<")),
    "rows of a table after one another": (("{{ s.no }}", "{{ s.no }}."),),
}  # fmt: skip


@pytest.mark.parametrize("changes", PLAIN.values(), ids=PLAIN.keys())
def test_what_an_office_does_to_a_template_is_no_contradiction(
    tmp_path: Path, changes: tuple[tuple[str, str], ...]
) -> None:
    assert told(Office(tmp_path, *changes).build()) == []


def test_final_puts_nothing_in_place_that_contradicts(tmp_path: Path) -> None:
    office = Office(tmp_path, ("{{ i.target }}", TYPED))
    assert office.build().build is not None
    shutil.rmtree(office.keluaran)
    refused = office.build(final=True)
    assert (refused.build, refused.contradicts) == (None, True)
    assert not list(office.keluaran.rglob("*.docx"))


def test_an_unchanged_build_reads_no_document_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = Office(tmp_path, ("{{ i.target }}", TYPED))
    first, before = told(office.build()), (office.keluaran / "b" / "manifes.json").read_bytes()
    monkeypatch.setattr(paper, "word_content", None)
    assert told(office.build()) == first
    assert (office.keluaran / "b" / "manifes.json").read_bytes() == before


def test_what_an_earlier_run_made_is_compared_too(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.build()
    write(office.buku, changes_target(office))
    found = told(office.build(hanya=("pk",)))
    assert found
    assert all(one.startswith("D49 Renstra/") and "«60»" in one and "«61»" in one for one in found), found
    assert told(office.build()) == []


def changes_target(office: Office) -> str:
    from helpers.workbooks import BAKU

    was = "| % | 50 | 55 | 60 | 65 | 70 | 75 | 80 | Ya |"
    assert was in BAKU
    return BAKU.replace(was, "| % | 50 | 55 | 61 | 65 | 70 | 75 | 80 | Ya |")


def test_what_a_person_changed_is_held_against_the_other_documents(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.build()
    folder = office.keluaran / "b"
    (paper_of_head,) = (folder / "PK" / "JPT").iterdir()
    replaced(paper_of_head, (">60<", ">66<"))
    (found,) = flow.inspect(folder, (office.templat,), (tmp_path,)).contradictions
    assert (found.path, found.what, found.printed, found.meant) == (
        f"PK/JPT/{paper_of_head.name}", "target 2026", "66", "60",
    )  # fmt: skip
    assert found.other.startswith("Renstra/")
    assert "baris" in found.place
    assert "baris" in found.other_place


def test_other_words_of_a_kinerja_are_told_though_its_table_has_only_two(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.build(hanya=("pk", "iku"))
    folder = office.keluaran / "b"
    replaced(folder / "Kinerja" / "IKU_2026.docx", ("Meningkatnya akses data", "Meningkatnya pemakaian data"))
    (found,) = flow.inspect(folder, (office.templat,), (tmp_path,)).contradictions
    assert (found.path, found.what, found.printed, found.meant) == (
        "Kinerja/IKU_2026.docx", "kinerja", "Meningkatnya pemakaian data", "Meningkatnya akses data",
    )  # fmt: skip


PAPERS = ("pk", "skp", "iku", "renaksi")
LOST = {
    "pk.docx": (("for a in daftar_anggaran", "for a in daftar_anggaran[99:]"), ("{{ i.target }}", "{{ i.target if 0 }}")),
    "skp.docx": (("in daftar_hasil", "in daftar_hasil[99:]"),),
    "iku.docx": (("in s.daftar_indikator", "in s.daftar_indikator[1:]"),),
    "rencana-aksi.docx": (("{{ i.target }}", "{{ i.target if 0 }}"),),
}  # fmt: skip


def test_each_template_that_prints_none_of_its_rows_or_targets_is_named_once(tmp_path: Path) -> None:
    office = Office(tmp_path)
    for file, changes in LOST.items():
        replaced(office.templat / file, *changes)
    outcome = office.build(hanya=PAPERS, final=True)
    assert (outcome.build, outcome.contradicts) == (None, True)
    found = sorted((one.split(" ", 1)[0], one.split(": ")[0].rpartition(" ")[2]) for one in told(outcome))
    assert found == [
        ("D46", "pk.docx"), ("D46", "rencana-aksi.docx"), ("D46", "rencana-aksi.docx"),
        ("D47", "iku.docx"), ("D47", "pk.docx"), ("D47", "skp.docx"),
    ]  # fmt: skip
    # Of two kinds made by one template each has its own papers.


def test_templates_that_leave_out_what_is_theirs_to_leave_out_are_not_named(tmp_path: Path) -> None:
    office = Office(tmp_path, ("{{ i.satuan }}", ""))
    replaced(office.templat / "iku.docx", ("{{ i.penanggung_jawab }}", ""))
    assert told(office.build(hanya=PAPERS)) == []
