"""The pictures of papers in ``docs/gambar``, from a corrected example: ``python scripts/build_pictures.py``.

The official tables of the example keep their slips, which the program is to find. A visitor sees a paper as an office
signs it: here every sentence is typed as its finding proposes («Tulis …»), in a copy that is thrown away. LibreOffice
and pdftoppm must be there; pictures differ from machine to machine, so no test compares them.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pokin_docs.flow.examine import Understood, examine  # noqa: E402
from pokin_docs.model.catalogue import hint  # noqa: E402
from pokin_docs.model.settings import Settings  # noqa: E402

PICTURES = ROOT / "docs" / "gambar"
PAPERS = {"pk.png": ("PK/JPT/*.docx", (1, 2), 80)}
"""Pattern of the document, its pages side by side, dots an inch."""
_PROPOSED = re.compile(r"Tulis «(.+?)»\.")
_MOST_ROUNDS = 5


def corrected(book: Path) -> int:
    """Type what the findings of a workbook propose into it; how many cells that were."""
    found = examine(book, Settings(book.parent / "build", ()))
    if not isinstance(found, Understood):
        raise SystemExit("the example cannot be read")
    workbook, count = openpyxl.load_workbook(book), 0
    for entry in found.temuan:
        proposal, place = _PROPOSED.search(hint(entry)), entry.tempat
        if proposal is None or place.baris is None or place.kolom is None or place.lembar not in workbook.sheetnames:
            continue
        cell = workbook[place.lembar].cell(place.baris, place.kolom)
        if isinstance(cell.value, str) and cell.value != proposal[1]:
            cell.value, count = proposal[1], count + 1
    if count:
        workbook.save(book)
    return count


def picture(document: Path, pages: tuple[int, ...], dpi: int, folder: Path) -> Image.Image:
    """Pages of a document side by side, a thin line around each."""
    office = [f"-env:UserInstallation=file://{folder}/lo", "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run(["soffice", *office, str(document)], check=True, capture_output=True)
    pdf = folder / (document.stem + ".pdf")
    subprocess.run(["pdftoppm", "-r", str(dpi), "-png", str(pdf), str(folder / "halaman")], check=True)
    files = sorted(folder.glob("halaman-*.png"))
    shown = [Image.open(files[page - 1]).convert("RGB") for page in pages]
    whole = Image.new("RGB", (sum(one.width + 1 for one in shown) + 1, shown[0].height + 2), "#808080")
    at = 1
    for one in shown:
        whole.paste(one, (at, 1))
        at += one.width + 1
    return whole.quantize(64)


def main() -> None:
    """Write every picture."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in (ROOT / "inputs").iterdir():
            if file.is_file():
                shutil.copy(file, folder)
        book = next(folder.glob("*.xlsx"))
        for _ in range(_MOST_ROUNDS):
            if not corrected(book):
                break
        build = [sys.executable, str(ROOT / "pipeline.py"), "bangun", str(book), "--keluaran", str(folder / "build")]
        subprocess.run(build, check=True, capture_output=True)
        for file_name, (pattern, pages, dpi) in PAPERS.items():
            document = next((folder / "build" / book.stem).glob(pattern))
            picture(document, pages, dpi, folder).save(PICTURES / file_name, optimize=True)
            print(PICTURES / file_name)


if __name__ == "__main__":
    main()
