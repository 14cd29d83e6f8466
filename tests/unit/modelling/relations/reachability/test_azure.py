"""What networks and services of Azure let through."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scanner.domain.architecture import RelationKind

BASE = """
variable "who" {}
resource "azurerm_virtual_network" "v" {
  address_space = ["10.0.0.0/16"]
}
resource "azurerm_virtual_network" "w" {
  address_space = ["10.1.0.0/16"]
}
resource "azurerm_subnet" "apps" {
  virtual_network_name = VNET
  address_prefixes     = ["10.0.1.0/24"]
}
resource "azurerm_subnet" "data" {
  virtual_network_name = azurerm_virtual_network.v.name
  address_prefixes     = ["10.0.2.0/24"]
}
resource "azurerm_linux_web_app" "app" {
  virtual_network_subnet_id     = azurerm_subnet.apps.id
  public_network_access_enabled = false
}
resource "azurerm_postgresql_flexible_server" "db" {
  delegated_subnet_id = azurerm_subnet.data.id
}
resource "azurerm_network_security_group" "n" {
RULES
}
resource "azurerm_subnet_network_security_group_association" "a" {
  subnet_id                 = azurerm_subnet.data.id
  network_security_group_id = azurerm_network_security_group.n.id
}
"""
PEERING = """
resource "azurerm_virtual_network_peering" "p" {
  virtual_network_name      = azurerm_virtual_network.v.name
  remote_virtual_network_id = azurerm_virtual_network.w.id
}
"""


def written(*rules: str, vnet: str = "v", more: str = "") -> str:
    return BASE.replace("VNET", f"azurerm_virtual_network.{vnet}.name").replace("RULES", "\n".join(rules)) + more


def rule(priority: int | str, access: str, source: str, port: str = "*", direction: str = "Inbound") -> str:
    return f"""security_rule {{
    name = "r"
    priority = {priority}
    direction = "{direction}"
    access = "{access}"
    protocol = "Tcp"
    source_port_range = "*"
    destination_port_range = "{port}"
    source_address_prefix = {source}
    destination_address_prefix = "*"
  }}"""


DENY = rule(4000, "Deny", '"*"')
REACHED = {("app", "db"): ("5432", "high")}
UNSURE = {("app", "db"): ("5432", "medium")}


@pytest.mark.parametrize(
    ("terraform", "expected"),
    [
        (written(), REACHED),
        (written(DENY), {}),
        (written(rule(4000, "Deny", '"VirtualNetwork"')), {}),
        (written(rule(4000, "Deny", '"Internet"')), REACHED),
        (written(DENY, rule(100, "Allow", '"10.0.1.0/24"', "5432")), REACHED),
        (written(DENY, rule(100, "Allow", '"10.0.1.0/24"', "5000-6000")), REACHED),
        (written(DENY, rule(100, "Allow", '"10.0.1.0/24"', "443")), {}),
        (written(DENY, rule(100, "Allow", '"10.0.9.0/24"', "5432")), {}),
        (written(rule(100, "Deny", '"10.0.1.0/24"', "5432"), rule(200, "Allow", '"*"')), {}),
        (written(rule(200, "Deny", '"10.0.1.0/24"', "5432"), rule(100, "Allow", '"*"')), REACHED),
        (written(DENY.replace("Inbound", "Outbound")), REACHED),
        (written(rule(100, "Deny", "var.who")), UNSURE),
        (written(vnet="w"), {}),
        (written(vnet="w", more=PEERING), UNSURE),
    ],
)
def test_security_groups_decide_by_priority(look: Callable, terraform: str, expected: dict) -> None:
    assert look(terraform).pairs() == expected


def test_a_rule_apart_counts_and_outbound_groups_count(look: Callable) -> None:
    apart = """
resource "azurerm_network_security_rule" "r" {
  network_security_group_name = azurerm_network_security_group.n.name
  priority = 100
  direction = "Inbound"
  access = "Deny"
  protocol = "*"
  destination_port_range = "5432"
  source_address_prefix = "VirtualNetwork"
  destination_address_prefix = "*"
}
"""
    assert look(written(more=apart)).pairs() == {}
    outbound = """
resource "azurerm_network_security_group" "out" {
RULE
}
resource "azurerm_subnet_network_security_group_association" "b" {
  subnet_id                 = azurerm_subnet.apps.id
  network_security_group_id = azurerm_network_security_group.out.id
}
""".replace("RULE", rule(100, "Deny", '"*"', direction="Outbound"))
    assert look(written(more=outbound)).pairs() == {}


@pytest.mark.parametrize(("policies", "expected"), [("Enabled", {}), ("Disabled", {("app", "sql"): ("1433", "high")})])
def test_groups_hold_for_private_endpoints_only_where_switched_on(
    look: Callable, policies: str, expected: dict
) -> None:
    more = """
resource "azurerm_mssql_server" "sql" {}
resource "azurerm_private_endpoint" "e" {
  subnet_id = azurerm_subnet.data.id
  private_service_connection {
    private_connection_resource_id = azurerm_mssql_server.sql.id
  }
}
"""
    base = written(DENY, more=more).replace(
        'address_prefixes     = ["10.0.2.0/24"]',
        f'address_prefixes = ["10.0.2.0/24"]\n  private_endpoint_network_policies = "{policies}"',
    )
    assert look(base).pairs() == expected


@pytest.mark.parametrize(
    ("first", "last", "public", "expected"),
    [
        ('"0.0.0.0"', '"255.255.255.255"', "true", "high"),
        ('"0.0.0.0"', '"0.0.0.0"', "true", "medium"),
        ('"0.0.0.0"', '"255.255.255.255"', "false", None),
        ('"20.1.2.3"', '"20.1.2.3"', "true", None),
        ("var.a", "var.a", "true", None),
        ('"nonsense"', "7", "true", None),
    ],
)
def test_firewall_rules_expose(look: Callable, first: str, last: str, public: str, expected: str | None) -> None:
    found = look(f"""
variable "a" {{}}
resource "azurerm_mssql_server" "s" {{
  public_network_access_enabled = {public}
}}
resource "azurerm_mssql_firewall_rule" "f" {{
  server_id = azurerm_mssql_server.s.id
  start_ip_address = {first}
  end_ip_address = {last}
}}
""")
    exposed = found.pairs(RelationKind.EXPOSES)
    assert exposed == ({("s", "s"): ("1433", expected)} if expected else {})
    assert bool(found.loose) is (first == "var.a")


@pytest.mark.parametrize(
    ("site", "exposed", "loose"),
    [
        ("", True, False),
        ('ip_restriction {\n ip_address = "10.0.0.0/8"\n}\nip_restriction_default_action = "Deny"', False, False),
        ('ip_restriction {\n ip_address = "10.0.0.0/8"\n}', False, True),
        ('ip_restriction {\n ip_address = "10.0.0.0/8"\n}\nip_restriction_default_action = "Allow"', True, False),
        ('ip_restriction {\n ip_address = "0.0.0.0/0"\n}\nip_restriction_default_action = "Deny"', True, False),
        ('ip_restriction_default_action = "Deny"', False, False),
    ],
)
def test_access_restrictions_of_web_apps(look: Callable, site: str, exposed: bool, loose: bool) -> None:
    found = look(f'resource "azurerm_linux_web_app" "w" {{\n  site_config {{\n{site}\n}}\n}}\n')
    assert bool(found.pairs(RelationKind.EXPOSES)) is exposed
    assert bool(found.loose) is loose


@pytest.mark.parametrize(
    ("rules", "exposed", "reached"),
    [
        ("", True, False),
        ('network_rules {\n default_action = "Allow"\n}', True, False),
        ('network_rules {\n default_action = "Deny"\n}', False, False),
        (
            'network_rules {\n default_action = "Deny"\n virtual_network_subnet_ids = [azurerm_subnet.s.id]\n}',
            False,
            True,
        ),
        ("public_network_access_enabled = false", False, False),
    ],
)
def test_network_rules_of_storage(look: Callable, rules: str, exposed: bool, reached: bool) -> None:
    found = look(f"""
resource "azurerm_subnet" "s" {{}}
resource "azurerm_linux_function_app" "f" {{
  virtual_network_subnet_id     = azurerm_subnet.s.id
  public_network_access_enabled = false
}}
resource "azurerm_storage_account" "a" {{
{rules}
}}
""")
    assert bool(found.pairs(RelationKind.EXPOSES)) is exposed
    assert set(found.pairs()) == ({("f", "a")} if reached else set())
