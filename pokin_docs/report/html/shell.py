"""The page put together from its templates, with a policy under which nothing but its own style and script counts."""

from __future__ import annotations

import base64
import hashlib
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from decimal import Decimal
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FunctionLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from pokin_docs.model.catalogue import message
from pokin_docs.model.printing import rupiah
from pokin_docs.model.rows import Isian
from pokin_docs.report.html.findings import where
from pokin_docs.report.html.material import cell_address, code_anchor, link, short
from pokin_docs.report.html.tree import mm

_FRAME = "laporan.html"
_CSS = ("dasar.css", "pohon.css", "cetak.css")
_MARK_SCRIPT = "document.documentElement.classList.add('js');"
"""Runs before anything is drawn: what the script replaces is then never seen."""
_SCRIPT = ("awal.js", "saring.js", "pandang.js", "pilih.js", "cari.js", "tautan.js")
"""In the order in which they are put together: one script, each file uses names of those before it."""


# End tags that HTML lets out before a sibling or the end of the parent, and quotes around plain values.
_TAIL = re.compile(r"</(?:li|dt|dd|td|th|tr|thead|tbody|tfoot|option)>|</p>(?=<p>|</(?:td|li|div)>|<table>|<ol>)")
_QUOTES = re.compile(r' ([a-z-]+)="([\w.,:#()-]+)"(?!/)')


def fill(style_rules: str, content: Mapping[str, object]) -> bytes:
    """The page as bytes; every text in it is escaped.

    Args:
        style_rules: Rules of the style sheet that follow from what is shown.
        content: What is shown, by its names in the templates.
    """
    style = style_rules + "".join(map(_source, _CSS))
    script = "'use strict';\n(() => {\n" + "".join(map(_source, _SCRIPT)) + "})();\n"
    rules = (
        f"default-src 'none'; style-src {_allowed(style)}; script-src {_allowed(_MARK_SCRIPT)} {_allowed(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    page = _templates().get_template(_FRAME)
    text = page.render(content, policy=rules, style=style, first=_MARK_SCRIPT, script=script)
    # A lone half of a character outside the first plane is all that UTF-8 cannot write.
    return text.encode("utf-8", errors="replace")


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates beside our compiled modules: making them takes longer than filling them for a small office."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        if not sys.dont_write_bytecode:
            with suppress(OSError):  # as with modules: where nothing may be written, they are compiled each time
                super().dump_bytecode(bucket)


@cache
def _templates() -> Environment:
    made = Environment(
        loader=FunctionLoader(_template), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True,
        optimized=False, bytecode_cache=_Compiled(str(Path(cache_from_source(__file__)).parent)),
    )  # fmt: skip
    made.filters |= {
        "cell_address": cell_address, "code_anchor": code_anchor, "link": link, "message": message, "mm": mm,
        "or_dash": _or_dash, "rounded": _rounded, "rupiah": _rupiah, "short": short, "terse": _terse,
        "where": where,
    }  # fmt: skip
    return made


def _template(name: str) -> str:
    """A template. In the parts of the page the ends of lines stand for nothing, and what they give is made terse."""
    source = _source(f"templates/{name}")
    return source if name == _FRAME else "{% filter terse %}" + source.replace("\n", "") + "{% endfilter %}"


def _terse(part: str) -> Markup:
    """The same markup in a fifth less bytes.

    Texts stay as they are: in them neither ``<`` nor ``"`` is left. An attribute that holds a ``'`` keeps its quotes.
    """
    return Markup(_QUOTES.sub(r" \1=\2", _TAIL.sub("", part)).replace("&#39;", "'"))


def _or_dash(isian: Isian | None) -> str:
    return isian.text if isian else "–"


def _rupiah(amount: Decimal | None) -> str:
    return "–" if amount is None else rupiah(amount)


def _rounded(amount: Decimal) -> str:
    """The amount (in rupiah) as people say it: ``Rp 5,29 miliar``."""
    for size, word in ((12, "triliun"), (9, "miliar"), (6, "juta")):
        if abs(amount) >= Decimal(10) ** size:
            return f"Rp {rupiah(amount / Decimal(10) ** size)} {word}"
    return f"Rp {rupiah(amount)}"


@cache
def _source(name: str) -> str:
    """A file beside this one, without indentation and blank lines."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return "\n".join(line.strip() for line in lines if line.strip()) + "\n"


def _allowed(text: str) -> str:
    """The source expression that lets exactly this inline text pass."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
