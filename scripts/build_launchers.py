"""The files for a double click on the example in the checkout: ``python scripts/build_launchers.py``."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pokin_docs.flow.launchers import ProgramPlace, launcher_files  # noqa: E402

FOLDER = ROOT / "klik-ganda"


def files() -> dict[Path, bytes]:
    """The files by their paths; they run in the checkout, wherever that is."""
    return {FOLDER / name: data for name, data in launcher_files(ProgramPlace("pipeline.py", up=True)).items()}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for path, data in files().items():
        path.write_bytes(data)
        path.chmod(0o644 if path.suffix == ".bat" else 0o755)
        print(path)
