"""The Personal Demographics Service: the only source of demographics; nothing of it is edited here."""

from __future__ import annotations

from dataclasses import dataclass

import httpx

from booking import nhs_number


class DemographicsUnavailable(Exception):
    """PDS did not answer; nobody is booked on a guess."""


@dataclass(frozen=True)
class Traced:
    """A person as PDS knows them."""

    nhs_number: str
    version: str
    superseded: bool


@dataclass(frozen=True)
class PersonalDemographics:
    """Client of the national FHIR API."""

    base_url: str
    client: httpx.Client

    def trace(self, number: str, correlation_id: str) -> Traced:
        """Verify a number, and learn whether another has taken its place.

        PDS names a patient by NHS number in the path of its URL; that is its definition, not ours.

        Raises:
            DemographicsUnavailable: No answer within five seconds, or one that cannot be used.
        """
        try:
            response = self.client.get(
                f"{self.base_url}/Patient/{number}",
                headers={"X-Request-ID": correlation_id, "Accept": "application/fhir+json"},
                timeout=5.0,
            )
            response.raise_for_status()
        except httpx.HTTPError as error:
            raise DemographicsUnavailable from error
        patient = response.json()
        current = str(patient.get("id", ""))
        if not nhs_number.is_valid(current):
            raise DemographicsUnavailable
        return Traced(current, str(patient.get("meta", {}).get("versionId", "")), superseded=current != number)
