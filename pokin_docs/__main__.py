"""``python -m pokin_docs``: the command line where the package is installed, or lies beside a Python of its own."""

from __future__ import annotations

import sys

from pokin_docs.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
