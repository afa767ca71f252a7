"""How an office computes and judges capaian: the lines of Identitas about it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from pokin_docs.model.achievement import AchievementRules, Bands, Efficiency, LowerFormula, read_bands
from pokin_docs.model.measured import number
from pokin_docs.model.predicates import read_scales
from pokin_docs.model.rows import Isian
from pokin_docs.model.texts import fold

KEYS = ("rumus_rendah", "batas_capaian", "skala_kategori", "skala_status", "skala_predikat", "cara_efisiensi")
_LOWEST_CEILING, _HIGHEST_CEILING = 100, 1000


def read_rules(identitas: Mapping[str, Isian]) -> tuple[AchievementRules, tuple[str, ...]]:
    """What Identitas says, and the keys of the lines that cannot be understood: the usual counts there."""
    rules = AchievementRules()
    said = {key: identitas[key] for key in KEYS if identitas.get(key)}
    lower = {key: _lower(said[key]) for key in ("rumus_rendah",) if key in said}
    ceiling = {key: _ceiling(said[key]) for key in ("batas_capaian",) if key in said}
    bands: dict[str, Bands | None] = {
        key: read_bands(said[key].clean) for key in ("skala_kategori", "skala_status") if key in said
    }
    scales = {key: read_scales(said[key].clean) for key in ("skala_predikat",) if key in said}
    ways = {key: _efficiency(said[key]) for key in ("cara_efisiensi",) if key in said}
    read: dict[str, object | None] = {**lower, **ceiling, **bands, **scales, **ways}
    wrong = [key for key in KEYS if key in read and read[key] is None]
    return AchievementRules(
        lower=lower.get("rumus_rendah") or rules.lower,
        ceiling=ceiling.get("batas_capaian") or rules.ceiling,
        categories=bands.get("skala_kategori") or rules.categories,
        status=bands.get("skala_status") or rules.status,
        efficiency=ways.get("cara_efisiensi") or rules.efficiency,
        scales=scales.get("skala_predikat") or rules.scales,
    ), tuple(wrong)


def _lower(isian: Isian) -> LowerFormula | None:
    text = "".join(isian.clean.casefold().split()).replace("x100", "").replace("×100", "").strip("()%")
    written = {"2t-r)/t": LowerFormula.MIRRORED, "t/r": LowerFormula.INVERSE, "a": LowerFormula.MIRRORED,
               "b": LowerFormula.INVERSE, "target/realisasi": LowerFormula.INVERSE}  # fmt: skip
    return written.get(text)


def _ceiling(isian: Isian) -> Decimal | None:
    value = number(isian)
    return value if value is not None and _LOWEST_CEILING <= value <= _HIGHEST_CEILING else None


def _efficiency(isian: Isian) -> Efficiency | None:
    said = fold(isian.text)
    if said.startswith("pmk"):
        return Efficiency.PMK
    return next((way for way in Efficiency if fold(way.value) == said), None)
