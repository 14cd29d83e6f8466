"""What is kept of the rules' needs comes back as it was, and what is not ours is made again."""

from __future__ import annotations

from scanner.engines.semgrep.known_needs import needs_of_bundle
from tests.unit.engines.semgrep.bench import Shelf, bundle_of, project_rules


def test_needs_come_back_as_they_were() -> None:
    bundle, shelf = bundle_of(project_rules()), Shelf()
    made = needs_of_bundle(bundle, shelf)
    assert len(shelf.entries) == 1
    assert made == needs_of_bundle(bundle, shelf)
    assert list(made.values()) == [pattern.needs for _, _, pattern in bundle.entries()]


def test_an_entry_that_is_not_ours_is_made_again() -> None:
    bundle, shelf = bundle_of(project_rules()[:3]), Shelf()
    made = needs_of_bundle(bundle, shelf)
    (key,) = shelf.entries
    for foreign in (b"{}", b"[]", b"7", b'[["every", ["none of ours"]], 1, 2]', b"not json"):
        shelf.entries[key] = foreign
        assert needs_of_bundle(bundle, shelf) == made
        assert shelf.entries[key] != foreign
