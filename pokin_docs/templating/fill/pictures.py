"""Pictures of a document's content, each where a placeholder has left its token, as large as its page allows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

from pokin_docs.documents.values import PrintedPicture
from pokin_docs.templating.signs import PICTURE_END, PICTURE_START

PICTURE_TYPES = "image/png"
SIZE_NOTE = 12.0
"""Height that stays free below a picture for its caption, in two lines."""

_TOKEN = re.compile(f"{PICTURE_START}([^{PICTURE_START}{PICTURE_END}<]*){PICTURE_END}")
_EMU, _MM = 36_000, 25.4 / 1440
_SECTION = re.compile(r"<w:sectPr[ />]")
_SIZE, _MARGINS, _COLUMNS = (re.compile(rf"<w:{name} ([^>]*)>") for name in ("pgSz", "pgMar", "cols"))
_VALUE = re.compile(r'w:(\w+)="-?(\d+)"')
_CELL = re.compile(r'<(/?)w:tc[ >]|<w:tcW (?=[^>]*w:type="dxa")[^>]*?w:w="(\d+)"')
_CELL_SIDES = 4.0
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


class BrokenPicture(Exception):
    """The template has changed the placeholder of a picture so that it names none; ``reason`` in Indonesian."""

    def __init__(self) -> None:
        super().__init__("isian gambar hanya dapat dicetak apa adanya, tanpa penyaring")
        self.reason = str(self)


@dataclass(frozen=True, slots=True)
class PictureRoom:
    """Width and height in mm that a picture may take."""

    width: float
    height: float


NO_PART = PictureRoom(160.0, 40.0)
"""In a header, footer or note, which belong to no section of their own."""


def wanted(text: str) -> bool:
    """Whether a filled part holds the token of a picture."""
    return PICTURE_START in text or PICTURE_END in text


def put(
    text: str, picture: Mapping[str, PrintedPicture], refer: Callable[[PrintedPicture], str], number: Iterator[int]
) -> str:
    """The filled part with a drawing for each token; none where no run of text is, such as in an alt text.

    Args:
        text: What the template language gave.
        picture: The pictures of the document's content by their ``digest``, in small letters.
        refer: Gives the relationship of the part to a picture.
        number: Free ids of drawings.

    Raises:
        BrokenPicture: A token was shortened or otherwise changed.
    """

    rooms = _Rooms(text)

    def drawing(match: re.Match[str]) -> str:
        shown = picture.get(match.group(1).lower())
        if shown is None:
            raise BrokenPicture
        tag = text.rfind("<", 0, match.start())
        if not text.startswith(("<w:t>", "<w:t "), tag) or text.find(">", tag, match.start()) < 0:
            return ""
        inside = _markup(shown, rooms.at(match.start()), refer(shown), next(number))
        return f'</w:t>{inside}<w:t xml:space="preserve">'

    done = _TOKEN.sub(drawing, text)
    if wanted(done):
        raise BrokenPicture
    return done


class _Rooms:
    """What is free at places of a part, asked for from its beginning on: for hundreds of pictures it is read once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.section = _SECTION.search(text)
        self.area = self._area()
        self.widths: list[int] = []
        self.seen = 0

    def at(self, place: int) -> PictureRoom:
        """The text area of the section, or the cell, in which a place of the part stands; no place before the last."""
        if self.section is not None and self.section.start() < place:
            self.section = _SECTION.search(self.text, place)
            self.area = self._area()
        room, cell = self.area, self._cell(place)
        return PictureRoom(min(room.width, max(10.0, cell * _MM - _CELL_SIDES)), room.height) if cell else room

    def _area(self) -> PictureRoom:
        if self.section is None:
            return NO_PART
        start = self.section.start()
        properties = self.text[start : self.text.find("</w:sectPr>", start)]
        size, sides, columns = (_values(pattern, properties) for pattern in (_SIZE, _MARGINS, _COLUMNS))
        sides = sides or dict.fromkeys(("left", "right", "top", "bottom"), 1440)  # as Word where nothing is said
        wide = size.get("w", 11906) - sum(sides.get(side, 0) for side in ("left", "right", "gutter"))
        high = size.get("h", 16838) - sum(sides.get(side, 0) for side in ("top", "bottom"))
        count = max(1, columns.get("num", 1))
        wide = (wide - (count - 1) * columns.get("space", 720)) // count
        return PictureRoom(max(10.0, wide * _MM), max(10.0, high * _MM - SIZE_NOTE))

    def _cell(self, place: int) -> int:
        """Width of the table cell in which a place stands, in twentieths of a point; 0 where it stands in none."""
        widths = self.widths
        for match in _CELL.finditer(self.text, self.seen, place):
            if match.group(2) is not None:
                widths[-1:] = [int(match.group(2))] if widths else []
            elif match.group(1):
                del widths[-1:]
            else:
                widths.append(0)
        self.seen = place
        return widths[-1] if widths else 0


def _values(pattern: re.Pattern[str], properties: str) -> dict[str, int]:
    found = pattern.search(properties)
    return {name: int(value) for name, value in _VALUE.findall(found.group(1))} if found else {}


def _markup(drawing: PrintedPicture, room: PictureRoom, rid: str, number: int) -> str:
    left, top, right, bottom = drawing.crop
    wide, high = drawing.width * (1 - left - right), drawing.height * (1 - top - bottom)
    scale = min(1.0, room.width / wide, room.height / high)
    size = f'cx="{int(wide * scale * _EMU)}" cy="{int(high * scale * _EMU)}"'
    cut = "".join(f' {side}="{round(part * 100_000)}"' for side, part in zip("ltrb", drawing.crop, strict=True))
    # Braces would look like a tag that nobody filled.
    words = " ".join("".join(sign for sign in word if sign.isprintable()) for word in drawing.alt.split())
    alt = escape(words, {'"': "&quot;", "{": "&#123;", "}": "&#125;"})
    return (
        f'<w:drawing><wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="Gambar {number}" descr="{alt}"/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_A}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}">'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Gambar {number}" descr="{alt}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip xmlns:r="{_R}" r:embed="{rid}"/>{f"<a:srcRect{cut}/>" if any(drawing.crop) else ""}'
        f'<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        f"</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
