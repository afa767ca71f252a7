"""The fingerprint of a file: the same as long as its content is, however often it is opened and saved."""

from __future__ import annotations

from collections.abc import Callable

from pokin_docs.files.contents.parts import BoundedPackage, Unreadable, digest
from pokin_docs.files.contents.word import word_content

_LENGTH = 32
_READERS: dict[str, Callable[[BoundedPackage], str]] = {".docx": word_content}


def fingerprint(name: str, data: bytes) -> str:
    """The fingerprint of a file: 32 hexadecimal digits that follow from its content.

    Of a file that cannot be read as what its name says, or that is larger than any document, and of all other formats,
    the bytes are the content. Never raises.

    Args:
        name: Name of the file, or its path; its suffix tells the format.
        data: All its bytes.
    """
    read = _READERS.get(name[name.rfind(".") :].lower())
    try:
        content = f"{read.__name__}\0{read(BoundedPackage(data))}".encode("utf-8", "surrogatepass") if read else data
    except (Unreadable, RecursionError, MemoryError):
        content = data
    return digest(content)[:_LENGTH]
