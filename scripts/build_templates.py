"""Build the shipped templates from nothing: ``python scripts/build_templates.py``.

The result is the same to the byte at each run, so a difference in version control is a difference in content. An
office that changed its own copy in Word has no need of this script.
"""

from __future__ import annotations

import hashlib
import json
import sys
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from template_file import ShippedTemplate  # noqa: E402

from pokin_docs.templating.fill.read_tags import read_tags  # noqa: E402
from pokin_docs.templating.fill.template_tags import SHIPPED_TAGS, as_entry  # noqa: E402

TEMPLATES, DOCUMENTS = ROOT / "templates", ROOT / "pokin_docs" / "documents"
SCRIPTS = (
    "template_pk",
    "template_renstra",
    "template_renstra_86",
    "template_iku",
    "template_manual_iku",
    "template_rencana_aksi",
    "template_rkt",
    "template_renja_tc_29",
    "template_renja_tc_33",
    "template_cascading_sheet",
    "template_cascading",
    "template_crosscutting",
    "template_roles",
    "template_skp",
    "template_skp_e_kinerja",
    "template_monev",
    "template_lkjip",
    "template_capaian",
    "template_sampul_pk",
    "template_bukti_konsistensi",
)
"""One script per shipped template, each with a ``TEMPLATE``; in the order in which their tags are kept."""
_SHIPPED = '''"""The sha256 of the shipped template, which passes the check of this program: no build repeats it.

Made by scripts/build_templates.py; tests/test_templates.py proves that it passes.
"""

SHA256 = "{}"
'''


def registry() -> tuple[ShippedTemplate, ...]:
    """Every template that is shipped, as its script describes it."""
    return tuple(import_module(script).TEMPLATE for script in SCRIPTS)


def build(folder: Path) -> tuple[Path, ...]:
    """Write every shipped template into ``folder`` and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(template.save(folder) for template in registry())


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
        for template, path in zip(registry(), made, strict=True):
            (DOCUMENTS / template.shipped).write_text(shipped(path), encoding="utf-8")
        SHIPPED_TAGS.write_text(tags_of(made), encoding="utf-8")
    for path in made:
        print(path)
