"""Every word that a result can hold has a reading for persons."""

from __future__ import annotations

from scanner.domain.waiver import Trust, WaiverState
from scanner.evaluation.wording import STATE_WORDS, TRUST_WORDS


def test_every_state_and_trust_has_its_words() -> None:
    assert set(STATE_WORDS) == set(WaiverState)
    assert set(TRUST_WORDS) == set(Trust)
