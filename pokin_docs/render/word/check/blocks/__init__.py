"""Which tag closes which, and whether both stand where docxtpl can work with them.

A clerk who forgets one tag must get one finding at that tag: where tags do not pair, the reading with the fewest
faults is taken, and what stands in the same cell or between the same rows belongs together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pokin_docs.model.templat import Blok, Cacat, Kalimat, Simpul, Tag
from pokin_docs.render.word.check.blocks import nearness

_OPENING = frozenset(("for", "if", "macro", "call", "filter", "with", "block", "set", "raw", "autoescape"))
_MIDDLE = frozenset(("else", "elif"))
# Each doubt looks at all tags that follow; a template of hands has a handful.
_MAX_DOUBTS = 60
_UNIT = {"p": "paragraf", "tr": "baris tabel", "tc": "sel tabel"}


@dataclass(frozen=True, slots=True)
class _Langkah:
    """What a closing or parting tag does: it closes ``blok`` of the open ones, of which those above stay open."""

    harga: int
    urutan: int
    sasaran: int
    salah: bool = False


def pair(kalimat: Sequence[Kalimat], tags: Sequence[Tag]) -> tuple[list[Blok], list[Cacat]]:
    """The blocks of a part, and the faults of their tags, at most one for each tag."""
    return _Pairing(kalimat, tags).run()


@dataclass(slots=True)
class _Pairing:
    kalimat: Sequence[Kalimat]
    tags: Sequence[Tag]
    found: list[Cacat] = field(default_factory=list)
    told: set[int] = field(default_factory=set)
    lost: list[int] = field(default_factory=list)
    inside: dict[int, list[Tag]] = field(default_factory=dict)
    doubts: int = 0
    strays: list[int] = field(default_factory=list)
    content: dict[Simpul, list[int]] = field(default_factory=dict)

    def run(self) -> tuple[list[Blok], list[Cacat]]:
        self.read_content()
        blocks: list[Blok] = []
        still_open: list[Blok] = []
        for number, tag in enumerate(self.tags):
            if _opens(tag):
                block = Blok(tag.kata, number)
                blocks.append(block)
                still_open.append(block)
            elif tag.kata in ("vm", "hm", "colspan", "cellbg"):
                self.cell_tag(number, tag, still_open)
            elif tag.kata in _MIDDLE or tag.kata.startswith("end"):
                self.close(number, still_open)
        for block in still_open:
            if not self.told_before(block):
                self.unclosed(block)
        for block in blocks:
            self.structure(block)
        for number, tag in enumerate(self.tags):
            if tag.awalan and number not in self.told:
                self.misplaced(number, tag)
        return blocks, self.found

    def read_content(self) -> None:
        """Note which sentences each paragraph, row and cell holds."""
        for number, sentence in enumerate(self.kalimat):
            for node in sentence.jalur:
                if node[0] in ("p", "tr", "tc"):
                    self.content.setdefault(node, []).append(number)
        for tag in self.tags:
            self.inside.setdefault(tag.kalimat, []).append(tag)

    def close(self, number: int, still_open: list[Blok]) -> None:
        step = self.best(number, still_open)
        tag = self.tags[number]
        if step.sasaran < 0:
            self.stray(number, tag)
            return
        if tag.kata not in _MIDDLE and step.salah:
            self.misnamed(number, still_open[step.sasaran])
        for block in still_open[step.sasaran + 1 :]:
            self.unclosed(block)
        del still_open[step.sasaran + 1 :]
        block = still_open[-1]
        if tag.kata in _MIDDLE:
            if any(self.tags[other].kata == "else" for other in block.tengah):
                self.tell(number, f"tag {{% {tag.kata} %}} sesudah {{% else %}}; {{% else %}} hanya satu dan terakhir")
            block.tengah.append(number)
        else:
            block.tutup = number
            still_open.pop()

    def best(self, number: int, still_open: Sequence[Blok]) -> _Langkah:
        """What a tag does: the plain thing, or what leaves the fewest faults in all."""
        steps = self.steps(number, [(block.kata, block.buka) for block in still_open])
        if len(steps) == 1 or steps[0].harga == 0 or self.doubts >= _MAX_DOUBTS:
            return steps[0]
        self.doubts += 1
        costs = []
        for step in steps:
            remaining = [(block.kata, block.buka) for block in still_open]
            cost = step.harga + self.rest(number, remaining, step)
            costs.append((cost, step.urutan, step))
        return min(costs, key=lambda entry: entry[:2])[2]

    def steps(self, number: int, entries: Sequence[tuple[str, int]]) -> list[_Langkah]:
        """The things a closing tag may do, the likeliest first; only one where it is plain."""
        tag = self.tags[number]
        wanted = ("if", "for") if tag.kata == "else" else ("if",) if tag.kata == "elif" else (tag.kata[3:],)
        steps = []
        for depth, index in enumerate(reversed(range(len(entries)))):
            kata, opener = entries[index]
            fits, named = self.compatible(opener, number), kata in wanted
            if fits and named:
                steps.append(_Langkah(depth, 0, index))
                break
            if depth == 0 and named:
                steps.append(_Langkah(1, 2, index))
            elif depth == 0 and fits and tag.kata not in _MIDDLE:
                steps.append(_Langkah(1, 1, index, salah=True))
        if steps and steps[-1].harga == 0:
            return steps
        return [*steps, _Langkah(1, 3, -1)]

    def rest(self, number: int, entries: list[tuple[str, int]], first: _Langkah) -> int:
        """How many faults follow when a tag does this and every later one the likeliest thing."""
        cost = 0
        for later in range(number, len(self.tags)):
            tag = self.tags[later]
            if later > number and _opens(tag):
                entries.append((tag.kata, later))
            if later > number and not (tag.kata in _MIDDLE or tag.kata.startswith("end")):
                continue
            if later == number:
                step = first
            else:
                steps = self.steps(later, entries)
                step = min(steps, key=lambda entry: (entry.harga, entry.urutan))
                cost += step.harga
            if step.sasaran >= 0:
                del entries[step.sasaran + (tag.kata in _MIDDLE) :]
        return cost + len(entries)

    def compatible(self, opener: int, closer: int) -> bool:
        """Whether two tags are of one kind and stand where what lies between them is whole."""
        first, second = self.tags[opener], self.tags[closer]
        return first.awalan == second.awalan and self.needed(first, second) in nearness.allowed(first.awalan)

    def needed(self, first: Tag, second: Tag) -> str:
        """The prefix that two tags need where they stand (``nearness.needed``)."""
        return nearness.needed(self.kalimat[first.kalimat], first, self.kalimat[second.kalimat], second)

    def structure(self, block: Blok) -> None:
        """Tell what is wrong with the places of a block's tags; those that were told already are left."""
        before = block.buka
        for number in (*block.tengah, block.tutup):
            if number >= 0 and before not in self.told and number not in self.told:
                self.between(block, before, number)
            if number >= 0:
                before = block.buka

    def between(self, block: Blok, opener: int, closer: int) -> None:
        first, second = self.tags[opener], self.tags[closer]
        needed = self.needed(first, second)
        if first.awalan == second.awalan and needed in nearness.allowed(first.awalan):
            return
        names = f"{{% {first.kata} %}} dan {{% {second.kata} %}}"
        if needed == "~":
            self.tell(closer, f"{names} tidak boleh satu di dalam dan satu di luar tautan atau kotak isian")
        elif needed == "x":
            where = str(self.kalimat[first.kalimat].letak)
            self.tell(closer, f"tag ini menutup {first.tulis()} yang berada di tempat lain ({where}); keduanya harus"
                      " dalam sel atau badan teks yang sama")  # fmt: skip
        elif needed == "=":
            self.in_one_paragraph(opener, closer)
        elif needed == "tc" and first.awalan == second.awalan == "tr":
            self.tell(opener, f"{first.tulis()} dan {second.tulis()} berada dalam satu baris; masing-masing harus"
                      " sendirian dalam baris tersendiri", first.tulis())  # fmt: skip
            self.told.add(closer)
        else:
            self.wrong_prefix(opener, closer, needed)

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
            if unit is None or self.others(tag, unit):
                self.tell(number, f"tulis {tag.tulis(awalan='')} tanpa huruf {tag.awalan} di depannya",
                          tag.tulis(awalan=""))  # fmt: skip
            return
        if unit is None:
            alone = not self.others(tag, sentence.jalur[-1])
            self.tell(number, f"tag {{%{tag.awalan} %}} hanya untuk {_UNIT[tag.awalan]}",
                      tag.tulis(awalan="p" if alone and tag.awalan != "p" else ""))  # fmt: skip
            return
        rest = self.others(tag, unit)
        if rest:
            same = [other for other in self.tags_in(unit) if other is not tag and other.awalan == tag.awalan]
            if same and rest == "tag":
                self.told.update(index for index, other in enumerate(self.tags) if other in same)
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

    def tags_in(self, unit: Simpul) -> list[Tag]:
        return [tag for number in self.content.get(unit, ()) for tag in self.inside.get(number, ())]

    def others(self, tag: Tag, unit: Simpul) -> str:
        """What else stands in the unit of a tag: ``tag``, ``teks`` or a picture; nothing if it is alone."""
        rest, only_tags = "", True
        for number in self.content.get(unit, ()):
            sentence = self.kalimat[number]
            if sentence.lain:
                return sentence.lain
            text = sentence.teks
            for other in reversed(self.inside.get(number, ())):
                if other is not tag:
                    rest += "x"
                text = text[: other.awal] + text[other.akhir :]
            only_tags = only_tags and not text.strip()
            rest += text.strip()
        return ("tag" if only_tags else "teks") if rest else ""

    def cell_tag(self, number: int, tag: Tag, still_open: Sequence[Blok]) -> None:
        if self.kalimat[tag.kalimat].leluhur("tc") is None:
            self.tell(number, f"tag {{% {tag.kata} %}} hanya untuk sel tabel")
        elif tag.kata in ("vm", "hm") and not any(block.kata in ("for", "macro") for block in still_open):
            self.tell(number, f"tag {{% {tag.kata} %}} hanya berlaku di dalam ulangan {{% for … %}}")

    def told_before(self, block: Blok) -> bool:
        """Whether an end that came before its beginning is told already: the two have changed places."""
        ends = [number for number in self.strays if self.tags[number].kata == f"end{block.kata}"
                and number < block.buka and self.compatible(number, block.buka)]  # fmt: skip
        return bool(ends)

    def unclosed(self, block: Blok) -> None:
        tag = self.tags[block.buka]
        end = f"end{block.kata}"
        self.tell(block.buka, f"tag {{% {block.kata} %}} belum ditutup dengan {{% {end} %}}", tag.tulis(isi=end))

    def stray(self, number: int, tag: Tag) -> None:
        """A tag that parts or closes what nothing opened; those that follow it of the same block are told with it."""
        if self.lost and self.compatible(self.lost[-1], number) and tag.kata in ("else", "elif", "endif"):
            if tag.kata == "endif":
                self.lost.pop()
            return
        if tag.kata in _MIDDLE:
            self.lost.append(number)
            self.tell(number, f"tag {{% {tag.kata} %}} di luar {{% if %}}; pembukanya hilang atau salah tulis")
        else:
            self.strays.append(number)
            self.tell(number, f"tag {{% {tag.kata} %}} tanpa {{% {tag.kata[3:]} %}} pembukanya")

    def misnamed(self, number: int, block: Blok) -> None:
        tag, end = self.tags[number], f"end{block.kata}"
        self.tell(number, f"tag {{% {tag.kata} %}} menutup {self.tags[block.buka].tulis()}, semestinya {{% {end} %}}",
                  tag.tulis(isi=end))  # fmt: skip

    def tell(self, number: int, pesan: str, usul: str = "") -> None:
        if number in self.told:
            return
        self.told.add(number)
        tag = self.tags[number]
        self.found.append(Cacat("T03", tag.kalimat, tag.awal, tag.akhir, (("pesan", pesan),), (usul,) if usul else ()))


def _opens(tag: Tag) -> bool:
    return tag.pembuka == "{%" and tag.kata in _OPENING and not (tag.kata == "set" and "=" in tag.isi)
