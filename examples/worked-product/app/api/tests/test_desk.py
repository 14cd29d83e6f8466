"""The tests that the hazard log names."""

import pytest
from fastapi import HTTPException

from desk.identity import Verifier
from desk.nhs_number import is_valid
from desk.pds import DemographicsUnavailable


@pytest.mark.parametrize("number", ["9990000018", "999 000 0026"])
def test_haz_001_a_number_with_the_right_check_digit_is_accepted(number: str) -> None:
    assert is_valid(number)


@pytest.mark.parametrize("number", ["9990000019", "999000001", "999000001X", ""])
def test_haz_001_a_mistyped_number_is_refused(number: str) -> None:
    assert not is_valid(number)


def test_haz_002_no_referral_is_shown_when_demographics_cannot_be_checked(client, demographics) -> None:
    demographics.fails_with(DemographicsUnavailable())
    assert client.post("/api/v1/referrals/search", json={"nhs_number": "9990000018"}).status_code == 503


def test_haz_003_a_role_that_may_not_triage_is_refused(verifier: Verifier, token_of) -> None:
    with pytest.raises(HTTPException) as refused:
        verifier.clinician(token_of(nhsid_role="R1234"))
    assert refused.value.status_code == 403
