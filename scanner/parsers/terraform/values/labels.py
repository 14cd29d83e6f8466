"""Labels and tags: what names a resource's owner, service or environment."""

from __future__ import annotations

from collections.abc import Mapping

from scanner.domain.resource import Value


def labels_of(attributes: Mapping[str, Value]) -> dict[str, str]:
    """Labels and tags that are known, with those that Google's databases have among their settings.

    Args:
        attributes: Of the resource.
    """
    settings = attributes.get("settings")
    inside = settings if isinstance(settings, list) else []
    maps = [one.get("user_labels") for one in inside if isinstance(one, dict)]
    maps += [attributes.get(name) for name in ("user_labels", "labels", "tags")]
    known = [one for one in maps if isinstance(one, dict)]
    return {key: text for one in known for key, text in one.items() if isinstance(text, str)}
