"""Rules about codes and names held against the official list, where an office has it (domain.md 5.2)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from pokin_docs.documents.plan import Plan
from pokin_docs.model.findings import Temuan, temuan
from pokin_docs.model.government_fields import GOVERNMENT_FIELDS, SHARED, field_name, field_of
from pokin_docs.model.nomenclature import PROVINCE, REGENCY, NomenclatureEntry, NomenclatureList, depth_of
from pokin_docs.model.programs import kind_of
from pokin_docs.model.rows import BukuKerja, Isian
from pokin_docs.model.source import CellRef
from pokin_docs.model.texts import Likeness, fold, fold_sentence, nearest, squeeze

ONE_CHAIN = 3
"""Codes of one program, one kegiatan, one sub kegiatan: these are looked up by hand, the next ones in the list."""
_LEVEL_WORDS = ("sub kegiatan ", "subkegiatan ", "kegiatan ", "program ")
_LONE, _MANY = 1, 3
"""Programs of a field that look like a slip, beside so many of the others."""
_MOST_WORDS = 5
_CODE_BEFORE = re.compile(r"^\s*[1-9X](?:\.[\dX]{1,4}){1,5}[\s.:–—-]+")


@dataclass(frozen=True)
class OfficialCodes:
    """The codes of a workbook beside the official list: each code once, with the cells of code and name.

    ``region`` is the kind of region that the agency belongs to, ``fields`` its fields of government as far as they are
    said or can be told, ``certain`` whether they are said.
    """

    listed: NomenclatureList
    codes: Mapping[str, tuple[Isian, Isian | None]]
    region: str
    fields: frozenset[str]
    certain: bool

    def find(self, kode: str) -> NomenclatureEntry | None:
        """The official entry of a code, for this kind of region."""
        return self.listed.find(kode, self.region)

    def is_covered(self, kode: str) -> bool:
        """Whether the list would have a code: an office may keep only the part of it that holds its own field."""
        field = SHARED if kode.split(".")[2:3] == ["01"] else field_of(kode)
        return field in self._listed_fields or field not in GOVERNMENT_FIELDS

    @cached_property
    def _listed_fields(self) -> frozenset[str]:
        return frozenset(field_of(entry.kode) for entry in self.listed.entries)

    def own(self, entry: NomenclatureEntry) -> str:
        """The code of an entry as the agency writes it: its field, if it has but one, in place of X.XX."""
        if field_of(entry.kode) == SHARED and len(self.fields) == 1:
            return next(iter(self.fields)) + entry.kode[len(SHARED) :]
        return entry.kode

    def named(self, text: str, depth: int | None, likeness: Likeness = Likeness.SLIP) -> NomenclatureEntry | None:
        """The one entry of the agency's fields with this name, kinerja or indikator; None for none or several.

        Args:
            text: What stands in the workbook.
            depth: Depth of the codes that are meant; None for any.
            likeness: How alike a name is at least, where none is the same.
        """
        key = bare_name(text)
        depths = (depth,) if depth else tuple(self._by_key)
        by_key = [self._by_key[own] for own in depths]
        same = {entry.kode: entry for keys in by_key for entry in keys.get(key, ())}
        if not same and key:
            near = nearest(key, [name for own in depths for name in self._by_start.get((own, key[:2]), ())], likeness)
            same = {entry.kode: entry for keys in by_key for entry in keys.get(near or "", ())}
        return next(iter(same.values())) if len(same) == 1 else None

    @cached_property
    def _by_key(self) -> Mapping[int, Mapping[str, tuple[NomenclatureEntry, ...]]]:
        """By depth, the entries of the agency's fields and of the program of all, by their texts without writing."""
        found: dict[int, dict[str, tuple[NomenclatureEntry, ...]]] = {3: {}, 5: {}, 6: {}}
        for entry in self.listed.entries:
            foreign = entry.region not in ("", self.region) or field_of(entry.kode) not in (*self.fields, SHARED)
            keys = found.get(entry.depth, {})
            for text in () if foreign else (entry.nama, entry.kinerja, entry.indikator):
                key = bare_name(text)
                if key and entry not in keys.get(key, ()):
                    keys[key] = (*keys.get(key, ()), entry)
        return found

    @cached_property
    def _by_start(self) -> Mapping[tuple[int, str], list[str]]:
        """The names by depth and first letters, which a slip leaves: a thousand rows are held against hundreds."""
        found: dict[tuple[int, str], list[str]] = {}
        for depth, keys in self._by_key.items():
            for key, entries in keys.items():
                if any(bare_name(entry.nama) == key for entry in entries):
                    found.setdefault((depth, key[:2]), []).append(key)
        return found


def official_codes(buku: BukuKerja, plan: Plan) -> OfficialCodes | None:
    """What is needed to hold a workbook against the official list; None without the list."""
    if buku.nomenclature is None:
        return None
    codes = codes_used(buku, plan)
    digits = Counter(kode.split(".")[3] for kode in codes if depth_of(kode) > 3)
    usual = digits.most_common(1)[0][0] if digits else ""
    pemda = fold(buku.identitas["pemda"].text) if buku.identitas.get("pemda") else ""
    region = PROVINCE if usual == "1" or (not usual and "provinsi" in pemda.split()) else REGENCY
    said = _said_fields(buku)
    return OfficialCodes(buku.nomenclature, codes, region, said or _used_fields(codes), bool(said))


def codes_used(buku: BukuKerja, plan: Plan) -> dict[str, tuple[Isian, Isian | None]]:
    """Every code of official shape, of the sheet Program, or without that sheet of the tree: its cell and its name."""
    found: dict[str, tuple[Isian, Isian | None]] = {}
    listed = bool(buku.program)
    for entry in plan.program.program_lines if listed else ():
        if entry.jenis is not None:
            found.setdefault(entry.kode, (entry.baris.kode, entry.nama or None))
    for kinerja in () if listed else plan.pohon.kinerja:
        for kode in kinerja.kode:
            if kind_of(kode) is not None:
                found.setdefault(kode, (kinerja.baris[0].kode, None))
    return found


def _said_fields(buku: BukuKerja) -> frozenset[str]:
    """The fields in the code of the agency: 2.16, 2.20 and 2.21 of 2.16.2.20.2.21.01.0000 (0.00 is none)."""
    isian = buku.identitas.get("kode_skpd")
    parts = isian.clean.split(".") if isian else []
    pairs = [f"{one}.{two}" for one, two in zip(parts[0:6:2], parts[1:6:2], strict=False)]
    return frozenset(pair for pair in pairs if pair in GOVERNMENT_FIELDS)


def _used_fields(codes: Mapping[str, object]) -> frozenset[str]:
    return frozenset(field_of(kode) for kode in codes) - {SHARED}


def without_code(text: str) -> str:
    """A name without the code that stands before it in sources: «2.16.02 - PROGRAM …»."""
    return _CODE_BEFORE.sub("", text, count=1)


def bare_name(text: str) -> str:
    """Key under which two spellings of an official name are the same: without its code and the word for its level."""
    key = fold_sentence(without_code(text))
    word = next((word for word in _LEVEL_WORDS if key.startswith(word)), "")
    return key.removeprefix(word)


def list_known(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """K18: without the official list codes, names, indikator and satuan are not held against it."""
    if buku.nomenclature is not None or buku.identitas.get("nomenklatur"):
        return
    if len(codes_used(buku, plan)) > ONE_CHAIN:
        named = buku.identitas.get("nomenklatur")
        yield temuan("K18", CellRef("") if named is None else named.source)


def codes_listed(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """K21, P80, P81, P87, P89: every code is in the official list, and is no older one or a placeholder.

    An older code is only told of where the list is of a year after that of the PK: until then it may be in force.
    """
    known = official_codes(buku, plan)
    if known is None or not known.codes:
        return
    missing = [kode for kode in known.codes if known.find(kode) is None]
    if len(missing) == len(known.codes):
        named = buku.identitas.get("nomenklatur")
        where = CellRef("") if named is None else named.source
        yield temuan("K21", where, nama=known.listed.nama, jumlah=len(missing))
        return
    for kode, (place, name) in known.codes.items():
        if kode in missing and not known.is_covered(kode):
            continue
        if kode in missing:
            newer = known.listed.successors.get(kode)
            if newer is not None:
                kind = "P89" if known.listed.version > (plan.cycle.tahun or known.listed.version) else "P81"
                told = {"kode": kode, "baru": known.own(newer), "nama": newer.nama, "tahun": known.listed.version}
                yield temuan(kind, place.source, **told)
            else:
                yield temuan(
                    "P80", place.source, kode=kode, daftar=known.listed.nama, usul=_proposal(kode, name, known)
                )
        elif field_of(kode) == SHARED:
            fields = sorted(known.fields)
            own = f"{fields[0]}{kode[len(SHARED) :]}" if fields else f"kode bidang {kode[len(SHARED) :]}"
            yield temuan("P87", place.source, kode=kode, baru=own)


def _proposal(kode: str, name: Isian | None, known: OfficialCodes) -> str:
    """What was probably meant: the code of the same name, else the nearest code of that level."""
    depth = depth_of(kode)
    meant = known.named(name.text, depth) if name is not None else None
    if meant is not None:
        return f" Nama itu berkode «{known.own(meant)}»."
    other = nearest(kode, [entry.kode for entry in known.listed.entries if entry.depth == depth], Likeness.SLIP)
    entry = known.find(other) if other and other not in known.codes and depth > 3 else None
    return f" Mungkin maksudnya «{entry.kode}» ({entry.nama})?" if entry else ""


def codes_of_the_agency(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P86, P88: a code is of a field of the agency; said of the topmost one alone."""
    known = official_codes(buku, plan)
    if known is None:
        return
    programs = Counter(field_of(kode) for kode in known.codes if depth_of(kode) == 3 and known.find(kode) is not None)
    whole = [field for field, count in programs.items() if count >= _MANY]
    agency = f" {fold(buku.identitas['nama_pd'].text)} " if buku.identitas.get("nama_pd") else ""
    for kode, (place, _) in known.codes.items():
        field = field_of(kode)
        topmost = not any(kode.startswith(f"{other}.") for other in known.codes if depth_of(other) > 2)
        if field == SHARED or not topmost or known.find(kode) is None:
            continue
        if known.certain:
            if field not in known.fields:
                own = ", ".join(map(field_name, sorted(known.fields)))
                yield temuan("P86", place.source, kode=kode, bidang=field_name(field), sendiri=own)
        elif whole and programs[field] <= _LONE and agency and not _named_in(agency, field):
            own = ", ".join(map(field_name, whole))
            yield temuan("P88", place.source, kode=kode, bidang=field_name(field), sendiri=own)


def _named_in(agency: str, field: str) -> bool:
    """Whether the name of the agency has a word of the field's."""
    said = [word for word in fold(GOVERNMENT_FIELDS.get(field, "")).split() if len(word) > 3]
    return not said or any(f" {word} " in agency for word in said)


def names_official(buku: BukuKerja, plan: Plan) -> Iterator[Temuan]:
    """P82: the name of a code is the official one; case, blanks, punctuation and the word for its level aside."""
    known = official_codes(buku, plan)
    for kode, (_, name) in known.codes.items() if known else ():
        assert known is not None
        entry = known.find(kode)
        if entry is None or name is None or not name:
            continue
        given, official = bare_name(name.text), bare_name(entry.nama)
        if given.replace(" ", "") != official.replace(" ", ""):
            yield temuan(
                "P82",
                name.source,
                kode=kode,
                teks=name.clean,
                resmi=entry.nama,
                beda=difference(name.clean, entry.nama),
            )


def difference(given: str, official: str) -> str:
    """In few words how a text differs from the official one: «Penataan» di tempat «Pengelolaan», kurang «Daerah»."""
    ours, theirs = squeeze(without_code(given)).split(" "), squeeze(official).split(" ")
    matcher = SequenceMatcher(None, [fold(word) for word in ours], [fold(word) for word in theirs], autojunk=False)
    said = []
    for kind, start, end, first, last in matcher.get_opcodes():
        here, there = " ".join(ours[start:end]), " ".join(theirs[first:last])
        if kind != "equal" and max(end - start, last - first) > _MOST_WORDS:
            return "kalimatnya lain"
        if kind == "replace":
            said.append(f"«{here}», resminya «{there}»")
        elif kind == "delete" and fold(here):
            said.append(f"lebih «{here}»")
        elif kind == "insert" and fold(there):
            said.append(f"kurang «{there}»")
    return "; ".join(said[:3]) + ("; …" if len(said) > 3 else "") if said else "kalimatnya lain"


RULES = (list_known, codes_listed, codes_of_the_agency, names_official)
