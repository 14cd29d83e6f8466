"""Keys for looking up never join; keys of parts join within a family and count once for it."""

from __future__ import annotations

from dataclasses import replace

from scanner.domain.architecture import ComponentKind
from scanner.domain.artifact import Location
from scanner.modelling.drafts import Draft, JoinKey
from scanner.modelling.joining import join


def draft(name: str, family: str, *keys: tuple[str, str]) -> Draft:
    return Draft(
        id=name,
        title=name,
        kind=ComponentKind.COMPUTE,
        family=family,
        address=name,
        location=Location(path="x"),
        keys=tuple(JoinKey(*key) for key in keys),
    )


def test_a_key_for_looking_up_finds_and_never_joins() -> None:
    key = ("lookup:host", "h")
    joined = join([draft("a", "terraform", key), draft("b", "kubernetes", key)])
    assert [one.id for one in joined.components] == ["a", "b"]
    assert joined.keys[key] == ("a", "b")


def test_parts_of_one_family_are_one_and_join_others_as_one() -> None:
    part, image = ("within:part", "t"), ("image", "i")
    joined = join([
        draft("service", "terraform", part),
        draft("task", "terraform", part, image),
        draft("code", "code", image),
    ])  # fmt: skip
    (component,) = joined.components
    assert component.id == "service"
    assert [sighting.address for sighting in component.sightings] == ["service", "task", "code"]


def test_without_a_key_of_parts_one_family_is_never_joined_with_itself() -> None:
    image = ("image", "i")
    joined = join([draft("a", "terraform", image), draft("b", "terraform", image), draft("c", "code", image)])
    assert len(joined.components) == 3


def test_an_image_of_somebody_else_joins_nothing_that_runs_it() -> None:
    image = ("image", "vendor/app")
    joined = join([draft("cluster", "kubernetes", image), draft("laptop", "compose", image)])
    assert [one.id for one in joined.components] == ["cluster", "laptop"]
    joined = join([draft("cluster", "kubernetes", image), draft("laptop", "compose", image), draft("c", "code", image)])
    assert [one.id for one in joined.components] == ["cluster"]


def test_the_place_of_what_leads_is_the_place_that_is_told() -> None:
    image = ("image", "shop/app")
    laptop = replace(draft("laptop", "compose", image), traits=frozenset({"non-production", "administrative"}))
    joined = join([laptop, draft("cluster", "kubernetes", image), draft("code", "code", image)])
    (component,) = joined.components
    assert component.traits == ("administrative",)
    (alone,) = join([laptop, draft("code", "code", image)]).components
    assert alone.traits == ("administrative", "non-production")
