"""Functions of IP address ranges, with the odd answers that Terraform has for odd numbers."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from scanner import lazy_re
from scanner.domain.resource import Value
from scanner.parsers.terraform.functions.arguments import text
from scanner.parsers.terraform.functions.numeric import integer, whole
from scanner.parsers.terraform.functions.registry import Function, UnsupportedError
from scanner.parsers.terraform.values.collections import ListValue
from scanner.parsers.terraform.values.conversions import ConversionError
from scanner.parsers.terraform.values.kinds import STRING

_PREFIX = lazy_re.compile(r"([0-9A-Fa-f:.]{1,100})/([0-9]{1,20})")
_LEADING_ZEROS = lazy_re.compile(r"(?<![0-9A-Fa-f])0+(?=[0-9A-Fa-f])")
_MAX_NEW_BITS = 32
_MAX_SUBNETS = 4096
_LOW = (1 << 64) - 1
_MAPPED = 0xFFFF
"""What stands before the last 32 bits of an IPv6 address that means an IPv4 address."""


@dataclass(frozen=True, slots=True)
class _Range:
    start: int
    length: int
    """Bits of the prefix."""
    bits: int
    """Bits of an address."""

    @classmethod
    def read(cls, value: Value) -> _Range:
        found = _PREFIX.fullmatch(text(value))
        if found is None:
            raise ConversionError("invalid CIDR expression")
        try:
            address = ipaddress.ip_address(_LEADING_ZEROS.sub("", found[1]))
        except ValueError as error:
            raise ConversionError("invalid CIDR expression") from error
        bits, length = address.max_prefixlen, int(found[2])
        if length > bits:
            raise ConversionError("invalid CIDR expression")
        start = int(address) >> (bits - length) << (bits - length)
        if bits == 128 and start >> 32 == _MAPPED:
            raise UnsupportedError("CIDR of an IPv4 address that is written as IPv6")
        return cls(start, length, bits)

    def address(self, number: int) -> str:
        number = abs(number)  # of a number below zero, Terraform writes the bytes without the sign
        if number >> self.bits:
            raise ConversionError("outside of the address space")
        if self.bits == 32:
            return str(ipaddress.IPv4Address(number))
        if number >> 32 == _MAPPED:
            raise UnsupportedError("CIDR of an IPv4 address that is written as IPv6")
        return str(ipaddress.IPv6Address(number))


def _cidrhost(prefix: Value, hostnum: Value) -> str:
    number = whole(hostnum)
    found = _Range.read(prefix)
    hosts = 1 << (found.bits - found.length)
    if number < 0:
        number += hosts
        if number < -_LOW:
            raise UnsupportedError("cidrhost")
    # Terraform compares the lowest 64 bits only.
    low = number & _LOW
    if number < 0 or (low if low <= _LOW >> 1 else low - _LOW - 1) >= hosts:
        raise ConversionError("the prefix does not accommodate a host of this number")
    return found.address(found.start | number)


def _cidrnetmask(prefix: Value) -> str:
    found = _Range.read(prefix)
    if found.bits != 32:
        raise ConversionError("IPv6 addresses cannot have a netmask")
    return found.address((1 << 32) - (1 << (32 - found.length)))


def _cidrsubnet(prefix: Value, newbits: Value, netnum: Value) -> str:
    extra, number = integer(newbits), whole(netnum)
    found = _Range.read(prefix)
    length = found.length + extra
    if length > found.bits:
        raise ConversionError("insufficient address space to extend the prefix")
    if length < 0:
        raise UnsupportedError("cidrsubnet")
    largest = (1 << extra) - 1 if 0 <= extra < 64 else _LOW
    if abs(number) & _LOW > largest:
        raise ConversionError("the prefix extension does not accommodate a subnet of this number")
    if number.bit_length() > 2 * found.bits:
        raise ConversionError("outside of the address space")
    return f"{found.address(found.start | number << (found.bits - length))}/{length}"


def _cidrsubnets(prefix: Value, *newbits: Value) -> Value:
    found = _Range.read(prefix)
    if len(newbits) > _MAX_SUBNETS:
        raise UnsupportedError("cidrsubnets")
    end = found.start + (1 << (found.bits - found.length))
    place = found.start
    subnets: list[Value] = []
    for extra in newbits:
        length = found.length + _new_bits(extra, found)
        size = 1 << (found.bits - length)
        place = -(-place // size) * size
        # Terraform stumbles over a range that begins with the very first address.
        if place + size > end or found.start == 0:
            raise ConversionError("not enough remaining address space")
        subnets.append(f"{found.address(place)}/{length}")
        place += size
    return ListValue(subnets, STRING)


def _new_bits(value: Value, found: _Range) -> int:
    extra = integer(value)
    if not 1 <= extra <= _MAX_NEW_BITS or found.length + extra > found.bits:
        raise ConversionError("may extend the prefix by 1 to 32 bits, within an address")
    return extra


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "cidrhost": Function(_cidrhost),
        "cidrnetmask": Function(_cidrnetmask),
        "cidrsubnet": Function(_cidrsubnet),
        "cidrsubnets": Function(_cidrsubnets),
    }
)
