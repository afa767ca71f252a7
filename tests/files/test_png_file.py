"""A PNG that every reader shows dot for dot, with bytes that follow from Python's zlib alone."""

from __future__ import annotations

import io
import zlib

import pytest
from PIL import Image

from pokin_docs.files.png_file import png_of_indices

COLOURS = bytes((255, 255, 255, 10, 20, 30, 200, 0, 7))


@pytest.mark.parametrize(("width", "height"), [(1, 1), (3, 2), (257, 5)])
def test_every_dot_has_its_colour(width: int, height: int) -> None:
    dots = bytes(number % 3 for number in range(width * height))
    lines = b"".join(b"\0" + dots[at : at + width] for at in range(0, len(dots), width))
    shown = Image.open(io.BytesIO(png_of_indices(width, height, lines, COLOURS, 300)))
    assert shown.size == (width, height)
    assert shown.info["dpi"] == pytest.approx((300, 300), abs=0.01)
    wanted = [tuple(COLOURS[3 * dot : 3 * dot + 3]) for dot in dots]
    pixels = shown.convert("RGB")
    assert [pixels.getpixel((n % width, n // width)) for n in range(width * height)] == wanted


def test_the_dots_are_packed_by_the_zlib_of_python() -> None:
    data = png_of_indices(4, 2, bytes(10), COLOURS, 300)
    assert zlib.compress((b"\0" + bytes(4)) * 2, 3) in data
