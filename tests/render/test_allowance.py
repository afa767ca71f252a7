"""A workbook too large for one of its documents is told so, and all others are made."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from helpers.offices import Isi, Kantor
from helpers.word_files import kinds_of
from pokin_docs.documents.kind import Dokumen, Lampiran
from pokin_docs.documents.narrative import RichPicture, RichText
from pokin_docs.documents.renstra.places import NO_NARRATIVE
from pokin_docs.model.findings import Outcome
from pokin_docs.model.source import CellRef
from pokin_docs.render import write as render
from pokin_docs.render.filling import crew as work
from pokin_docs.render.filling.allowance import MANY_ROWS, Limits, rows_of
from pokin_docs.render.filling.filled import Task
from pokin_docs.render.filling.worker import LossReason, WorkerLost
from pokin_docs.render.result import BuildResult

LARGE = "PK/besar.docx"


def document(path: str, rows: int, judul: str = "Judul") -> Dokumen:
    source = tuple(CellRef("Tahap 5", row, column) for row in range(5, 5 + rows) for column in (2, 3))
    return Dokumen("pk", path, ("pk.docx",), Isi(judul), source)


@pytest.fixture
def kantor(tmp_path: Path) -> Kantor:
    """An office whose template is not bounded, so that others fill it under limits."""
    kantor = Kantor(tmp_path)
    doc = Document()
    doc.add_paragraph("{% set a = judul ~ judul %}{{ a }}")
    doc.save(str(kantor.templat / "pk.docx"))
    return kantor


def build(kantor: Kantor, *docs: Dokumen, shipped: bool = True, **more: Any) -> Outcome[BuildResult]:
    sha256 = hashlib.sha256((kantor.templat / "pk.docx").read_bytes()).hexdigest()
    kinds = tuple(replace(kind, shipped=sha256 if shipped else "") for kind in kinds_of(docs))
    return render.write(docs, buku=kantor.buku, folder=kantor.build, templat=(kantor.templat,), logo=None,
                        version="1", kinds=kinds, **more)  # fmt: skip


@dataclass
class Crew:
    """Fills in this process; ``allowed`` is what each document may take, those in ``over`` take more."""

    allowed: dict[str, Limits] = field(default_factory=dict)
    over: tuple[str, ...] = (LARGE,)

    def run(self, fill: Any, material: Any, task: Sequence[Task], *, limits: Limits, **_: Any) -> Iterator[Any]:
        for number, one in enumerate(task):
            self.allowed[one[1].path] = limits
            yield number, WorkerLost(LossReason.TIME) if one[1].path in self.over else fill(material, one)


@pytest.fixture
def crew(monkeypatch: pytest.MonkeyPatch) -> Crew:
    crew = Crew()
    monkeypatch.setattr(work, "run", crew.run)
    return crew


def test_a_document_too_large_is_told_of_the_workbook_and_the_others_are_made(kantor: Kantor, crew: Crew) -> None:
    docs = (document("PK/satu.docx", 2), document(LARGE, 1_000), document("PK/dua.docx", 2))
    outcome = build(kantor, *docs)
    assert outcome.value is not None
    assert outcome.value.dokumen == ("PK/satu.docx", "PK/dua.docx")
    assert outcome.value.unmade == (LARGE,)
    assert not (kantor.build / LARGE).exists()
    (finding,) = outcome.temuan
    assert (finding.kode, finding.tempat) == ("D21", CellRef("Tahap 5"))
    said = {"dokumen": LARGE, "isi": "1000 baris Tahap 5", "sebab": "belum selesai sesudah 120 detik"}
    assert dict(finding.details) == said
    again = build(kantor, *docs)
    assert again.value is not None
    assert (again.value.used, again.value.unmade) == (2, (LARGE,))


def test_what_an_earlier_build_left_of_it_stays_and_is_still_known(kantor: Kantor, crew: Crew) -> None:
    crew.over = ()
    before = build(kantor, document(LARGE, 3), document("PK/lain.docx", 3))
    assert before.value is not None
    crew.over = (LARGE,)
    old = (kantor.build / LARGE).read_bytes()
    preview = Lampiran("pratinjau", "besar.html", make=lambda data: data, made_from=LARGE)
    outcome = build(kantor, document(LARGE, 3, "Judul baru"), document("PK/lain.docx", 3), lampiran=(preview,))
    assert outcome.value is not None
    assert outcome.value.deleted == ()
    assert outcome.value.unmade == (LARGE, "besar.html")
    assert (kantor.build / LARGE).read_bytes() == old
    assert LARGE in (kantor.build / "manifes.json").read_text()
    crew.over = ()
    healed = build(kantor, document(LARGE, 3, "Judul baru"), document("PK/lain.docx", 3))
    assert healed.value is not None
    assert (healed.value.new, healed.value.unmade, healed.value.set_aside) == (1, (), ())


def test_a_template_of_the_office_that_may_not_end_is_told_itself(kantor: Kantor, crew: Crew) -> None:
    outcome = build(kantor, document("PK/satu.docx", 2), document(LARGE, 2), shipped=False)
    assert outcome.value is None
    assert [finding.kode for finding in outcome.temuan] == ["T08"]


def test_limits_are_a_base_and_so_much_for_each_row_that_a_document_says(kantor: Kantor, crew: Crew) -> None:
    few, many = document("PK/sedikit.docx", MANY_ROWS), document("PK/banyak.docx", MANY_ROWS + 1)
    build(kantor, document("PK/kosong.docx", 0), few, many)
    base = Limits()
    assert Limits().of(()).seconds == Limits().of([document("a", 0)]).seconds == 20
    assert crew.allowed["PK/kosong.docx"] == crew.allowed["PK/sedikit.docx"] == base.of([few])
    assert crew.allowed["PK/banyak.docx"] == base.of([many])
    of_many = base.of([document("a", 5_000)])
    assert (of_many.seconds, of_many.memory_bytes) == (520, 3_200_000_000)
    assert of_many.of([document("a", 5_000)]) == of_many


@dataclass(frozen=True)
class _Written:
    """A content with the office's own text."""

    naskah: object


def _with_text(*texts: RichText) -> Dokumen:
    keys = ("latar_belakang", "mitra")
    narrative = replace(NO_NARRATIVE, **dict(zip(keys, texts, strict=False)))
    return replace(document(LARGE, 7), content=_Written(narrative))


def test_the_office_s_own_text_and_its_pictures_count_as_rows() -> None:
    assert rows_of(_with_text()) == 7
    assert rows_of(_with_text(RichText("a" * 1999))) == 7
    text, shown = RichText("a" * 20_000), RichText("", pictures=(RichPicture("png", b"x" * 500_000),))
    assert rows_of(_with_text(text, shown)) == 7 + 10 + 5
    assert rows_of(_with_text(RichText("", notes=("a" * 4000,)))) == 9
    assert Limits().of([_with_text(text)]).seconds == Limits().of([document(LARGE, 17)]).seconds
