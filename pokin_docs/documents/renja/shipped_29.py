"""The sha256 of the shipped template, which passes the check of this program: no build repeats it.

Made by scripts/build_templates.py; tests/test_templates.py proves that it passes.
"""

SHA256 = "c6afd55c0a104b7b7b6f78ac294bfbfeaf28959c909e93ac270dcc0f7dd68f40"
