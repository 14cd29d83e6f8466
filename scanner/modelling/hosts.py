"""National services of the NHS by the hosts at which they answer."""

from __future__ import annotations

from typing import NamedTuple

from scanner import lazy_re

_LONGEST = 2_000
_HOST = lazy_re.compile(
    r"(?i)(?<![\w.-])((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}(?:uk|net))(?![\w-]|\.\w)(?::\d{1,5})?(/[\w./-]{0,200})?"
)
_PLATFORM = lazy_re.compile(r"(?:[a-z0-9-]+\.)?api\.service\.nhs\.uk")
_PRODUCTS = {
    "personal-demographics": "PDS", "national-record-locator": "NRL", "nrl": "NRL", "electronic-prescription": "EPS",
    "fhir-prescribing": "EPS", "prescription-status": "EPS", "prescriptions": "EPS", "referrals": "e-RS",
    "gp-connect": "GP Connect", "booking-and-referral": "BaRS", "summary-care-record": "SCR",
    "immunisation-fhir-api": "Immunisation history", "organisation-data-terminology-api": "ODS", "ord": "ODS",
    "spine-directory": "Spine directory", "oauth2": "API platform sign-in", "cis2": "CIS2", "comms": "NHS Notify",
    "mesh": "MESH", "nhs-app": "NHS App", "pds": "PDS", "ers": "e-RS", "scr": "SCR", "signing": "Signing",
    "validated-relationship": "Validated relationships", "event-notification": "Multicast notifications",
}  # fmt: skip
_BY_HOST = (
    (lazy_re.compile(r"am\.nhs(identity|int|dev|spit|dep)[\w.-]*\.spineservices\.nhs\.uk"), "CIS2"),
    (lazy_re.compile(r".*\.cis2\.spineservices\.nhs\.uk"), "CIS2"),
    (lazy_re.compile(r"(directory|ods|[\w-]*ods[\w-]*)\.spineservices\.nhs\.uk"), "ODS"),
    (lazy_re.compile(r"auth(\.[\w-]+)?\.(login|signin)\.nhs\.uk|access\.login\.nhs\.uk"), "NHS login"),
    (lazy_re.compile(r"(msg|[\w-]*mesh[\w-]*)\.[\w.-]*(spine2\.ncrs|spineservices)\.nhs\.uk"), "MESH"),
    (lazy_re.compile(r"mesh[\w.-]*\.nhs\.uk"), "MESH"),
    (lazy_re.compile(r"[\w.-]+\.(spine2\.ncrs|spineservices|ncrs)\.nhs\.uk"), "Spine"),
    (lazy_re.compile(r"ontology\.nhs\.uk|[\w-]+\.ontology\.nhs\.uk"), "Terminology server"),
)  # fmt: skip
_NO_SERVICE = lazy_re.compile(r"fhir\.nhs\.uk|digital\.nhs\.uk|www\.|data\.developer\.nhs\.uk")


class National(NamedTuple):
    """A national service that a text names."""

    name: str
    host: str


def national_service(text: str) -> National | None:
    """The national service whose host a text names; None where it names none.

    Args:
        text: A URL, a host, or a setting that holds one.
    """
    if ".nhs." not in text[:_LONGEST].lower():
        return None
    for match in _HOST.finditer(text[:_LONGEST]):
        host, path = match[1].lower(), (match[2] or "").lower()
        if _NO_SERVICE.match(host):
            continue
        if _PLATFORM.fullmatch(host):
            return National(_product(path), host)
        name = next((name for pattern, name in _BY_HOST if pattern.fullmatch(host)), "")
        if name:
            return National(name, host)
        if host.startswith("nww."):
            return National(f"private network host {host}", host)
    return None


def _product(path: str) -> str:
    first = path.strip("/").partition("/")[0]
    for known, name in _PRODUCTS.items():
        if first == known or (len(known) > 4 and first.startswith(known)):
            return name
    return f"API platform product {first}" if first else "API platform"
