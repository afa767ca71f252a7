"""The properties of an Office file that says what it is: its title, whose it is, of which day, in which language."""

from __future__ import annotations

from datetime import date
from xml.sax.saxutils import escape

CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_LINK = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
CORE_PART = "docProps/core.xml"
APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
APP_XML = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>pokin_docs</Application></Properties>"
)
"""What takes the place of the name of another program, of its user's company and of the hours he worked on it."""
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
)


def core_xml(title: str, author: str, day: date | None) -> bytes:
    """The part with the core properties.

    Args:
        title: What the file is.
        author: Whose it is.
        day: When it was made and changed last; None where nobody knows: no clock is asked.
    """
    when = "" if day is None else "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day.isoformat()}T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
    )  # fmt: skip
    return (
        f"{_HEAD}<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
        f"<cp:lastModifiedBy>{escape(author)}</cp:lastModifiedBy><cp:revision>1</cp:revision>{when}"
        "<dc:language>id-ID</dc:language></cp:coreProperties>"
    ).encode()
