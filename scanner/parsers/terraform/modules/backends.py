"""Which var files say where the state is kept: ``terraform init -backend-config`` takes them, and no plan does."""

from __future__ import annotations

import posixpath
from collections.abc import Set as AbstractSet

from scanner.parsers.terraform.modules.folders import Folder
from scanner.parsers.terraform.syntax.reading import ReadFile

_ARGUMENTS = {
    "azurerm": frozenset(
        (
            "access_key", "client_id", "client_secret", "container_name", "environment", "key", "resource_group_name",
            "sas_token", "snapshot", "storage_account_name", "subscription_id", "tenant_id", "use_azuread_auth",
            "use_cli", "use_msi", "use_oidc",
        )
    ),
    "gcs": frozenset(("bucket", "credentials", "impersonate_service_account", "kms_encryption_key", "prefix")),
    "s3": frozenset(
        (
            "acl", "assume_role", "bucket", "dynamodb_table", "encrypt", "key", "kms_key_id", "profile", "region",
            "role_arn", "session_name", "shared_credentials_file", "use_lockfile", "workspace_key_prefix",
        )
    ),
}  # fmt: skip
"""What a backend can be told, by its kind."""
_NAMED = "backend"


def configures_backend(folder: Folder, file: ReadFile) -> bool:
    """Whether a var file is none of the root's, but of its backend.

    A root may have variables of the same names as its backend has arguments (``region``, ``resource_group_name``), so
    that some that are declared say nothing. That all of them are arguments tells, where one is declared by nobody or
    the file is named for it.

    Args:
        folder: The root.
        file: The var file.
    """
    names = {attribute.name for attribute in file.syntax.body.attributes}
    said = bool(names - folder.variables.keys()) or _NAMED in posixpath.basename(file.seen).lower()
    return said and any(names <= arguments for arguments in _arguments(folder))


def _arguments(folder: Folder) -> list[AbstractSet[str]]:
    """The arguments of the backend that a root has: it has one, if any."""
    blocks = [placed.block for placed in folder.blocks if placed.block.type == "terraform"]
    kinds = [
        below.labels[0] for block in blocks for below in block.body.blocks if below.type == "backend" and below.labels
    ]
    return [_ARGUMENTS[kind] for kind in kinds if kind in _ARGUMENTS]
