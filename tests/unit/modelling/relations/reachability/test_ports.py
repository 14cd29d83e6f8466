"""Sets of ports."""

from __future__ import annotations

import pytest

from scanner.domain.resource import Unknown, UnknownReason, Value
from scanner.modelling.relations.reachability.ports import ALL, NONE, TCP, Ports, met, of_engine, ports_of, spoken, tcp

UNKNOWN = Unknown(reason=UnknownReason.DATA_SOURCE)


@pytest.mark.parametrize(
    ("protocol", "first", "last", "text"),
    [
        ("tcp", 443, 443, "443"), ("tcp", "443", "445", "443-445"), ("6", 1, 2, "1-2"), ("udp", 53, 53, "53/udp"),
        ("-1", None, None, "0-65535"), (-1, 0, 0, "0-65535"), (None, None, None, "0-65535"),
        ("tcp", None, None, "0-65535"),
        ("icmp", -1, -1, ""), ("tcp", 9, 3, ""), ("tcp", UNKNOWN, 3, ""), (UNKNOWN, 1, 1, ""), ("tcp", True, True, ""),
        ("*", 80, 80, "80, 80/udp"), ("tcp", 443.0, 443.0, "443"), ("tcp", "x", "y", ""), ([], 1, 1, ""),
    ],
)  # fmt: skip
def test_ports_as_they_are_written(protocol: Value, first: Value, last: Value, text: str) -> None:
    assert ports_of(protocol, first, last).text == text


def test_what_is_not_known_is_not_nothing() -> None:
    assert ports_of("tcp", UNKNOWN, 5).spans
    assert not ports_of("tcp", UNKNOWN, 5).known
    assert not ports_of("icmp", UNKNOWN, 5).spans


def test_sets_meet_join_and_differ() -> None:
    web = tcp(80, 81, 443)
    assert web.text == "80-81, 443"
    assert web.both(tcp(443, 5432)).text == "443"
    assert web.either(tcp(82)).text == "80-82, 443"
    assert web.without(tcp(81)).text == "80, 443"
    assert ALL.without(TCP).text == "0-65535/udp"
    assert ALL.without(ALL) == NONE
    assert TCP.both(ports_of("udp", 53, 53)) == NONE


def test_lists_and_engines() -> None:
    assert spoken("Tcp", ["443", "8000-8080"]).text == "443, 8000-8080"
    assert spoken("*", ["*"]) == ALL
    assert not spoken("tcp", [UNKNOWN]).known
    assert [of_engine(name) for name in ("POSTGRES_15", "oracle-ee", "aurora-mysql", "riak")] == [
        tcp(5432), tcp(1521), tcp(3306), None,
    ]  # fmt: skip


def test_a_rule_for_a_database_port_tells_the_port_of_a_store_that_does_not() -> None:
    hidden = Ports(TCP.spans, known=False)
    assert met(tcp(5432), hidden) == tcp(5432)
    assert not met(tcp(443), hidden).known
    assert not met(ALL, hidden).known
    assert met(tcp(5432), tcp(3306)) == NONE
