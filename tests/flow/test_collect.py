"""Text typed into a generated Renstra is collected beside the workbook before its file is replaced, and printed."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from helpers.places import ROOT
from helpers.saved_again import SPACES, box
from helpers.workbooks import write
from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.material import Material
from pokin_docs.documents.renstra.build import build_renstra
from pokin_docs.documents.renstra.kind import RENSTRA
from pokin_docs.documents.renstra.places import BY_KEY
from pokin_docs.flow.build import build
from pokin_docs.flow.collect import Collection
from pokin_docs.flow.edits import hand_edits
from pokin_docs.flow.examine import Understood, examine
from pokin_docs.flow.keep_collected import keep
from pokin_docs.model.findings import MachineTrouble
from pokin_docs.model.settings import Settings
from pokin_docs.narrative.read import read_narrative
from pokin_docs.narrative.write import blank_narrative


def whole_and_first_chapter(material: Material) -> Iterable[Dokumen]:
    return (one for one in build_renstra(material) if "Renstra_" in one.path or "Bab-1" in one.path)


KINDS = (replace(RENSTRA, build=whole_and_first_chapter),)
TYPED = "Penyusunan dibahas dalam lima rapat kerja bersama Bappeda."


def settings_of(folder: Path) -> Settings:
    return Settings(keluaran=folder / "build", templat=(ROOT / "templates",), hanya=("renstra",))


def examined(folder: Path) -> Understood:
    found = examine(folder / "b.xlsx", settings_of(folder), KINDS, pictures=True)
    assert isinstance(found, Understood)
    return found


def run(folder: Path) -> Understood:
    """What a run found; its documents are built."""
    found = examined(folder)
    assert build(folder / "b.xlsx", found, settings_of(folder), KINDS).build is not None
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kantor")
    write(folder / "b.xlsx")
    run(folder)
    return folder


@pytest.fixture
def kantor(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path / "kantor")
    return tmp_path / "kantor"


def renstra(kantor: Path, name: str = "Bab-1.docx") -> Path:
    return kantor / "build" / "b" / "Renstra" / name


def whole(kantor: Path) -> Path:
    return next(renstra(kantor).parent.glob("Renstra_*.docx"))


def type_over(file: Path, key: str, text: str) -> None:
    document = docx.Document(str(file))
    prompt = next(one for one in document.paragraphs if BY_KEY[key].asked in one.text)
    prompt.text = text
    document.save(str(file))


def texts(file: Path) -> list[str]:
    return [one.text for one in docx.Document(str(file)).paragraphs]


def collected_in(kantor: Path) -> dict[str, tuple[str, ...]]:
    reading = read_narrative(kantor / "b-naskah-terkumpul.docx", "lama")
    return {key: text.texts for key, text in reading.written.items()}


def delete(file: Path, text: str) -> None:
    document = docx.Document(str(file))
    document.element.body.remove(next(one for one in document.paragraphs if one.text == text)._p)
    document.save(str(file))


def codes(found: Understood) -> list[str]:
    return sorted(one.kode for one in found.temuan if "D40" <= one.kode <= "D45")


def test_typed_text_is_collected_printed_in_the_same_run_and_nothing_changes_in_the_next(kantor: Path) -> None:
    type_over(renstra(kantor), "latar-belakang", TYPED)
    assert codes(run(kantor)) == ["D40"]
    assert collected_in(kantor) == {"latar-belakang": (TYPED,)}
    assert TYPED in texts(renstra(kantor))
    assert TYPED in texts(whole(kantor))
    before = (kantor / "b-naskah-terkumpul.docx").read_bytes()
    assert codes(run(kantor)) == []
    assert (kantor / "b-naskah-terkumpul.docx").read_bytes() == before


def test_pages_that_whoever_typed_laid_on_their_side_stay_so(kantor: Path) -> None:
    """Where its text is collected, and where that is printed."""
    file = renstra(kantor)
    type_over(file, "latar-belakang", TYPED)
    document = docx.Document(str(file))
    (typed,) = [one for one in document.paragraphs if one.text == TYPED]
    for text, width, height in (("Tegak.", 11906, 16838), ("Mendatar.", 16838, 11906)):
        ended = f'<w:sectPr><w:pgSz w:w="{width}" w:h="{height}"/></w:sectPr>'
        paragraph = f"<w:p {nsdecls('w')}><w:pPr>{ended}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        typed.insert_paragraph_before()._p.addprevious(parse_xml(paragraph))
    document.save(str(file))
    run(kantor)
    for made in (kantor / "b-naskah-terkumpul.docx", file):
        lying = [
            [one.text for one in section.iter_inner_content() if isinstance(one, Paragraph) and one.text]
            for section in docx.Document(str(made)).sections
            if (section.page_width or 0) > (section.page_height or 0)
        ]
        assert lying == [["Mendatar."]], made.name


def test_the_run_is_told_of_it_and_examining_writes_nothing(kantor: Path) -> None:
    type_over(renstra(kantor), "latar-belakang", TYPED)
    edits = hand_edits(kantor / "b.xlsx", examined(kantor), settings_of(kantor), KINDS)
    assert edits.collection.places == {"Renstra/Bab-1.docx": ("latar-belakang",)}
    assert not (kantor / "b-naskah-terkumpul.docx").exists()


def test_a_file_that_is_only_saved_again_collects_nothing(kantor: Path) -> None:
    document = docx.Document(str(renstra(kantor)))
    document.save(str(renstra(kantor)))
    assert (codes(found := examined(kantor)), dict(found.collection.new)) == ([], {})


def test_a_later_version_is_printed_and_the_older_kept_below(kantor: Path) -> None:
    type_over(renstra(kantor), "latar-belakang", TYPED)
    run(kantor)
    document = docx.Document(str(renstra(kantor)))
    next(one for one in document.paragraphs if one.text == TYPED).text = "Dibahas enam kali."
    document.save(str(renstra(kantor)))
    run(kantor)
    assert collected_in(kantor) == {"latar-belakang": ("Dibahas enam kali.",)}
    said = texts(kantor / "b-naskah-terkumpul.docx")
    assert said.index("Lama") < said.index(TYPED)
    assert TYPED not in texts(renstra(kantor))


def test_the_same_in_the_whole_and_its_chapter_counts_once_and_different_text_is_both_kept(kantor: Path) -> None:
    for file in (renstra(kantor), whole(kantor)):
        type_over(file, "latar-belakang", TYPED)
    type_over(renstra(kantor), "maksud-tujuan", "Maksud di bab.")
    type_over(whole(kantor), "maksud-tujuan", "Maksud di Renstra utuh.")
    assert codes(run(kantor)) == ["D40", "D40", "D41"]
    found = collected_in(kantor)
    assert found["latar-belakang"] == (TYPED,)
    assert sorted(found["maksud-tujuan"]) == ["Maksud di Renstra utuh.", "Maksud di bab."]


def test_what_the_office_wrote_in_its_own_naskah_is_printed_before_it(kantor: Path) -> None:
    own = {"latar-belakang": ("Naskah kantor.",)}
    (kantor / "b-naskah.docx").write_bytes(blank_narrative([BY_KEY["latar-belakang"]], written=own))
    type_over(renstra(kantor), "latar-belakang", TYPED)
    assert codes(run(kantor)) == ["D40", "D44"]
    assert collected_in(kantor) == {"latar-belakang": (TYPED,)}
    assert {"Naskah kantor.", TYPED} & set(texts(renstra(kantor))) == {"Naskah kantor."}


def test_a_changed_sentence_of_ours_is_named_and_not_printed(kantor: Path) -> None:
    document = docx.Document(str(renstra(kantor)))
    ours = next(one for one in document.paragraphs if one.text.startswith("Renstra ini disusun berdasarkan"))
    ours.text = ours.text + " Begitulah."
    document.save(str(renstra(kantor)))
    assert (codes(found := examined(kantor)), dict(found.collection.new)) == (["D42"], {})


def test_text_without_a_place_of_its_own_goes_to_the_nearest_and_says_so(kantor: Path) -> None:
    document = docx.Document(str(renstra(kantor)))
    heading = next(one for one in document.paragraphs if one.text == "1.4 Sistematika Penulisan")
    heading.insert_paragraph_before("", style=None)
    heading._p.addnext(heading.insert_paragraph_before(TYPED)._p)
    document.save(str(renstra(kantor)))
    assert (codes(found := examined(kantor)), list(found.collection.new)) == (["D40", "D43"], ["maksud-tujuan"])


def test_a_file_that_cannot_be_read_is_only_set_aside(kantor: Path) -> None:
    renstra(kantor).write_bytes(b"rusak")
    assert (codes(found := examined(kantor)), dict(found.collection.new)) == (["D45"], {})


def test_the_office_may_change_and_delete_what_was_collected(kantor: Path) -> None:
    type_over(renstra(kantor), "latar-belakang", TYPED)
    run(kantor)
    file = kantor / "b-naskah-terkumpul.docx"
    document = docx.Document(str(file))
    next(one for one in document.paragraphs if one.text == TYPED).text = "Disunting kantor."
    document.save(str(file))
    assert codes(run(kantor)) == []
    assert "Disunting kantor." in texts(renstra(kantor))
    type_over(renstra(kantor), "maksud-tujuan", "Maksud.")
    run(kantor)
    assert collected_in(kantor) == {"latar-belakang": ("Disunting kantor.",), "maksud-tujuan": ("Maksud.",)}
    file.unlink()
    run(kantor)
    assert not file.exists()
    assert "Disunting kantor." not in texts(renstra(kantor))


@pytest.mark.parametrize("stopped", [False, True], ids=["built", "a build that stopped behind the collection"])
def test_what_the_office_deleted_from_the_collection_does_not_come_back_from_the_same_file(
    kantor: Path, stopped: bool
) -> None:
    manifest = next(kantor.rglob("manifes.json"))
    before = {file: file.read_bytes() for file in (manifest, whole(kantor))}
    type_over(renstra(kantor), "latar-belakang", TYPED)
    edited = renstra(kantor).read_bytes()
    run(kantor)
    delete(kantor / "b-naskah-terkumpul.docx", TYPED)
    renstra(kantor).write_bytes(edited)
    for file, data in before.items() if stopped else ():
        file.write_bytes(data)
    assert codes(run(kantor)) == []
    assert collected_in(kantor) == {}
    assert TYPED not in texts(renstra(kantor))


def test_what_the_office_deleted_from_the_collection_does_not_come_back_with_what_is_typed_beside_it(
    kantor: Path,
) -> None:
    type_over(renstra(kantor), "latar-belakang", TYPED)
    run(kantor)
    delete(kantor / "b-naskah-terkumpul.docx", TYPED)
    document = docx.Document(str(renstra(kantor)))
    printed = next(one for one in document.paragraphs if one.text == TYPED)
    printed._p.addnext(printed.insert_paragraph_before("Ditulis kemudian.")._p)
    document.save(str(renstra(kantor)))
    assert codes(run(kantor)) == ["D40"]
    assert collected_in(kantor) == {"latar-belakang": ("Ditulis kemudian.",)}


def test_the_same_words_typed_again_into_a_new_file_are_collected_again(kantor: Path) -> None:
    type_over(renstra(kantor), "latar-belakang", TYPED)
    run(kantor)
    delete(kantor / "b-naskah-terkumpul.docx", TYPED)
    run(kantor)
    type_over(renstra(kantor), "latar-belakang", TYPED + " Lagi.")
    assert codes(run(kantor)) == ["D40"]


def test_text_in_a_text_box_is_collected_and_a_changed_header_is_named(kantor: Path) -> None:
    document = docx.Document(str(renstra(kantor)))
    prompt = next(one for one in document.paragraphs if BY_KEY["latar-belakang"].asked in one.text)
    prompt._p.append(parse_xml(box("Isi kotak teks.").replace("<w:r>", f"<w:r {SPACES}>", 1)))
    document.sections[0].header.paragraphs[0].add_run(" Rancangan Akhir")
    document.save(str(renstra(kantor)))
    assert codes(run(kantor)) == ["D40", "D42"]
    assert collected_in(kantor) == {"latar-belakang": ("Isi kotak teks.",)}


def test_nothing_is_replaced_where_it_cannot_be_written(kantor: Path) -> None:
    type_over(renstra(kantor), "latar-belakang", TYPED)
    found = examined(kantor)
    (kantor / "b-naskah-terkumpul.docx").write_bytes(b"rusak")
    typed = renstra(kantor).read_bytes()
    with pytest.raises(MachineTrouble):
        build(kantor / "b.xlsx", found, settings_of(kantor), KINDS)
    assert renstra(kantor).read_bytes() == typed


def test_nothing_new_writes_nothing(tmp_path: Path) -> None:
    keep(Collection(tmp_path / "b-naskah-terkumpul.docx"))
    assert list(tmp_path.iterdir()) == []
