"""``triwulan.json``: the targets of quarters as they were last built before each was over, kept in the build folder."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from pokin_docs.check.changed_targets import built_quarters_stay, measures_by_key, quarters_over
from pokin_docs.documents.kind import DocumentKind, Dokumen
from pokin_docs.documents.plan import Plan
from pokin_docs.files.whole_file import write_where_other
from pokin_docs.flow.places import build_folder
from pokin_docs.model.findings import Temuan
from pokin_docs.model.reached import QUARTER_NUMBERS
from pokin_docs.model.rows import BukuKerja
from pokin_docs.model.settings import QUARTER_RECORD, Settings

_QUARTERS = "quarter_names"
"""The field of a content by which a fact is for each quarter."""
_Built = dict[tuple[str, str], tuple[str, ...]]


def changed_quarters(path: Path, settings: Settings, buku: BukuKerja, plan: Plan) -> tuple[Temuan, ...]:
    """D81: the targets of quarters that are over and other than they were built.

    Args:
        path: The workbook.
        settings: For its build folder, which need not be there.
        buku: The rows.
        plan: The plan.
    """
    return tuple(built_quarters_stay(buku, plan, _read(build_folder(path, settings)).get(str(plan.cycle.tahun), {})))


def keep_quarters(
    folder: Path, buku: BukuKerja, plan: Plan, made: Iterable[Dokumen], kinds: Iterable[DocumentKind]
) -> None:
    """Keep the targets of all quarters that are not over; of the others what was known, else what was built now.

    A record that cannot be written stops nobody; nothing is kept where no paper of the agency states quarters.

    Args:
        folder: The build folder.
        buku: The rows.
        plan: The plan.
        made: The documents that were asked for.
        kinds: All kinds.
    """
    stating = {kind.kode for kind in kinds if any(fact.year == _QUARTERS for fact in kind.facts)}
    if not any(one.jenis in stating and not one.post for one in made):
        return
    over, known, year = quarters_over(buku, plan), _read(folder), str(plan.cycle.tahun)
    built = dict(known.get(year, {}))
    for key, measure in measures_by_key(plan).items():
        before = built.get(key, ())
        now = tuple(one.clean for one in measure.baris.quarters)
        targets = tuple(
            before[quarter - 1] if quarter in over and quarter <= len(before) else text
            for quarter, text in zip(QUARTER_NUMBERS, now, strict=False)
        )
        if any(targets):
            built[key] = targets
    if not built:
        return
    years = {**known, year: built}
    content = {
        name: [[*key, *targets] for key, targets in sorted(rows.items())] for name, rows in sorted(years.items())
    }
    data = (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
    with suppress(OSError):
        write_where_other(folder / QUARTER_RECORD, data)


def _read(folder: Path) -> Mapping[str, _Built]:
    try:
        found = json.loads((folder / QUARTER_RECORD).read_text(encoding="utf-8"))
        return {
            str(year): {(str(one[0]), str(one[1])): tuple(map(str, one[2:])) for one in rows}
            for year, rows in found.items()
        }
    except (OSError, ValueError, IndexError, TypeError, AttributeError, RecursionError):
        return {}
