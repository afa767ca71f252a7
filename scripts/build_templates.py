"""Build the shipped templates from nothing: ``python scripts/build_templates.py``.

The result is the same to the byte at each run, so a difference in version control is a difference in content. An
office that changed its own copy in Word has no need of this script.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from template_file import save_template  # noqa: E402
from template_pk import pk_body, pk_footer  # noqa: E402
from template_renstra import renstra_body, renstra_footer, renstra_header  # noqa: E402
from template_renstra_86 import renstra_86_body  # noqa: E402
from template_styles import PK_STYLES  # noqa: E402

from pokin_docs.templating.fill.read_tags import read_tags  # noqa: E402
from pokin_docs.templating.fill.template_tags import SHIPPED_TAGS, as_entry  # noqa: E402

TEMPLATES, DOCUMENTS = ROOT / "templates", ROOT / "pokin_docs" / "documents"
_SHIPPED_IN = {
    "pk": "pk/shipped.py",
    "renstra": "renstra/shipped.py",
    "renstra-86": "renstra/shipped_2017.py",
}
_SHIPPED = '''"""The sha256 of the shipped template, which passes the check of this program: no build repeats it.

Made by scripts/build_templates.py; tests/test_templates.py proves that it passes.
"""

SHA256 = "{}"
'''


def build(folder: Path) -> tuple[Path, ...]:
    """Write every shipped template into ``folder`` and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    pk, renstra = folder / "pk.docx", folder / "renstra.docx"
    save_template(pk, "Perjanjian Kinerja", pk_body, footer=pk_footer(), styles=PK_STYLES, bare_first_page=True)
    save_template(renstra, "Rencana Strategis Perangkat Daerah", renstra_body, renstra_header(), renstra_footer())
    renstra_86 = folder / "renstra-86.docx"
    save_template(renstra_86, "Rencana Strategis Perangkat Daerah", renstra_86_body, renstra_header(), renstra_footer())
    return pk, renstra, renstra_86


def shipped(path: Path) -> str:
    """The source of a kind's ``shipped.py``: which bytes need no check before they are used."""
    return _SHIPPED.format(hashlib.sha256(path.read_bytes()).hexdigest())


def tags_of(paths: tuple[Path, ...]) -> str:
    """The text of ``shipped_tags.json``: so that no build reads the shipped templates only to know their marks."""
    found = ((hashlib.sha256(path.read_bytes()).hexdigest(), read_tags(path)) for path in paths)
    entries = {sha256: as_entry(tags) for sha256, tags in found if tags is not None}
    return json.dumps(entries, ensure_ascii=True, indent=1) + "\n"


if __name__ == "__main__":
    made = build(Path(sys.argv[1]) if len(sys.argv) > 1 else TEMPLATES)
    if len(sys.argv) == 1:
        for path in made:
            (DOCUMENTS / _SHIPPED_IN[path.stem]).write_text(shipped(path), encoding="utf-8")
        SHIPPED_TAGS.write_text(tags_of(made), encoding="utf-8")
    for path in made:
        print(path)
