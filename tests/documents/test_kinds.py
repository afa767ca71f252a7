"""Kinds of documents: one defined here is built, chosen, checked, explained and reported, and no other file knows it."""

from __future__ import annotations

import json
import pickle
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Annotated, Any

import docx
import openpyxl
import pytest
from openpyxl import Workbook

from helpers.workbooks import BAKU, understood, write
from pokin_docs.cli.main import main
from pokin_docs.documents.facts import Fact, FactKind
from pokin_docs.documents.form import Form, FormSentence
from pokin_docs.documents.kind import DocumentKind, Dokumen, Writer
from pokin_docs.documents.kinds import KINDS, PK, RENSTRA, codes, groups
from pokin_docs.documents.material import Material
from pokin_docs.documents.meanings import meanings, says
from pokin_docs.documents.renstra.build import build_by_outline
from pokin_docs.documents.renstra.content import Renstra, RenstraChapters
from pokin_docs.documents.renstra.outline import Chapter, Outline
from pokin_docs.documents.values import Text, filled, missing
from pokin_docs.flow.build import build
from pokin_docs.flow.groups import all_groups
from pokin_docs.flow.templates import examine_templates, palette, sample
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.locations import bundled
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.settings import Settings
from pokin_docs.render.filling import crew
from pokin_docs.render.write import write as write_documents


@dataclass(frozen=True, slots=True)
class Janji:
    """A row of the note."""

    kinerja: Annotated[Text, says("kalimat kinerja", "Meningkatnya mutu", "Terwujudnya data")]
    target: Annotated[Text, says("target tahun PK", "80", "90")]


@dataclass(frozen=True, slots=True)
class Nota:
    """What the note says: who, and what was promised."""

    jabatan: Annotated[Text, says("jabatan pejabat", "Kepala Bidang")]
    daftar_janji: Annotated[tuple[Janji, ...], says("yang dijanjikan", loop="j")]


def build_notes(material: Material) -> Iterator[Dokumen]:
    year = material.cycle.tahun or 0
    for number, part in enumerate(material.by_official, start=1):
        rows = tuple(
            Janji(filled(kinerja.text, "kinerja"), measure.target[year].text if year in measure.target else "–")
            for kinerja, measures in part.kinerja
            for measure in measures
        )
        jabatan = part.pejabat.full_jabatan if part.pejabat else missing("jabatan", "lembar Pejabat")
        yield Dokumen("nota", f"Nota/{number}.docx", ("nota.docx",), Nota(jabatan, rows), (part.kinerja[0][0].source,))


def no_note_is_empty(buku: BukuKerja, documents: tuple[Dokumen, ...]) -> Iterator[Temuan]:
    assert all(isinstance(entry.content, Nota) for entry in documents)
    if documents:
        yield temuan("S01", buku.title("tahap5"))


def titled(document: Dokumen) -> str:
    assert isinstance(document.content, Nota)
    return f"Nota {document.content.jabatan}"


NOTA = DocumentKind(
    kode="nota",
    group="catatan",
    nama="Nota Kinerja",
    content=Nota,
    build=build_notes,
    templat=("nota.docx",),
    facts=(Fact(FactKind.KINERJA, "daftar_janji[].kinerja"), Fact(FactKind.OWNER, "jabatan")),
    form=Form(
        basis="aturan uji", order=(FormSentence("kalimat penutup", "Demikian nota ini dibuat.", required=False),)
    ),
    title=titled,
)
ALL = (*KINDS, NOTA)
WORDS, CODES = ", ".join(groups(KINDS)), ", ".join(kind.kode for kind in KINDS)
"""What a person is told to choose from, without the kind of this file."""
LINES = (
    "{{ jabatan }}",
    "{% for j in daftar_janji %}{{ j.kinerja }}: {{ j.target }}. {% endfor %}",
    "Demikian nota ini dibuat.",
)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    (tmp_path / "templates").mkdir()
    template(tmp_path / "templates" / "nota.docx", *LINES)
    return write(tmp_path / "b.xlsx", BAKU)


def template(path: Path, *lines: str) -> Path:
    paper = docx.Document()
    for line in lines:
        paper.add_paragraph(line)
    paper.save(str(path))
    return path


def settings_of(office: Path, **more: object) -> Settings:
    folders = (office.parent / "templates", bundled("templates"))
    return Settings(office.parent / "build", folders, **more)  # type: ignore[arg-type]


def test_it_is_built_from_its_template_and_named_in_manifest_and_report(office: Path) -> None:
    settings = settings_of(office)
    found = build(office, understood(office, settings, ALL), settings, ALL)
    assert found.build is not None, found.temuan
    notes = sorted((found.build.folder / "Nota").glob("*.docx"))
    plan = understood(office, settings, ALL).plan
    assert len(notes) == len([entry for entry in plan.dokumen if entry.jenis == "nota"]) > 3
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(notes[0])).paragraphs)
    assert "Demikian nota ini dibuat." in text
    entries = json.loads((found.build.folder / "manifes.json").read_text(encoding="utf-8"))["dokumen"]
    assert [entry["jenis"] for entry in entries if entry["berkas"] == "Nota/1.docx"] == ["nota"]
    kadis = next(entry for entry in entries if "_KADIS" in entry["berkas"])
    assert kadis["pejabat"] == "KADIS"
    assert all("pejabat" not in entry for entry in entries if entry["jenis"] == "renstra")
    report = (found.build.folder / "laporan.html").read_text(encoding="utf-8")
    assert "<h3>Nota Kinerja" in report
    assert "Nota Kepala Dinas" in report


def test_its_group_is_a_word_of_hanya_and_chooses_it_alone(office: Path) -> None:
    assert all_groups(ALL) == (*groups(KINDS), "catatan", "pohon", "laporan")
    assert codes(ALL, ["catatan"]) == {"nota"}
    settings = settings_of(office, hanya=("catatan",))
    found = build(office, understood(office, settings, ALL), settings, ALL)
    assert found.build is not None
    assert {Path(path).parts[0] for path in found.build.dokumen} == {"Nota"}


def test_several_kinds_may_share_a_group() -> None:
    both = (replace(NOTA, kode="nota-2"), NOTA)
    assert groups(both) == ("catatan",)
    assert codes(both, ["catatan"]) == {"nota", "nota-2"}


def test_what_an_earlier_run_made_of_it_goes_when_it_is_made_no_more(office: Path) -> None:
    settings = settings_of(office)
    made = build(office, understood(office, settings, ALL), settings, ALL).build
    assert made is not None
    fewer = (*KINDS, replace(NOTA, build=build_none))
    again = build(office, understood(office, settings, fewer), settings, fewer).build
    assert again is not None
    assert {Path(path).parts[0] for path in again.deleted} == {"Nota"}
    assert not (made.folder / "Nota").exists()


def build_none(material: Material) -> tuple[Dokumen, ...]:
    return ()


def test_its_template_is_checked_by_its_fields_and_its_form(office: Path) -> None:
    path = template(office.parent / "templates" / "nota.docx", "{{ jabatn }}", LINES[1])
    (found,) = examine_templates([path], None, (office.parent / "templates",), ALL)
    assert found.kind is NOTA
    assert [fault.temuan.kode for fault in found.examination.temuan] == ["T11", "T04"]
    assert "kalimat penutup" in dict(found.examination.temuan[0].temuan.details)["apa"]
    (asked,) = examine_templates([path], "nota", (), ALL)
    assert asked.examination == found.examination


def test_a_template_of_another_name_is_known_by_its_placeholders(office: Path) -> None:
    path = template(office.parent / "surat.docx", *LINES)
    (found,) = examine_templates([path], None, (), ALL)
    assert found.kind is NOTA


def test_the_palette_and_the_sample_show_its_placeholders(office: Path, tmp_path: Path) -> None:
    (tmp_path / "palet.docx").write_bytes(palette(ALL))
    paper = docx.Document(str(tmp_path / "palet.docx"))
    texts = [paragraph.text for paragraph in paper.paragraphs]
    texts += [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    assert "Nota Kinerja (nota.docx)" in texts
    assert {"{{ jabatan }}", "{{ j.kinerja }}", "target tahun PK"} <= set(texts)
    (found,) = examine_templates([office.parent / "templates" / "nota.docx"], None, (), ALL)
    (tmp_path / "contoh.docx").write_bytes(sample(found).value or b"")
    shown = "\n".join(paragraph.text for paragraph in docx.Document(str(tmp_path / "contoh.docx")).paragraphs)
    assert "Kepala Bidang" in shown
    assert "Terwujudnya data" in shown


def test_its_own_rules_see_its_own_documents(office: Path) -> None:
    ruled = (*KINDS, replace(NOTA, rules=(no_note_is_empty,)))
    assert "S01" in {finding.kode for finding in understood(office, settings_of(office), ruled).temuan}
    assert "S01" not in {finding.kode for finding in understood(office, settings_of(office), ALL).temuan}


def test_without_a_sheet_it_needs_it_is_not_made_and_that_is_said_once(office: Path, tmp_path: Path) -> None:
    needy = (PK, replace(NOTA, needs=frozenset(("pejabat",))))
    complete = understood(office, settings_of(office), needy).plan
    assert {entry.jenis for entry in complete.dokumen} == {"pk", "nota"}
    assert complete.not_made == ()
    book = write(tmp_path / "c.xlsx", BAKU, lambda book: book.remove(book["Pejabat"]))
    plan = understood(book, settings_of(book), needy).plan
    assert {entry.jenis for entry in plan.dokumen} == {"pk"}
    assert plan.not_made == (("Nota Kinerja", ("Pejabat",)),)


@pytest.mark.parametrize("kind", [*KINDS, NOTA], ids=lambda kind: kind.kode)
def test_a_kind_travels_to_a_process_that_is_started_anew(kind: DocumentKind) -> None:
    assert pickle.loads(pickle.dumps(kind)) == kind  # noqa: S301  # our own


def test_processes_that_are_started_anew_fill_the_same_bytes(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "forks", lambda: False)
    plan = understood(office, settings_of(office), (NOTA,)).plan
    made = {}
    for count in (1, 2):
        folder = office.parent / f"k{count}"
        outcome = write_documents(plan.dokumen, buku=office, folder=folder, templat=(office.parent / "templates",),
                                  logo=None, version="1", process=count, kinds=(NOTA,))  # fmt: skip
        assert outcome.value is not None, outcome.temuan
        made[count] = {path.name: path.read_bytes() for path in (folder / "Nota").glob("*.docx")}
    assert made[1] == made[2]


# A kind whose documents are Excel workbooks


def build_recap(material: Material) -> Iterator[Dokumen]:
    rows = tuple(Janji(filled(kinerja.text, "kinerja"), "–") for kinerja in material.tree.kinerja)
    yield Dokumen("rekap", "Rekap/Rekap.xlsx", ("rekap.xlsx",), Nota("Kepala Dinas", rows))


RECAP = replace(
    NOTA, kode="rekap", group="rekap", nama="Rekap", build=build_recap, templat=("rekap.xlsx",), form=None,
    writer=Writer.TABLE,
)  # fmt: skip


@pytest.fixture
def with_recap(office: Path) -> Path:
    book = Workbook()
    for row in (["{{ jabatan }}"], ["{%tr for j in daftar_janji %}"], ["{{ j.kinerja }}"], ["{%tr endfor %}"]):
        book.worksheets[0].append(row)
    book.save(office.parent / "templates" / "rekap.xlsx")
    return office


def test_it_is_built_left_when_nothing_changed_and_set_aside_when_a_person_changed_it(with_recap: Path) -> None:
    kinds = (RECAP,)
    settings = settings_of(with_recap, pratinjau=True)
    made = build(with_recap, understood(with_recap, settings, kinds), settings, kinds).build
    assert made is not None
    (path,) = made.dokumen
    book = openpyxl.load_workbook(made.folder / path)
    first = book.worksheets[0]["A2"].value
    assert book.worksheets[0]["A1"].value == "Kepala Dinas"
    assert not (made.folder / "pratinjau" / "Rekap").exists()
    again = build(with_recap, understood(with_recap, settings, kinds), settings, kinds).build
    assert again is not None
    assert (again.used, again.set_aside) == (1, ())
    book.worksheets[0]["A2"] = "Ditulis orang"
    book.save(made.folder / path)
    third = build(with_recap, understood(with_recap, settings, kinds), settings, kinds).build
    assert third is not None
    assert [entry.path for entry in third.set_aside] == [path]
    assert openpyxl.load_workbook(made.folder / path).worksheets[0]["A2"].value == first


def test_what_excel_or_libreoffice_only_saved_again_is_no_change_of_a_person(with_recap: Path) -> None:
    kinds = (RECAP,)
    settings = settings_of(with_recap)
    made = build(with_recap, understood(with_recap, settings, kinds), settings, kinds).build
    assert made is not None
    (path,) = made.dokumen
    openpyxl.load_workbook(made.folder / path).save(made.folder / path)
    again = build(with_recap, understood(with_recap, settings, kinds), settings, kinds).build
    assert again is not None
    assert again.set_aside == ()


def test_its_template_is_examined_and_shown_but_not_commented(
    with_recap: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(with_recap.parent)
    for arguments, code, said in (
        ((), 0, "untuk rekap: 0 galat"),
        (("--contoh", "contoh.xlsx"), 0, "Contoh: contoh.xlsx"),
        (("--contoh", "contoh.docx"), 2, "beri nama contoh.xlsx"),
        (("--koreksi", "koreksi.docx"), 2, "hanya untuk templat Word"),
    ):
        monkeypatch.setattr(sys, "argv", ["pokin", "templat", "templates/rekap.xlsx", *arguments])
        assert main((RECAP,)) == code
        assert said in " ".join(capsys.readouterr().err.split())
    shown = openpyxl.load_workbook("contoh.xlsx").worksheets[0]
    assert "jabatan" in str(shown["A1"].value)


# What every kind must have


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.kode)
def test_every_kind_has_meanings_samples_and_facts_that_are_there(kind: DocumentKind) -> None:
    made = kind.sample()
    assert isinstance(made, kind.content)
    for record in records(made):
        assert [field.name for field in fields(record)] == list(meanings(type(record)))
    said = list(kind.facts_in(made))
    assert {fact.kind for fact in kind.facts} == {entry for entry, _, _ in said}
    shown = {re.sub(r"\[\d+\]", "[]", path) for _, path, value in said if value}
    assert {fact.path for fact in kind.facts} <= shown


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kode)
def test_every_shipped_kind_has_its_template_and_stands_in_the_manuals(kind: DocumentKind) -> None:
    root = Path(__file__).parent.parent.parent
    assert (bundled("templates") / kind.templat[0]).is_file()
    for name in ("README.md", "docs/panduan.md"):
        text = (root / name).read_text(encoding="utf-8")
        assert f"`{kind.group}`" in text, name
        assert kind.templat[0] in text, name


def records(value: object) -> Iterator[Any]:
    if isinstance(value, tuple):
        for item in value:
            yield from records(item)
    elif is_dataclass(value) and not isinstance(value, type):
        yield value
        for field in fields(value):
            yield from records(getattr(value, field.name))


def test_facts_are_told_with_the_place_of_each_value() -> None:
    said = [(kind.name, path, value) for kind, path, value in PK.facts_in(PK.sample())]
    assert ("TARGET", "daftar_sasaran[1].daftar_indikator[0].target", "90") in said
    assert ("MONEY", "total_anggaran", "1.250.000.000") in said
    assert ("OWNER", "pihak_pertama.jabatan", "Kepala Dinas Contoh") in said
    assert len([name for name, _, _ in said if name == "KINERJA"]) == 2


# A second outline of the Renstra is a second kind


@dataclass(frozen=True, slots=True)
class LongChapters(RenstraChapters):
    """The chapters of an outline with eight."""

    bab_6: Annotated[bool, says("ya bila memuat Bab VI", True)] = False
    bab_7: Annotated[bool, says("ya bila memuat Bab VII", True)] = False
    bab_8: Annotated[bool, says("ya bila memuat Bab VIII", True)] = False


LONG = Outline(
    content=Renstra,
    chapters_type=LongChapters,
    chapters=tuple(Chapter(f"bab_{number}", f"Bab {number}", f"JUDUL {number}") for number in range(1, 9)),
    templat="renstra-2017",
    folder="Renstra-2017",
)


def build_long(material: Material) -> tuple[Dokumen, ...]:
    return build_by_outline(LONG, "renstra-2017", material)


def test_another_outline_gives_a_document_per_chapter(office: Path) -> None:
    kind = replace(RENSTRA, kode="renstra-2017", nama="Renstra 2017", build=build_long, templat=LONG.templates(None))
    plan = understood(office, settings_of(office), (kind,)).plan
    assert [entry.path for entry in plan.dokumen] == [
        "Renstra-2017/Renstra_2025-2029.docx", *(f"Renstra-2017/Bab-{number}.docx" for number in range(1, 9)),
    ]  # fmt: skip
    whole, *chapters = (entry.content for entry in plan.dokumen)
    assert isinstance(whole, Renstra)
    assert all(getattr(whole.bagian, f"bab_{number}") for number in range(1, 9))
    shown = [[number for number in range(1, 9) if getattr(entry.bagian, f"bab_{number}")] for entry in chapters]  # type: ignore[attr-defined]
    assert shown == [[number] for number in range(1, 9)]
    assert plan.dokumen[6].templat == ("renstra-2017-bab-6.docx", "renstra-2017.docx")


# The command line


def command(monkeypatch: pytest.MonkeyPatch, office: Path, *arguments: str) -> int:
    monkeypatch.chdir(office.parent)
    monkeypatch.setattr(sys, "argv", ["pokin", *arguments])
    return main(ALL)


def test_the_command_builds_what_it_is_given_and_lists_its_words(
    office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(monkeypatch, office, "b.xlsx", "--hanya", "catatan") == 0
    assert "Nota: " in capsys.readouterr().out
    assert command(monkeypatch, office, "b.xlsx", "--hanya", "nota") == 2
    assert f"pilih dari {WORDS}, catatan, pohon, laporan" in capsys.readouterr().err
    assert command(monkeypatch, office, "bangun", "--help") == 0
    assert f"{WORDS}, catatan, pohon, laporan" in " ".join(capsys.readouterr().out.split())


def test_the_command_checks_its_template_and_says_for_what(
    office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(monkeypatch, office, "templat", "templates/nota.docx", "--untuk", "nota") == 0
    told = capsys.readouterr()
    assert "untuk nota: 0 galat" in told.err
    assert command(monkeypatch, office, "templat", "templates/nota.docx", "--untuk", "surat") == 2
    assert f"{CODES}, nota" in capsys.readouterr().err
    assert command(monkeypatch, office, "templat", "--help") == 0
    # The help breaks lines where it likes, also behind a hyphen.
    assert f"({CODES},nota)".replace(" ", "") in "".join(capsys.readouterr().out.split())


def test_without_kinds_of_its_own_the_command_knows_the_shipped_ones(
    office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(office.parent)
    monkeypatch.setattr(sys, "argv", ["pokin", "b.xlsx", "--hanya", "catatan"])
    assert main() == 2
    assert f"pilih dari {WORDS}, pohon, laporan" in capsys.readouterr().err
