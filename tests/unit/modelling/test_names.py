"""What components are called: one name for a thing that each root calls otherwise, two for two things."""

from __future__ import annotations

from scanner.domain.artifact import Location
from scanner.domain.resource import Resource, ResourceKind
from scanner.modelling.names import Names


def store(environment: str, *modules: str, line: int = 3, path: str = "resources/main.tf") -> Resource:
    address = ".".join((*(f"module.{name}" for name in modules), "aws_db_instance.db"))
    return Resource(
        address=address,
        declaration="aws_db_instance.db",
        environment=environment,
        kind=ResourceKind.TERRAFORM,
        type="aws_db_instance",
        name="db",
        attributes={},
        location=Location(path=path, start_line=line),
        module_path=modules,
    )


def names(*resources: Resource) -> list[str]:
    known = Names(resources)
    return [known.of(one) for one in resources]


def test_what_each_environment_calls_otherwise_is_one_thing() -> None:
    made = names(store("dev", "shop_dev"), store("live", "shop_live"), store("live", "shop_live"))
    assert made == ["module.shop_dev.aws_db_instance.db"] * 3


def test_what_is_called_after_nothing_but_its_environment_is_one_thing() -> None:
    made = names(store("environments/dev", "dev"), store("environments/live", "live"))
    assert made == ["module.dev.aws_db_instance.db"] * 2


def test_what_roots_call_for_different_ends_are_two_things() -> None:
    made = names(store("deploy", "letters"), store("infrastructure", "trail"))
    assert made == ["module.letters.aws_db_instance.db", "module.trail.aws_db_instance.db"]
    deeper = names(store("dev", "shop", "one"), store("live", "shop"))
    assert deeper == ["module.shop.module.one.aws_db_instance.db", "module.shop.aws_db_instance.db"]


def test_two_calls_in_one_environment_are_two_things() -> None:
    made = names(store("dev", "one"), store("dev", "two"), store("live", "three"))
    assert made == [f"module.{name}.aws_db_instance.db" for name in ("one", "two", "three")]


def test_two_blocks_of_one_name_are_told_apart_by_their_folders() -> None:
    made = names(store("dev", "a", path="x/main.tf"), store("dev", "a", path="y/main.tf"))
    assert made == ["x:module.a.aws_db_instance.db", "y:module.a.aws_db_instance.db"]


def test_other_families_are_called_by_their_addresses() -> None:
    one = store("", "a").model_copy(update={"kind": ResourceKind.KUBERNETES, "address": "Deployment/a/b"})
    assert names(one) == ["Deployment/a/b"]
