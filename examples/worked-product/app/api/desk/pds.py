"""The Personal Demographics Service: asked for each referral, never copied."""

from __future__ import annotations

from dataclasses import dataclass

import httpx

from desk import nhs_number


class DemographicsUnavailable(Exception):
    """PDS did not answer; no referral is filed under a guess."""


@dataclass(frozen=True)
class Traced:
    """A person as PDS knows them."""

    nhs_number: str
    superseded: bool


@dataclass(frozen=True)
class PersonalDemographics:
    """Client of the national FHIR API."""

    base_url: str
    client: httpx.Client

    def trace(self, number: str, request_id: str) -> Traced:
        """Verify a number, and learn whether another has taken its place.

        PDS itself names a patient by NHS number in the path of its URL.

        Raises:
            DemographicsUnavailable: No answer within five seconds, or one that cannot be used.
        """
        try:
            response = self.client.get(
                f"{self.base_url}/Patient/{number}",
                headers={"X-Request-ID": request_id, "Accept": "application/fhir+json"},
                timeout=5.0,
            )
            response.raise_for_status()
        except httpx.HTTPError as error:
            raise DemographicsUnavailable from error
        current = str(response.json().get("id", ""))
        if not nhs_number.is_valid(current):
            raise DemographicsUnavailable
        return Traced(current, superseded=current != number)
