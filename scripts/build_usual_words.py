"""Writes ``pokin_docs/kata/kata-biasa.txt``: words of everyday Indonesian, which the spelling rules hold slips against.

    .venv/bin/python scripts/build_usual_words.py

Needs wordfreq, which is no dependency of the program (its data: CC BY-SA 4.0). Taken are words that are used often and
have an Indonesian root (Sastrawi, MIT), and others that look like one of them and are used as often; what is one letter
away from a word that is used far more often is a slip itself, and left out.
"""

from __future__ import annotations

import sys
from pathlib import Path

import wordfreq  # type: ignore[import-not-found]  # installed by hand for this script alone

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pokin_docs.check.lexicon import MIN_LETTERS, Lexicon, is_indonesian, is_listed_root  # noqa: E402
from pokin_docs.extract.word_lists import read_words  # noqa: E402

OFTEN = 3.3
"""Logarithm of the uses in a thousand million words from which a word is used often."""
FAR_MORE = 1.2
HEAD = """\
# Kata umum bahasa Indonesia yang sering dipakai: acuan ejaan aturan W07, di samping kata-lazim.txt.
# Diturunkan dari data wordfreq (Robyn Speer, CC BY-SA 4.0), dengan akar kata menurut kamus Sastrawi (MIT); berkas ini
# karena itu berlisensi CC BY-SA 4.0. Satu baris satu kata. Kata kantor sendiri cukup ditulis di ejaan.txt.
"""


def main() -> None:
    """Write the list."""
    folder = ROOT / "pokin_docs" / "kata"
    lists = read_words([folder]).value
    assert lists is not None
    slips = {slip for slip, meant in lists.spellings.items() if meant}
    scale = {
        word: wordfreq.zipf_frequency(word, "id")
        for word in wordfreq.iter_wordlist("id")
        if len(word) >= MIN_LETTERS and word.isascii() and word.isalpha() and word not in slips
    }
    lines = (folder / "kata-lazim.txt").read_text(encoding="utf-8").splitlines()
    official = {line for line in lines if not line.startswith("#")} | lists.verbs.keys()
    often = {word for word, uses in scale.items() if uses >= OFTEN and is_indonesian(word)}
    all_words = Lexicon(frozenset(often | official))
    alike = {word for word, uses in scale.items() if uses >= OFTEN and word not in often and all_words.is_near(word)}
    right = {word for word in often | alike if not _is_slip(word, scale, all_words)}
    told = sorted(right - official)
    (folder / "kata-biasa.txt").write_text(HEAD + "".join(f"{word}\n" for word in told), encoding="utf-8", newline="\n")


def _is_slip(word: str, scale: dict[str, float], lexicon: Lexicon) -> bool:
    if is_listed_root(word):
        return False
    near = (other for other in lexicon.near(word) if other != word)
    return any(scale.get(other, 0) >= scale[word] + FAR_MORE for other in near)


if __name__ == "__main__":
    main()
