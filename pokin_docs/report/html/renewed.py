"""The report page as a run that watches the workbook shows it: it renews itself and keeps the reader's place."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

_SECONDS = 2
_TITLE, _POLICY = b"<title>", b"script-src "
_NOTE = (
    '<p class="pantau" role="status">Halaman ini diperbarui sendiri setiap kali buku kerja disimpan. '
    "Hentikan dengan Ctrl+C di jendela Pantau.</p>"
)
_ENDED = (
    '<p class="pantau" role="status">Pantau sudah berhenti: halaman ini tidak diperbarui lagi. Yang tetap: '
    '<a href="./laporan.html">laporan.html</a>.</p>'
)
_BODY = b'<main id="isi">\n'


def renewed(page: bytes) -> bytes:
    """The report page with what renews it every two seconds; the bytes of the page itself stay as they are.

    Args:
        page: The page as ``report.texts.page`` gives it.
    """
    script = _script()
    allowed = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    head = f'<noscript><meta http-equiv="refresh" content="{_SECONDS}"></noscript>\n'
    page = page.replace(_POLICY, f"{_POLICY.decode()}'sha256-{allowed}' ".encode(), 1)
    page = page.replace(_TITLE, head.encode() + _TITLE, 1)
    page = page.replace(_BODY, _BODY + _NOTE.encode() + b"\n", 1)
    return page.replace(b"</body>", f"<script>{script}</script>\n</body>".encode(), 1)


def ended(page: bytes) -> bytes:
    """The report page that says that it is renewed no more.

    Args:
        page: The page as ``report.texts.page`` gives it.
    """
    return page.replace(_BODY, _BODY + _ENDED.encode() + b"\n", 1)


@cache
def _script() -> str:
    source = (Path(__file__).parent / "perbarui.js").read_text(encoding="utf-8")
    lines = (line.strip() for line in source.splitlines())
    return "\n".join(line for line in lines if line).replace("{{ seconds }}", str(_SECONDS)) + "\n"
