"""What Google's firewalls and Cloud SQL let through."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scanner.domain.architecture import RelationKind

BASE = """
resource "google_compute_network" "n" {
  name = "n"
}
resource "google_compute_instance" "web" {
  tags = ["web"]
  network_interface {
    network = google_compute_network.n.id
    access_config {
      nat_ip = "1.2.3.4"
    }
  }
}
resource "google_compute_instance" "back" {
  tags = ["back"]
  network_interface {
    network = google_compute_network.n.id
  }
}
"""


def firewall(name: str, body: str, priority: int = 1000) -> str:
    head = f'resource "google_compute_firewall" "{name}" {{\n  network = google_compute_network.n.id\n'
    return f"{head}  priority = {priority}\n{body}\n}}\n"


ALLOW = 'allow {\n protocol = "tcp"\n ports = ["8080"]\n}\n'
DENY = 'deny {\n protocol = "all"\n}\n'
TAGS = 'source_tags = ["web"]\ntarget_tags = ["back"]\n'
REACHED = {("web", "back"): ("8080", "high")}


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (firewall("a", ALLOW + TAGS), REACHED),
        (firewall("a", ALLOW + TAGS + "disabled = true\n"), {}),
        (firewall("a", ALLOW + 'source_tags = ["other"]\ntarget_tags = ["back"]\n'), {}),
        (firewall("a", ALLOW + 'source_tags = ["web"]\ntarget_tags = ["other"]\n'), {}),
        (firewall("a", ALLOW + TAGS) + firewall("d", DENY + TAGS, 10), {}),
        (firewall("a", ALLOW + TAGS) + firewall("d", DENY + TAGS, 2000), REACHED),
        (firewall("a", ALLOW + TAGS) + firewall("d", DENY + TAGS, 1000), {}),
        (firewall("a", ALLOW + TAGS) + firewall("d", DENY + 'source_ranges = ["0.0.0.0/0"]\n', 10), {}),
        (firewall("a", ALLOW + TAGS + 'direction = "EGRESS"\n'), {}),
    ],
)
def test_firewalls_by_tag_and_priority(look: Callable, rules: str, expected: dict) -> None:
    assert look(BASE + rules).pairs() == expected


def test_the_internet_reaches_only_what_has_an_address(look: Callable) -> None:
    opened = firewall("a", ALLOW + 'source_ranges = ["0.0.0.0/0"]\n')
    assert set(look(BASE + opened).pairs(RelationKind.EXPOSES)) == {("a", "web")}
    closed = opened + firewall("d", DENY + 'source_ranges = ["0.0.0.0/0"]\n', 10)
    assert look(BASE + closed).pairs(RelationKind.EXPOSES) == {}


@pytest.mark.parametrize(("value", "exposed"), [("0.0.0.0/0", True), ("10.1.2.3/32", False), ("nonsense", False)])
def test_authorised_networks_of_cloud_sql(look: Callable, value: str, exposed: bool) -> None:
    store = f"""
resource "google_sql_database_instance" "s" {{
  database_version = "POSTGRES_15"
  settings {{
    ip_configuration {{
      private_network = google_compute_network.n.id
      authorized_networks {{
        value = "{value}"
      }}
    }}
  }}
}}
"""
    found = look(BASE + store)
    assert found.pairs(RelationKind.EXPOSES) == ({("s", "s"): ("5432", "high")} if exposed else {})
    assert found.pairs() == {("web", "s"): ("5432", "medium"), ("back", "s"): ("5432", "medium")}


@pytest.mark.parametrize("body", ["allow = 5", "allow {\n ports = {}\n}", "source_ranges = [null, 7]\n" + ALLOW])
def test_nonsense_is_survived(look: Callable, body: str) -> None:
    assert look(BASE + firewall("a", body)).pairs(RelationKind.EXPOSES) == {}
