"""The zip of an Office file: what is not changed is copied as the compressed bytes that it is."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

_LOCAL, _CENTRAL, _END = "<4s5H3L2H", "<4s6H3L5H2L", "<4s4H2LH"
_SIZES_FOLLOW = 0x8
_UTF8 = 0x800


class Paket:
    """The parts of an Office file, read on demand; changes are kept apart until ``to_bytes``."""

    def __init__(self, berkas: bytes) -> None:
        self._berkas = berkas
        self._arsip = zipfile.ZipFile(io.BytesIO(berkas))
        # Some producers write backslashes, or name a part elsewhere in other case.
        self._lama = {_plain(info.filename): info for info in self._arsip.infolist()}
        self._baru: dict[str, tuple[str, bytes]] = {}
        self._hapus: set[str] = set()

    def __contains__(self, nama: str) -> bool:
        key = _plain(nama)
        return key in self._baru or (key in self._lama and key not in self._hapus)

    def __getitem__(self, nama: str) -> bytes:
        key = _plain(nama)
        if key in self._hapus:
            raise KeyError(nama)
        return self._baru[key][1] if key in self._baru else self._arsip.read(self._lama[key])

    def __setitem__(self, nama: str, data: bytes) -> None:
        if nama not in self or self[nama] != data:
            self._baru[_plain(nama)] = (nama, data)
        self._hapus.discard(_plain(nama))

    def get(self, nama: str) -> bytes | None:
        """The part, or None when there is none."""
        try:
            return self[nama]
        except KeyError:
            return None

    def drop(self, nama: str) -> None:
        """Take a part out."""
        self._baru.pop(_plain(nama), None)
        self._hapus.add(_plain(nama))

    def free_name(self, pola: str) -> str:
        """A name no part has yet, from a pattern with ``{}`` for a number."""
        numbers = range(1, len(self._lama) + len(self._baru) + 2)
        return next(pola.format(number) for number in numbers if pola.format(number) not in self)

    def to_bytes(self) -> bytes:
        """The archive: old members in their order with their own dates, new ones at the end without a clock."""
        body, directory = _Isi(), []
        for info in self._arsip.infolist():
            key = _plain(info.filename)
            if key in self._baru:
                directory.append(body.add(info.filename, self._baru[key][1]))
            elif key not in self._hapus:
                directory.append(body.copy(self._berkas, info))
        added = (entry for key, entry in self._baru.items() if key not in self._lama)
        directory += [body.add(name, data) for name, data in added]
        index = b"".join(directory)
        comment = self._arsip.comment
        count = len(directory)
        end = struct.pack(_END, b"PK\x05\x06", 0, 0, count, count, len(index), body.panjang, len(comment))
        return b"".join((*body.potongan, index, end, comment))


def _plain(nama: str) -> str:
    return nama.replace("\\", "/").lstrip("/").casefold()


class _Isi:
    """The members written so far; each ``add`` or ``copy`` gives its entry of the directory."""

    def __init__(self) -> None:
        self.potongan: list[bytes] = []
        self.panjang = 0

    def add(self, nama: str, data: bytes) -> bytes:
        squeezer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
        packed = squeezer.compress(data) + squeezer.flush()
        name = nama.encode()
        flags = 0 if nama.isascii() else _UTF8
        # Version 2.0, deflate, 1980-01-01 00:00, and nothing about the machine.
        shared = (20, flags, zipfile.ZIP_DEFLATED, 0, 0x21, zlib.crc32(data), len(packed), len(data))
        return self._put(shared, name, b"", packed, (20, b"", b"", 0, 0))

    def copy(self, berkas: bytes, info: zipfile.ZipInfo) -> bytes:
        head = struct.unpack_from(_LOCAL, berkas, info.header_offset)
        start = info.header_offset + struct.calcsize(_LOCAL)
        name = berkas[start : start + head[-2]]
        extra = berkas[start + head[-2] : start + head[-2] + head[-1]]
        begin = start + head[-2] + head[-1]
        packed = berkas[begin : begin + info.compress_size]
        # Sizes stand in the header now, whoever wrote them after the data.
        flags = info.flag_bits & ~_SIZES_FOLLOW
        shared = (head[1], flags, info.compress_type, head[4], head[5], info.CRC, info.compress_size, info.file_size)
        made_by = info.create_version | info.create_system << 8
        tail = (made_by, _short(info.extra), info.comment, info.internal_attr, info.external_attr)
        return self._put(shared, name, _short(extra), packed, tail)

    def _put(
        self,
        shared: tuple[int, ...],
        name: bytes,
        extra: bytes,
        packed: bytes,
        tail: tuple[int, bytes, bytes, int, int],
    ) -> bytes:
        made_by, central_extra, comment, internal, external = tail
        sizes = (len(name), len(central_extra), len(comment), 0, internal, external, self.panjang)
        entry = struct.pack(_CENTRAL, b"PK\x01\x02", made_by, *shared, *sizes) + name + central_extra + comment
        head = struct.pack(_LOCAL, b"PK\x03\x04", *shared, len(name), len(extra)) + name + extra
        self.potongan += (head, packed)
        self.panjang += len(head) + len(packed)
        return entry


def _short(extra: bytes) -> bytes:
    """Further fields of a header without the 64-bit sizes, which no file that may be opened needs."""
    kept, rest = b"", extra
    while len(rest) >= 4:
        kind, size = struct.unpack_from("<2H", rest)
        kept += rest[: 4 + size] if kind != 1 else b""
        rest = rest[4 + size :]
    return kept
