"""The sha256 of the shipped templates, which pass the check of this program: no build need make it again.

Made by scripts/build_templates.py; tests/test_templates.py proves that they pass.
"""

from __future__ import annotations

TERUJI = {
    "PerjanjianKinerja": "c030ae85a986f3dab8bb94c8a24cc992033ea8e9f51139c353ed7901bdb00a49",
    "Renstra": "8ee98b99fe84cfa0d233766c2f3348f5d073af625221b228d6462b77db43bbb7",
}
"""By the type of content that a template is for."""
