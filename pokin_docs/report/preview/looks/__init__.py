"""From what a document states to what CSS is told: the cascade of styles, then letters, lines and frames."""

from __future__ import annotations

from collections.abc import Mapping

from pokin_docs.report.preview.looks import cascade, shape, text

__all__ = ["Cascade", "Sifat", "flat", "font", "is_on", "over", "shape", "text"]

Cascade = cascade.Cascade
Sifat = cascade.Sifat
flat, over, is_on = cascade.flat, cascade.over, cascade.is_on


def font(styles: cascade.Cascade, sifat: Mapping[str, str]) -> tuple[str, float]:
    """The fonts of a run for CSS, and the height of a line of single spacing in sizes of the font."""
    return text.font(sifat, styles.huruf_tema, styles.keluarga)
