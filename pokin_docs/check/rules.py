"""VERBS 3: the tree and the rows are held against the rules. Pure; one small function per rule."""

from __future__ import annotations

from dataclasses import replace

from pokin_docs.check import (
    action_steps,
    agency_name,
    alike,
    branches,
    changed_targets,
    comma_thousands,
    consequences,
    counted,
    crosscutting,
    cycle_rules,
    drafting_remarks,
    electronic,
    gathering,
    indicators,
    key_indicators,
    lost_ids,
    marks,
    measures,
    money,
    named_indicators,
    nomenclature,
    nomenclature_rows,
    official_wording,
    outcome,
    people,
    planning,
    quarterly_money,
    reached,
    realised,
    relevance,
    renja_columns,
    same_fact,
    served,
    services,
    skp_rows,
    spelling,
    stages,
    structure,
    superiors,
    targets,
    vacancies,
    waivers,
    wording,
)
from pokin_docs.documents.kind import DocumentKind, Dokumen
from pokin_docs.documents.kinds import KINDS
from pokin_docs.documents.plan import Plan
from pokin_docs.model.catalogue import without_mark
from pokin_docs.model.findings import Temuan, WaivedFinding
from pokin_docs.model.rows import BukuKerja

RULES = (
    *structure.RULES,
    *branches.RULES,
    *outcome.RULES,
    *stages.RULES,
    *wording.RULES,
    *spelling.RULES,
    *drafting_remarks.RULES,
    *indicators.RULES,
    *key_indicators.RULES,
    *measures.RULES,
    *alike.RULES,
    *relevance.RULES,
    *targets.RULES,
    *comma_thousands.RULES,
    *counted.RULES,
    *planning.RULES,
    *money.RULES,
    *nomenclature.RULES,
    *nomenclature_rows.RULES,
    *official_wording.RULES,
    *named_indicators.RULES,
    *action_steps.RULES,
    *quarterly_money.RULES,
    *skp_rows.RULES,
    *realised.RULES,
    *reached.RULES,
    *changed_targets.RULES,
    *renja_columns.RULES,
    *services.RULES,
    *same_fact.RULES,
    *people.RULES,
    *lost_ids.RULES,
    *agency_name.RULES,
    *superiors.RULES,
    *served.RULES,
    *vacancies.RULES,
    *crosscutting.RULES,
    *cycle_rules.RULES,
    *electronic.RULES,
)

_WITHOUT_ROWS, _SHARED_OWNER = ("P36", "S12"), "B122"
"""That an owner's cell is merged over several kinerja is told only where somebody is left without one."""


def check(
    buku: BukuKerja,
    plan: Plan,
    found: tuple[Temuan, ...],
    kinds: tuple[DocumentKind, ...] = KINDS,
    *,
    made: tuple[Dokumen, ...] | None = None,
) -> tuple[tuple[Temuan, ...], tuple[WaivedFinding, ...]]:
    """All findings about a workbook, those of the earlier stages too, and those that are waived.

    Sorted by sheet (as in the workbook), row, column, code: same input, same order.

    Args:
        buku: The rows.
        plan: The plan.
        found: What the earlier stages found.
        kinds: Kinds of documents, for the rules that only they need.
        made: With ``--final`` the documents that are made: findings of marks that none of them prints stop nothing.
    """
    ruled = [finding for rule in RULES for finding in rule(buku, plan)]
    if not any(finding.kode in _WITHOUT_ROWS for finding in ruled):
        found = tuple(finding for finding in found if finding.kode != _SHARED_OWNER)
    for kind in kinds:
        documents = tuple(entry for entry in plan.dokumen if entry.jenis == kind.kode)
        ruled += [finding for rule in kind.rules for finding in rule(buku, documents)]
    # Waivers first: what the planner lets stand explains nothing, so what follows from it is said.
    stands, waived = waivers.apply_waivers(tuple(dict.fromkeys((*found, *ruled))), buku, plan)
    told = marks.ToldMarks(buku).add((*stands, *(entry.temuan for entry in waived)))
    untold = tuple(marks.untold(marks.marks_of(plan.dokumen), told))
    stands = (*stands, *untold)
    idle = (
        ()
        if made is None
        else marks.idle((*stands, *(w.temuan for w in waived)), marks.marks_of(made), told.add(untold))
        | marks.idle_for_year(stands, made, plan.cycle.tahun)
    )
    stands = consequences.tell_once(stands, buku, plan, idle=idle)
    stands = gathering.gathered(stands)
    waived = tuple(
        replace(entry, temuan=without_mark(entry.temuan)) if entry.temuan in idle else entry for entry in waived
    )
    sheets = {title: index for index, title in enumerate(buku.lembar.values(), start=1)}

    def order(finding: Temuan) -> tuple[int, str, tuple[int, int], str]:
        tempat = finding.tempat
        return (sheets.get(tempat.lembar, 0), tempat.lembar, tempat.order, finding.kode)

    return tuple(sorted(stands, key=order)), tuple(sorted(waived, key=lambda entry: order(entry.temuan)))
