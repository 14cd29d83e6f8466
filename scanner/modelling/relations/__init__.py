"""Relations between components, one module for each way in which they show."""

from __future__ import annotations

from scanner.modelling.known import Finder
from scanner.modelling.relations.configuration import find_calls
from scanner.modelling.relations.permissions import find_permissions
from scanner.modelling.relations.references import find_references

FINDERS: tuple[Finder, ...] = (find_references, find_calls, find_permissions)
"""All of them; what an earlier one says of two components stands, where a later one is no surer."""
