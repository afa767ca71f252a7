"""Which tag closes which, and whether both stand where docxtpl can work with them.

A clerk who forgets one tag must get one finding at that tag: where tags do not pair, the reading with the fewest
faults is taken, and what stands in the same cell or between the same rows belongs together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pokin_docs.templating.check.blocks import contents, moved, nearness, search
from pokin_docs.templating.faults import Blok, Cacat, Kalimat, Tag

_OPENING = frozenset(("for", "if", "macro", "call", "filter", "with", "block", "set", "raw", "autoescape"))
_UNIT = {"p": "paragraf", "tr": "baris tabel", "tc": "sel tabel"}


def pair(kalimat: Sequence[Kalimat], tags: Sequence[Tag]) -> tuple[list[Blok], list[Cacat], set[int]]:
    """The blocks of a part, the faults of their tags, at most one for each tag, and tags of a block that is torn."""
    pairing = _Pairing(kalimat, tags)
    blocks = pairing.run()
    return blocks, pairing.found, pairing.torn


@dataclass(slots=True)
class _Pairing:
    kalimat: Sequence[Kalimat]
    tags: Sequence[Tag]
    found: list[Cacat] = field(default_factory=list)
    told: set[int] = field(default_factory=set)
    lost: list[int] = field(default_factory=list)
    strays: list[int] = field(default_factory=list)
    middles: list[int] = field(default_factory=list)
    parted_twice: set[int] = field(default_factory=set)
    follows: set[int] = field(default_factory=set)
    crossed: dict[int, tuple[int, str]] = field(default_factory=dict)

    torn: set[int] = field(default_factory=set)
    contents: contents.Contents = field(init=False)
    search: search.Search = field(init=False)
    unended: list[Blok] = field(default_factory=list)

    def run(self) -> list[Blok]:
        self.contents = contents.Contents(self.kalimat, self.tags)
        self.search = search.Search(self.tags, self.compatible, _opens)
        blocks: list[Blok] = []
        still_open: list[Blok] = []
        for number, tag in enumerate(self.tags):
            if _opens(tag):
                block = Blok(tag.kata, number)
                blocks.append(block)
                still_open.append(block)
            elif tag.kata in ("vm", "hm", "colspan", "cellbg"):
                self.cell_tag(number, tag, still_open)
            elif tag.kata in search.MIDDLE or tag.kata.startswith("end"):
                self.close(number, still_open)
        self.unended += still_open
        self.tell_torn(blocks)
        for block in blocks:
            self.structure(block, blocks)
        for number, tag in enumerate(self.tags):
            if tag.awalan and number not in self.told:
                self.misplaced(number, tag)
        return blocks

    def close(self, number: int, still_open: list[Blok]) -> None:
        step = self.search.best(number, [(block.kata, block.buka) for block in still_open])
        tag = self.tags[number]
        if step.sasaran < 0:
            self.stray(number, tag)
            return
        if tag.kata not in search.MIDDLE and step.salah:
            self.misnamed(number, still_open, step.sasaran)
        self.unended += still_open[step.sasaran + 1 :]
        del still_open[step.sasaran + 1 :]
        block = still_open[-1]
        if tag.kata in search.MIDDLE:
            if any(self.tags[other].kata == "else" for other in block.tengah) and block.buka not in self.parted_twice:
                self.parted_twice.add(block.buka)
                self.tell(number, f"tag {{% {tag.kata} %}} sesudah {{% else %}}; {{% else %}} hanya satu dan terakhir")
            block.tengah.append(number)
        else:
            block.tutup = number
            still_open.pop()

    def compatible(self, opener: int, closer: int) -> bool:
        """Whether two tags are of one kind and stand where what lies between them is whole."""
        first, second = self.tags[opener], self.tags[closer]
        return first.awalan == second.awalan and self.needed(first, second) in nearness.allowed(first.awalan)

    def needed(self, first: Tag, second: Tag) -> str:
        """The prefix that two tags need where they stand (``nearness.needed``)."""
        return nearness.needed(self.kalimat[first.kalimat], first, self.kalimat[second.kalimat], second)

    def tell_torn(self, blocks: Sequence[Blok]) -> None:
        """Tell the ends without a beginning and the beginnings without an end; one of each is one that was moved."""
        for number in self.strays:
            tag = self.tags[number]
            partners = [block for block in self.unended if block.buka not in self.torn
                        and tag.kata == f"end{block.kata}" and self.tags[block.buka].awalan == tag.awalan]  # fmt: skip
            parting = [other for other in self.middles if self.compatible(other, number)]
            if partners:
                block = min(partners, key=lambda entry: abs(entry.buka - number))
                self.tell_moved(blocks, block, number, parting)
                self.follows.update(parting)
            elif number not in self.follows:
                self.tell(number, f"tag {{% {tag.kata} %}} tanpa {{% {tag.kata[3:]} %}} pembukanya")
        for number in self.middles:
            if number not in self.follows:
                kata = self.tags[number].kata
                self.tell(number, f"tag {{% {kata} %}} di luar {{% if %}}; pembukanya hilang atau salah tulis")
        for block in self.unended:
            if block.buka not in self.torn and not self.opened_again(block, blocks):
                self.unclosed(block)

    def tell_moved(self, blocks: Sequence[Blok], block: Blok, closer: int, parting: Sequence[int]) -> None:
        """Tell that one tag of a block stands where it cannot belong to the other, at the one that was moved.

        ``parting`` are tags (else) that stand where they belong to the closing one.
        """
        opener = block.buka
        self.torn.update((opener, closer))
        if (first := self.closed_first(blocks, block, closer)) >= 0:
            rule = f"penutup ini tertukar dengan {self.tags[closer].tulis()} di bawahnya; yang dibuka terakhir ditutup"
            self.tell(first, f"{rule} dahulu", self.tags[closer].tulis())
            self.told.update((opener, closer))
            return
        if parting or any(self.compatible(other, closer) for other in block.tengah):
            wrong: int | None = opener
        else:
            wrong = closer if any(self.compatible(opener, other) for other in block.tengah) else None
        self.tell(*moved.tell(self.kalimat, self.tags, blocks, opener, closer, wrong))
        self.told.update((opener, closer, *block.tengah))
        block.tutup = -1

    def closed_first(self, blocks: Sequence[Blok], block: Blok, closer: int) -> int:
        """The end of a block around another, where it stands just before that one's end and the two changed places."""
        opener = block.buka
        for outer in blocks if not block.tengah else ():
            first = outer.tutup
            inside = outer.buka < opener < first < closer and not any(other > opener for other in outer.tengah)
            between = any(self.tags[other].pembuka == "{%" for other in range(first + 1, closer))
            if inside and not between and self.compatible(opener, first) and self.compatible(outer.buka, closer):
                return first
        return -1

    def structure(self, block: Blok, blocks: Sequence[Blok]) -> None:
        """Tell what is wrong with the places of a block's tags; those that were told already are left."""
        for number in (block.tutup, *block.tengah[:]):
            if number >= 0 and block.buka not in self.told and number not in self.told:
                self.between(block, number, blocks)

    def between(self, block: Blok, closer: int, blocks: Sequence[Blok]) -> None:
        opener = block.buka
        first, second = self.tags[opener], self.tags[closer]
        needed = self.needed(first, second)
        if first.awalan == second.awalan and needed in nearness.allowed(first.awalan):
            return
        names = f"{{% {first.kata} %}} dan {{% {second.kata} %}}"
        if needed == "~":
            self.tell(closer, f"{names} tidak boleh satu di dalam dan satu di luar tautan atau kotak isian")
        elif needed == "x":
            if closer == block.tutup:
                self.tell_moved(blocks, block, closer, ())
            else:
                where = str(self.kalimat[first.kalimat].letak)
                self.tell(closer, f"tag ini bagian dari {first.tulis()} yang berada di tempat lain ({where}); keduanya"
                          " harus dalam sel atau badan teks yang sama")  # fmt: skip
                block.tengah.remove(closer)
        elif needed == "=":
            self.in_one_paragraph(opener, closer)
        elif first.awalan == second.awalan == "p" and closer == block.tutup and self.takes_more(opener, closer, needed):
            self.tell_moved(blocks, block, closer, ())
        elif needed == "tc" and first.awalan == second.awalan == "tr":
            self.tell(opener, f"{first.tulis()} dan {second.tulis()} berada dalam satu baris; masing-masing harus"
                      " sendirian dalam baris tersendiri", first.tulis())  # fmt: skip
            self.told.add(closer)
        else:
            self.wrong_prefix(opener, closer, needed)

    def takes_more(self, opener: int, closer: int, prefix: str) -> bool:
        """Whether a row or cell of two tags holds more than them, which this prefix would take away."""
        units = [(number, self.kalimat[self.tags[number].kalimat].leluhur(prefix)) for number in (opener, closer)]
        return any(unit is not None and self.contents.others(number, unit) for number, unit in units)

    def in_one_paragraph(self, opener: int, closer: int) -> None:
        """Two tags in one paragraph of which at least one takes away the whole of it."""
        first, second = self.tags[opener], self.tags[closer]
        if first.awalan and first.awalan == second.awalan:
            unit = _UNIT.get(first.awalan, "bagian")
            self.tell(opener, f"dua tag {{%{first.awalan} dalam satu {unit}; hanya satu yang akan berlaku",
                      first.tulis(awalan=""))  # fmt: skip
            self.told.add(closer)
        else:
            wrong = opener if first.awalan else closer
            self.tell(wrong, f"tag {self.tags[wrong].tulis()} tidak berpasangan dengan tag sejenis",
                      self.tags[wrong].tulis(awalan=""))  # fmt: skip
            self.told.update((opener, closer))

    def wrong_prefix(self, opener: int, closer: int, needed: str) -> None:
        """One of two tags, or both, without the prefix that their places need."""
        first, second = self.tags[opener], self.tags[closer]
        unit = _UNIT[needed]
        if first.awalan != needed and second.awalan != needed and needed != "p":
            self.tell(opener, f"{first.tulis()} dan {second.tulis()} berada di {unit} yang berbeda; keduanya memerlukan"
                      f" awalan {needed}", first.tulis(awalan=needed))  # fmt: skip
            self.told.add(closer)
            return
        if needed == "p" and "" in (first.awalan, second.awalan):
            needed = "p" if "p" in (first.awalan, second.awalan) else ""
        wrong = closer if first.awalan == needed else opener
        other = self.tags[opener if wrong == closer else closer]
        self.tell(wrong, f"{self.tags[wrong].tulis()} tidak sejenis dengan pasangannya {other.tulis()}",
                  self.tags[wrong].tulis(awalan=needed))  # fmt: skip
        self.told.add(opener if wrong == closer else closer)

    def misplaced(self, number: int, tag: Tag) -> None:
        """Tell when the tag takes away more than itself: docxtpl removes the whole unit that its prefix names."""
        if tag.awalan == "r":
            return
        sentence = self.kalimat[tag.kalimat]
        unit = sentence.leluhur(tag.awalan)
        if tag.pembuka == "{{":
            if unit is None or self.contents.others(number, unit, self.torn):
                self.tell(number, f"tulis {tag.tulis(awalan='')} tanpa huruf {tag.awalan} di depannya",
                          tag.tulis(awalan=""))  # fmt: skip
            return
        if unit is None:
            alone = not self.contents.others(number, sentence.jalur[-1], self.torn)
            self.tell(number, f"tag {{%{tag.awalan} %}} hanya untuk {_UNIT[tag.awalan]}",
                      tag.tulis(awalan="p" if alone and tag.awalan != "p" else ""))  # fmt: skip
            return
        rest = self.contents.others(number, unit, self.torn)
        if rest:
            same = [other for other in self.contents.tags_in(unit)
                    if other != number and self.tags[other].awalan == tag.awalan]  # fmt: skip
            if same and rest == "tag":
                self.told.update(same)
                self.tell(number, f"dua tag {{%{tag.awalan} dalam satu {_UNIT[tag.awalan]}; hanya satu yang akan"
                          " berlaku", self.instead(tag))  # fmt: skip
                return
            self.tell(number, f"tag {{%{tag.awalan} %}} harus sendirian dalam {_UNIT[tag.awalan]}nya; isi lainnya"
                      " tidak akan tercetak", self.instead(tag))  # fmt: skip

    def instead(self, tag: Tag) -> str:
        """The tag to write where the prefix takes too much: for the part of the row it stands in."""
        if tag.awalan == "p":
            return tag.tulis(awalan="")
        return tag.tulis()

    def cell_tag(self, number: int, tag: Tag, still_open: Sequence[Blok]) -> None:
        if self.kalimat[tag.kalimat].leluhur("tc") is None:
            self.tell(number, f"tag {{% {tag.kata} %}} hanya untuk sel tabel")
        elif tag.kata in ("vm", "hm") and not any(block.kata in ("for", "macro") for block in still_open):
            self.tell(number, f"tag {{% {tag.kata} %}} hanya berlaku di dalam ulangan {{% for … %}}")

    def opened_again(self, block: Blok, blocks: Sequence[Blok]) -> bool:
        """Whether the next branch of a condition was begun with another if; it is told there."""
        tag = self.tags[block.buka]
        for inner in blocks:
            other = self.tags[inner.buka]
            if (block.kata == inner.kata == "if" and inner.buka == block.buka + 1 and inner.tutup >= 0
                    and other.kalimat == tag.kalimat and moved.names(tag) & moved.names(other)):  # fmt: skip
                self.tell(inner.buka, f"tag ini membuka {{% if %}} baru di dalam {tag.tulis()}; untuk syarat berikutnya"
                          " pakai {% elif … %}", other.tulis(isi=other.isi.replace("if", "elif", 1)))  # fmt: skip
                return True
        return False

    def unclosed(self, block: Blok) -> None:
        tag = self.tags[block.buka]
        end = f"end{block.kata}"
        self.tell(block.buka, f"tag {{% {block.kata} %}} belum ditutup dengan {{% {end} %}}", tag.tulis(isi=end))

    def stray(self, number: int, tag: Tag) -> None:
        """Note a tag that parts or closes what nothing opened; those that follow it of the same block go with it."""
        if self.lost and self.compatible(self.lost[-1], number) and tag.kata in ("else", "elif", "endif"):
            self.follows.add(number)
            if tag.kata == "endif":
                self.lost.pop()
        elif tag.kata in search.MIDDLE:
            self.lost.append(number)
        (self.middles if tag.kata in search.MIDDLE else self.strays).append(number)

    def misnamed(self, number: int, still_open: Sequence[Blok], target: int) -> None:
        """Tell that a tag closes a block of another kind; two that changed places are told at the first."""
        tag, block = self.tags[number], still_open[target]
        end, opener = f"end{block.kata}", self.tags[block.buka].tulis()
        first, meant = self.crossed.get(block.buka, (-1, ""))
        if meant == tag.kata:
            parted = any(other > first for other in block.tengah)
            at = next(at for at, fault in enumerate(self.found) if self.is_at(fault, first))
            rule = (f"tag ini menutup {opener} sebelum {{% {tag.kata} %}} di bawahnya; yang dibuka terakhir ditutup"
                    " dahulu")  # fmt: skip
            usul = () if parted else self.found[at].usul
            self.found[at] = replace(self.found[at], rincian=(("pesan", rule),), usul=usul)
            self.told.add(number)
            return
        outer = still_open[target - 1] if target else None
        if outer is not None and tag.kata == f"end{outer.kata}":
            self.crossed[outer.buka] = (number, end)
        self.tell(number, f"tag {{% {tag.kata} %}} menutup {opener}, semestinya {{% {end} %}}", tag.tulis(isi=end))

    def is_at(self, fault: Cacat, number: int) -> bool:
        tag = self.tags[number]
        return (fault.kalimat, fault.awal) == (tag.kalimat, tag.awal)

    def tell(self, number: int, pesan: str, usul: str = "") -> None:
        if number in self.told:
            return
        self.told.add(number)
        tag = self.tags[number]
        self.found.append(Cacat("T03", tag.kalimat, tag.awal, tag.akhir, (("pesan", pesan),), (usul,) if usul else ()))


def _opens(tag: Tag) -> bool:
    return tag.pembuka == "{%" and tag.kata in _OPENING and not (tag.kata == "set" and "=" in tag.isi)
