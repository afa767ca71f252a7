"""Which classes the people under an owner have and whose rows those of a lacking class are."""

from __future__ import annotations

from pokin_docs.documents.plan import Plan
from pokin_docs.model.levels import JenisPk
from pokin_docs.model.posts import Pejabat
from pokin_docs.model.texts import fold


def takes_the_rows_of(plan: Plan, post: Pejabat, jenis_pk: JenisPk) -> bool:
    """Whether ``post`` is above ``jenis_pk`` and nobody of that class is in its unit or below it.

    Such rows are its own: a Sekretariat without sub koordinator has its sasaran kegiatan with the Sekretaris. A post
    whose superior is of its own class or below has a class that does not fit, whatever its rows.

    Args:
        plan: What is to be printed.
        post: The owner of a row.
        jenis_pk: The class that its level means.
    """
    order = list(JenisPk)
    if post.jenis_pk is None or order.index(post.jenis_pk) >= order.index(jenis_pk):
        return False
    above = next((other.jenis_pk for other in plan.every_pejabat if other.id == plan.atasan.get(post.id)), None)
    if above is not None and order.index(above) >= order.index(post.jenis_pk):
        return False
    unit = fold(post.baris.bidang.text)
    others = (other for other in plan.every_pejabat if other.jenis_pk is jenis_pk)
    return not any(
        (unit and fold(other.baris.bidang.text) == unit) or post.id in plan.superiors(other.id) for other in others
    )
