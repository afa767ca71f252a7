"""The tags of a part, sentence by sentence: found by their braces, mended where it is plain what was meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from jinja2 import nodes

from pokin_docs.templating.check.tags import braces, mend, slips
from pokin_docs.templating.faults import BagianTemplat, Bahasa, Cacat, Kalimat, Tag
from pokin_docs.templating.fields import Nilai, Rekaman, fields

__all__ = ["WORDS", "as_expression", "as_tag", "guesses", "read_tags"]

WORDS = mend.WORDS
as_expression = mend.as_expression
as_tag = mend.as_tag
guesses = mend.guesses

_BOUND = re.compile(r"\{%(?:p|tr|tc|r)?[\s+-]*(?:for|set|with|macro)\s+(.*?)(?:\s+in\s|=|\(|%\})", re.DOTALL)
_NOT_TAGS = re.compile(r"\{#.*?#\}|\{%[-+]?\s*raw\b.*?\bendraw\s*[-+]?%\}|\{_[{%].*?[}%]_\}", re.DOTALL)
_BRACKETS = ("[]", "<>", "()")
_MARKS = re.compile("[{}%#｛]|\\[\\[|<<|«|\\(\\(")


def read_tags(part: BagianTemplat, jenis: type, bahasa: Bahasa, selalu: Collection[str]) -> None:
    """Fill in the tags of a part, with the faults of each by itself."""
    bound = {name.strip() for sentence in part.kalimat for group in _BOUND.findall(sentence.teks)
             for name in group.split(",")}  # fmt: skip
    roots = bound | set(fields(jenis)) | set(bahasa.bebas) | set(selalu)

    def known(source: str) -> bool:
        if bahasa.salah(source):
            return False
        tree = bahasa.parse(source)
        bound_here = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "store"}
        return (
            {name.name for name in tree.find_all(nodes.Name)} <= roots | bound_here
            and all(_leads_somewhere(node, jenis, bound | bound_here, bahasa) for node in tree.find_all(nodes.Getattr))
            and {run.name for run in tree.find_all(nodes.Filter)} <= set(bahasa.penyaring)
            and {run.name for run in tree.find_all(nodes.Test)} <= set(bahasa.uji)
        )

    def reads(opener: str, body: str) -> bool:
        prefix = re.match(r"(?:p|tr|tc|r) ", body)
        return not mend.fault(opener, body[prefix.end() :] if prefix else body, bahasa.salah)

    raw = False
    commented = -1
    bare = _bare_paths(jenis)
    for number, sentence in enumerate(part.kalimat):
        naked = bare.search(sentence.teks) if sentence.jenis == "paragraf" else None
        if not (naked or _MARKS.search(sentence.teks)) or number < commented:
            continue
        was_raw = raw
        rest = sentence.teks.partition("#}")[2] if number == commented else sentence.teks
        rough, raw = braces.scan(rest, reads, raw)
        rough = [entry.geser(len(sentence.teks) - len(rest)) for entry in rough]
        commented = _end_of_comment(part.kalimat, number, rough)
        if commented >= 0:
            rough = rough[:-1]
        elif naked and not (raw or was_raw):
            rough = sorted([*rough, *_naked(sentence.teks, bare, rough)], key=lambda entry: entry.awal)
        certain = [entry for entry in rough if entry.pasti or _is_known(entry, known)]
        readings = [
            (entry, mend.read(entry.pembuka, entry.isi, bahasa.salah, known, slips.nearest)) for entry in certain
        ]
        if readings and _not_filled(part, number, sentence, readings, known):
            continue
        for entry, reading in readings:
            _add_tag(part, number, sentence, entry, reading)
        _tell_merging(part, number, sentence)


def _bare_paths(jenis: type) -> re.Pattern[str]:
    """Matches the path of a field of a record as nobody writes it in a sentence: ``pihak_pertama.nama``."""
    paths = [f"{name}\\.(?:{'|'.join(fields(kind.tipe))})" for name, kind in fields(jenis).items()
             if isinstance(kind, Rekaman)]  # fmt: skip
    return re.compile(rf"(?<![\w./@{{-])(?:{'|'.join(paths) or '(?!)'})(?![\w@/(-]|\.\w)")


def _naked(text: str, bare: re.Pattern[str], rough: Sequence[braces.Kasar]) -> Iterator[braces.Kasar]:
    """Fields without braces, or in brackets that are none of ours; those in tags, comments and texts are left."""
    hidden = [(entry.awal, entry.akhir) for entry in rough] + [match.span() for match in _NOT_TAGS.finditer(text)]
    for found in bare.finditer(text):
        start, end = found.span()
        if any(begin <= start < stop for begin, stop in hidden):
            continue
        pair = text[start - 1 : start] + text[end : end + 1]
        if start and pair in _BRACKETS:
            start, end = start - 1, end + 1
        yield braces.Kasar(start, end, "{{", f" {found.group()} ", "isian ditulis di antara {{ dan }}")


def _leads_somewhere(node: nodes.Getattr, jenis: type, bound: Collection[str], bahasa: Bahasa) -> bool:
    """Whether a path of fields exists; one that begins with a name the template makes is not followed."""
    names = [node.attr]
    while isinstance(node.node, nodes.Getattr):
        node = node.node
        names.insert(0, node.attr)
    if not isinstance(node.node, nodes.Name) or node.node.name in bound:
        return True
    kind: object = fields(jenis).get(node.node.name)
    for name in names if kind is not None else ():
        if isinstance(kind, Nilai) and name in bahasa.metode:
            return True
        kind = fields(kind.tipe, kind.jalur).get(name) if isinstance(kind, Rekaman) else None
        if kind is None:
            return False
    return True


def _is_known(entry: braces.Kasar, known: mend.Known) -> bool:
    """Whether what may be no tag at all uses names that exist."""
    word = entry.isi.split()[0]
    return known(mend.as_expression(entry.pembuka, word, entry.isi))


def _end_of_comment(sentences: Sequence[Kalimat], number: int, rough: Sequence[braces.Kasar]) -> int:
    """The sentence that ends a comment which begins in this one and goes on; -1 when none does."""
    if not rough or rough[-1].pembuka != "{#" or rough[-1].awal == rough[-1].akhir - 2 or not rough[-1].cacat:
        return -1
    for later in range(number + 1, len(sentences)):
        if "#}" in sentences[later].teks:
            return later if sentences[later].jalur[:-1] == sentences[number].jalur[:-1] else -1
        if "{#" in sentences[later].teks:
            break
    return -1


def _not_filled(
    part: BagianTemplat, number: int, sentence: Kalimat, readings: Sequence[tuple[braces.Kasar, mend.Bacaan]],
    known: mend.Known,
) -> bool:  # fmt: skip
    """Whether tags stand where they cannot do what they say: one finding for the sentence."""
    message = ""
    if sentence.jenis == "terikat":
        message = "kotak isian (content control) ini terikat pada data lain, sehingga Word menimpa isinya"
    elif sentence.jenis == "terhapus" and not all(
        entry.pembuka == "{{" and not entry.cacat and not reading.cacat and known("{{" + reading.isi + "}}")
        for entry, reading in readings
    ):
        message = "tag ini sudah dihapus tetapi perubahannya masih dilacak; terima perubahan itu di Word"
    elif sentence.jenis == "kode bidang" and any(entry.cacat or reading.cacat for entry, reading in readings):
        message = "tag di dalam kode bidang (field) terpecah atau salah tulis; ketik ulang sekaligus"
    if message:
        same = [part.kalimat[other.kalimat] for other in part.cacat if dict(other.rincian).get("pesan") == message]
        if all(other.letak.paragraf != sentence.letak.paragraf for other in same):
            part.cacat.append(Cacat("T03", number, 0, 0, (("pesan", message),)))
    return bool(message)


def _add_tag(part: BagianTemplat, number: int, sentence: Kalimat, entry: braces.Kasar, reading: mend.Bacaan) -> None:
    tag = Tag(number, entry.awal, entry.akhir, reading.pembuka, reading.awalan, reading.isi, reading.kata,
              reading.terbaca)  # fmt: skip
    message = entry.cacat or reading.cacat
    if not message and sentence.jenis == "atribut" and '"' in reading.isi:
        message = "di dalam teks alternatif pakai petik tunggal"
        tag.isi = tag.isi.replace('"', "'")
    if not message and len({_chain_at(sentence, at) for at in (entry.awal, entry.akhir - 1)}) > 1:
        message = "tag ini terpotong oleh tautan, kotak isian, atau perubahan terlacak; ketik ulang sekaligus"
    if entry.pembuka == "{#" or (not reading.isi.strip() and entry.cacat):
        said = entry.isi.strip().removesuffix("}#").strip()
        usul = f"{{# {said} #}}" if said else ""
        before = part.cacat[-1] if part.cacat else None
        cut = before is not None and before.kalimat == number - 1 and before.akhir == len(part.kalimat[number - 1].teks)
        if not (cut and "tanpa tanda pembuka" in message):  # the rest of a tag that a new paragraph cuts is told there
            part.tegur(tag, message, usul)
        return
    if message:
        part.ditegur[len(part.tags)] = len(part.cacat)
        part.tegur(tag, message, tag.tulis() if tag.terbaca else "")
    part.tags.append(tag)


def _chain_at(sentence: Kalimat, place: int) -> tuple[str, ...]:
    """The elements between the paragraph and a character of it."""
    return next((chain for at, chain in reversed(sentence.potongan) if at <= place), ())


def _tell_merging(part: BagianTemplat, number: int, sentence: Kalimat) -> None:
    """A dash joins two paragraphs; docxtpl takes text away that stands between it and the end of its own."""
    text = sentence.teks
    for entry in [entry for entry in part.tags if entry.kalimat == number and entry.pembuka == "{%"]:
        inside, after = text[entry.awal + 2 : entry.akhir - 2], text[entry.akhir :].lstrip()
        message = ""
        if inside.startswith("-") and text[: entry.awal].strip():
            message = "tag {%- %} harus di awal paragrafnya; teks di depannya tidak akan tercetak"
        elif inside.endswith("-") and after and not after.startswith(("{{", "{%")):
            message = "tag {% -%} harus di akhir paragrafnya; teks di belakangnya tidak akan tercetak"
        if message:
            part.tegur(entry, message, entry.tulis())
