"""The sha256 of the shipped template, which passes the check of this program: no build repeats it.

Made by scripts/build_templates.py; tests/test_templates.py proves that it passes.
"""

SHA256 = "26b9a863145c809a0e343d9a78ecd198ffb8ce93a588ef1d54d683d97ac66e26"
