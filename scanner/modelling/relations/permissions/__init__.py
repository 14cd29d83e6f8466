"""Who may read and write what, as whom something runs, and whom it trusts."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.modelling.known import Known, Tie
from scanner.modelling.relations.permissions.amazon import find_amazon_grants
from scanner.modelling.relations.permissions.azure import find_azure_grants
from scanner.modelling.relations.permissions.google import find_google_grants
from scanner.modelling.relations.permissions.running import find_identities
from scanner.modelling.relations.permissions.trust import find_trust


def find_permissions(known: Known) -> Iterator[Tie]:
    """What policies, assignments and bindings of Terraform let identities do.

    A path goes from what computes to the identity as which it runs, and from there to what that may read: nothing is
    said twice.
    """
    yield from find_identities(known)
    yield from find_amazon_grants(known)
    yield from find_azure_grants(known)
    yield from find_google_grants(known)
    yield from find_trust(known)
