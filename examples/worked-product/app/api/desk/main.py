"""The HTTP face of the desk."""

from __future__ import annotations

import os
import uuid
from collections.abc import Awaitable, Callable
from typing import Any, Literal

import httpx
import jwt
from fastapi import Body, FastAPI, HTTPException, Request, Response, status
from fastapi.responses import JSONResponse

from desk import fhir, nhs_number
from desk.identity import SignedIn, Verifier
from desk.pds import DemographicsUnavailable, PersonalDemographics
from desk.referrals import Referrals, database_url

Priority = Literal["routine", "urgent"]


class FhirResponse(JSONResponse):
    """JSON under the media type of FHIR."""

    media_type = "application/fhir+json"


def create_app(referrals: Referrals, verifier: Verifier, demographics: PersonalDemographics) -> FastAPI:
    """The application over its three neighbours."""
    app = FastAPI(title="Birchwood Referral Desk", version="3.2.0", default_response_class=FhirResponse)
    app.state.referrals, app.state.verifier, app.state.demographics = referrals, verifier, demographics
    app.middleware("http")(correlate)
    app.exception_handler(HTTPException)(explain)

    # The kubelet asks without a token; the answer says nothing about anybody.
    app.get("/health")(health)
    app.post("/api/v1/referrals/search")(of_patient)
    app.put("/api/v1/referrals/{referral_id}/priority")(triage)
    return app


async def correlate(request: Request, proceed: Callable[[Request], Awaitable[Response]]) -> Response:
    """Carry one id through the calls that we make ourselves and back to the caller."""
    request.state.request_id = request.headers.get("X-Request-ID", str(uuid.uuid4()))[:36]
    response = await proceed(request)
    response.headers["X-Correlation-ID"] = request.state.request_id
    return response


async def explain(_request: Request, error: Exception) -> FhirResponse:
    """Errors are OperationOutcomes."""
    assert isinstance(error, HTTPException)
    code = {401: "login", 403: "forbidden", 404: "not-found", 503: "transient"}.get(error.status_code, "invalid")
    return FhirResponse(fhir.outcome(code, str(error.detail)), status_code=error.status_code)


def health() -> dict[str, str]:
    """The process runs."""
    return {"status": "pass"}


def of_patient(request: Request, clinician: SignedIn, number: str = Body(embed=True, alias="nhs_number")) -> dict[str, Any]:
    """Referrals of one patient. The number is in the body, since addresses end up in logs."""
    number = current_number(request, number)
    found = request.app.state.referrals.of_patient(number, clinician.subject)
    return fhir.searchset([fhir.service_request(row) for row in found])


def triage(request: Request, clinician: SignedIn, referral_id: str, priority: Priority = Body(embed=True)) -> dict[str, Any]:
    """Say how soon a patient must be seen."""
    row = request.app.state.referrals.triage(referral_id, priority, clinician.subject)
    if row is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND, "There is no such referral")
    return fhir.service_request(row)


def current_number(request: Request, number: str) -> str:
    """The number under which PDS knows the patient now."""
    if not nhs_number.is_valid(number):
        raise HTTPException(status.HTTP_400_BAD_REQUEST, "The NHS number is not well formed")
    try:
        found = request.app.state.demographics.trace(number, request.state.request_id)
    except DemographicsUnavailable as error:
        raise HTTPException(status.HTTP_503_SERVICE_UNAVAILABLE, "Demographics cannot be checked now") from error
    if found.superseded:
        request.app.state.referrals.follow_superseded(number, found.nhs_number)
    return str(found.nhs_number)


def production() -> FastAPI:
    """The application as it is deployed."""
    issuer = os.environ["CIS2_ISSUER"]
    keys = jwt.PyJWKClient(f"{issuer}/.well-known/jwks.json", cache_keys=True, lifespan=300)
    return create_app(
        Referrals.connect(database_url()),
        Verifier(issuer, os.environ["CIS2_CLIENT_ID"], keys),
        PersonalDemographics(os.environ["PDS_BASE_URL"], httpx.Client()),
    )
