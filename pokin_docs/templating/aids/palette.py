"""The palette: every placeholder with its meaning and an example, and loops and choices ready to be copied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pokin_docs.documents.kind import DocumentKind
from pokin_docs.files.plain_document import document, paragraph, row, style, table
from pokin_docs.templating.aids.palette_entries import (
    ATURAN,
    PENYARING,
    PILIHAN,
    Contoh,
    Kelompok,
    groups,
)

JUDUL = "Palet isian templat"
_LEBAR = 18.0
_GRID = (7.0, 6.2, 4.8)
_BIRU, _ABU = "DEEAF6", "F2F2F2"
_GAYA = (
    style("Normal", "Normal", base="")
    + style("Judul", "Title", size=18, bold=True, color="1F3864", after=4)
    + style("Heading1", "heading 1", size=15, bold=True, color="1F3864", before=20, after=4, level=0)
    + style("Heading2", "heading 2", size=11.5, bold=True, color="2E74B5", before=12, after=3, level=1)
    + style("Keterangan", "Keterangan Palet", size=9.5, after=4)
    + style("Petunjuk", "Petunjuk Palet", size=8.5, color="595959", before=5, after=2)
    + style("Kepala", "Kepala Palet", size=8.5, bold=True, before=1, after=1)
    + style("Tulis", "Isian Palet", size=8.5, color="1F3864", before=1, after=1)
    + style("Arti", "Arti Palet", size=9, before=1, after=1)
    + style("TulisKecil", "Isian Palet Kecil", size=6.5, color="1F3864", before=1, after=1)
    + style("KepalaKecil", "Kepala Palet Kecil", size=6.5, bold=True, before=1, after=1)
    + style("Antara", "Antara Palet", size=4)
)
_SINGKATAN = frozenset(("nspk", "rpjmd", "klhs", "pd", "nip"))
_SEMPIT = 2.6  # cm: columns below this get small letters


def palette(kinds: Iterable[DocumentKind]) -> bytes:
    """The palette of these kinds of documents as a Word document."""
    parts = [paragraph(JUDUL, "Judul")]
    parts += [paragraph(text, "Keterangan") for text in ATURAN]
    for number, kind in enumerate(kinds):
        parts += _document(f"{kind.nama} ({kind.templat[0]})", kind.sample(), new_page=number > 0)
    parts.append(paragraph("Bentuk nilai (penyaring)", "Heading1"))
    parts.append(paragraph("Penyaring ditulis di belakang isian, sesudah tanda |, dan mengubah cara mencetaknya.",
                           "Keterangan"))  # fmt: skip
    parts.append(_listing(("Tulis", "Gunanya", "Tercetak"), ((p.tulis, p.arti, p.hasil) for p in PENYARING)))
    parts.append(paragraph("Bagian yang hanya kadang-kadang dicetak", "Heading1"))
    for arti, lines in PILIHAN:
        parts.append(paragraph(arti, "Petunjuk", keep=True))
        parts.append(_box(lines))
    parts.append(paragraph("", "Antara"))
    return document(JUDUL, "".join(parts), _GAYA)


def _document(judul: str, contoh: object, *, new_page: bool) -> Iterator[str]:
    """All of one kind of document: the records, then the lists with their loops."""
    yield paragraph(judul, "Heading1", new_page=new_page)
    found = tuple(groups(contoh))
    for number, group in enumerate(found):
        yield paragraph(_heading(group), "Heading2")
        entries = [(_tag(entry), entry.arti, entry.contoh) for entry in group.isian]
        if not group.nama:
            entries.append(("{{ logo }}", "gambar logo perangkat daerah", "(gambar)"))
        yield _listing(("Tulis", "Yang dicetak", "Contoh"), entries)
        nested = number + 1 < len(found) and len(found[number + 1].ulang) > len(group.ulang)
        if group.ulang and not nested:
            outer = found[number - 1] if len(group.ulang) > 1 else None
            yield from _ready(group, outer)


def _heading(group: Kelompok) -> str:
    if not group.nama:
        return "Isian yang berdiri sendiri"
    judul = group.judul[:1].upper() + group.judul[1:]
    return f"{judul}: {group.ulang[-1][1] if group.ulang else group.nama}"


def _tag(entry: Contoh) -> str:
    if entry.ya_tidak:
        return f"{{% if {entry.tulis} %}} … {{% endif %}}"
    if entry.ditanya:
        return f"{{% if {entry.tulis} == '{entry.contoh}' %}} … {{% endif %}}"
    return f"{{{{ {entry.tulis} }}}}"


def _listing(titles: Sequence[str], entries: Iterable[Sequence[str]]) -> str:
    rows = [row(_GRID, [(title, "Kepala") for title in titles], shade=_ABU, header=True)]
    rows += [row(_GRID, list(zip(entry, ("Tulis", "Arti", "Arti"), strict=True))) for entry in entries]
    return table(_GRID, rows)


def _ready(group: Kelompok, outer: Kelompok | None) -> Iterator[str]:
    """A loop over paragraphs and one over table rows, ready to be copied."""
    yield paragraph("Pengulangan sebagai paragraf, siap disalin:", "Petunjuk", keep=True)
    opened = [f"{{%p for {name} in {path} %}}" for name, path in group.ulang]
    closed = ["{%p endfor %}"] * len(group.ulang)
    texts = [_tag(entry) for entry in _printed(group)][:2]
    heads = [_tag(entry) for entry in _printed(outer)][:2] if outer else []
    lines = [opened[0], " ".join(heads), opened[1], " ".join(texts)] if outer else [*opened, " ".join(texts)]
    yield _box([*lines, *closed])
    by_year = any("[0]" in entry.tulis for entry in group.isian)
    years = " Kolom tahun berikutnya ditulis [3], [4], dan seterusnya." if by_year else ""
    words = f"Pengulangan sebagai baris tabel, siap disalin (pilih seluruh tabel).{years}"
    yield paragraph(words, "Petunjuk", keep=True)
    yield _loop_table(group, outer)


def _loop_table(group: Kelompok, outer: Kelompok | None) -> str:
    fields = [("{% vm %}" + _tag(entry), entry) for entry in _printed(outer)] if outer else []
    fields += [(_tag(entry), entry) for entry in _printed(group)]
    cells = [(text, _title(entry)) for text, entry in fields]
    cells = [pair for text, title in cells for pair in _numbered(text, title)]
    widths = (_LEBAR / len(cells),) * len(cells)
    small = "Kecil" if widths[0] < _SEMPIT else ""
    rows = [row(widths, [(title, f"Kepala{small}") for _, title in cells], shade=_BIRU, header=True)]
    loops = [[(f"{{%tr for {name} in {path} %}}", f"Tulis{small}")] for name, path in group.ulang]
    rows += [row(widths, loop, keep=True) for loop in loops]
    rows.append(row(widths, [(text, f"Tulis{small}") for text, _ in cells], keep=True))
    ends = [[("{%tr endfor %}", f"Tulis{small}")] for _ in group.ulang]
    rows += [row(widths, end, keep=number < len(ends)) for number, end in enumerate(ends, 1)]
    return table(widths, rows)


def _printed(group: Kelompok) -> list[Contoh]:
    """What a table shows: not the answers and classes that choices ask for."""
    return [entry for entry in group.isian if not entry.ya_tidak and not entry.ditanya]


def _numbered(text: str, title: str) -> Iterator[tuple[str, str]]:
    """The columns of a field: one, or for a list of years its first three."""
    if "[0]" not in text:
        yield text, title
        return
    for number in range(3):
        yield text.replace("[0]", f"[{number}]"), f"{title} {number + 1}"


def _title(entry: Contoh) -> str:
    words = entry.tulis.replace("[0]", "").split(".")[-1].split("_")
    return " ".join(word.upper() if word in _SINGKATAN else word.capitalize() for word in words)


def _box(lines: Iterable[str]) -> str:
    """Paragraphs to be copied, in a frame."""
    listed = list(lines)
    content = "".join(paragraph(line, "Tulis", keep=number < len(listed)) for number, line in enumerate(listed, 1))
    made = row((_LEBAR,), [("", "Tulis")])
    return table((_LEBAR,), [made.replace(paragraph("", "Tulis"), content)])
