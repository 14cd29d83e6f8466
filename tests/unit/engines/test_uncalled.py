"""Modules that nothing calls: what they would make is asked about, and accuses nobody."""

from __future__ import annotations

from scanner.domain.artifact import Location, Role
from scanner.domain.resource import Resource, ResourceKind, Value
from scanner.engines.uncalled import uncalled_modules


def block(
    folder: str, kind: str, *, module_path: tuple[str, ...] = (), role: Role = Role.PRODUCT, **attributes: Value
) -> Resource:
    return Resource(
        address=f"{kind}.this",
        environment=folder,
        kind=ResourceKind.TERRAFORM,
        type=kind,
        name="this",
        attributes=attributes,
        location=Location(path=f"{folder}/main.tf", start_line=1),
        role=role,
        module_path=module_path,
    )


ROOT = block("live", "terraform", backend=[{"label": "s3"}])


def test_a_module_beside_roots_that_keep_state_is_named() -> None:
    assert uncalled_modules([ROOT, block("modules/store", "aws_s3_bucket")]) == {"modules/store"}
    assert uncalled_modules([ROOT, block("live/modules/store", "aws_s3_bucket")]) == {"live/modules/store"}


def test_in_a_library_of_modules_none_is_named() -> None:
    library = [block("modules/store", "aws_s3_bucket"), block("modules/store", "terraform", required_version=">= 1")]
    assert not uncalled_modules(library)
    assert not uncalled_modules([*library, block("examples/all", "terraform", role=Role.EXAMPLE, backend=[{}])])


def test_what_is_a_root_itself_or_lies_elsewhere_is_none() -> None:
    assert not uncalled_modules([ROOT, block("stacks/store", "aws_s3_bucket")])
    own_provider = [block("modules/store", "provider.aws", region="eu-west-2"), block("modules/store", "aws_s3_bucket")]
    assert not uncalled_modules([ROOT, *own_provider])
    own_state = [block("modules/store", "aws_s3_bucket"), block("modules/store", "terraform", cloud=[{}])]
    assert not uncalled_modules([ROOT, *own_state])
