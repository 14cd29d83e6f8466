"""Relations between components, one module for each way in which they show."""

from __future__ import annotations

from scanner.modelling.known import Finder
from scanner.modelling.relations.apis import find_descriptions
from scanner.modelling.relations.code import find_imports
from scanner.modelling.relations.configuration import find_calls
from scanner.modelling.relations.credentials import find_credentials
from scanner.modelling.relations.external_secrets import find_external_secrets
from scanner.modelling.relations.images import find_builds
from scanner.modelling.relations.national import find_national_calls
from scanner.modelling.relations.permissions import find_permissions
from scanner.modelling.relations.reachability import find_reach
from scanner.modelling.relations.references import find_references
from scanner.modelling.relations.routing import find_routes
from scanner.modelling.relations.service_accounts import find_service_accounts
from scanner.modelling.relations.terraform_credentials import find_terraform_credentials
from scanner.modelling.relations.volumes import find_volumes

FINDERS: tuple[Finder, ...] = (
    find_reach,
    find_references,
    find_routes,
    find_permissions,
    find_credentials,
    find_calls,
    find_terraform_credentials,
    find_builds,
    find_imports,
    find_descriptions,
    find_national_calls,
    find_external_secrets,
    find_service_accounts,
    find_volumes,
)
"""All of them; what an earlier one says of two components stands, where a later one is no surer."""
