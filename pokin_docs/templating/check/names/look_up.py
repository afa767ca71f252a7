"""The names of a part looked up, and a finding with the right one for each that nothing has."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pokin_docs.templating.check.names import filters, loops, placeholders, proposals
from pokin_docs.templating.faults import Asing, BagianTemplat, Bahasa, Cacat, Tag
from pokin_docs.templating.fields import Daftar, Nilai, Rekaman

__all__ = ["ALWAYS", "look_up"]

ALWAYS = placeholders.ALWAYS
_COUNTS = frozenset(("size", "len", "panjang", "jumlah", "banyak", "total"))


def look_up(part: BagianTemplat, jenis: type, bahasa: Bahasa) -> tuple[set[str], set[str]]:
    """Add the faults of names to a part, and return the fields it prints and those it asks for in conditions."""
    ends = {block.tutup: block.buka for block in part.blok if block.tutup >= 0}
    result = placeholders.check(part.tags, part.trees, ends, jenis, bahasa)
    part.cetak = result.cetak
    told = {(part.tags[number].kalimat, part.tags[number].awal): at for number, at in part.ditegur.items()}
    for fault in (_with_spelling(fault, part, bahasa) for fault in result.cacat):
        before = told.get((fault.kalimat, fault.awal))
        if before is None:
            part.cacat.append(fault)
        elif fault.usul:  # what was mended is not yet what was meant
            part.cacat[before] = replace(part.cacat[before], usul=fault.usul)
    torn = {result.ulangan[number][0] for number in part.pindah if number in result.ulangan}
    wrong = {(fault.kalimat, fault.awal) for fault in part.cacat}
    part.kabur |= bool(torn) or any(not isinstance(item, Rekaman | Nilai | Daftar) and
                                    (part.tags[number].kalimat, part.tags[number].awal) in wrong
                                    for number, (_, item) in result.ulangan.items())  # fmt: skip
    asing = [entry for entry in result.asing if entry.tag not in part.pindah and entry.ruas[0] not in torn]
    unknown = loops.explain(part, asing, result.ulangan, result.dipakai)
    part.kabur |= len(unknown) < len(result.asing) or any(entry.untuk == "ulang" for entry in unknown)
    joined: set[int] = set()
    for entry in unknown:
        if entry.tag not in joined and entry.tag not in part.ditegur and _tell_joined(part, entry, bahasa):
            joined.add(entry.tag)
        if entry.tag not in joined:
            _tell_name(part, entry, result.ulangan, bahasa)
    return {path for paths in result.cetak.values() for path in paths}, result.ditanya


def _tell_joined(part: BagianTemplat, entry: Asing, bahasa: Bahasa) -> bool:
    """Whether a name is only part of one that was typed with a dash, a comma or the like in it; then it is told."""
    tag = part.tags[entry.tag]
    for sign in ("_", ".", ""):
        isi = re.sub(r"(?<=[\w\])])\s*[-,/:~+%|*&]\s*(?=[^\W\d])", sign, tag.isi)
        if _is_right(tag, isi, entry, bahasa):
            # What was told of the pieces of the name (a filter, a comma) is told with it.
            here = (tag.kalimat, tag.awal)
            part.cacat[:] = [fault for fault in part.cacat if (fault.kalimat, fault.awal) != here]
            details = (("nama", tag.isi.strip()), ("_tambahan", ""))
            part.cacat.append(Cacat("T04", tag.kalimat, tag.awal, tag.akhir, details, (tag.tulis(isi=isi),)))
            return True
    return False


def _with_spelling(fault: Cacat, part: BagianTemplat, bahasa: Bahasa) -> Cacat:
    """A fault with the nearest filter or test proposed, where it is about one."""
    details = dict(fault.rincian)
    wrong, kind = details.pop("_nama", ""), details.pop("_jenis", "")
    if not wrong:
        return fault
    near = filters.nearest_word(wrong, bahasa.penyaring if kind == "penyaring" else bahasa.uji)
    tag = next(tag for tag in part.tags if (tag.kalimat, tag.awal) == (fault.kalimat, fault.awal))
    right = tuple(tag.tulis(isi=re.sub(rf"\b{re.escape(wrong)}\b(?!.*\b{re.escape(wrong)}\b)", word, tag.isi))
                  for word in near)  # fmt: skip
    return replace(fault, rincian=tuple(details.items()), usul=right)


def _tell_name(part: BagianTemplat, entry: Asing, ulangan: Mapping[int, tuple[str, object]], bahasa: Bahasa) -> None:
    """A finding for a name that nothing has; where its tag has one already, only its proposal is completed."""
    tag = part.tags[entry.tag]
    scope = dict(entry.lingkup)
    away = [number for number, (name, _) in ulangan.items() if name == entry.ruas[0]]
    if entry.ruas[0] == "loop" and "loop" not in scope:
        outside = (("nama", entry.nama), ("_tambahan", " Nama loop hanya ada di dalam ulangan {% for … %}."))
        part.cacat.append(Cacat("T04", tag.kalimat, tag.awal, tag.akhir, outside))
        return
    rest = re.search(rf"{re.escape(entry.nama)}((?:\.\w+)+)", tag.isi)
    if rest and len(entry.ruas) == 2 and isinstance(scope.get(entry.ruas[1]), Rekaman):
        # s.i.target: the variable of the inner loop stands alone.
        entry = replace(entry, nama=entry.nama + rest.group(1), ruas=(*entry.ruas, *rest.group(1).split(".")[1:]))
    right = proposals.propose(entry.nama, entry.ruas, scope, entry.untuk, _used_nearby(part, entry.tag))
    if entry.untuk == "ulang" and (fitting := loops.fitting(part, entry.tag, scope)):
        right = tuple(dict.fromkeys([path for path in right if path in fitting] or fitting[:1]))
    right = _as_filter(tag, entry, bahasa) or _as_item(tag, entry) or right
    if tag.kata == "cellbg" and re.fullmatch("[0-9A-Fa-f]{6}", entry.nama):
        right = (tag.tulis(isi=f"cellbg '{entry.nama}'"),)
    if tag.pembuka == "{{" and tag.isi.strip() in ("vm", "hm"):  # these two are docxtpl's statements
        right = (f"{{% {tag.isi.strip()} %}}",)
    if "…" in entry.nama and entry.ruas[0] not in scope:
        root = proposals.propose(entry.ruas[0], entry.ruas[:1], scope, "ulang")
        right = tuple(tag.tulis(isi=re.sub(rf"\b{entry.ruas[0]}\b", word, tag.isi)) for word in root)
    elif "…" in entry.nama:
        last = [words.rpartition(".")[2] for words in right if not words.startswith("{")]
        right = tuple(tag.tulis(isi=tag.isi.replace(f".{entry.ruas[-1]}", f".{word}")) for word in last)
    told = part.ditegur.get(entry.tag)
    small = _in_small_letters(tag, entry, bahasa) if told is not None or "[" in tag.isi else ""
    if small:
        right = (tag.tulis(isi=small),)
    _remember_meant(part, entry, right)
    if told is not None:
        if right:
            isi = small or tag.isi.replace(entry.nama, right[0], 1)
            part.cacat[told] = replace(part.cacat[told], usul=(tag.tulis(isi=isi),))
        return
    text = part.kalimat[tag.kalimat].teks
    at = text.find(entry.nama, tag.awal, tag.akhir)
    whole = at < 0 or any(words.startswith("{") for words in right)
    start, end = (tag.awal, tag.akhir) if whole else (at, at + len(entry.nama))
    lost = ""
    if away and entry.ruas[0] not in scope:
        lost = f" Nama {entry.ruas[0]} hanya ada di antara {part.tags[away[0]].tulis()} dan penutupnya."
    part.cacat.append(Cacat("T04", tag.kalimat, start, end, (("nama", entry.nama), ("_tambahan", lost)), right))


def _in_small_letters(tag: Tag, entry: Asing, bahasa: Bahasa) -> str:
    """What stands between the braces in small letters, where that is right; texts in quotes too if all is capital."""
    capital = tag.isi.strip().partition(" ")[2].isupper()
    pieces = re.split(r"('[^']*'|\"[^\"]*\")", tag.isi)
    isi = "".join(piece if number % 2 and not capital else piece.lower() for number, piece in enumerate(pieces))
    return isi if _is_right(tag, isi, entry, bahasa) else ""


def _is_right(tag: Tag, isi: str, entry: Asing, bahasa: Bahasa) -> bool:
    """Whether a tag says something that exists with this between its braces instead of what it has."""
    if isi == tag.isi or (tag.pembuka != "{{" and tag.kata not in ("for", "if", "elif")):
        return False
    kata = tag.kata.replace("elif", "if")
    source = "{{" + isi + "}}" if tag.pembuka == "{{" else f"{{%{isi.replace('elif', 'if', 1)}%}}{{% end{kata} %}}"
    return not bahasa.salah(source) and placeholders.fits(tag, bahasa.parse(source), entry.lingkup, bahasa)


def _as_filter(tag: Tag, entry: Asing, bahasa: Bahasa) -> tuple[str, ...]:
    """The tag with a filter where a function or an attribute of that name was typed: ``len(x)``, ``x.length``."""
    wrong = entry.ruas[-1]
    near = filters.nearest_word(wrong, bahasa.penyaring)
    if not near:
        return ()
    called = re.search(rf"(?<![\w.]){re.escape(wrong)}\s*\(([^()]*)\)", tag.isi) if len(entry.ruas) == 1 else None
    if called:
        return (tag.tulis(isi=tag.isi.replace(called.group(), f"{called.group(1).strip()}|{near[0]}")),)
    if len(entry.ruas) == 2 and wrong in _COUNTS and isinstance(entry.lingkup.get(entry.ruas[0]), Daftar):
        return (tag.tulis(isi=tag.isi.replace(entry.nama, f"{entry.ruas[0]}|length")),)
    if len(entry.ruas) > 1 and wrong in bahasa.penyaring and entry.ruas[0] in entry.lingkup:
        return (tag.tulis(isi=re.sub(rf"\.\s*{re.escape(wrong)}\b(?:\s*\(\s*\))?", f"|{wrong}", tag.isi)),)
    return ()


def _as_item(tag: Tag, entry: Asing) -> tuple[str, ...]:
    """The tag with a field of an item of a list where an item of a field was typed: ``r.pagu[0]``."""
    typed = re.search(rf"(?<![\w.]){re.escape(entry.nama)}\s*\[\s*(\d+)\s*\]", tag.isi)
    right = proposals.propose_item(entry.ruas, entry.lingkup, typed.group(1)) if typed else ""
    return (tag.tulis(isi=tag.isi.replace(typed.group(), right)),) if typed and right else ()


def _remember_meant(part: BagianTemplat, entry: Asing, right: Sequence[str]) -> None:
    """Note which fields a wrong name may have meant: what the form wants there is not missing as well."""
    for words in right:
        path = re.sub(r"[{}|].*$", "", words.strip("{} ")).strip()
        root, _, rest = path.partition(".")
        kind = entry.lingkup.get(root)
        full = f"{getattr(kind, 'jalur', root)}.{rest}" if rest else path
        part.dimaksud.setdefault(entry.tag, set()).add(full)


def _used_nearby(part: BagianTemplat, number: int) -> tuple[str, ...]:
    """Paths of the tags around one, the nearest first; paragraphs count more than tags."""
    here = part.tags[number].kalimat
    around = sorted(range(max(0, number - 4), min(len(part.tags), number + 5)),
                    key=lambda other: (abs(part.tags[other].kalimat - here), abs(other - number)))  # fmt: skip
    return tuple(part.tags[other].isi.strip() for other in around if other != number)
