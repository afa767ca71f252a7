"""The frame of the page: style, script and a policy under which nothing else may run and nothing be fetched."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from markupsafe import Markup

_GAYA = ("dasar.css", "pohon.css", "cetak.css")
_TANDAI = "document.documentElement.classList.add('js');"
"""Runs before anything is drawn: what the script replaces is then never seen."""
_SKRIP = ("awal.js", "saring.js", "pandang.js", "pilih.js", "cari.js", "tautan.js")
"""In the order in which they are put together: one script, each file uses names of those before it."""


# End tags that HTML lets out before a sibling or the end of the parent, and quotes around plain values.
_AKHIR = re.compile(r"</(?:li|dt|dd|td|th|tr|thead|tbody|tfoot|option)>|</p>(?=<p>|</(?:td|li|div)>|<table>|<ol>)")
_PETIK = re.compile(r' ([a-z-]+)="([\w.,:#()-]+)"(?!/)')


def fill(aturan_gaya: str, bagian: dict[str, object]) -> bytes:
    """The page as bytes: the frame with its parts; every part that is not Markup is escaped.

    Args:
        aturan_gaya: Rules of the style sheet that follow from what is shown.
        bagian: Parts by their names in ``laporan.html``.
    """
    gaya = aturan_gaya + "".join(_source(name) for name in _GAYA)
    skrip = "'use strict';\n(() => {\n" + "".join(_source(name) for name in _SKRIP) + "})();\n"
    aturan = (
        f"default-src 'none'; style-src {_allowed(gaya)}; script-src {_allowed(_TANDAI)} {_allowed(skrip)}; "
        "base-uri 'none'; form-action 'none'"
    )
    said = {name: _terse(part) if isinstance(part, Markup) else part for name, part in bagian.items()}
    text = Markup(_source("laporan.html")).format(
        aturan=aturan, gaya=Markup(gaya), tandai=Markup(_TANDAI), skrip=Markup(skrip), **said
    )
    # A lone half of a character outside the first plane is all that UTF-8 cannot write.
    return text.encode("utf-8", errors="replace")


def _terse(part: Markup) -> Markup:
    """The same markup in a fifth less bytes.

    Texts stay as they are: in them neither ``<`` nor ``"`` is left. An attribute that holds a ``'`` keeps its quotes.
    """
    return Markup(_PETIK.sub(r" \1=\2", _AKHIR.sub("", part)).replace("&#39;", "'"))


@cache
def _source(nama: str) -> str:
    """A file beside this one, without indentation and blank lines."""
    lines = Path(__file__).with_name(nama).read_text(encoding="utf-8").splitlines()
    return "\n".join(line.strip() for line in lines if line.strip()) + "\n"


def _allowed(text: str) -> str:
    """The source expression that lets exactly this inline text pass."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
