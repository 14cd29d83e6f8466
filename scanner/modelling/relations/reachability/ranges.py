"""Ranges of addresses: what contains what."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import TypeAlias

Range: TypeAlias = IPv4Network | IPv6Network

_WORLD_PREFIX = 1
"""Two halves of all addresses are written by who wants all of them and may not say so."""


@lru_cache(maxsize=4096)
def range_of(text: str) -> Range | None:
    """The range that a CIDR means, or None where it is none."""
    try:
        return ip_network(text.strip(), strict=False)
    except ValueError:
        return None


def ranges_of(texts: Iterable[str]) -> tuple[Range, ...]:
    """The ranges of all texts that are CIDRs."""
    return tuple(found for found in map(range_of, texts) if found is not None)


def is_world(one: Range) -> bool:
    """Whether a range holds every address of the internet, or half of them."""
    return one.prefixlen <= _WORLD_PREFIX


def is_single(one: Range) -> bool:
    """Whether a range is one address."""
    return one.prefixlen == one.max_prefixlen


def contains(outer: Range, inner: Range) -> bool:
    """Whether all of one range lies in another."""
    if isinstance(outer, IPv4Network) and isinstance(inner, IPv4Network):
        return inner.subnet_of(outer)
    if isinstance(outer, IPv6Network) and isinstance(inner, IPv6Network):
        return inner.subnet_of(outer)
    return False
