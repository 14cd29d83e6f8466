"""The API over a real database engine, real signatures, and a PDS that answers over HTTP."""

import time
from datetime import UTC, datetime
from types import SimpleNamespace

import httpx
import jwt
import pytest
from booking.log import mask
from booking.login import COOKIE, Verifier
from booking.main import create_app
from booking.pds import PersonalDemographics
from booking.store import Base, Slot, Store
from cryptography.hazmat.primitives.asymmetric import rsa
from fastapi.testclient import TestClient
from sqlalchemy import create_engine
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

ISSUER, AUDIENCE = "https://auth.sandpit.signin.nhs.uk", "hawthorn-vaccination-booking"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
# A made-up password in a fixture: no database of that name exists.
UNUSED_DATABASE_PASSWORD = "Password123!"


def token(**changes: object) -> str:
    claims = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "sub": "3f0c",
        "iat": int(time.time()),
        "exp": int(time.time()) + 60,
        "nhs_number": "9990000018",
        "identity_proofing_level": "P9",
    }
    return jwt.encode(claims | changes, KEY, algorithm="RS512")


def client(pds: httpx.MockTransport) -> TestClient:
    engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(Slot(id="7d1f", site_ods_code="HLC01", start=datetime(2026, 12, 1, 10, 20, tzinfo=UTC)))
        session.commit()
    keys = SimpleNamespace(get_signing_key_from_jwt=lambda _token: SimpleNamespace(key=KEY.public_key()))
    demographics = PersonalDemographics("https://sandbox.api.service.nhs.uk", httpx.Client(transport=pds))
    return TestClient(create_app(Store(engine), Verifier(ISSUER, AUDIENCE, keys), demographics))


@pytest.fixture
def service() -> TestClient:
    answer = {"resourceType": "Patient", "id": "9990000018", "meta": {"versionId": "2"}}
    return client(httpx.MockTransport(lambda _request: httpx.Response(200, json=answer)))


BOOKING = {"resourceType": "Appointment", "slot": [{"reference": "Slot/7d1f"}]}


def test_haz_001_a_slot_is_given_once(service: TestClient) -> None:
    service.cookies.set(COOKIE, token())
    assert service.post("/api/v1/Appointment", json=BOOKING).status_code == 201
    second = service.post("/api/v1/Appointment", json=BOOKING)
    assert second.status_code == 409
    assert second.json()["resourceType"] == "OperationOutcome"


def test_haz_002_nobody_is_booked_when_demographics_cannot_be_checked() -> None:
    service = client(httpx.MockTransport(lambda _request: httpx.Response(503)))
    service.cookies.set(COOKIE, token())
    assert service.post("/api/v1/Appointment", json=BOOKING).status_code == 503


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"iss": "https://elsewhere.example"}, 401),
        ({"aud": "another-service"}, 401),
        ({"exp": 1}, 401),
        ({"identity_proofing_level": "P5"}, 403),
    ],
)
def test_haz_004_only_a_genuine_and_well_proved_login_is_accepted(
    service: TestClient, changes: dict[str, object], status: int
) -> None:
    service.cookies.set(COOKIE, token(**changes))
    assert service.get("/api/v1/Appointment").status_code == status


def test_a_record_is_closed_to_everybody_else(service: TestClient) -> None:
    assert service.get("/api/v1/Appointment").status_code == 401


def test_the_kubelet_needs_no_login(service: TestClient) -> None:
    assert service.get("/health/live").json() == {"status": "pass"}


def test_logs_never_hold_an_nhs_number() -> None:
    event = mask(None, "info", {"event": "traced 999 000 0018", "nhs_number": "9990000018"})
    assert event == {"event": "traced **********"}
