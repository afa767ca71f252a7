"""What documents made from templates follow from, besides template and content."""

from __future__ import annotations

from pokin_docs.documents.kind import Maker

FILLED = Maker(
    parts=(
        "templating/fill",
        "templating/filters.py",
        "templating/signs.py",
        "files",
        "documents/about.py",
        "documents/narrative.py",
        "documents/page_rows.py",
        "documents/values.py",
        "model/printing.py",
        "model/texts.py",
        "model/typed_values.py",
    ),
    libraries=("docxtpl", "jinja2", "lxml", "markupsafe", "python-docx", "babel"),
)
"""The bytes of a filled document."""

CHECKED = Maker(parts=("templating", "documents", "files", "model"), libraries=("jinja2", "lxml", "rapidfuzz"))
"""What is said of a template; once nothing, it need not be asked again."""
