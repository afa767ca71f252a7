"""Time and memory of filling and of the whole command: this program against plain docxtpl, in turn in one run.

    .venv/bin/python benchmarks/render.py [tulis] [JUMLAH]

JUMLAH are the documents of the main comparison (500). ``tulis`` writes ``docs/kecepatan.md``. Ratios and not times are
what may be compared between machines. Times of one process are processor time, so that other work on the machine
counts less; those of several processes and of the whole command are told as such.
"""

from __future__ import annotations

import io
import math
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any
from unittest import mock

from docx import Document
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import Environment, StrictUndefined
from lxml import etree
from markupsafe import Markup

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

import command  # noqa: E402
from speed_page import Baris, at_least, at_most, print_rows, write_tables  # noqa: E402

from pokin_docs.documents.pk.content import AnggaranPk, IndikatorPk, PerjanjianKinerja, SasaranPk  # noqa: E402
from pokin_docs.documents.pk.kind import PK  # noqa: E402
from pokin_docs.documents.values import PerangkatDaerah, Pihak  # noqa: E402
from pokin_docs.model.findings import FindingLog  # noqa: E402
from pokin_docs.templating.fill import compile as word  # noqa: E402
from pokin_docs.templating.fill import finish  # noqa: E402
from pokin_docs.templating.fill.compiled import FilledPart  # noqa: E402

LOGO = ROOT / "inputs" / "logo-contoh.png"
ROUNDS = 5
ROWS = (10, 100, 1_000, 5_000)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def contents(count: int, rows: int = 10) -> list[PerjanjianKinerja]:
    """PKs of made-up officials: so many sasaran with an indicator each, five programs; every text differs."""
    agency = PerangkatDaerah(
        "Dinas Komunikasi, Informatika & Statistik", "Diskominfo", "Pemerintah Kabupaten Contoh",
        "Jalan Contoh Nomor 1", "71600", "(0000) 12345", "diskominfo.contoh.go.id", "surat@contoh.go.id", "Bupati",
    )  # fmt: skip
    head = Pihak("Contoh Nusantara", "CONTOH NUSANTARA", "Bupati Contoh", "", "", "")

    def one(number: int) -> PerjanjianKinerja:
        party = Pihak(f"Dr. Contoh {number}, M.Si.", f"Dr. CONTOH {number}, M.Si.", f"Kepala Dinas {number}",
                      "Pembina Utama Muda", "IV/c", f"1970010119950119{number % 100:02d}")  # fmt: skip
        indicators = [
            IndikatorPk(f"Persentase layanan {row} yang memenuhi standar {number}", f"{row % 100},{number}", "%")
            for row in range(1, rows + 1)
        ]
        sasaran = tuple(
            SasaranPk(str(row), f"Meningkatnya mutu layanan & data urusan {row} tahun ke-{number}", (indicator,))
            for row, indicator in enumerate(indicators, start=1)
        )
        budget = tuple(
            AnggaranPk("program", False, f"2.16.0{row}", f"Program Urusan <{row}> {number}", f"{row}.250.{number:03d}",
                       "APBD", False)
            for row in range(1, 6)
        )  # fmt: skip
        return PerjanjianKinerja("jpt", "2026", str(number), "Contoh", "5 Januari 2026", agency, party, head, sasaran,
                                 budget, f"15.250.{number:03d}")  # fmt: skip

    return [one(number) for number in range(count)]


def template(folder: Path) -> Path:
    """The shipped template with a value in header and footer."""
    document = Document(str(ROOT / "templates" / "pk.docx"))
    section = document.sections[0]
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    section.header.paragraphs[0].text = "{{ perangkat_daerah.nama }}"
    section.footer.add_paragraph("{{ pihak_pertama.jabatan }}, nomor {{ nomor }}")  # the first ones hold tags
    path = folder / "pk.docx"
    document.save(str(path))
    return path


def compiled(path: Path) -> word.CompiledTemplate:
    """The template as a build compiles it."""
    catatan = FindingLog()
    form = word.compile_template(path, PK, word.read_logo(LOGO, catatan), catatan)
    assert form is not None
    assert list(catatan) == []
    return form


def with_docxtpl(path: Path, isi: dict[str, Any]) -> bytes:
    """As tutorials have it: open, fill, save."""
    document = DocxTemplate(path)
    document.render({**isi, "logo": InlineImage(document, str(LOGO), height=Mm(22))}, autoescape=True)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def floor(form: word.CompiledTemplate) -> Callable[[dict[str, Any]], list[bytes]]:
    """What filling cannot do without: the same sources through plain Jinja, and deflating what comes out."""
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    parts = [part for part in form.member if isinstance(part, FilledPart)]
    jinja = [(environment.from_string(part.source), Markup(part.logo)) for part in parts]

    def fill(isi: dict[str, Any]) -> list[bytes]:
        return [zlib.compress(source.render(**isi, logo=logo).encode(), 1) for source, logo in jinja]

    return fill


def without_gate() -> Any:
    """Filling without the strict reading of what was filled."""
    return mock.patch.object(finish, "prove")


def paragraphs(data: bytes) -> Iterator[tuple[str, list[str]]]:
    """The texts of all paragraphs of body, header and footer."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
            root = etree.fromstring(archive.read(name))
            yield name, ["".join(t.text or "" for t in p.iter(_W + "t")) for p in root.iter(_W + "p")]


def comparison(folder: Path, count: int) -> list[Baris]:
    """Many PKs: ours with and without gate, the floor and docxtpl, in turn."""
    path = template(folder)
    form = compiled(path)
    items = contents(count)
    plain = [asdict(isi) for isi in items]
    lowest = floor(form)
    catatan = FindingLog()
    for isi, other in list(zip(items, plain, strict=True))[:: max(1, count // 20)]:
        mine, theirs = word.fill(form, isi, "uji", catatan), with_docxtpl(path, other)
        assert list(paragraphs(mine)) == list(paragraphs(theirs))
    made = [word.fill(form, isi, "uji", catatan) for isi in items]

    def write(index: int, data: bytes) -> None:
        (folder / f"{index % 50}.docx").write_bytes(data)

    def ours(index: int) -> None:
        write(index, word.fill(form, items[index], "uji", catatan))

    def bottom(index: int) -> None:
        lowest(plain[index])
        write(index, made[index])

    times: dict[str, list[float]] = {name: [] for name in ("gate", "none", "floor", "docxtpl")}
    for number in range(ROUNDS):
        times["gate"].append(_each(ours, range(count)))
        with without_gate():
            times["none"].append(_each(ours, range(count)))
        times["floor"].append(_each(bottom, range(count)))
        sample = range(number, count, max(1, count // 10))
        times["docxtpl"].append(_each(lambda at: write(at, with_docxtpl(path, plain[at])), sample))
    assert list(catatan) == []

    def share(slow: str, fast: str) -> float:
        """Of times measured one right after the other: the machine changes its pace between rounds."""
        return median(one / other for one, other in zip(times[slow], times[fast], strict=True))

    gate, none, least, theirs_time = (min(each) for each in times.values())
    return [
        Baris("docxtpl, dokumen per detik", f"{1 / theirs_time:.1f}"),
        Baris("program ini dengan pemeriksaan hasil, dokumen per detik", f"{1 / gate:.0f}"),
        Baris("program ini tanpa pemeriksaan hasil, dokumen per detik", f"{1 / none:.0f}"),
        Baris("batas bawah (Jinja, deflate, tulis), dokumen per detik", f"{1 / least:.0f}"),
        at_least("kali docxtpl, tanpa pemeriksaan hasil", share("docxtpl", "none"), 50),
        at_least("kali docxtpl, dengan pemeriksaan hasil", share("docxtpl", "gate"), 25),
        at_least("bagian dari batas bawah, tanpa pemeriksaan hasil", share("floor", "none"), 0.85, 2),
        Baris("bagian dari batas bawah, dengan pemeriksaan hasil", f"{share('floor', 'gate'):.2f}"),
    ]


def growth(folder: Path) -> list[Baris]:
    """One document with more and more rows."""
    path = template(folder)
    form = compiled(path)
    times: dict[int, float] = {}
    found = []
    for rows in ROWS:
        (isi,) = contents(1, rows)
        times[rows] = min(_each(partial(_filled, form, isi), range(3)) for _ in range(3))
        theirs = _each(partial(_by_docxtpl, path, isi), range(1))
        found.append(Baris(f"satu dokumen dengan {rows:,} sasaran".replace(",", "."),
                           f"{times[rows] * 1e3:.1f} ms; docxtpl {theirs * 1e3:.0f} ms"))  # fmt: skip
    exponent = math.log(times[ROWS[-1]] / times[ROWS[-2]]) / math.log(ROWS[-1] / ROWS[-2])
    return [*found, at_most("pangkat pertumbuhan dari 1.000 ke 5.000 baris", exponent, 1.1, 2)]


def _filled(form: word.CompiledTemplate, isi: PerjanjianKinerja, _: int) -> None:
    word.fill(form, isi, "uji", FindingLog())


def _by_docxtpl(path: Path, isi: PerjanjianKinerja, _: int) -> None:
    with_docxtpl(path, asdict(isi))


def _each(work: Callable[[int], object], numbers: range) -> float:
    """Seconds of processor time for one."""
    start = time.process_time()
    for number in numbers:
        work(number)
    return (time.process_time() - start) / len(numbers)


def whole(folder: Path) -> list[Baris]:
    """First document, several processes, the whole command, and memory: each in processes of its own."""
    first = command.first_document(template(folder))
    own, bare, again = first["pokin"], first["docxtpl"], first["teruji"]

    def said(time_: float) -> str:
        return f"{time_ * 1e3:.0f} ms; docxtpl {bare * 1e3:.0f} ms"

    two, both, counting = command.two_workers(folder)
    cold, warm = command.example(folder)
    agency = command.agency(folder)
    memory = command.memory(folder)
    return [
        Baris("dokumen pertama, templat baru yang sekaligus diperiksa", said(own), "tidak lebih lambat", own <= bare),
        Baris("dokumen pertama, templat bawaan atau yang pernah lulus", said(again), "tidak lebih lambat",
              again <= bare),
        at_least("dua proses dibanding satu, mengisi 3.000 dokumen, waktu nyata", two, 1.7, 2),
        Baris("dua proses dibanding satu, seluruh pembangunannya, waktu nyata", f"{both:.2f}"),
        Baris("dua proses dibanding satu, hanya berhitung: batas komputer ini", f"{counting:.2f}"),
        at_most("seluruh perintah atas contoh, waktu prosesor di luar impor pustaka (detik)", cold, 1.5, 2),
        at_most("sesudah satu sel berubah (detik; setengah dari 1,5)", warm, 0.75, 2),
        *(Baris(f"perangkat daerah buatan: {name}", value) for name, value in agency.items()),
        at_most("memori puncak 5.000 dokumen di atas 50 dokumen (MB)", memory, 50),
    ]  # fmt: skip


def main() -> None:
    """Measure, print, and write the page when asked."""
    count = next((int(word_) for word_ in sys.argv[1:] if word_.isdigit()), 500)
    tables: dict[str, list[Baris]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measures: tuple[tuple[str, Callable[[], list[Baris]]], ...] = (
            (f"{count} PK: 10 sasaran, 5 program, logo, kepala dan kaki halaman", lambda: comparison(folder, count)),
            ("Satu dokumen yang panjang", lambda: growth(folder)),
            ("Seluruh perintah", lambda: whole(folder)),
        )  # fmt: skip
        for title, measure in measures:
            tables[title] = measure()
            print_rows(tables[title])
    if "tulis" in sys.argv[1:]:
        write_tables(tables)


if __name__ == "__main__":
    main()
