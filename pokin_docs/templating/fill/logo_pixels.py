"""The dots of a logo's file, all read: whether it is a picture at all, upright, and not far larger than printed."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image as Pillow
from PIL import ImageOps, UnidentifiedImageError

from pokin_docs.files.png_file import png_of_colours

_MAX_BYTES = 20_000_000
_MAX_DOTS = 60_000_000
_FAR_TOO_HIGH, _ENOUGH = 1_040, 520
"""Dots of height beyond which it is scaled down, and to which: 600 dots an inch as it is printed."""
_ORIENTATION, _UPRIGHT = 0x0112, 1
_KINDS = frozenset(("PNG", "JPEG", "MPO", "GIF", "BMP", "TIFF"))
_NO_PICTURE = "bukan gambar PNG, JPEG, GIF, BMP, atau TIFF"
_MOVING = frozenset(("GIF", "PNG"))


class LogoRefused(Exception):
    """The logo cannot be used; ``reason`` tells why, in Indonesian."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def fitting(file: Path) -> bytes:
    """The picture file as documents get it: as it is, or made anew upright, of one frame and of fitting size.

    Raises:
        LogoRefused: It is none, broken, endless or blank.
    """
    try:
        if file.stat().st_size > _MAX_BYTES:
            raise LogoRefused("berkas gambar lebih dari 20 MB")
        data = file.read_bytes()
    except OSError as fault:
        raise LogoRefused("berkas tidak ditemukan atau tidak dapat dibaca") from fault
    try:
        with Pillow.open(io.BytesIO(data)) as picture:
            if picture.format not in _KINDS:
                raise LogoRefused(_NO_PICTURE)
            if picture.width * picture.height > _MAX_DOTS:
                raise LogoRefused(f"gambarnya lebih dari {_MAX_DOTS // 10**6} juta titik; perkecil dahulu")
            picture.load()
            turned = picture.getexif().get(_ORIENTATION, _UPRIGHT) != _UPRIGHT
            moves = picture.format in _MOVING and getattr(picture, "n_frames", 1) > 1
            upright = ImageOps.exif_transpose(picture)
            plain = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
            if _is_blank(plain):
                raise LogoRefused("gambarnya kosong: tembus pandang, atau hanya satu warna")
            if picture.height <= _FAR_TOO_HIGH and not turned and not moves:
                return data
            return _as_png(plain)
    except UnidentifiedImageError as fault:
        raise LogoRefused(_NO_PICTURE) from fault
    except (OSError, SyntaxError, ValueError, ArithmeticError, LookupError, Pillow.DecompressionBombError) as fault:
        raise LogoRefused("gambarnya rusak atau terpotong") from fault


def _is_blank(picture: Pillow.Image) -> bool:
    if picture.mode == "RGBA" and picture.getchannel("A").getextrema() == (0, 0):
        return True
    return picture.getcolors(1) is not None


def _as_png(picture: Pillow.Image) -> bytes:
    if picture.height > _FAR_TOO_HIGH:
        picture = picture.resize((max(1, picture.width * _ENOUGH // picture.height), _ENOUGH))
    return png_of_colours(picture.width, picture.height, picture.tobytes(), len(picture.getbands()))
