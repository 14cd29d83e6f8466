"""What security groups let through."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scanner.domain.architecture import RelationKind
from scanner.modelling.relations.reachability import public_subnets

BASE = """
resource "aws_vpc" "v" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_vpc" "other" {
  cidr_block = "10.1.0.0/16"
}
resource "aws_subnet" "apps" {
  vpc_id     = aws_vpc.v.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_subnet" "data" {
  vpc_id     = aws_vpc.v.id
  cidr_block = "10.0.2.0/24"
}
resource "aws_subnet" "far" {
  vpc_id     = aws_vpc.other.id
  cidr_block = "10.1.1.0/24"
}
resource "aws_db_subnet_group" "g" {
  subnet_ids = [aws_subnet.data.id]
}
resource "aws_db_instance" "db" {
  engine                 = "postgres"
  db_subnet_group_name   = aws_db_subnet_group.g.name
  vpc_security_group_ids = [aws_security_group.db.id]
  publicly_accessible    = PUBLIC
}
resource "aws_lambda_function" "app" {
  vpc_config {
    security_group_ids = [aws_security_group.app.id]
    subnet_ids         = [aws_subnet.apps.id]
  }
}
resource "aws_lambda_function" "distant" {
  vpc_config {
    security_group_ids = [aws_security_group.distant.id]
    subnet_ids         = [aws_subnet.far.id]
  }
}
resource "aws_security_group" "db" {
  vpc_id = aws_vpc.v.id
INGRESS
}
resource "aws_security_group" "app" {
  vpc_id = aws_vpc.v.id
EGRESS
}
resource "aws_security_group" "distant" {
  vpc_id = aws_vpc.other.id
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
variable "who" {}
"""
ALL_OUT = 'egress {\n from_port = 0\n to_port = 0\n protocol = "-1"\n cidr_blocks = ["0.0.0.0/0"]\n}'


def rule(
    peer: str, first: int | str = 5432, last: int | str = 5432, protocol: str = "tcp", kind: str = "ingress"
) -> str:
    return f'{kind} {{\n from_port = {first}\n to_port = {last}\n protocol = "{protocol}"\n {peer}\n}}\n'


def written(ingress: str, egress: str = ALL_OUT, more: str = "", public: str = "false") -> str:
    return BASE.replace("INGRESS", ingress).replace("EGRESS", egress).replace("PUBLIC", public) + more


APP = "security_groups = [aws_security_group.app.id]"
PEERING = """
resource "aws_vpc_peering_connection" "p" {
  vpc_id      = aws_vpc.v.id
  peer_vpc_id = aws_vpc.other.id
}
"""
ROUTE = """
resource "aws_route_table" "r" {
  vpc_id = aws_vpc.other.id
  route {
    cidr_block                = "10.0.0.0/16"
    vpc_peering_connection_id = aws_vpc_peering_connection.p.id
  }
}
"""
GATEWAY = """
resource "aws_ec2_transit_gateway" "t" {}
resource "aws_ec2_transit_gateway_vpc_attachment" "a" {
  vpc_id             = aws_vpc.v.id
  transit_gateway_id = aws_ec2_transit_gateway.t.id
}
resource "aws_ec2_transit_gateway_vpc_attachment" "b" {
  vpc_id             = aws_vpc.other.id
  transit_gateway_id = aws_ec2_transit_gateway.t.id
}
"""
REACHED = {("app", "db"): ("5432", "high")}
DISTANT = {("distant", "db"): ("5432", "medium")}


def separate(kind: str, **attributes: str) -> str:
    lines = "\n".join(f"  {name} = {value}" for name, value in attributes.items())
    return f'resource "{kind}" "r" {{\n  security_group_id = aws_security_group.db.id\n{lines}\n}}\n'


TCP = {"from_port": "5432", "to_port": "5432"}


@pytest.mark.parametrize(
    ("terraform", "expected"),
    [
        (written(rule(APP)), REACHED),
        (written(rule(APP, 0, 0, "-1")), REACHED),
        (written(rule(APP, 443, 443)), {}),
        (written(rule(APP, 0, 65535, "udp")), {}),
        (written(rule(APP), ""), {}),
        (written(rule(APP), "egress = []"), {}),
        (written(rule(APP), rule('cidr_blocks = ["10.0.2.0/24"]', kind="egress")), REACHED),
        (written(rule(APP), rule('cidr_blocks = ["10.9.0.0/16"]', kind="egress")), {}),
        (written(rule(APP), rule("security_groups = [aws_security_group.db.id]", kind="egress")), REACHED),
        (written(rule(APP), rule("cidr_blocks = [var.who]", kind="egress")), {("app", "db"): ("5432", "medium")}),
        (written(rule('cidr_blocks = ["10.0.0.0/16"]')), REACHED),
        (written(rule('cidr_blocks = ["10.0.1.0/24"]')), REACHED),
        (written(rule("cidr_blocks = [aws_vpc.v.cidr_block]")), REACHED),
        (written(rule('cidr_blocks = ["10.0.1.0/26"]')), {("app", "db"): ("5432", "medium")}),
        (written(rule('cidr_blocks = ["10.0.1.7/32"]')), {}),
        (written(rule('cidr_blocks = ["10.0.7.0/24"]')), {}),
        (written(rule('cidr_blocks = ["0.0.0.0/0"]')), REACHED),
        (written(rule('ipv6_cidr_blocks = ["::/0"]')), {}),
        (written(rule('cidr_blocks = ["10.1.0.0/16"]')), {}),
        (written(rule('cidr_blocks = ["10.1.0.0/16"]'), more=PEERING), {}),
        (written(rule('cidr_blocks = ["10.1.0.0/16"]'), more=PEERING + ROUTE), DISTANT),
        (written(rule('cidr_blocks = ["10.1.0.0/16"]'), more=GATEWAY), DISTANT),
        (written("", more=separate("aws_security_group_rule", type='"ingress"', protocol='"tcp"',
                                   source_security_group_id="aws_security_group.app.id", **TCP)), REACHED),
        (written("", more=separate("aws_security_group_rule", type='"egress"', protocol='"tcp"',
                                   source_security_group_id="aws_security_group.app.id", **TCP)), {}),
        (written("", more=separate("aws_vpc_security_group_ingress_rule", ip_protocol='"tcp"',
                                   referenced_security_group_id="aws_security_group.app.id", **TCP)), REACHED),
        (written("", more=separate("aws_vpc_security_group_ingress_rule", ip_protocol='"-1"',
                                   cidr_ipv4='"10.0.1.0/24"')), REACHED),
        (written(rule("self = true")), {}),
        (written(rule("self = true")).replace("[aws_security_group.app.id]", "[aws_security_group.db.id]"), {}),
        (written(rule("self = true") + rule("self = true", kind="egress"))
         .replace("[aws_security_group.app.id]", "[aws_security_group.db.id]"), REACHED),
    ],
)  # fmt: skip
def test_security_groups_let_through(look: Callable, terraform: str, expected: dict) -> None:
    assert look(terraform).pairs() == expected


@pytest.mark.parametrize(
    "peer",
    [
        "cidr_blocks = [var.who]", "security_groups = [var.who]", 'prefix_list_ids = ["pl-1"]',
        'security_groups = ["sg-123"]', 'cidr_blocks = ["192.168.0.0/16"]',
    ],
)  # fmt: skip
def test_a_peer_that_is_not_known_is_a_loose_end(look: Callable, peer: str) -> None:
    found = look(written(rule(peer)))
    assert found.pairs() == {}
    (loose,) = found.loose
    assert loose.source == "aws_db_instance.db"
    assert loose.wanted.endswith(" to db (postgresql)")
    assert loose.location.path == "main.tf"
    assert loose.reason


def test_a_path_tells_its_rule_who_holds_the_groups_and_what_breaks_it(look: Callable) -> None:
    terraform = written(rule(APP))
    (found,) = [one for one in look(terraform).relations if one.kind is RelationKind.CAN_REACH]
    lines = terraform.splitlines()
    assert lines[found.location.start_line - 1].startswith("ingress")
    shown = [lines[step.location.start_line - 1].strip() for step in found.proof]
    assert shown[0].startswith("vpc_security_group_ids")
    assert shown[1].startswith("security_group_ids")
    assert shown[2].startswith("egress")
    assert found.breaks.endswith(".")


PUBLIC_ROUTE = """
resource "aws_internet_gateway" "i" {
  vpc_id = aws_vpc.v.id
}
resource "aws_route_table" "open" {
  vpc_id = aws_vpc.v.id
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.i.id
  }
}
resource "aws_route_table_association" "a" {
  subnet_id      = aws_subnet.data.id
  route_table_id = aws_route_table.open.id
}
"""
NAT_ROUTE = PUBLIC_ROUTE.replace("gateway_id = aws_internet_gateway.i.id", "nat_gateway_id = aws_nat_gateway.n.id")
WORLD = rule('cidr_blocks = ["0.0.0.0/0"]')


@pytest.mark.parametrize(
    ("terraform", "expected"),
    [
        (written(WORLD, more=PUBLIC_ROUTE, public="true"), {("db", "db"), ("data", "db")}),
        (written(WORLD, more=PUBLIC_ROUTE), set()),
        (written(WORLD, more=NAT_ROUTE, public="true"), set()),
        (written(WORLD, public="true"), set()),
        (written(rule(APP), more=PUBLIC_ROUTE, public="true"), {("data", "db")}),
    ],
)
def test_the_internet_reaches_a_store_by_rule_address_and_route_together(
    look: Callable, terraform: str, expected: set
) -> None:
    assert set(look(terraform).pairs(RelationKind.EXPOSES)) == expected


def test_a_store_runs_on_its_subnet_and_public_subnets_are_told(look: Callable) -> None:
    found = look(written(rule(APP), more=PUBLIC_ROUTE))
    (placed,) = [one for one in found.relations if one.kind is RelationKind.RUNS_ON]
    assert "a subnet whose route table leads to an internet gateway" in placed.derived_from
    assert [one.subnet.address for one in public_subnets(found.known.index).values()] == ["aws_subnet.data"]
    private = look(written(rule(APP), more=NAT_ROUTE))
    assert public_subnets(private.known.index) == {}
    (placed,) = [one for one in private.relations if one.kind is RelationKind.RUNS_ON]
    assert "internet gateway" not in placed.derived_from


@pytest.mark.parametrize(("internal", "expected"), [("false", {("edge", "lb")}), ("true", set()), ("var.who", set())])
def test_a_load_balancer_is_exposed_unless_internal(look: Callable, internal: str, expected: set) -> None:
    terraform = f"""
variable "who" {{}}
resource "aws_lb" "lb" {{
  internal        = {internal}
  security_groups = [aws_security_group.edge.id]
}}
resource "aws_security_group" "edge" {{
{rule('cidr_blocks = ["0.0.0.0/0"]', 443, 443)}
}}
"""
    assert set(look(terraform).pairs(RelationKind.EXPOSES)) == expected


def test_only_pairs_that_a_group_names_are_told_where_no_store_is(look: Callable) -> None:
    more = """
resource "aws_instance" "host" {
  vpc_security_group_ids = [aws_security_group.host.id]
  subnet_id = aws_subnet.apps.id
}
resource "aws_security_group" "host" {
  vpc_id = aws_vpc.v.id
PEER
}
"""
    named = look(written("", more=more.replace("PEER", rule(APP, 22, 22))))
    assert named.pairs() == {("app", "host"): ("22", "high")}
    ranged = look(written("", more=more.replace("PEER", rule('cidr_blocks = ["10.0.0.0/16"]', 22, 22))))
    assert ranged.pairs() == {}


@pytest.mark.parametrize(
    "ingress",
    [
        "ingress = 5", "ingress = var.who", "ingress = [1, null, {}]", 'ingress {\n from_port = "x"\n}',
        'ingress {\n cidr_blocks = {a = 1}\n protocol = ["tcp"]\n from_port = -5\n to_port = 1e99\n}',
        rule('cidr_blocks = ["999.0.0.0/99", "", null, 7]'), rule("security_groups = [aws_security_group.db.id]"),
        rule("security_groups = [aws_security_group.nobody.id]"), rule(APP, 9999999, -1),
    ],
)  # fmt: skip
def test_nonsense_lets_nobody_in(look: Callable, ingress: str) -> None:
    assert look(written(ingress)).pairs() == {}


def test_a_store_without_groups_still_has_its_subnets(look: Callable) -> None:
    terraform = written(rule(APP), more=PUBLIC_ROUTE).replace("vpc_security_group_ids = [aws_security_group.db.id]", "")
    (placed,) = [one for one in look(terraform).relations if one.kind is RelationKind.RUNS_ON]
    assert "internet gateway" in placed.derived_from


def test_what_differs_by_environment_is_looked_at_in_each(look: Callable, tmp_path: Path) -> None:
    (tmp_path / "dev.tfvars").write_text('who = "10.0.7.0/24"')
    (tmp_path / "prod.tfvars").write_text('who = "10.0.0.0/16"')
    assert look(written(rule("cidr_blocks = [var.who]"))).pairs() == REACHED


STORE = """
resource "aws_db_instance" "db" {
  engine               = "postgres"
  db_subnet_group_name = GROUP
}
resource "aws_db_subnet_group" "g" {
  name       = "g"
  subnet_ids = SUBNETS
}
resource "aws_subnet" "s" {
  vpc_id = VPC
}
resource "aws_vpc" "v" {
}
variable "who" {}
"""


@pytest.mark.parametrize(
    ("group", "subnets", "vpc", "wanted"),
    [
        ("var.who", "[aws_subnet.s.id]", "aws_vpc.v.id", {"db": "subnet group var.who"}),
        ('"elsewhere"', "[aws_subnet.s.id]", "aws_vpc.v.id", {"db": "subnet group elsewhere"}),
        ('"g"', "[aws_subnet.s.id]", "aws_vpc.v.id", {}),
        ('""', "[aws_subnet.s.id]", "aws_vpc.v.id", {}),
        ("aws_db_subnet_group.g.name", "var.who", "aws_vpc.v.id", {"db": "subnets of aws_db_subnet_group.g: var.who"}),
        ("aws_db_subnet_group.g.name", "[aws_subnet.s.id]", "aws_vpc.v.id", {}),
        ("aws_db_subnet_group.g.name", "[aws_subnet.s.id]", "var.who", {"s": "route table of aws_subnet.s"}),
    ],
)
def test_a_store_whose_subnets_or_routes_are_not_known_has_a_loose_end(
    look: Callable, group: str, subnets: str, vpc: str, wanted: dict[str, str]
) -> None:
    found = look(STORE.replace("GROUP", group).replace("SUBNETS", subnets).replace("VPC", vpc))
    assert {one.source.rpartition(".")[2]: one.wanted for one in found.loose} == wanted
    assert {one.kind for one in found.loose} <= {RelationKind.RUNS_ON}


@pytest.mark.parametrize(
    ("table", "wanted"),
    [("var.who", ["route table of aws_subnet.s"]), ("aws_route_table.t.id", [])],
)
def test_a_route_table_that_is_made_elsewhere_is_a_loose_end(look: Callable, table: str, wanted: list[str]) -> None:
    more = f"""
resource "aws_route_table" "t" {{
  vpc_id = aws_vpc.v.id
}}
resource "aws_route_table_association" "a" {{
  subnet_id      = aws_subnet.s.id
  route_table_id = {table}
}}
"""
    given = STORE.replace("GROUP", "aws_db_subnet_group.g.name").replace("SUBNETS", "[aws_subnet.s.id]")
    found = look(given.replace("VPC", "aws_vpc.v.id") + more)
    assert [one.wanted for one in found.loose] == wanted
