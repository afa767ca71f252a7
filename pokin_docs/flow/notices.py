"""What is said of the workbooks of an office before anything is written: sentences for people, nothing is changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

from pokin_docs.flow.examine import Understood
from pokin_docs.flow.places import build_folder
from pokin_docs.model.locations import is_file
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.settings import Settings
from pokin_docs.model.texts import fold
from pokin_docs.model.workbook_spec import RECORD_TITLE

_MOST_FOLDERS = 500
"""Build folders that are looked at: there is one for each workbook."""


def without_corrections(books: Sequence[Path]) -> tuple[list[Path], list[str]]:
    """The workbooks that are not the correction of another of them, and a sentence for each that is.

    A correction whose workbook is not there is kept: the planner works on in it.
    """
    from pokin_docs.workbook.correction.recognized import correction_source

    names = {book.name.casefold(): book for book in books}
    kept, told = [], []
    for book in books:
        source = correction_source(book) if len(books) > 1 else None
        other = names.get(source.casefold()) if source else None
        if other is None or other == book:
            kept.append(book)
        else:
            told.append(
                f"{book.name} adalah salinan koreksi dari {other.name} yang juga ada di folder itu; "
                f"yang dipakai {other.name}."
            )
    return kept, told


def without_lists(books: Sequence[Path]) -> tuple[list[Path], list[str]]:
    """The workbooks among these files, and a sentence that names those that hold the official list."""
    from pokin_docs.extract.nomenclature.read import is_list

    lists = [book for book in books if is_list(book)]
    names = ", ".join(book.name for book in lists)
    told = [f"{names}: daftar nomenklatur; dipakai untuk memeriksa, tidak dibangun."] if lists else []
    return [book for book in books if book not in lists], told


def without_imports(books: Sequence[Path]) -> tuple[list[Path], list[str]]:
    """The workbooks that are not made by an import from another of them, and a sentence for each that is.

    One whose source is not there, or is no workbook, is kept: it is the office's workbook now.
    """
    names = {book.name.casefold(): book for book in books}
    kept, told = [], []
    for book in books:
        own, _, mark = book.stem.rpartition("-")
        source = next(
            (names[name] for suffix in (".xlsx", ".xlsm") if (name := f"{own}{suffix}".casefold()) in names), None
        )
        if mark.casefold() != "impor" or source is None:
            kept.append(book)
        else:
            told.append(
                f"{book.name} adalah hasil impor dari {source.name} yang juga ada di folder itu; yang dipakai "
                f"{source.name}. {_advice(book, source)}"
            )
    return kept, told


def _advice(result: Path, source: Path) -> str:
    """What to do with the result of an import beside its source: one older than that lacks what was done since."""
    try:
        older = result.stat().st_mtime < source.stat().st_mtime
    except OSError:
        older = False
    if older:
        return f"{result.name} lebih lama daripada {source.name}; hapus bila tidak diperlukan lagi."
    from pokin_docs.workbook.correction.recognized import sheet_titles

    titles = sheet_titles(result)
    if titles is not None and RECORD_TITLE not in titles:  # a copy of the workbook with what an import put into it
        return f"Isi impornya belum dipakai: jalankan lagi impor itu dengan --timpa, lalu hapus {result.name}."
    return f"Pindahkan {source.name} ke folder lain bila hasil impornya yang hendak dipakai."


def other_tables(folder: Path) -> tuple[list[Path], list[str]]:
    """The tables in a folder that are no workbooks to build, and a sentence for each: they may be meant as such.

    Those beside a workbook of their name are what it was made from, the official list is none.
    """
    from pokin_docs.extract.nomenclature.read import is_list
    from pokin_docs.extract.sources.open_source import TABLES, UNREAD

    tables = (path for path in sorted(folder.glob("*")) if path.suffix.casefold() in (*TABLES, *UNREAD))
    own = [path for path in tables if not path.name.startswith(("~$", ".")) and not _made_into(path)]
    own = [path for path in own if path.is_file() and not is_list(path)]
    said = "{0} tidak dibangun: yang dibangun hanya .xlsx dan .xlsm. Simpan sebagai .xlsx{1}."
    imported = {path: f", atau jalankan impor {path}" for path in own if path.suffix.casefold() in TABLES}
    return own, [said.format(path, imported.get(path, "")) for path in own]


def _made_into(path: Path) -> bool:
    names = (f"{path.stem}{mark}{suffix}" for mark in ("", "-impor") for suffix in (".xlsx", ".xlsm"))
    return any(is_file(path.with_name(name)) for name in names)


def left_behind(books: Sequence[tuple[Path, Understood]], settings: Settings) -> tuple[str, ...]:
    """A sentence for each build folder of one of these agencies whose workbook is no longer there: it was renamed.

    Args:
        books: The workbooks that are built or examined, with what is known of each.
        settings: Where build folders are.
    """
    from pokin_docs.render.manifest_reading import read

    ours = {build_folder(path, settings).name.casefold() for path, _ in books}
    agencies = {name for _, found in books if (name := _identity(found.buku, "nama_pd"))}
    digests = {found.sha256 for _, found in books if found.sha256}
    places = {path.parent for path, _ in books}
    told = []
    for folder in _folders(settings.keluaran):
        if folder.name.casefold() in ours or folder.name.startswith("."):
            continue
        made = read(folder)
        name = Path(made.buku[0]).name
        if not name or any(is_file(place / name) for place in places):
            continue
        if fold(made.agency) in agencies or made.buku[1] in digests:
            told.append(
                f"{folder} berasal dari buku kerja yang sudah tidak ada ({name}); "
                "hapus atau pindahkan bila tidak dipakai lagi."
            )
    return tuple(told)


def _folders(keluaran: Path) -> list[Path]:
    try:
        return sorted(path for path in islice(keluaran.iterdir(), _MOST_FOLDERS) if path.is_dir())
    except OSError:
        return []


def same_agency(books: Iterable[tuple[Path, BukuKerja]]) -> tuple[str, ...]:
    """A sentence for each agency that several of these workbooks are for."""
    groups: list[tuple[list[str], set[str], str]] = []
    for path, buku in books:
        keys, region = _agency_keys(buku), _identity(buku, "pemda")
        for names, known, other in groups:
            if keys & known and (not region or not other or region == other):
                names.append(path.name)
                known |= keys
                break
        else:
            groups.append(([path.name], keys, region))
    return tuple(
        f"Ada {_number(len(names))} buku kerja untuk perangkat daerah yang sama: {', '.join(names)}. "
        "Semuanya dipakai; pindahkan yang bukan lagi dari folder itu."
        for names, _, _ in groups
        if len(names) > 1
    )


def _agency_keys(buku: BukuKerja) -> set[str]:
    return {f"{kunci} {text}" for kunci in ("nama_pd", "singkatan") if (text := _identity(buku, kunci))}


def _identity(buku: BukuKerja, kunci: str) -> str:
    isian = buku.identitas.get(kunci)
    return fold(isian.text) if isian else ""


def _number(count: int) -> str:
    return {2: "dua", 3: "tiga", 4: "empat"}.get(count, str(count))
