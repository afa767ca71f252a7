"""Time of filling PKs: this program against plain docxtpl, in turn in one run, on the same contents.

    .venv/bin/python benchmarks/render.py [COUNT]

Prints documents per second of both and their ratio, after checking that both print the same text. A ratio and not a
time is what may be compared between machines.
"""

from __future__ import annotations

import io
import sys
import time
import zipfile
from dataclasses import asdict, replace
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from docxtpl import DocxTemplate

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pokin_docs.cycle import examine  # noqa: E402
from pokin_docs.model.documents import PerjanjianKinerja  # noqa: E402
from pokin_docs.model.findings import Catatan  # noqa: E402
from pokin_docs.model.settings import Settings  # noqa: E402
from pokin_docs.render import word  # noqa: E402

TEMPLATE = ROOT / "templates" / "pk.docx"


def contents(count: int) -> list[PerjanjianKinerja]:
    """PKs of the example, repeated with other numbers until there are enough."""
    rencana = examine(ROOT / "inputs" / "diskominfo-balangan.xlsx", Settings(Path("build"), ())).rencana
    assert rencana is not None
    found = [entry.isi for entry in rencana.dokumen if isinstance(entry.isi, PerjanjianKinerja)]
    return [replace(found[index % len(found)], nomor=str(index)) for index in range(count)]


def with_docxtpl(isi: PerjanjianKinerja) -> bytes:
    """As tutorials have it: open, fill, save."""
    template = DocxTemplate(TEMPLATE)
    template.render({**asdict(isi), "logo": ""}, autoescape=True)
    buffer = io.BytesIO()
    template.save(buffer)
    return buffer.getvalue()


def text(data: bytes) -> list[str]:
    """Texts of the runs in order; docxtpl leaves empty runs behind, which print nothing."""
    document = Document(io.BytesIO(data))
    return [node.text for node in document.element.body.iter(qn("w:t")) if node.text]


def main() -> None:
    """Time both and print the ratio."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    items = contents(count)
    start = time.perf_counter()
    catatan = Catatan()
    compiled = word.compile_template(TEMPLATE, PerjanjianKinerja, None, catatan)
    assert compiled is not None
    ours = [word.fill(compiled, isi, "benchmark", catatan) for isi in items]
    own = time.perf_counter() - start
    start = time.perf_counter()
    theirs = [with_docxtpl(isi) for isi in items[: max(1, count // 5)]]
    plain = (time.perf_counter() - start) / len(theirs)
    for mine, other in zip(ours, theirs, strict=False):
        assert text(mine) == text(other)
        assert zipfile.ZipFile(io.BytesIO(mine)).testzip() is None
    print(f"ours: {count / own:.0f} documents a second, template compiled within that time")
    print(f"docxtpl: {1 / plain:.1f} documents a second")
    print(f"ratio: {plain * count / own:.1f}")


if __name__ == "__main__":
    main()
