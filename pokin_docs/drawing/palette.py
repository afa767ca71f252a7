"""The colours of a painted page, known beforehand: ramps from what lies below to the ink for the edges of shapes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from PIL import Image, ImageColor, ImageDraw

Rgb = tuple[int, ...]
Tone = tuple[str, str]
"""Ink and what it lies on."""
_EVEN = 4
"""Dots a side that the dots of a round corner are counted with."""


class Palette:
    """At most 256 colours: the flat ones, and a ramp for each ink on what it lies on. Most pages have the same."""

    def __init__(self, flat: Iterable[str], tones: Iterable[Tone]) -> None:
        ramps = sorted(tone for tone in tones if tone[0] != tone[1])
        plain = sorted(flat)
        self.steps = min(16, (256 - len(plain)) // max(1, len(ramps)) + 1)
        """From what lies below (0) to the full ink."""
        self.colours: list[Rgb] = []
        self.flat = {colour: self._colour(ImageColor.getrgb(colour)) for colour in plain}
        self.ramps = {tone: self._ramp(tone) for tone in ramps}
        self._corners: dict[tuple[int, bool, bool, Tone], tuple[Image.Image, Image.Image]] = {}

    def _colour(self, colour: Rgb) -> int:
        self.colours.append(colour)
        return len(self.colours) - 1

    def _ramp(self, tone: Tone) -> tuple[list[int], list[int]]:
        """For each of 256 shares of ink the number of its colour, and 255 where there is any."""
        (ink, below), last = map(ImageColor.getrgb, tone), self.steps
        between = [
            self._colour(tuple(round(low + (high - low) * n / last) for high, low in zip(ink, below, strict=True)))
            for n in range(1, last)
        ]
        steps = [self.flat[tone[1]], *between, self.flat[tone[0]]]
        nearest = [round(share / 255 * last) for share in range(256)]
        return [steps[n] for n in nearest], [255 if n else 0 for n in nearest]

    def inked(self, shape: Image.Image, tone: Tone) -> tuple[Image.Image, Image.Image]:
        """The colours of a shape given as shares of ink, and where it has any."""
        numbers, painted = self.ramps[tone]
        return shape.point(numbers), shape.point(painted)

    def corner(self, radius: int, turn_x: bool, turn_y: bool, tone: Tone) -> tuple[Image.Image, Image.Image]:
        """The same of a round corner, which is painted again and again.

        Args:
            radius: Its radius in dots.
            turn_x: It is a right one.
            turn_y: It is a lower one.
            tone: Its ink, and what it lies on.
        """
        key = radius, turn_x, turn_y, tone
        if key not in self._corners:
            self._corners[key] = self.inked(_corner(radius, turn_x, turn_y), tone)
        return self._corners[key]


palette = lru_cache(maxsize=32)(Palette)
"""The palette of these colours and tones, made once in a process, with the corners painted in it."""


@lru_cache(maxsize=256)
def _corner(radius: int, turn_x: bool, turn_y: bool) -> Image.Image:
    """The upper left quarter of a disc as shares of ink, mirrored as asked."""
    fine = Image.new("L", (radius * _EVEN, radius * _EVEN))
    ImageDraw.Draw(fine).ellipse((0, 0, 2 * radius * _EVEN - 1, 2 * radius * _EVEN - 1), fill=255)
    shape = fine.reduce(_EVEN)
    if turn_x:
        shape = shape.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    return shape.transpose(Image.Transpose.FLIP_TOP_BOTTOM) if turn_y else shape
