"""Pages as PNG, drawn from their SVG with the shipped fonts alone: the same picture on every machine."""

from __future__ import annotations

import signal

from pokin_docs.model.gambar import Halaman
from pokin_docs.model.huruf import KELUARGA, read_font

DPI = 300


def leave_ctrl_c() -> None:
    """In a process that paints for another: Ctrl+C is for that other one to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def as_png(svg: str, halaman: Halaman, dpi: int = DPI) -> bytes:
    """The picture of one page at ``dpi`` dots an inch."""
    import resvg_py

    # The size in whole dots: from millimetres the library would round it twice.
    wide, high = (round(side / 25.4 * dpi) for side in (halaman.lebar, halaman.tinggi))
    head, _, rest = svg.partition(" viewBox=")
    start = head.index(" width=")
    sized = f'{head[:start]} width="{wide}" height="{high}" viewBox={rest}'
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=sized,
            dpi=96,
            skip_system_fonts=True,
            font_files=[str(read_font(tebal).berkas) for tebal in (False, True)],
            font_family=KELUARGA,
            sans_serif_family=KELUARGA,
        )
    )
