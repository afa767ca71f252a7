"""The findings sheet by sheet, and what they can be sieved by."""

from __future__ import annotations

from itertools import groupby

from pokin_docs.model.catalogue import hint
from pokin_docs.report.html.material import ReportMaterial


def findings(material: ReportMaterial) -> dict[str, object]:
    """The findings that stand, those of one sheet together.

    Each comes with its hint and the place of the first finding with this hint: a hint that was given before is a link
    to where, and JavaScript fetches it.
    """
    given: dict[str, int] = {}
    rows = []
    for index, temuan in enumerate(material.temuan):
        said = hint(temuan)
        rows.append((index, temuan, material.severity(temuan).value, said, given.setdefault(said, index)))
    return {
        "by_sheet": [(sheet, list(group)) for sheet, group in groupby(rows, key=lambda row: row[1].tempat.lembar)],
        "sheets": dict.fromkeys(temuan.tempat.lembar for temuan in material.temuan),
        "codes": sorted({temuan.kode for temuan in material.temuan}),
    }
