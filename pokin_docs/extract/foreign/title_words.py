"""What a title may say of its column: thing, levels, year; combined, abbreviated, numbered, broken over lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pokin_docs.extract.foreign import roles
from pokin_docs.extract.foreign.roles import LevelName
from pokin_docs.extract.layouts.column_titles import ColumnTitle, years_in_full
from pokin_docs.extract.layouts.parent_ids import is_parent_title
from pokin_docs.model.level_labels import read_label
from pokin_docs.model.levels import KomponenPerencanaan, Rung
from pokin_docs.model.texts import fold
from pokin_docs.model.word_slips import LEVEL_WORDS, without_slips

_SHORT = {
    "keg": "kegiatan", "kegt": "kegiatan", "prog": "program", "progr": "program", "sas": "sasaran", "ind": "indikator",
    "indik": "indikator", "indikatator": "indikator", "thn": "tahun", "th": "tahun", "ket": "keterangan",
    "tkt": "tingkat", "lv": "level", "lvl": "level", "sat": "satuan",
    "kin": "kinerja", "tgt": "target", "trgt": "target", "subkeg": "subkegiatan", "ik": "indikator",
    "penanggungjawab": "penanggung jawab", "pj": "penanggung jawab", "jab": "jabatan", "def": "definisi",
    "angg": "anggaran", "ss": "sasaran", "sk": "sasaran kegiatan", "sp": "sasaran program", "tuj": "tujuan",
    "outcomes": "outcome", "outputs": "output", "kinerjanya": "kinerja",
}  # fmt: skip
_OWN_WORDS = LEVEL_WORDS | {
    "indikator", "target", "satuan", "keterangan", "komponen", "tingkat", "jabatan", "anggaran", "formula", "definisi",
}  # fmt: skip
"""Words of titles that are known with a slip in them."""
_WITHOUT_MEANING = frozenset((
    "renstra", "opd", "skpd", "pd", "perangkat", "daerah", "strategis", "renja", "yang", "dan", "atau",
    "dihasilkan", "dari", "untuk", "nama", "utama", "prioritas", "diharapkan", "dicapai", "pelayanan", "jangka",
    "menengah", "bidang", "unsur",
))  # fmt: skip
_NUMBER = re.compile(r"^\s*\(?\d{1,2}[.)]+\s*|\(\s*\d{1,2}\s*\)")
_HYPHEN = re.compile(r"-\s*\n\s*")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_PARTING = re.compile(r"[/,&;+\n]|\bdan\b|\batau\b|\bserta\b", re.IGNORECASE)
_PLAIN_LEVELS: dict[str, LevelName] = {
    "tujuan": KomponenPerencanaan.TUJUAN,
    "sasaran": KomponenPerencanaan.SASARAN,
    "program": KomponenPerencanaan.SASARAN_PROGRAM,
    "kegiatan": KomponenPerencanaan.SASARAN_KEGIATAN,
    "subkegiatan": KomponenPerencanaan.SASARAN_SUB_KEGIATAN,
    "outcome": Rung.OUTCOME,
    "hasil": Rung.OUTCOME,
    "output": Rung.OUTPUT,
    "keluaran": Rung.OUTPUT,
}
_SENTENCES = ("sasaran", "kinerja", "tujuan", "hasil", "outcome", "output")
_BRACKETED = re.compile(r"^([^()]+)\(([^()]+)\)\s*$")
_EXPECTED = re.compile(r"(?:hasil|manfaat|kinerja) (?:yang )?(?:ingin )?(?:diharapkan|diinginkan|dicapai)|hasil kerja")
"""What is expected of every level, of the outcome as of the output."""
_GENERIC = frozenset("kinerja uraian kondisi rumusan pernyataan".split())  # noqa: SIM905
# Of what a column is, by a word of its title; the first that fits.
_THINGS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (thing, re.compile(pattern))
    for thing, pattern in (
        (roles.NUMBER, r"(?:no|nomor|id)(?: (?:urut|kinerja|sasaran|node|baris|data))?|urut|#"),
        ("abaikan", r"(?:lint )?abaikan(?: temuan)?"),
        (roles.NSPK, r".*\bnspk\b.*"),
        (roles.SASARAN_RPJMD, r"(?:indikator )?sasaran (?:rpjmd|rpd|bupati|daerah rpjmd|kabupaten|pemda).*"),
        ("", r".*\b(?:rpjmd|rpd|visi|misi)\b.*"),
        ("", r".*\b(?:akhir|realisasi|rasio|pertumbuhan anggaran|prakiraan maju)\b.*|(?:tingkat )?capaian.*"),
        (roles.INDIKATOR, r"(?:indikator|iku|ikk|iki|ukuran|tolok ukur)\b.*"),
        (
            "kondisi_awal",
            r".*\b(?:baseline|kondisi awal|data awal|tahun awal|tahun dasar|data dasar)\b.*|data capaian.*",
        ),
        ("sumber_dana", r"sumber (?:dana|pendanaan|anggaran|pembiayaan).*"),
        ("sumber_data", r"sumber(?: data)?"),
        ("definisi", r"definisi.*"),
        ("formula", r"(?:formula|formulasi|rumus|rumusan|penjelasan|cara|metode)\b.*(?:hitung|ukur|formula|rumus)?.*"),
        ("lokasi", r"lokasi.*"),
        ("satuan", r"satuan.*"),
        ("polaritas", r"polaritas.*|arah.*|trend?.*"),
        ("tw1", r"(?:target )?(?:tw|triwulan) (?:1|i)"),
        ("tw2", r"(?:target )?(?:tw|triwulan) (?:2|ii)"),
        ("tw3", r"(?:target )?(?:tw|triwulan) (?:3|iii)"),
        ("tw4", r"(?:target )?(?:tw|triwulan) (?:4|iv)"),
        (roles.AGENCY, r"kode (?:sub )?(?:skpd|opd|pd|perangkat daerah|unit)"),
        (roles.KODE, r"kode\b.*|kode|rekening|no rekening"),
        (roles.PAGU, r"(?:pagu|anggaran|rp|rupiah|dana|pendanaan|biaya|alokasi|kebutuhan dana)\b.*"),
        (roles.TARGET, r"(?:target|k|kinerja target|volume)\b.*"),
        (
            "pemilik",
            r".*\b(?:penanggung jawab|pptk|kpa|pic|pengampu|diampu|pelaksana|unit kerja|pemilik|pengelola)\b.*",
        ),
        (roles.LEVEL, r"(?:eselon|level|jenjang|tingkat|komponen|jabatan|kelas|jenis komponen)\b.*"),
        ("jenis_pk", r"jenis pk|pk"),
        (roles.NOTE, r"(?:keterangan|catatan|bukti)\b.*"),
        (roles.AGENCY, r"(?:skpd|opd|pd|perangkat daerah|unit organisasi|sub unit|unit skpd|instansi)"),
        ("", r"tahun(?: anggaran)?|kelompok sasaran.*"),
    )
)
_AGENCY_TITLES = frozenset(("skpd", "opd", "pd", "perangkat daerah", "nama skpd", "nama opd", "nama perangkat daerah"))


@dataclass(frozen=True, slots=True)
class TitleMeaning:
    """What a title says.

    ``thing`` is the key of a role, empty where the title says that the column is none, None where it names no thing but
    (perhaps) levels. ``generic`` tells that a word stands in it that is of every level ("Kinerja", "Uraian").
    """

    thing: str | None
    levels: tuple[LevelName, ...] = ()
    generic: bool = False
    tahun: int | None = None
    measures: bool = False
    money_beside: bool = False

    @property
    def is_known(self) -> bool:
        """Whether anything is known of it."""
        return self.thing is not None or bool(self.levels) or self.generic or self.tahun is not None


@lru_cache(maxsize=4_096)
def plain_title(text: str) -> str:
    """The title folded, without its number and the slips in its words, its abbreviations written out."""
    joined = _NUMBER.sub(" ", _HYPHEN.sub("", text).replace("_", " "))
    words = " ".join(_SHORT.get(word, word) for word in fold(joined).split())
    mended = without_slips(words, _OWN_WORDS).replace("sub kegiatan", "subkegiatan")
    return mended.replace("penanggung jawab jabatan", "penanggung jawab")


def read_title(title: ColumnTitle) -> TitleMeaning:
    """What a title of one or more parts says: its lowest part that says anything, the year from any of them."""
    title = ColumnTitle(tuple(map(years_in_full, title.parts)))
    tahun = next((int(found.group(1)) for part in reversed(title.parts) if (found := _YEAR.search(part))), None)
    whole = plain_title(title.text)
    meanings = [read_part(part) for part in title.parts]
    known = [meaning for meaning in meanings if meaning.thing is not None or meaning.levels or meaning.generic]
    if not known:
        return TitleMeaning(None, tahun=tahun)
    last = known[-1]
    if any(meaning.thing == "" for meaning in known) or " akhir" in f" {whole}":
        last = TitleMeaning("")
    above = [meaning for meaning in known[:-1] if meaning.levels]
    levels = last.levels
    plain = not levels or set(levels) <= {KomponenPerencanaan.TUJUAN, KomponenPerencanaan.SASARAN}
    # "Tujuan" below "Tujuan dan Sasaran" is a part of it; "Sasaran" below "Eselon III" is what that one has.
    plain &= not (levels and above and set(levels) < set(above[-1].levels))
    if above and plain and last.thing in (None, roles.INDIKATOR) and (levels or last.generic or last.thing):
        levels = above[-1].levels
    money = any(part.thing == roles.PAGU for part in known) or "pendanaan" in whole or "pagu" in whole.split()
    if last.thing is None and not levels and tahun is not None and known[0].thing in (roles.TARGET, roles.PAGU):
        return TitleMeaning(known[0].thing, tahun=tahun, money_beside=money)
    if last.thing is None and last.generic and known[0].thing == roles.TARGET:
        return TitleMeaning(roles.TARGET, tahun=tahun, money_beside=money)
    return TitleMeaning(last.thing, levels, last.generic, tahun, last.measures, money)


@lru_cache(maxsize=4_096)
def read_part(text: str) -> TitleMeaning:
    """What one cell of a header says."""
    key = plain_title(_YEAR.sub(" ", text)).strip()
    tahun = next((int(found) for found in _YEAR.findall(text)), None)
    if is_parent_title(text):
        return TitleMeaning("")
    if not key or (tahun and key in ("tahun", "tahun ke", "tahun anggaran")):
        return TitleMeaning(None, tahun=tahun)
    levels, generic = levels_in(text)
    if key in _AGENCY_TITLES:
        return TitleMeaning(roles.AGENCY)
    if key.split()[0] in ("nama", "uraian") and len(key.split()) > 1:
        key = key.split(maxsplit=1)[1]
    for thing, pattern in _THINGS:
        if pattern.fullmatch(key):
            named = key.split()[0] in _SENTENCES  # "Sasaran Pelaksana" is whose, not who
            if thing in (roles.LEVEL, "pemilik") and levels and (named or not isinstance(levels[0], Rung)):
                break
            return TitleMeaning(thing, levels if thing in (roles.INDIKATOR, roles.LEVEL) else (), False, tahun)
    return TitleMeaning(None, levels, generic, tahun, measures="indikator" in key.split())


def levels_in(text: str) -> tuple[tuple[LevelName, ...], bool]:
    """The levels that a title names, in its order, and whether it has a word that is of every level."""
    if _EXPECTED.fullmatch(plain_title(text)):
        return (), True
    if outside := _component_outside(text):
        return (outside,), False
    found: list[LevelName] = []
    generic = False
    bare = re.sub(r"\b(indikator|iku|ukuran|tolok ukur)\b", " ", plain_title(text))
    parts = [part for part in _PARTING.split(_HYPHEN.sub("", text).replace("_", " ")) if part.strip()]
    for part in parts:
        words = re.sub(r"\b(indikator|iku|ukuran|tolok ukur)\b", " ", plain_title(part)).split()
        generic |= bool(_GENERIC.intersection(words))
        level = _level_of(words)
        if level is not None and level not in found:
            found.append(level)
    if not found and len(parts) == 1 and (level := _level_of(bare.split())):
        found.append(level)
    return tuple(found), generic


def _component_outside(text: str) -> KomponenPerencanaan | None:
    """The component that a title names before a bracket, which only says whose it is: "Sasaran Program (Kasi)"."""
    match = _BRACKETED.match(_HYPHEN.sub("", text).replace("_", " "))
    if match is None or _PARTING.search(match.group(1).strip()) or not _is_somebody(match.group(2)):
        return None
    level = _level_of([word for word in plain_title(match.group(1)).split() if word not in ("indikator", "iku")])
    return level if isinstance(level, KomponenPerencanaan) and level is not KomponenPerencanaan.SASARAN else None


def _is_somebody(text: str) -> bool:
    """Whether a bracket says whose the column is: an eselon, a post, who carries it out."""
    parts = [part.strip() for part in _PARTING.split(text) if part.strip()]
    return any(isinstance(read_label(part), Rung) or "pelaksana" in fold(part).split() for part in parts)


def _level_of(words: list[str]) -> LevelName | None:
    """The level that one part of a title names: "sasaran program", "sasaran ess iii", "outcome"."""
    kept = [word for word in words if word not in _WITHOUT_MEANING]
    if not kept or len(kept) > len(["sasaran", "yang", "dicapai", "oleh", "kepala", "bidang"]):
        return None
    text = " ".join(kept)
    if text in _PLAIN_LEVELS:
        return _PLAIN_LEVELS[text]
    if "urusan" in kept:
        return None
    label = read_label(" ".join(words).replace("subkegiatan", "sub kegiatan"))
    if isinstance(label, Rung) and label not in (Rung.OUTCOME, Rung.OUTPUT):
        return label
    rung = read_label(" ".join(kept[1:])) if len(kept) > 1 else None
    if isinstance(rung, Rung):
        return rung
    # "Sasaran Program", "Outcome Kegiatan", "Kinerja Sub Kegiatan": the lowest that is named.
    if not all(word in _PLAIN_LEVELS or word in _GENERIC for word in kept):
        return None
    named = [_PLAIN_LEVELS[word] for word in kept if word in _PLAIN_LEVELS]
    components = [level for level in named if isinstance(level, KomponenPerencanaan)]
    return max(components, key=lambda level: level.value) if components else next(iter(named), None)
