"""The drawn tree as the page shows it: boxes that know their node, in colours that follow light and dark.

Places and sizes are those of the drawing, in millimetres; only titles and legend stay away, which the page has itself.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from pokin_docs.drawing.page import (
    MM_PER_PT,
    WARNA_KOMPONEN,
    Bidang,
    Gambar,
    Garis,
    Halaman,
    JenisKotak,
    Kotak,
    Tulisan,
)

_TEPI = 2.0
"""Free border around the drawing, in mm."""


def drawing(gambar: Gambar) -> dict[str, object]:
    """All pages of a drawing below each other, with the size of the whole."""
    pages, top, right = [], 0.0, 0.0
    for halaman in gambar.halaman:
        left, upper, kanan, bawah = _bounds(halaman)
        pages.append(_page(halaman, _TEPI - left, top + _TEPI - upper))
        top += bawah - upper + 2 * _TEPI
        right = max(right, kanan - left + 2 * _TEPI)
    return {"width": right, "height": top, "pages": pages}


def colours() -> str:
    """The colours of the levels as properties of the style sheet: fill, ink and outline."""
    names = ("isi", "tinta", "garis")
    pairs = (
        f"--t{komponen.value}-{name}: {colour};"
        for komponen, colours in WARNA_KOMPONEN.items()
        for name, colour in zip(names, colours, strict=True)
    )
    return f":root {{ {' '.join(pairs)} }}\n"


def _bounds(halaman: Halaman) -> tuple[float, float, float, float]:
    """Left, upper, right and lower edge of what is drawn; of nothing at all, of an empty sheet."""
    parts: tuple[Kotak | Bidang, ...] = (*halaman.kotak, *halaman.bidang)
    if not parts:
        return 0.0, 0.0, halaman.lebar, halaman.tinggi
    points = [point for garis in halaman.garis for point in garis.titik]
    return (
        min((*(part.x for part in parts), *(x for x, _ in points))),
        min((*(part.y for part in parts), *(y for _, y in points))),
        max((*(part.x + part.lebar for part in parts), *(x for x, _ in points))),
        max((*(part.y + part.tinggi for part in parts), *(y for _, y in points))),
    )


def _page(halaman: Halaman, dx: float, dy: float) -> dict[str, object]:
    step = _step(halaman)
    return {
        "dx": dx,
        "dy": dy,
        "size": halaman.ukuran * MM_PER_PT,
        "step": f"{step:.3f}",
        "bands": halaman.bidang,
        "lines": [_line(garis, halaman.kotak) for garis in halaman.garis],
        "boxes": [_box(kotak, halaman.ukuran, step) for kotak in halaman.kotak],
    }


def _step(halaman: Halaman) -> float:
    """From one line of a text to the next: the distance that occurs most."""
    gaps = Counter(
        round(after.y - before.y, 2)
        for kotak in halaman.kotak
        for before, after in pairwise(kotak.baris)
        if after.x == before.x and after.y > before.y
    )
    return gaps.most_common(1)[0][0] if gaps else 0.0


def _line(garis: Garis, kotak: tuple[Kotak, ...]) -> dict[str, object]:
    """A line; it knows the node it leads to, which tells the path from there to the root."""
    ends = (kotak[garis.dari].nomor, kotak[garis.ke].nomor)
    return {
        "lintas": garis.putus,
        "target": ends[1] if not garis.putus and None not in ends else None,
        "width": garis.tebal * MM_PER_PT,
        "path": "M" + "L".join(f"{mm(x)} {mm(y)}" for x, y in garis.titik),
    }


def _box(kotak: Kotak, ukuran: float, step: float) -> tuple[object, ...]:
    """A box with its classes, the node that it stands for, and its texts."""
    names = ["jenjang-pita" if kotak.jenis is JenisKotak.JENJANG else "kotak"]
    names.append("tl" if kotak.komponen is None else f"t{kotak.komponen.value}")
    names += ["putus"] * kotak.putus
    node = kotak.nomor if kotak.jenis is JenisKotak.KINERJA else None
    return kotak, " ".join(names), node, [_text(run, kotak, ukuran) for run in _runs(kotak.baris, step)]


def _runs(baris: tuple[Tulisan, ...], step: float) -> list[list[Tulisan]]:
    """The lines of a box, those together that follow each other at the usual distance and look the same."""
    runs: list[list[Tulisan]] = []
    for line in baris:
        last = runs[-1][-1] if runs else None
        below = last is not None and abs(line.y - last.y - step) < 0.03 and not line.putar
        if below and last is not None and replace(line, y=0.0, teks="") == replace(last, y=0.0, teks=""):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _look(kotak: Kotak, tulisan: Tulisan) -> str:
    """What a line of a box looks like: ``b`` is bold, ``tanda`` a mark, ``lain`` the quiet lines below."""
    if tulisan.tebal:
        return "b"
    if tulisan.warna.casefold() == kotak.tinta.casefold():
        return ""
    red, green, blue = (int(tulisan.warna[place : place + 2], 16) for place in (1, 3, 5))
    return "tanda" if red > 2 * max(green, blue) else "lain"


def _text(run: list[Tulisan], kotak: Kotak, ukuran: float) -> tuple[object, ...]:
    """Lines of a box at their place inside the box; the script parts them at the line breaks."""
    first = run[0]
    x, y = _short(first.x - kotak.x), _short(first.y - kotak.y)
    attributes = {
        "class": _look(kotak, first),
        "text-anchor": {"tengah": "middle", "kanan": "end"}.get(first.rata, ""),
        "font-size": mm(first.ukuran * MM_PER_PT) if first.ukuran != ukuran else "",
        "transform": f"rotate(-90 {x} {y})" if first.putar else "",
    }
    look = [(name, value) for name, value in attributes.items() if value]
    return x, y, look, "\n".join(line.teks for line in run)


def mm(value: float) -> str:
    """A length without needless digits: a hundredth of a millimetre is finer than any printer."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _short(value: float) -> str:
    """The place of a text to a twentieth of a millimetre, a fiftieth of its height."""
    return mm(round(value * 20) / 20)
