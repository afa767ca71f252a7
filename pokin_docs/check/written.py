"""How a sentence is written: slips, doubled and lost words, blanks, signs, capitals; and the sentence mended."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from pokin_docs.check import lost_words, parted
from pokin_docs.check.letter_rules import affixed
from pokin_docs.check.lexicon import Lexicon, is_indonesian, is_listed_root, is_verb
from pokin_docs.check.lost_words import TASK_WORDS
from pokin_docs.check.sentences import words
from pokin_docs.model.texts import fold, slips_between
from pokin_docs.model.word_lists import WordLists

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_BIAS = 0.6
"""Share of capitalised words from which a sentence counts as written with capitals on every word."""
_ENGLISH_SMALL = frozenset(("of", "and", "the", "in", "on", "to", "for", "by", "per"))
"""Small words of English names: «Length of Stay»."""
_TWICE = re.compile(r"\b([^\W\d_]{2,})\s+\1\b", re.IGNORECASE)
_PLURALS = 6
"""Letters up to which a noun that stands twice is a plural without its hyphen (anak anak)."""
_LAST_SIGN = re.compile(r"(?<!\.\.)[.,;:]+$")
_STRAY_BLANK = re.compile(r"\s+([,;:.)])(?!\w)|(\()\s+")
_NO_BLANK = re.compile(r"(?<=[^\W\d_]{3})([,;])(?=[^\W\d_]{3})")
_HYPHENATED = re.compile(r"\b([Tt]er|[Dd]i|[Bb]er|[Mm]e[mn]?g?|[Pp]e[mn]?g?)-\s?([^\W\d_]{3,})")
_CAPITAL_WITHIN = re.compile(r"\b((?:Ter|Di|Ber|Me[mn]?g?)[a-z]+-)([A-Z]\w*)")
_PREFIX_APART = re.compile(r"\b([Tt]er|[Dd]i|[Bb]er)\s([^\W\d_]{3,})")
_PLACE_JOINED = re.compile(rf"\b([Dd]i)({'|'.join(parted.PLACES)})(?![\w-])")
_VERBS_TWICE = re.compile(rf"\b{lost_words.ACTIVE}\s+(me(?:m|n|ng|ny)?[^\W\d_]{{4,}})", re.IGNORECASE)
_SUFFIX_APART = re.compile(r"\b([^\W\d_]{4,})(?:\s|-)(nya)\b")
_AS_TASK_WORD = re.compile(r"(?<!Peran\s)\bSerta(?=\s)")
"""«Peran Serta» is a noun."""
_OF_A_PLACE = re.compile(r"(?<=\s)(?:di|ke|dari) (atas|bawah|dalam|luar|antara|sekitar)(?=\s)")
_ABBREVIATED = re.compile(r"[ei]-[A-Z]\w*|(?:\w-)?[A-Z]{2,}.*|\w+-[A-Z]{2,}\w*")


_SMALL, _TASK_WORD = "berhuruf kecil di antara kata-kata berhuruf kapital", "berhuruf kapital, padahal kata tugas"
_CAPITALS = frozenset((_SMALL, _TASK_WORD))


@dataclass(frozen=True)
class Writing:
    """What is wrong with how a sentence is written.

    ``slips`` are words with what is meant, ``faults`` quotes with their reason, both in the order of the sentence;
    ``mended`` is the whole sentence without any of it, with «…» where a word is lost.
    """

    slips: tuple[tuple[str, str], ...]
    faults: tuple[tuple[str, str], ...]
    mended: str

    @property
    def mixes_capitals(self) -> bool:
        """Whether capitals are among what is wrong."""
        return any(reason in _CAPITALS for _, reason in self.faults)

    @property
    def of_capitals_alone(self) -> bool:
        """Whether nothing is wrong but capitals, which official sentences set as they come."""
        return not self.slips and all(reason in _CAPITALS for _, reason in self.faults)


@dataclass
class _Repair:
    text: str
    faults: list[tuple[str, str]] = field(default_factory=list)

    def apply(self, pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str | None], reason: str) -> None:
        """Replace what a pattern finds, each place with its reason; None leaves it as it stands."""

        def one(match: re.Match[str]) -> str:
            instead = replace(match)
            if instead is None or instead == match.group(0):
                return match.group(0)
            self.faults.append((_around(self.text, match), reason))
            return instead

        self.text = pattern.sub(one, self.text)


def _around(text: str, match: re.Match[str]) -> str:
    """The whole words that a match touches."""
    start = text.rfind(" ", 0, match.start()) + 1 if match.group(0)[:1].strip() or match.start() == 0 else match.start()
    if not match.group(0)[:1].strip():
        start = text.rfind(" ", 0, match.start()) + 1
    end = text.find(" ", match.end())
    return text[start : end if end >= 0 else len(text)].strip()


def look_at(text: str, word_lists: WordLists, lexicon: Lexicon) -> Writing:
    """How a sentence is written.

    Args:
        text: The sentence, squeezed.
        word_lists: Slips and small words that are known.
        lexicon: Words in common use.
    """
    if text in lexicon.looked_at:
        known: Writing = lexicon.looked_at[text]
        return known
    mended, slips = without_slips(text, word_lists, lexicon)
    repair = _Repair(mended)
    repair.apply(_TWICE, _once, "mengulang satu kata")
    _verbs_once(repair, word_lists)
    repair.apply(_VERBS_TWICE, _second_verb, "memakai dua kata kerja berturut-turut")
    repair.apply(_STRAY_BLANK, lambda match: match.group(1) or match.group(2), "berspasi di tempat yang salah")
    repair.apply(_NO_BLANK, lambda match: f"{match.group(1)} ", "tanpa spasi sesudah tanda koma")
    repair.apply(
        _HYPHENATED, lambda match: parted.joined(match, lexicon, sure=True), "memisahkan awalan dengan tanda hubung"
    )
    repair.apply(
        _CAPITAL_WITHIN, lambda match: match.group(1) + match.group(2).lower(), "berhuruf kapital di tengah kata"
    )
    repair.apply(
        _PREFIX_APART, lambda match: parted.joined(match, lexicon, sure=False), "memisahkan awalan dari katanya"
    )
    repair.apply(parted.FRAGMENT, lambda match: parted.whole(match, lexicon), "memisahkan awalan dari katanya")
    repair.apply(
        parted.COMPOUND,
        lambda match: match.group(1) + match.group(2).lower(),
        "memisahkan gabungan kata yang berimbuhan",
    )
    repair.apply(parted.WORD, lambda match: parted.apart(match, lexicon), "merangkai dua kata")
    repair.apply(_PLACE_JOINED, lambda match: f"{match.group(1)} {match.group(2)}", "merangkai «di» dengan kata tempat")
    repair.apply(_SUFFIX_APART, parted.with_suffix, "memisahkan «nya» dari katanya")
    repair.apply(_LAST_SIGN, lambda match: "", "diakhiri tanda baca")
    _capitals(repair, word_lists, lexicon)
    _lost(repair)
    typed = frozenset(words(text))  # of a word that was mended first, its capitals are no second fault
    faults = tuple(fault for fault in repair.faults if fault[1] not in _CAPITALS or fault[0] in typed)
    writing = Writing(slips, faults, repair.text)
    lexicon.looked_at[text] = writing
    return writing


def without_slips(text: str, word_lists: WordLists, lexicon: Lexicon) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The sentence with its slips mended, and the slips with what is meant, each word once.

    A word in capitals within a sentence that is not is an abbreviation, and left alone.

    Args:
        text: The sentence, squeezed.
        word_lists: Slips that are known.
        lexicon: Words in common use.
    """
    if text in lexicon.mended:
        return lexicon.mended[text]
    slips: dict[str, str] = {}
    shouted = text.isupper()

    def mend(match: re.Match[str]) -> str:
        word = match.group(0)
        meant = None if word.isupper() and not shouted else _meant(word, word_lists, lexicon)
        if meant is None:
            return word
        slips[word] = meant.upper() if word.isupper() else meant.capitalize() if word[0].isupper() else meant
        return slips[word]

    lexicon.mended[text] = _WORD.sub(mend, text), tuple(slips.items())
    return lexicon.mended[text]


def verb_slip(writing: Writing, text: str, word_lists: WordLists) -> str | None:
    """The first word of a kinerja, when it is a result verb but for a slip.

    Args:
        writing: How the kinerja is written.
        text: The kinerja.
        word_lists: The result verbs.
    """
    first = next(iter(words(text)), "")
    meant = dict(writing.slips).get(first)
    return first if meant is not None and fold(meant) in word_lists.verbs else None


def _meant(word: str, word_lists: WordLists, lexicon: Lexicon) -> str | None:
    key = fold(word)
    if key in word_lists.spellings:
        return word_lists.spellings[key].casefold() or None
    if "-" in word:
        return None
    for prefix, whole in affixed(key):
        meant = word_lists.spellings.get(whole, "").casefold()
        if meant and not lexicon.knows(key):
            return prefix + meant + key[len(prefix) + len(whole) :]
    return lexicon.meant(key) or (_small_word(word) if word.islower() else None)


@lru_cache(maxsize=1024)
def _small_word(word: str) -> str | None:
    """The function word that a small word is one slip away from; a root word is a word of its own."""
    near = {known for known in TASK_WORDS if len(known) > 2 and known[0] == word[0] and _one_slip(word, known)}
    return next(iter(near)) if len(near) == 1 and not is_listed_root(word) else None


def _one_slip(word: str, known: str) -> bool:
    """Whether a letter is lost, too many or swapped; an exchanged one makes another word."""
    if len(word) < 3 or word == known:
        return False
    if len(word) == len(known):
        return sorted(word) == sorted(known) and slips_between(word, known) == 1
    return abs(len(word) - len(known)) == 1 and slips_between(word, known) == 1


def _once(match: re.Match[str]) -> str:
    word, again = match.group(1), match.group(0).split()[-1]
    plural = len(word) <= _PLURALS and not word.endswith("nya") and fold(word) not in TASK_WORDS
    return f"{word}-{again}" if plural else word


def _second_verb(match: re.Match[str]) -> str | None:
    return match.group(1) if is_verb(fold(match.group(1))) else None


def _verbs_once(repair: _Repair, word_lists: WordLists) -> None:
    """«Terlaksananya Tersusunnya …»: of two result verbs the second says what was reached."""
    first, second = (*words(repair.text)[:2], "", "")[:2]
    if first != second and fold(first) in word_lists.verbs and fold(second) in word_lists.verbs:
        pair = re.compile(rf"{re.escape(first)}\s+{re.escape(second)}")
        repair.apply(pair, lambda match: second, "memakai dua kata kerja berturut-turut")


def _capitals(repair: _Repair, word_lists: WordLists, lexicon: Lexicon) -> None:
    text = repair.text
    if text.isupper():
        return
    first = next(iter(words(text)), "")
    _task_words_small(repair, first)
    # An abbreviation (RPJMD) is in capitals in any sentence and tells nothing of how this one is written.
    told = [word for word in words(repair.text) if word[0].isalpha() and not _ABBREVIATED.fullmatch(word)]
    counted = [word for word in told if fold(word) not in word_lists.lower_case_words]
    beside = set(_OF_A_PLACE.findall(repair.text))  # «di bawah», which many write small
    small = [word for word in counted if word[0].islower() and word not in _ENGLISH_SMALL and word not in beside]
    if not small:
        return
    begun = next((word for word in counted[1:] if not _is_name(fold(word), lexicon)), "")
    if lexicon.small_letters and begun in small:
        return  # an office that writes small began so: the capitals behind are those of a name
    # Names are written with capitals in any sentence.
    capital = [word for word in counted if word not in small and (word == first or not _is_name(fold(word), lexicon))]
    if len(capital) < _BIAS * (len(capital) + len(small)):
        return
    for word in dict.fromkeys(small):
        whole = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
        repair.apply(whole, lambda match: match.group(0).capitalize(), _SMALL)


def _is_name(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.names or not is_indonesian(word)


def _task_words_small(repair: _Repair, first: str) -> None:
    capital = (word for word in words(repair.text)[1:] if word[0].isupper() and not word.isupper())
    for word in dict.fromkeys(word for word in capital if fold(word) in TASK_WORDS and word != first):
        whole = re.compile(rf"(?<=\s){word}(?=\s)(?!\sNegeri)") if word != "Serta" else _AS_TASK_WORD
        repair.apply(whole, lambda match: match.group(0).lower(), _TASK_WORD)


def _lost(repair: _Repair) -> None:
    """«yang» that is left out, a measure of nothing («Persentase yang …»), or a sentence that stops amid a phrase."""
    for pattern, mend in lost_words.RELATIVES:
        repair.apply(pattern, mend, "kehilangan kata «yang»")
    found = list(lost_words.places(repair.text))
    for at, quoted in reversed(found):
        repair.text = f"{repair.text[:at].rstrip()} … {repair.text[at:].lstrip()}".strip()
        repair.faults.append((quoted, "kehilangan kata"))
