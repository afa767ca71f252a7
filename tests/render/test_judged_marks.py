"""Each document counts the marks that it prints, neither more nor fewer, before it is filled."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from openpyxl import Workbook

from helpers.places import ROOT
from helpers.workbooks import BAKU, drop, put, write
from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.kinds import KINDS
from pokin_docs.documents.renstra.places import PLACES
from pokin_docs.flow.examine import Understood, examine
from pokin_docs.model.catalogue import message
from pokin_docs.model.findings import FindingLog
from pokin_docs.model.settings import Settings
from pokin_docs.templating.fill.compile import CompiledTemplate, compile_template, fill
from pokin_docs.templating.fill.narrow_marks import SHORT

TEMPLATES = ROOT / "templates"
PROMPT = "[Uraikan tata cara penandatanganan di sini.]"


def look(
    tmp_path: Path,
    *changes: Callable[[Workbook], object],
    templat: Path = TEMPLATES,
    hanya: tuple[str, ...] | None = None,
) -> Understood:
    path = write(tmp_path / "b.xlsx", BAKU, *changes)
    found = examine(path, Settings(Path("build"), (templat, TEMPLATES), final=True, hanya=hanya))
    assert isinstance(found, Understood)
    return found


def own_template(tmp_path: Path, name: str, change: Callable[[WordDocument], object]) -> Path:
    folder = tmp_path / "templat"
    folder.mkdir(exist_ok=True)
    document = Document(str(TEMPLATES / name))
    change(document)
    document.save(str(folder / name))
    return folder


@lru_cache(maxsize=8)
def compiled_once(file: Path, kode: str) -> CompiledTemplate:
    kind = {kind.kode: kind for kind in KINDS}[kode]
    compiled = compile_template(file, kind, None, FindingLog(), checked=True)
    assert compiled is not None
    return compiled


def yellow(document: Dokumen, templat: Path, tmp_path: Path) -> list[str]:
    """The texts that stand highlighted in the filled document, in order, each once."""
    return shown_and_named(document, templat, tmp_path)[0]


def shown_and_named(document: Dokumen, templat: Path, tmp_path: Path) -> tuple[list[str], str]:
    """The texts that stand highlighted, and what is said below tables of the short ones among them."""
    log = FindingLog()
    file = next(path for name in document.templat for path in (templat / name, TEMPLATES / name) if path.is_file())
    compiled = compiled_once(file, document.jenis)
    (tmp_path / "x.docx").write_bytes(fill(compiled, document.content, document.path, log))
    assert list(log) == []
    opened = Document(str(tmp_path / "x.docx"))
    parts = [opened.element, *(section.header._element for section in opened.sections)]
    runs = [run for part in parts for run in part.iter(qn("w:r")) if run.find(f".//{qn('w:highlight')}") is not None]
    texts = dict.fromkeys("".join(node.text or "" for node in run.iter(qn("w:t"))) for run in runs)
    return list(texts), " ".join(one.text for one in opened.paragraphs if one.text.startswith(SHORT))


SLIPS: tuple[Callable[[Workbook], object], ...] = (
    lambda book: None, put("Tahap 5!L6", None), put("Pejabat!D6", None), put("Identitas!B9", None), drop("Program"),
    put("Tahap 5!J5", None), drop("Pejabat"), put("Identitas!B6", None),
)  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
def test_the_marks_of_a_document_are_those_that_stand_yellow_in_it(
    tmp_path: Path, slip: Callable[[Workbook], object]
) -> None:
    found = look(tmp_path, slip)
    papers = [document for document in found.plan.dokumen if document.path.endswith(".docx")]
    assert {"pk", "renstra", "renaksi", "skp"} <= {document.jenis for document in papers}
    for document in papers:
        shown, below = shown_and_named(document, TEMPLATES, tmp_path)
        said = {mark for mark in document.tanda if not mark.startswith("[tabel belum diisi")}
        shown = [mark.replace("Tabel\u00a0", "Tabel ") for mark in shown]  # in print no line ends there
        assert set(shown) - {"…", SHORT} <= said, document.path
        for mark in said.difference(shown):
            assert _CELL.search(mark), mark
            assert all(cell in below for cell in _CELL.findall(mark)), document.path
        assert (SHORT in shown) == bool(said.difference(shown))


_CELL = re.compile(r"\b[A-Z]{1,2}\d+\b|lembar \w+")


def test_a_chapter_counts_only_what_it_prints(tmp_path: Path) -> None:
    found = look(tmp_path, put("Tahap 5!J5", None))  # Kondisi Awal: a column of chapters III and IV
    chapters = (document for document in found.plan.dokumen if document.jenis == "renstra")
    marks = {document.path.rpartition("/")[2]: document.tanda for document in chapters}
    mark = "[kondisi awal belum diisi: Tahap 5!J5]"
    assert [name for name in sorted(marks) if mark in marks[name]] == ["Bab-4.docx", "Renstra_2025-2029.docx"]
    assert all(entry.startswith("[") and "di sini" in entry for entry in marks["Bab-5.docx"])


def test_a_chapter_whose_places_an_office_wrote_is_complete(tmp_path: Path) -> None:
    def written(document: WordDocument) -> None:
        for paragraph in document.paragraphs:
            if paragraph.text.startswith(("{{ naskah.kaidah_pelaksanaan", "{{ naskah.pengendalian_evaluasi")):
                paragraph.runs[0].text = "Pengendalian dilakukan setiap triwulan."

    found = look(tmp_path, templat=own_template(tmp_path, "renstra.docx", written))
    marks = {document.path.rpartition("/")[2]: document.tanda for document in found.plan.dokumen}
    assert marks["Bab-5.docx"] == ()
    assert marks["Bab-1.docx"] != ()


@pytest.mark.parametrize("data", [b"rusak", None], ids=["unreadable", "only filling can tell"])
def test_where_nobody_can_tell_what_a_template_prints_the_places_of_the_outline_count(
    tmp_path: Path, data: bytes | None
) -> None:
    def endless(document: WordDocument) -> None:
        document.add_paragraph("{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}")

    folder = own_template(tmp_path, "renstra.docx", endless)
    if data is not None:
        (folder / "renstra.docx").write_bytes(data)
    found = look(tmp_path, templat=folder, hanya=("renstra",))
    asked = {dict(entry.details)["kunci"] for entry in found.temuan if entry.kode == "D30"}
    assert asked == {place.key for place in PLACES if place.in_2025 and not place.optional}
    assert found.galat(final=True)


def test_open_places_of_the_renstra_do_not_stop_the_pk_and_those_of_the_pk_not_the_renstra(tmp_path: Path) -> None:
    assert not look(tmp_path, hanya=("pk",)).galat(final=True)
    assert look(tmp_path, hanya=("renstra",)).galat(final=True)
    assert look(tmp_path).galat(final=True)
    nip = put("Pejabat!D6", None)
    assert look(tmp_path, nip, hanya=("pk",)).galat(final=True)
    refused = look(tmp_path, nip, hanya=("renstra",))
    assert not any("NIP" in mark for mark in refused.tanda)


def test_marks_of_one_official_do_not_stop_the_paper_of_another(tmp_path: Path) -> None:
    path = write(tmp_path / "b.xlsx", BAKU, put("Pejabat!D6", None))
    for post, refused in (("STAF", True), ("KABID", False)):
        settings = Settings(Path("build"), (TEMPLATES,), final=True, pejabat=(post,))
        assert examine(path, settings).galat(final=True) is refused


@pytest.mark.parametrize("sentence", [PROMPT, "[Isi nomor agenda.]", "[ Lengkapi ]", "[…]", "[dasar hukum yang lain]"])
def test_a_prompt_that_an_office_typed_into_its_template_is_a_mark_with_its_place(
    tmp_path: Path, sentence: str
) -> None:
    folder = own_template(tmp_path, "pk.docx", lambda document: document.add_paragraph(sentence))
    found = look(tmp_path, templat=folder, hanya=("pk",))
    assert all(sentence in document.tanda for document in found.made if document.jenis == "pk")
    (said,) = [entry for entry in found.temuan if entry.kode == "T12" and "pk.docx" in message(entry)]
    assert sentence in message(said)
    assert sentence in yellow(found.made[0], folder, tmp_path)


@pytest.mark.parametrize(("sentence", "said"), [
    ("[Isi lembar Kinerja Pelayanan di buku kerja, maka Tabel 2.1 dicetak di sini.]",
     "«Tabel 2.1» belum berisi data dari lembar Kinerja Pelayanan"),
    ("[Isi lembar «IKK».]", "belum berisi data dari lembar IKK"),
    ("Belum ada data pada lembar Tahap 2.", "belum berisi data dari lembar Tahap 2"),
])  # fmt: skip
def test_what_a_sheet_would_fill_asks_for_its_rows_and_not_for_words_in_the_template(
    tmp_path: Path, sentence: str, said: str
) -> None:
    folder = own_template(tmp_path, "pk.docx", lambda document: document.add_paragraph(sentence))
    found = look(tmp_path, templat=folder, hanya=("pk",))
    assert [said in message(entry) for entry in found.temuan if entry.kode in ("T12", "D11")] == [True]


@pytest.mark.parametrize("sentence", ["Pasal 1 [dihapus] tetap berlaku.", "[1]", "Lihat catatan [a].", "…………… 2026"])
def test_other_brackets_and_dotted_lines_are_none(tmp_path: Path, sentence: str) -> None:
    folder = own_template(tmp_path, "pk.docx", lambda document: document.add_paragraph(sentence))
    assert all(document.tanda == () for document in look(tmp_path, templat=folder, hanya=("pk",)).made)


def test_a_prompt_split_over_runs_is_one_mark_and_all_of_it_is_yellow(tmp_path: Path) -> None:
    def typed(document: WordDocument) -> None:
        paragraph = document.add_paragraph("Catatan: [Uraikan ")
        paragraph.add_run("tata cara").bold = True
        paragraph.add_run(" di sini.] Selesai.")

    folder = own_template(tmp_path, "pk.docx", typed)
    document = look(tmp_path, templat=folder, hanya=("pk",)).made[0]
    assert document.tanda == ("[Uraikan tata cara di sini.]",)
    assert "".join(yellow(document, folder, tmp_path)) == "[Uraikan tata cara di sini.]"


def test_a_prompt_inside_a_condition_counts_where_it_is_printed(tmp_path: Path) -> None:
    folder = own_template(
        tmp_path,
        "pk.docx",
        lambda document: document.add_paragraph(f"{{% if jenis_pk == 'jpt' %}}{PROMPT}{{% endif %}}"),
    )
    found = look(tmp_path, templat=folder, hanya=("pk",))
    papers = [document for document in found.made if document.jenis == "pk"]
    assert [PROMPT in document.tanda for document in papers] == [True, False, False, False]


def test_a_field_that_a_template_does_not_print_leaves_no_mark(tmp_path: Path) -> None:
    def without_nip(document: WordDocument) -> None:
        for paragraph in document.element.body.iter(qn("w:t")):
            if paragraph.text and "nip" in paragraph.text:
                paragraph.text = paragraph.text.replace("{{ pihak_pertama.nip }}", "").replace(
                    "{{ pihak_kedua.nip }}", ""
                )

    folder = own_template(tmp_path, "pk.docx", without_nip)
    assert not any(
        "NIP" in mark for mark in look(tmp_path, put("Pejabat!D6", None), templat=folder, hanya=("pk",)).tanda
    )
