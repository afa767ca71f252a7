"""The sha256 of the shipped template, which passes the check of this program: no build repeats it.

Made by scripts/build_templates.py; tests/test_templates.py proves that it passes.
"""

SHA256 = "069f0b1b2b40fcb974d2c419df733d00f6c316d1a709c065d655335d244a0965"
