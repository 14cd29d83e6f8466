"""National services and descriptions of APIs."""

from __future__ import annotations

from pathlib import Path

import pytest

from scanner.domain.architecture import Confidence, RelationKind
from scanner.modelling.hosts import national_service
from tests.unit.modelling.test_model import deployment, system

OPENAPI = "openapi: 3.0.1\ninfo: {title: Bookings API, version: '1'}\npaths: {}\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("https://int.api.service.nhs.uk/personal-demographics/FHIR/R4", "PDS"),
        ("https://api.service.nhs.uk", "API platform"),
        ("https://am.nhsidentity.spineservices.nhs.uk:443/openam", "CIS2"),
        ("https://auth.sandpit.signin.nhs.uk", "NHS login"),
        ("https://msg.int.spine2.ncrs.nhs.uk/messageexchange", "MESH"),
        ("https://fhir.nhs.uk/Id/nhs-number", ""),
        ("https://www.nhs.uk/conditions", ""),
        ("https://api.service.nhs.uk.evil.example/", ""),
        ("a." * 3000 + "nhs.uk", ""),
    ],
)
def test_hosts_tell_the_service_and_identifiers_do_not(text: str, name: str) -> None:
    found = national_service(text)
    assert (found.name if found else "") == name


def test_only_the_product_calls_a_national_service(tmp_path: Path) -> None:
    url = '"https://int.api.service.nhs.uk/personal-demographics/x"'
    made = system(tmp_path, {
        "svc/requirements.txt": "flask==3\n", "svc/app.py": f"x = 1\nU = {url}\n",
        "svc/tests/test_a.py": f"U = {url}\n",
        "pds-mock/requirements.txt": "flask==3\n", "pds-mock/app.py": f"U = {url}\n", "docs/a.py": f"U = {url}\n",
        "a.yaml": deployment("worker", "a:1", env="{name: A, value: 'https://auth.login.nhs.uk'}"),
    })  # fmt: skip
    calls = {(one.source, one.target): one for one in made.model.relations if one.target.startswith("national:")}
    assert set(calls) == {("source:svc", "national:PDS"), ("Deployment/shop/worker", "national:NHS login")}
    assert calls["source:svc", "national:PDS"].location.start_line == 2
    assert calls["Deployment/shop/worker", "national:NHS login"].confidence is Confidence.HIGH


def test_a_description_is_tied_by_folder_then_by_name_or_not_at_all(tmp_path: Path) -> None:
    made = system(tmp_path, {
        "orders/requirements.txt": "flask==3\n", "orders/app.py": "Flask()\n", "orders/openapi.yaml": OPENAPI,
        "bookings/requirements.txt": "flask==3\n", "bookings/app.py": "Flask()\n", "specification/b.yaml": OPENAPI,
        "specification/c.yaml": OPENAPI.replace("Bookings", "Unheard"), "tests/t.yaml": OPENAPI,
    })  # fmt: skip
    found = {
        one.source: (one.target, one.confidence) for one in made.model.relations if one.kind is RelationKind.DESCRIBES
    }
    assert found == {
        "api:orders/openapi.yaml": ("source:orders", Confidence.MEDIUM),
        "api:specification/b.yaml": ("source:bookings", Confidence.LOW),
    }
    assert [one.source for one in made.model.loose_ends] == ["api:specification/c.yaml"]
