"""What a paper says otherwise than it should, or than is said now."""

from __future__ import annotations

from dataclasses import dataclass

_AROUND, _LONGEST = 3, 80


@dataclass(frozen=True, slots=True)
class Difference:
    """A place of a paper that says something else.

    Attributes:
        where: The place, in Indonesian.
        was: What its document says there; empty for nothing.
        now: What the paper says there; empty for nothing.
        sentence: What is said instead of all this, where it is no text that differs.
    """

    where: str = ""
    was: str = ""
    now: str = ""
    sentence: str = ""

    def told(self, *, since: bool) -> str:
        """The difference in Indonesian.

        Args:
            since: The paper is an older one, and its document was changed; else the paper was.
        """
        if self.sentence:
            return self.sentence
        was, now = map(_short, _apart(self.was, self.now))
        if since:
            here = f"di berkas ini «{now}»" if now else "di berkas ini tidak ada"
            said = f"{here}, sekarang «{was}»" if was else f"{here}, sekarang tidak ada"
        elif was and now:
            said = f"«{was}» menjadi «{now}»"
        else:
            said = f"«{was}» dihapus" if was else f"ditambahkan «{now}»"
        return f"{self.where}: {said}" if self.where else said


def _apart(was: str, now: str) -> tuple[str, str]:
    """Two long texts from shortly before the first word in which they differ."""
    if min(len(was), len(now)) <= _LONGEST:
        return was, now
    one, other = was.split(), now.split()
    alike = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    first = max(0, alike - _AROUND)
    return ("… " * bool(first) + " ".join(one[first:]), "… " * bool(first) + " ".join(other[first:]))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
