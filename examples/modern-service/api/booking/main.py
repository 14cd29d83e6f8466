"""The HTTP face of the service."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import httpx
import jwt
import structlog
from fastapi import FastAPI, HTTPException, Request, Response, status
from fastapi.responses import JSONResponse

from booking import fhir, log, nhs_number
from booking.login import SignedIn, Verifier
from booking.pds import DemographicsUnavailable, PersonalDemographics
from booking.settings import Settings
from booking.store import SlotTaken, Store

COVID_VACCINATION = "840534001"
logger = structlog.get_logger()


class FhirResponse(JSONResponse):
    """JSON under the media type of FHIR."""

    media_type = "application/fhir+json"


def create_app(store: Store, verifier: Verifier, demographics: PersonalDemographics) -> FastAPI:
    """The application over its three neighbours."""
    app = FastAPI(title="Hawthorn Vaccination Booking", version="2.4.0", default_response_class=FhirResponse)
    app.state.store, app.state.verifier, app.state.demographics = store, verifier, demographics
    app.middleware("http")(correlate)
    app.exception_handler(HTTPException)(explain)

    # The kubelet asks without a token; the answer says nothing about anybody.
    app.get("/health/live")(live)
    app.get("/health/ready")(ready)
    app.get("/api/v1/Slot")(find_slots)
    app.get("/api/v1/Appointment")(my_appointments)
    app.post("/api/v1/Appointment", status_code=status.HTTP_201_CREATED)(book)
    return app


async def correlate(request: Request, proceed: Callable[[Request], Awaitable[Response]]) -> Response:
    """Carry one id through logs, audit and the calls that we make ourselves."""
    correlation_id = request.headers.get("X-Request-ID") or str(uuid.uuid4())
    request.state.correlation_id = correlation_id[:36]
    with structlog.contextvars.bound_contextvars(correlation_id=request.state.correlation_id):
        response = await proceed(request)
        logger.info("answered", status=response.status_code)
    response.headers["X-Correlation-ID"] = request.state.correlation_id
    return response


async def explain(_request: Request, error: Exception) -> FhirResponse:
    """Errors are OperationOutcomes."""
    assert isinstance(error, HTTPException)
    code = {401: "login", 403: "forbidden", 409: "conflict", 503: "transient"}.get(error.status_code, "invalid")
    return FhirResponse(fhir.outcome(code, str(error.detail)), status_code=error.status_code)


def live() -> dict[str, str]:
    """The process runs."""
    return {"status": "pass"}


def ready(request: Request) -> dict[str, str]:
    """The database answers."""
    request.app.state.store.ready()
    return {"status": "pass"}


def find_slots(request: Request, response: Response, citizen: SignedIn, site: str, start: str) -> dict[str, Any]:
    """Free slots of a site."""
    after = datetime.fromisoformat(start.removeprefix("ge"))
    bundle = fhir.searchset([fhir.slot(row) for row in request.app.state.store.free_slots(site, after)])
    # An ETag is a name for content, not a protection of it.
    digest = hashlib.md5(json.dumps(bundle).encode(), usedforsecurity=False).hexdigest()
    response.headers["ETag"] = f'W/"{digest}"'
    return bundle


def my_appointments(request: Request, citizen: SignedIn) -> dict[str, Any]:
    """What the citizen has booked; nobody can ask for somebody else's."""
    patient_id = known_patient(request, citizen.subject, citizen.nhs_number)
    rows = request.app.state.store.appointments(patient_id, request.state.correlation_id)
    return fhir.searchset([fhir.appointment(row) for row in rows])


def book(request: Request, citizen: SignedIn, appointment: dict[str, Any]) -> dict[str, Any]:
    """Book a slot for the citizen who is signed in."""
    slot_id = str(appointment["slot"][0]["reference"]).removeprefix("Slot/")
    patient_id = known_patient(request, citizen.subject, citizen.nhs_number)
    try:
        row = request.app.state.store.book(patient_id, slot_id, COVID_VACCINATION, request.state.correlation_id)
    except SlotTaken as error:
        raise HTTPException(status.HTTP_409_CONFLICT, "The slot has just been taken") from error
    logger.info("booked", appointment=row.id, slot=slot_id)
    return fhir.appointment(row)


def known_patient(request: Request, subject: str, number: str) -> str:
    """The id of the citizen's record, after PDS has confirmed the number."""
    if not nhs_number.is_valid(number):
        raise HTTPException(status.HTTP_400_BAD_REQUEST, "NHS login gave a number that is not well formed")
    try:
        traced = request.app.state.demographics.trace(number, request.state.correlation_id)
    except DemographicsUnavailable as error:
        raise HTTPException(status.HTTP_503_SERVICE_UNAVAILABLE, "Demographics cannot be checked now") from error
    if traced.superseded:
        request.app.state.store.replace_number(number, traced.nhs_number)
    patient_id: str = request.app.state.store.remember(subject, traced.nhs_number, traced.version)
    return patient_id


def production() -> FastAPI:
    """The application as it is deployed: ``uvicorn --factory booking.main:production``."""
    log.configure()
    settings = Settings.from_environment()
    keys = jwt.PyJWKClient(f"{settings.login_issuer}/.well-known/jwks.json", cache_keys=True, lifespan=300)
    return create_app(
        Store.connect(settings.database_url),
        Verifier(settings.login_issuer, settings.login_client_id, keys),
        PersonalDemographics(settings.pds_base_url, httpx.Client()),
    )
