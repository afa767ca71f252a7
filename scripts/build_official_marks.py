"""Writes ``pokin_docs/kata/nomenklatur.sidik``: marks by which official sentences are known where their list is not.

    .venv/bin/python scripts/build_official_marks.py NOMENKLATUR

Source: the official list as SIPD exports it (Kepmendagri, versi pemutakhiran 2027), which is not shipped. No sentence
can be read out of the marks.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pokin_docs.check.lexicon import Lexicon  # noqa: E402
from pokin_docs.check.written import look_at  # noqa: E402
from pokin_docs.extract.nomenclature.read import read_list  # noqa: E402
from pokin_docs.extract.word_lists import MARKS, read_words  # noqa: E402
from pokin_docs.model.official_marks import marks_of, packed  # noqa: E402
from pokin_docs.model.texts import squeeze  # noqa: E402

FOLDER = ROOT / "pokin_docs" / "kata"


def marks_file(path: Path) -> bytes:
    """The file of marks of an official list."""
    words = read_words([FOLDER]).value
    assert words is not None
    lexicon = Lexicon(words.spelt_words, verbs=frozenset(words.verbs))
    return packed(marks_of(read_list(path), lambda text: look_at(squeeze(text), words, lexicon).mixes_capitals))


def main() -> None:
    """Write the marks of the list that is named."""
    (FOLDER / MARKS).write_bytes(marks_file(Path(sys.argv[1])))


if __name__ == "__main__":
    main()
