"""Build the shipped templates from nothing: ``python scripts/build_templates.py``.

The result is the same to the byte at each run, so a difference in version control is a difference in content. An
office that changed its own copy in Word has no need of this script.
"""

from __future__ import annotations

import sys
from pathlib import Path

from template_file import save_template
from template_pk import pk_body
from template_renstra import renstra_body, renstra_footer, renstra_header

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


def build(folder: Path) -> tuple[Path, ...]:
    """Write every shipped template into ``folder`` and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    pk, renstra = folder / "pk.docx", folder / "renstra.docx"
    save_template(pk, "Perjanjian Kinerja", pk_body)
    save_template(renstra, "Rencana Strategis Perangkat Daerah", renstra_body, renstra_header(), renstra_footer())
    return pk, renstra


if __name__ == "__main__":
    for path in build(Path(sys.argv[1]) if len(sys.argv) > 1 else TEMPLATES):
        print(path)
