"""Labels and tags: what names a resource's owner, service or environment."""

from __future__ import annotations

from collections.abc import Mapping

from scanner.domain.resource import Value


def labels_of(attributes: Mapping[str, Value]) -> dict[str, str]:
    """Labels and tags that are known.

    Args:
        attributes: Of the resource.
    """
    found: dict[str, str] = {}
    for name in ("labels", "tags"):
        value = attributes.get(name)
        if isinstance(value, dict):
            found.update({key: text for key, text in value.items() if isinstance(text, str)})
    return found
