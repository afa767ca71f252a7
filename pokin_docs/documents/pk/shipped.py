"""The sha256 of the shipped template, which passes the check of this program: no build repeats it.

Made by scripts/build_templates.py; tests/test_templates.py proves that it passes.
"""

SHA256 = "9b548a886e1eda263834d5df09bb084ba333a9eee36fa63709a527865f98ca9d"
