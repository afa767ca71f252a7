"""What stands in Nama beside a name: degrees, Plt. in front, or that nobody holds the post (domain.md 1.6)."""

from __future__ import annotations

import re
from typing import NamedTuple

from pokin_docs.model.texts import fold, squeeze

ACTING: dict[str, tuple[str, ...]] = {
    "Plt.": ("plt", "pelaksana tugas"),
    "Plh.": ("plh", "pelaksana harian"),
    "Pj.": ("pj", "penjabat"),
}
"""How offices write that somebody only acts, by the Status it is; folded."""
VACANT = frozenset((
    "kosong", "lowong", "vacant", "vakan", "belum ada", "belum ada pejabat", "belum ada pejabatnya", "belum terisi",
    "belum diisi", "belum definitif", "jabatan kosong", "jabatan lowong", "formasi kosong", "formasi lowong",
    "tidak ada", "tidak ada pejabat", "nihil", "n a", "na", "tba", "tbd",
))  # fmt: skip
"""What says in Nama or Status that nobody holds a post, once folded; a cell of signs only ("-", ".") says it too."""

_ACTING_WORDS = {word: status for status, words in ACTING.items() for word in words}
_IN_FRONT = re.compile(r"^\W*(pelaksana\s+tugas|pelaksana\s+harian|penjabat|plt|plh|pj)\b[\s.:)]*", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?:\s*[(,/–—-]\s*(pelaksana\s+tugas|pelaksana\s+harian|penjabat|plt|plh|pj)\.?\s*\)?|\s+(plt|plh|pj)\.?)$"
    r"|\s*\(\s*(pelaksana\s+tugas|pelaksana\s+harian|penjabat|plt|plh|pj)\.?\s*\)(?=\s)",
    re.IGNORECASE,
)
"""Behind a name or a title, or in brackets inside it."""
_BETWEEN_PEOPLE = re.compile(r"(?<=\w\w)\s*[/&]\s*(?=\w\w)|\s[/&]\s|;|\s(?:dan|DAN)\s|(?:^|\s)\(?[12][.)]\s+(?=\w)")
_COMPANY = re.compile(
    r"^\W*(?:cv|pt|ud|firma|kap|kantor|dinas|badan|bagian|bidang|tim|unit|yayasan|koperasi|lembaga)\b"
    r"|[&/]\s*(?:rekan|partners?|co|sons?|putra|associates?)\b",
    re.IGNORECASE,
)
"""An office or a firm, whose name may hold what else stands between two people: "Contoh & Rekan"."""
_VACANT_FIRST = re.compile(r"^\W*(?:kosong|lowong)\b[\W_]*", re.IGNORECASE)
_FRONT_DEGREE = re.compile(
    r"(?:(?:prof|dr|drs|dra|drg|drh|ir|hj?|kh|apt|ns|bdn|tgk|tgh)\.\s*|(?:prof|drs|dra|drg|hj)\s+)(?=\S)", re.IGNORECASE
)
# "S.Kom", "M.Si.", "A.Md.Kep", "SE", "MM", "Ph.D", "Sp.PD": a letter or two of the degree, then its field.
_BEHIND_DEGREE = re.compile(
    r"(?:[sm]\.\s?[a-z]+(?:\.\s?[a-z]+)*|a\.?\s?ma?\.?\s?d\b[\w.]*|d\.?\s?(?:i|ii|iii|iv)\b|ph\.?\s?d|m\.?sc|b\.?sc|b\.?eng|"
    r"s\.?(?:e|h|t|p|ip|ag|km|pd|si|sos|kom|stp|hut|kep|an|ap|tr)|m\.?(?:m|t|h|si|ap|kes|pd|ak|kom|ling|sc)|mba|mph|"
    r"s\.?st[\w.]*|sp\.?\s?\w+|ners|ns|qia|ca|cpa|cfra|cgcae|akt?|apt)\.?",
    re.IGNORECASE,
)


class WrittenName(NamedTuple):
    """A name taken apart: degrees in front, the bare name, degrees behind without the comma after the name."""

    before: str
    bare: str
    behind: str


def acting_status(text: str) -> str:
    """Status a text begins with (``Plt.``, ``Plh.``, ``Pj.``), however it is written; else empty."""
    found = _IN_FRONT.match(text)
    return _ACTING_WORDS[fold(found.group(1))] if found else ""


def title_and_status(text: str) -> tuple[str, str]:
    """A title without its Plt., and the Status that it says in front, behind or in brackets; empty for none."""
    behind = _BEHIND.search(squeeze(text))
    said = acting_status(text) or (_ACTING_WORDS[fold(next(filter(None, behind.groups())))] if behind else "")
    return (without_acting(text), said) if said else (squeeze(text), "")


def named_status(text: str) -> str:
    """The Status that a text is as a whole; empty for all others, "definitif" too."""
    return _ACTING_WORDS.get(fold(text), "")


def without_acting(text: str) -> str:
    """The text without a Plt. in front of it or behind it: what remains of a name or a title."""
    return _BEHIND.sub("", _IN_FRONT.sub("", squeeze(text), count=1)).strip() or squeeze(text)


def name_and_status(text: str) -> tuple[str, str]:
    """The name in a cell and the Status that stands with it: "(kosong) Plt. Contoh" is Contoh, Plt.; empty for none."""
    name = squeeze(text)
    after = _VACANT_FIRST.sub("", name)
    if after != name and acting_status(after):
        name = after.rstrip(") ")
    rest, status = title_and_status(name)
    return ("", status) if fold(rest) in _ACTING_WORDS else (rest, status)


def says_vacant(text: str) -> bool:
    """Whether a text that is not blank says that nobody holds the post."""
    return bool(squeeze(text)) and (fold(text) in VACANT or not fold(text).strip("_ "))


def says_two_people(text: str) -> bool:
    """Whether a text names two people: a numbered list, or parted by "/", "&", "dan" or ";"."""
    if _COMPANY.search(text):
        return False
    parts = [part for part in _BETWEEN_PEOPLE.split(text) if part.strip()]
    return len(parts) > 1 and not any(
        says_vacant(part) or _VACANT_FIRST.match(part) or named_status(part) or _all_degrees(part) for part in parts
    )


def sign_between_people(text: str) -> str:
    """The sign or word that parts two people in a text: "&", "dan"; empty where there is none."""
    found = _BETWEEN_PEOPLE.search(text)
    return found.group(0).strip() if found else ""


def split_degrees(text: str) -> WrittenName:
    """A name with its degrees, taken apart so that joining it again loses nothing; all bare where that is not sure."""
    name, before = squeeze(text), ""
    while found := _FRONT_DEGREE.match(name):
        before, name = f"{before}{found.group(0)}", name[found.end() :]
    bare, comma, behind = name.partition(",")
    if behind.strip() and _all_degrees(behind):
        return WrittenName(before.strip(), bare.strip(), behind.strip())
    words = name.split(" ")
    cut = len(words)
    # Without a comma before it only a degree that is no pair of initials: "Contoh S.Kom", not "Contoh A.R."
    while cut > 1 and re.search(r"\.[^\W\d]{2}", words[cut - 1]) and is_degree(words[cut - 1]):
        cut -= 1
    if cut < len(words) and not comma:
        return WrittenName(before.strip(), " ".join(words[:cut]), " ".join(words[cut:]))
    return WrittenName(before.strip(), name, "")


def _all_degrees(text: str) -> bool:
    return all(is_degree(part) or all(map(is_degree, part.split())) for part in map(str.strip, text.split(",")) if part)


def is_degree(text: str) -> bool:
    """Whether a text is one degree that stands behind a name: ``S.Kom.``, ``M.M``, ``Ph.D.``, ``SE``."""
    return _BEHIND_DEGREE.fullmatch(squeeze(text)) is not None


def name_key(text: str) -> str:
    """Key under which two ways to write a person are the same: no degrees, capitals, signs, Plt."""
    return fold(split_degrees(without_acting(text)).bare)
