"""Pages as SVG: text stays text, so it can be searched and read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from pokin_docs.drawing.font import KELUARGA, PENGGANTI
from pokin_docs.drawing.page import MM_PER_PT, PUTUS, Garis, Halaman, Kotak, Tulisan

_ANCHOR = {"tengah": "middle", "kanan": "end"}
_DASH = " ".join(map(str, PUTUS))


def as_svg(halaman: Halaman) -> str:
    """One page; its units are millimetres."""
    return "".join(_parts(halaman))


def _parts(page: Halaman) -> Iterator[str]:
    wide, high = _n(page.lebar), _n(page.tinggi)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}mm" height="{high}mm" viewBox="0 0 {wide} {high}" '
        f'role="img" aria-label={quoteattr(page.ringkas)} lang="id" '
        f"font-family=\"'{KELUARGA}', {PENGGANTI}, Helvetica, sans-serif\">\n"
        f"<title>{escape(page.judul)}</title>\n<desc>{escape(page.ringkas)}</desc>\n"
        f'<rect width="{wide}" height="{high}" fill="#FFFFFF"/>\n'
    )
    for tint in page.bidang:
        yield (
            f'<rect x="{_n(tint.x)}" y="{_n(tint.y)}" width="{_n(tint.lebar)}" height="{_n(tint.tinggi)}" '
            f'fill="{tint.isi}"/>\n'
        )
    yield '<g class="garis" fill="none" stroke-linejoin="round">\n'
    yield from (_line(line) for line in page.garis)
    yield "</g>\n"
    for box in page.kotak:
        yield from _box(box)
    yield '<g class="keterangan">\n'
    for sample in page.contoh:
        yield from _box(sample)
    yield from (_text(text) for text in page.tulisan)
    yield "</g>\n</svg>\n"


def _line(line: Garis) -> str:
    path = " ".join(f"{_n(x)},{_n(y)}" for x, y in line.titik)
    dash = f' stroke-dasharray="{_DASH}"' if line.putus else ""
    return (
        f'<polyline points="{path}" fill="none" stroke="{line.warna}" stroke-width="{_n(line.tebal * MM_PER_PT)}"'
        f' data-dari="{line.dari}" data-ke="{line.ke}"{dash}/>\n'
    )


def _box(box: Kotak) -> Iterator[str]:
    dash = f' stroke-dasharray="{_DASH}"' if box.putus else ""
    number = f' data-kinerja="{box.nomor}"' if box.nomor is not None else ""
    yield (
        f'<g class="{box.jenis.value}"{number}><rect x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.lebar)}" '
        f'height="{_n(box.tinggi)}" rx="{_n(box.jari)}" fill="{box.isi}" stroke="{box.garis}" '
        f'stroke-width="{_n(box.tebal_garis * MM_PER_PT)}"{dash}/>\n'
    )
    yield from (_text(text) for text in box.baris)
    yield "</g>\n"


def _text(text: Tulisan) -> str:
    anchor = f' text-anchor="{_ANCHOR[text.rata]}"' if text.rata in _ANCHOR else ""
    bold = ' font-weight="700"' if text.tebal else ""
    turn = f' transform="rotate(-90 {_n(text.x)} {_n(text.y)})"' if text.putar else ""
    return (
        f'<text x="{_n(text.x)}" y="{_n(text.y)}" font-size="{_n(text.ukuran * MM_PER_PT)}" fill="{text.warna}"'
        f"{anchor}{bold}{turn}>{escape(text.teks)}</text>\n"
    )


def _n(value: float) -> str:
    """The number with at most three decimals: the same on every machine."""
    return f"{value:.3f}".rstrip("0").rstrip(".")
