"""Templates of other hands: no false alarm, every fault at its place, the right proposal first.

``benchmarks/template_check.py`` holds the same beside two other checkers.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.other_hands import FAULTS, GOOD, Fault, checked
from pokin_docs.model.catalogue import message


@pytest.mark.parametrize("lines", GOOD.values(), ids=GOOD)
def test_a_good_template_raises_no_alarm(tmp_path: Path, lines: list[str]) -> None:
    assert [message(found.temuan) for found in checked(lines, tmp_path)] == []


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.slip for fault in FAULTS])
def test_a_fault_is_told_once_at_its_place_with_the_right_proposal_first(tmp_path: Path, fault: Fault) -> None:
    (found,) = checked(fault.lines, tmp_path)
    assert fault.is_at(found), found.place
    first = found.proposals[0] if found.proposals else ""
    assert fault.proposal in first
