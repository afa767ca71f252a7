"""Writes the lists of ``pokin_docs/kata`` that are words of the official nomenklatur.

    .venv/bin/python scripts/build_common_words.py NOMENKLATUR.csv

``kata-lazim.txt``: words it repeats; ``pasangan.txt``: pairs it joins; ``isi-dokumen.txt``: what its papers are of. The
nomenklatur itself is not shipped. A word in common use stands in several sentences and has an Indonesian root
(Sastrawi), or stands often and is like no such word: the slips of the official list, which it has too, are left out.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pokin_docs.check.lexicon import MIN_LETTERS, Lexicon, is_indonesian  # noqa: E402

TWICE, FEW, OFTEN = 2, 3, 5
"""Sentences in which a word stands that is like no other, one with a known root, and one without."""
SLIPS = {"penyalagunaan", "bersertikat"}
"""Slips that the list has often and the right word hardly ever."""
COLUMNS = ("program", "kegiatan", "sub_kegiatan", "kinerja", "indikator", "satuan", "bidang")
PAIR = re.compile(
    r"([^\W\d_][\w-]*),? (?:dan/atau|dan|serta|atau|&) ([^\W\d_][\w-]*)|([^\W\d_][\w-]*) ?/ ?([^\W\d_][\w-]*)"
)
PAPER = re.compile(
    r"\s*jumlah\s+(?:laporan|dokumen|notula|notulen|berita acara)\s+"
    r"(?:(?:hasil|pelaksanaan|kegiatan)\s+)*([^\W\d_][\w-]{3,})"
)
PAPERS_HEAD = """\
# Kata sesudah «Jumlah Laporan …» atau «Jumlah Dokumen …» dalam nomenklatur (Kepmendagri, pemutakhiran 2027): di sana
# kertasnya memang keluarannya (aturan I04). Satu baris satu kata.
"""
PAIRS_HEAD = """\
# Pasangan kata yang digabung dalam nomenklatur (Kepmendagri, pemutakhiran 2027): satu hal (aturan I05).
# Satu baris satu pasangan; urutannya tidak berarti.
"""
HEAD = """\
# Kata yang berulang dalam nomenklatur (Kepmendagri, pemutakhiran 2027): acuan ejaan aturan W07.
# Satu baris satu kata. Kata kantor sendiri cukup ditulis di ejaan.txt.
"""


def main() -> None:
    """Write the three lists."""
    with Path(sys.argv[1]).open(encoding="utf-8-sig", newline="") as file:
        sentences = {row[column] for row in csv.DictReader(file) for column in COLUMNS if row.get(column)}
    counts: Counter[str] = Counter()
    for text in sentences:
        counts.update({word for word in re.findall(r"[^\W\d_]+", text.casefold()) if len(word) >= MIN_LETTERS})
    known = {word for word, count in counts.items() if count >= FEW and is_indonesian(word)}
    lexicon = Lexicon(frozenset(known))
    known |= {
        word for word, count in counts.items() if count >= OFTEN and word not in known and not lexicon.is_near(word)
    }
    # A word of its own, such as baduta, is like no other; a slip is like the word that is meant.
    everything = Lexicon(frozenset(counts))
    known |= {word for word, count in counts.items() if count >= TWICE and not everything.is_near(word)}
    known -= SLIPS
    path = ROOT / "pokin_docs" / "kata" / "kata-lazim.txt"
    pairs = {tuple(sorted(filter(None, found))) for text in sentences for found in PAIR.findall(text.casefold())}
    lines = sorted(f"{one} dan {other}\n" for one, other in pairs if one != other)
    (path.parent / "pasangan.txt").write_text(PAIRS_HEAD + "".join(lines), encoding="utf-8", newline="\n")
    papers = Counter(found.group(1) for text in sentences if (found := PAPER.match(text.casefold())))
    told = sorted(word for word, count in papers.items() if count > 1 and word not in ("yang", "dari"))
    (path.parent / "isi-dokumen.txt").write_text(
        PAPERS_HEAD + "".join(f"{word}\n" for word in told), encoding="utf-8", newline="\n"
    )
    path.write_text(HEAD + "".join(f"{word}\n" for word in sorted(known)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
