"""The body of a Word file as it is written, and the parts around it: whatever its program calls the part."""

from __future__ import annotations

from pokin_docs.files.contents.package import BoundedPackage

_AROUND = ("header", "footer", "footnotes", "endnotes")


def body_of(document: bytes) -> str:
    """The source of the body of a Word file.

    Raises:
        Unreadable: It is no Word file.
    """
    package = BoundedPackage(document)
    return package.read(package.main()).decode("utf-8", "replace")


def printed_parts(document: bytes) -> tuple[str, ...]:
    """The sources of the body, and of all heads, feet and notes it has.

    Raises:
        Unreadable: It is no Word file.
        UnicodeDecodeError: One of them is not in UTF-8, as all programs write it.
    """
    package = BoundedPackage(document)
    main = package.main()
    around = (link.part for link in package.links(main).all if link.kind in _AROUND and link.part in package)
    return tuple(package.read(name).decode("utf-8") for name in dict.fromkeys((main, *around)))
