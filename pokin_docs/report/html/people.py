"""Per official: what he promises, to whom, and with which budget, as his PK says it."""

from __future__ import annotations

from pokin_docs.documents.kind import Dokumen
from pokin_docs.documents.pk.content import PerjanjianKinerja, SasaranPk
from pokin_docs.model.levels import JenisPk, KomponenPerencanaan
from pokin_docs.model.tree import Kinerja
from pokin_docs.report.html.material import ReportMaterial

_COLOURS = {komponen.jenis_pk: komponen.value for komponen in KomponenPerencanaan if komponen.jenis_pk}


def people(material: ReportMaterial) -> list[dict[str, object]]:
    """One entry per PK in the order of the plan; ``superior`` is the place of that of the second party."""
    posts = {place: id_ for id_, place in reversed(material.agreement_number.items())}
    return [
        {
            "entry": entry,
            "content": content,
            "class_label": JenisPk(content.jenis_pk).label,
            "colour": _COLOURS.get(JenisPk(content.jenis_pk), "l"),
            "superior": material.agreement_number.get(material.plan.atasan.get(posts.get(place, ""), "")),
            "promises": _promises(entry, content, material),
        }
        for place, (entry, content) in enumerate(material.agreements)
    ]


def _promises(
    entry: Dokumen, content: PerjanjianKinerja, material: ReportMaterial
) -> list[tuple[SasaranPk, Kinerja | None]]:
    """The rows of a PK, each with its node; where they do not follow the cells it was made from, none has a node."""
    nodes = material.nodes_of_document(entry)
    known = len(nodes) == len(content.daftar_sasaran)
    return [(sasaran, nodes[place] if known else None) for place, sasaran in enumerate(content.daftar_sasaran)]
