"""The sha256 of the shipped template, which passes the check of this program: no build repeats it.

Made by scripts/build_templates.py; tests/test_templates.py proves that it passes.
"""

SHA256 = "3e32238276915b74c84f035b9ae8427316337bb007f82b3adc72e2f828a4f52d"
