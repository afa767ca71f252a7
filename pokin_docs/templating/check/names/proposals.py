"""The right path for a name that nothing has: did-you-mean over whole paths, with what clerks call things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pokin_docs.templating.fields import ListField, RecordField, ValueField, fields

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_CUTOFF = 0.6
_MAX = 3
_SAME = 0.95
_LIKE = 0.8
_FUNCTIONS = frozenset(("range", "namespace"))

# Words that mean the same in the name of a field; the first is the one the fields use.
_SYNONYMS = (
    ("pertama", "kesatu", "satu", "1", "first", "one", "ke1", "bawahan", "penandatangan"),
    ("kedua", "dua", "2", "second", "two", "ke2", "atasan", "pimpinan", "boss"),
    ("pihak", "party", "pejabat", "pegawai", "orang", "person"),
    ("nama", "name", "nm", "nma", "title", "program", "kegiatan", "subkegiatan", "uraian", "judul"),
    ("jabatan", "position", "jab", "jbt", "post", "job"),
    ("pangkat", "rank", "pkt"),
    ("golongan", "gol", "grade"),
    ("tahun", "year", "thn", "th"),
    ("tanggal", "date", "tgl", "hari"),
    ("tempat", "place", "lokasi", "kota", "location"),
    ("nomor", "number", "nmr", "num", "nomer"),
    ("index", "no", "nomor", "urut", "urutan"),
    ("no", "nomor", "urut", "num", "number", "index"),
    ("perangkat", "agency"),
    ("daerah", "region"),
    ("pemda", "pemerintah", "kabupaten", "pemkab", "government"),
    ("alamat", "address", "almt"),
    ("telepon", "phone", "telp", "tlp", "telpon", "telephone"),
    ("laman", "website", "web", "situs", "url"),
    ("pos", "email", "surel", "mail", "el"),
    ("kode", "code", "kd"),
    ("daftar", "list", "semua", "tabel", "data"),
    ("sasaran", "goal", "objective", "sasarans", "kinerja"),
    ("indikator", "indicator", "indikators", "iku", "ik"),
    ("target", "targets", "sasarannya"),
    ("satuan", "unit", "units", "uom"),
    ("anggaran", "budget", "pagu", "dana", "rp", "jumlah", "nilai"),
    ("program", "kegiatan", "subkegiatan", "uraian"),
    ("uraian", "program", "kegiatan", "subkegiatan", "nama", "deskripsi"),
    ("sumber", "source"),
    ("dana", "fund", "pendanaan", "apbd"),
    ("keterangan", "ket", "note", "notes", "catatan", "remark"),
    ("total", "jumlah", "sum"),
    ("kepala", "head", "kadis", "pimpinan"),
    ("singkatan", "singkat", "abbr", "short"),
    ("tujuan", "purpose", "goal"),
    ("strategi", "strategy"),
    ("kebijakan", "policy"),
    ("isu", "issue"),
    ("permasalahan", "masalah", "problem", "problems"),
    ("cetak", "lengkap", "gelar", "print"),
    ("jenis", "type", "tipe", "kelas"),
    ("awal", "start", "mulai"),
    ("dasar", "baseline"),
    ("outcome", "hasil"),
    ("output", "keluaran"),
    ("lintas", "crosscutting", "crosscut"),
    ("akhir", "end", "selesai"),
    ("kondisi", "condition", "baseline"),
)
# One word that means several.
_PHRASES = {
    "opd": ("perangkat", "daerah"), "skpd": ("perangkat", "daerah"), "pd": ("perangkat", "daerah"),
    "dinas": ("perangkat", "daerah"), "instansi": ("perangkat", "daerah"), "satker": ("perangkat", "daerah"),
    "pihak1": ("pihak", "pertama"), "pihak2": ("pihak", "kedua"), "atasan": ("pihak", "kedua"),
    "bawahan": ("pihak", "pertama"), "kadis": ("kepala",), "email": ("pos", "el"), "surel": ("pos", "el"),
    "website": ("laman",), "bupati": ("kepala", "daerah"), "walikota": ("kepala", "daerah"),
}  # fmt: skip

# Two words that mean one, or two others.
_PAIRS = {
    ("tahun", "anggaran"): ("tahun",), ("tahun", "pk"): ("tahun",), ("tahun", "kinerja"): ("tahun",),
    ("tahun", "perjanjian"): ("tahun",), ("tahun", "berjalan"): ("tahun",), ("nama", "kabupaten"): ("pemda",),
    ("nama", "kab"): ("pemda",), ("nama", "kota"): ("pemda",), ("nama", "pemda"): ("pemda",),
    ("nama", "pemkab"): ("pemda",), ("nama", "daerah"): ("pemda",), ("pemerintah", "kabupaten"): ("pemda",),
    ("pemerintah", "kota"): ("pemda",), ("pemerintah", "daerah"): ("pemda",),
    ("unit", "kerja"): ("perangkat", "daerah"), ("satuan", "kerja"): ("perangkat", "daerah"),
}  # fmt: skip
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5"}


@dataclass(frozen=True, slots=True)
class PathCandidate:
    """A path that could be meant. ``loops`` are the loops that must be opened first, as variable and list.

    ``label`` is what is compared where it is not the path: a record named alone stands for its first text.
    """

    path: str
    loops: tuple[tuple[str, str], ...] = ()
    jenis: str = "nilai"
    label: str = ""

    def typed(self, untuk: str) -> str:
        """The proposal: the path, or the whole loop that makes it known."""
        if not self.loops:
            return self.path
        inner = f"{{{{ {self.path} }}}}" if untuk != "syarat" else self.path
        head = "".join(f"{{% for {name} in {path} %}}" for name, path in self.loops)
        return head + inner + "{% endfor %}" * len(self.loops)


def propose(
    nama: str, parts: Sequence[str], scope: Mapping[str, object], untuk: str, near: Sequence[str] = ()
) -> tuple[str, ...]:
    """Paths that a wrong one may stand for, the best first; none when nothing is near.

    Args:
        nama: The path as typed.
        parts: Its parts; ``[]`` for an index.
        scope: What is known where it stands.
        untuk: What the tag wants: ``cetak`` a value, ``ulang`` a list, ``syarat`` anything, ``atribut`` one name.
        near: Paths used nearby, the nearest first, which tells two parties apart.
    """
    typed = tuple(part for part in parts if part not in ("", "[]"))
    if not typed:
        return ()
    if len(typed) > 2 and typed[0] in scope and isinstance(scope.get(typed[1]), RecordField):
        return (".".join(typed[1:]),)
    known, kind = _resolved(nama, parts, scope)
    choices = list(candidates(scope, untuk))
    if "[" in known and isinstance(kind, RecordField):
        choices += [PathCandidate(f"{known}.{field}") for field in fields(kind.record_type)]
    scored = []
    for order, candidate in enumerate(choices):
        score = _score(typed, candidate, untuk) + _nearby(candidate, near)
        if known and candidate.path.startswith(known + "."):
            score += 0.12
        elif isinstance(kind, RecordField) and candidate.loops:
            score -= 0.25  # of a record that is there, a field of its own is meant
        scored.append((-score, order, candidate))
    scored.sort(key=lambda entry: entry[:2])
    best = [entry for entry in scored[:_MAX] if -entry[0] >= _CUTOFF and -entry[0] >= -scored[0][0] - 0.07]
    return tuple(dict.fromkeys(candidate.typed(untuk) for _, _, candidate in best))


def propose_item(parts: Sequence[str], scope: Mapping[str, object], number: str) -> str:
    """The field of an item of a list that a name with an index stands for, ``daftar_tahun[0].pagu``; empty for none."""
    owner = scope.get(parts[0])
    if owner is None and len(parts) > 1:
        return ""
    inner = fields(owner.record_type, owner.path) if isinstance(owner, RecordField) else scope
    prefix = f"{parts[0]}." if isinstance(owner, RecordField) else ""
    return next((f"{prefix}{name}[{number}].{field}" for name, kind in inner.items()
                 if isinstance(kind, ListField) and isinstance(kind.item, RecordField)
                 for field in fields(kind.item.record_type) if _alike(_words(parts[-1]), (field,)) >= _SAME), "")  # fmt: skip


def _resolved(nama: str, parts: Sequence[str], scope: Mapping[str, object]) -> tuple[str, object]:
    """The beginning of a path that exists, as typed, and what it is."""
    kind: object = scope.get(parts[0])
    if kind is None:
        return "", None
    rest = 0
    for count, part in enumerate(parts[1:], 1):
        inner: object = fields(kind.record_type, kind.path).get(part) if isinstance(kind, RecordField) else None
        if part == "[]" and isinstance(kind, ListField):
            inner = kind.item
        if inner is None:
            rest = len(parts) - count
            break
        kind = inner
    pieces = re.split(r"(?=[.\[])", nama)
    return "".join(pieces[: len(pieces) - rest]), kind


def candidates(scope: Mapping[str, object], untuk: str) -> Iterator[PathCandidate]:
    """All that can be meant from here: fields, fields of records in scope, and what stands in lists."""
    opened = frozenset(_paths_in(scope))
    for name, kind in reversed(list(scope.items())):
        yield from _below(name, kind, (), untuk, opened)
        if isinstance(kind, RecordField) and kind.path in {f"{path}[]" for path in opened}:
            # What a loop goes through is also called by what its list holds: indikator.target for i.target.
            item = kind.path[:-2].rpartition(".")[2].removeprefix("daftar_")
            for one in _below(name, kind, (), "cetak", opened):
                yield replace(one, label=item + one.path.removeprefix(name))
    if untuk != "atribut":
        yield from (PathCandidate(f"loop.{name}") for name in ("index", "first", "last", "length") if "loop" in scope)


def _paths_in(scope: Mapping[str, object]) -> Iterator[str]:
    """Lists whose items are in scope already."""
    for kind in scope.values():
        path = getattr(kind, "path", "")
        if path.endswith("[]"):
            yield path[:-2]


def _below(path: str, kind: object, loops: tuple[tuple[str, str], ...], untuk: str, opened: frozenset[str],
           ) -> Iterator[PathCandidate]:  # fmt: skip
    if isinstance(kind, ValueField) or (isinstance(kind, str) and path not in _FUNCTIONS):
        yield PathCandidate(path, loops)
    elif isinstance(kind, RecordField):
        inner = fields(kind.record_type, kind.path)
        if untuk == "syarat" and not loops:
            yield PathCandidate(path, loops, "rekaman")
        if untuk == "cetak" and not loops and not kind.path.endswith("[]"):
            yield PathCandidate(f"{path}.{'nama' if 'nama' in inner else next(iter(inner))}", label=path)
        if untuk != "atribut":
            for name, value in inner.items():
                yield from _below(f"{path}.{name}", value, loops, untuk, opened)
    elif isinstance(kind, ListField):
        single = isinstance(kind.item, ValueField) and untuk == "cetak"
        yield PathCandidate(f"{path}[0]", loops, label=path) if single else PathCandidate(path, loops, "daftar")
        if kind.path not in opened and untuk in ("cetak", "syarat") and len(loops) < 2:
            variable = _variable(path, loops)
            yield from _below(variable, kind.item, (*loops, (variable, path)), untuk, opened)


def _variable(path: str, loops: tuple[tuple[str, str], ...]) -> str:
    bare = path.rpartition(".")[2].removeprefix("daftar_")
    taken = {name for name, _ in loops}
    return next((letter for letter in bare if letter.isalpha() and letter not in taken), "x")


def _score(typed: Sequence[str], candidate: PathCandidate, untuk: str) -> float:
    """How near a path is, from 0 to about 1."""
    last = candidate.path.rpartition(".")[2]
    if candidate.label.endswith(f".{last}") and _alike(_words(typed[-1]), _words(last)) < _LIKE:
        return 0.0  # a record called by another name must at least have such a field
    parts = _parts(candidate)
    text, meant = ".".join(typed), ".".join(parts)
    similar = _ratio(_bare(text), _bare(meant))
    if len(typed) > 1 and len(parts) > 1 and typed[0] == parts[0]:
        similar = max(similar, 0.35 + 0.65 * _ratio(_bare(".".join(typed[1:])), _bare(".".join(parts[1:]))))
    words = _alike(_words(text), _words(meant))
    score = max(similar, words) + 0.045 * (len(typed) == len(parts))
    if len(parts) > 1 and len(typed) == 1:
        score = max(score, 0.9 * max(_ratio(_bare(typed[0]), _bare(parts[-1])), _alike(_words(typed[0]),
                                                                                       _words(parts[-1]))))  # fmt: skip
    if candidate.loops:
        leaf = _alike(_words(typed[-1]), _words(candidate.path.rpartition(".")[2]))
        score = max(score, 0.85 * leaf) if len(typed) <= 2 else score
        score -= 0.06 if "." in candidate.path else 0.36
    if untuk == "ulang":
        score += 0.15 if candidate.jenis == "daftar" else -0.25
    elif untuk == "cetak" and candidate.jenis != "nilai":
        score -= 0.3
    return score


def _parts(candidate: PathCandidate) -> list[str]:
    """The parts of a path as somebody may name them who does not know of loops."""
    if not candidate.loops:
        return re.sub(r"\[[^\]]*\]", "", candidate.label or candidate.path).split(".")
    names = [path.rpartition(".")[2].removeprefix("daftar_") for _, path in candidate.loops]
    return [*names[-1:], *candidate.path.split(".")[1:]]


def _nearby(candidate: PathCandidate, near: Sequence[str]) -> float:
    """A little for a path whose beginning is used nearby."""
    head = candidate.path.rpartition(".")[0]
    for place, path in enumerate(near):
        if head and path.rpartition(".")[0] == head:
            return 0.04 - 0.005 * min(place, 6)
    return 0.0


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _ratio(one: str, two: str) -> float:
    from rapidfuzz import fuzz

    return fuzz.ratio(one, two) / 100


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    pieces = [piece for part in re.split(r"[\W_]+", text) for piece in _WORD.findall(part) or [part]]
    folded = [piece.casefold() for piece in pieces if piece]
    words: list[str] = []
    for piece in folded:
        if words and (pair := _PAIRS.get((words[-1], piece))):
            words[-1:] = pair
        else:
            words += _PHRASES.get(piece, (_ROMAN.get(piece, piece),))
    return tuple(words)


def _alike(one: Sequence[str], two: Sequence[str]) -> float:
    """How far two names consist of the same words, in any order."""
    if not one or not two:
        return 0.0
    left, total = list(two), 0.0
    for word in one:
        best = max(left, key=lambda other: _same_word(word, other), default="")
        worth = _same_word(word, best) if best else 0.0
        if worth:
            left.remove(best)
            total += worth
    return 2 * total / (len(one) + len(two))


@lru_cache(maxsize=65_536)
def _same_word(one: str, two: str) -> float:
    if one == two:
        return 1.0
    for group in _SYNONYMS:
        if two == group[0] and one in group:
            return 0.95
    if len(one) >= 2 and len(two) > len(one) and one[0] == two[0] and _is_inside(one, two):
        return 0.8
    similar = _ratio(one, two)
    return similar if similar >= 0.72 else 0.0


def _is_inside(short: str, long: str) -> bool:
    letters = iter(long)
    return all(letter in letters for letter in short)
