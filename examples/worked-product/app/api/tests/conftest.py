"""A desk with a database in memory, and a demographics service that does as it is told."""

from collections.abc import Callable
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from fastapi.testclient import TestClient
from sqlalchemy import create_engine

from desk.identity import TRIAGE, Verifier
from desk.main import create_app
from desk.pds import Traced
from desk.referrals import Base, Referrals

KEY = rsa.generate_private_key(public_exponent=65537, key_size=3072)


class Demographics:
    """Answers with the number that was asked for, or fails."""

    def __init__(self) -> None:
        self._error: Exception | None = None

    def fails_with(self, error: Exception) -> None:
        self._error = error

    def trace(self, number: str, _request_id: str) -> Traced:
        if self._error is not None:
            raise self._error
        return Traced(number, superseded=False)


class OneKey:
    def get_signing_key_from_jwt(self, _token: str | bytes) -> Any:
        return type("Key", (), {"key": KEY.public_key()})()


@pytest.fixture
def demographics() -> Demographics:
    return Demographics()


@pytest.fixture
def verifier() -> Verifier:
    return Verifier("https://cis2.example", "desk", OneKey())


@pytest.fixture
def token_of() -> Callable[..., str]:
    def make(**claims: str) -> str:
        whole = {"iss": "https://cis2.example", "aud": "desk", "sub": "1", "iat": 0, "exp": 4102444800} | claims
        return jwt.encode({"nhsid_role": TRIAGE, "id_assurance_level": "3", **whole}, KEY, "RS256")

    return make


@pytest.fixture
def client(demographics: Demographics, verifier: Verifier, token_of: Callable[..., str]) -> TestClient:
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    client = TestClient(create_app(Referrals(engine), verifier, demographics))
    client.cookies.set("__Host-desk", token_of(nhsid_org_code="A99968"))
    return client
