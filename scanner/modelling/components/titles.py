"""What a reader calls a Kubernetes object whose name is written by a template."""

from __future__ import annotations

from scanner.domain.resource import Resource

_TEMPLATES = "/templates/"


def title_of(resource: Resource) -> str:
    """The object's name; where a Helm template writes it, that of the chart, by which it is known."""
    if "{{" not in resource.name:
        return resource.name
    before, found, _ = f"/{resource.location.path}".rpartition(_TEMPLATES)
    chart = before.rpartition("/")[2] if found else ""
    return chart or resource.name
