"""What network policies let through."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scanner.modelling.relations.reachability import Reach


def pod(name: str, image: str, namespace: str = "shop", labels: str = "") -> str:
    space = f", namespace: {namespace}" if namespace else ""
    return f"""---
apiVersion: apps/v1
kind: Deployment
metadata: {{name: {name}{space}}}
spec:
  selector: {{matchLabels: {{app: {name}}}}}
  template:
    metadata: {{labels: {{app: {name}{labels}}}}}
    spec:
      containers:
        - {{name: main, image: "{image}", ports: [{{name: main, containerPort: 5432}}]}}
"""


def policy(spec: str, name: str = "p", namespace: str = "shop") -> str:
    head = "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
    return f"{head}metadata: {{name: {name}, namespace: {namespace}}}\nspec: {spec}\n"


def cilium(spec: str) -> str:
    head = "---\napiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\n"
    return f"{head}metadata: {{name: c, namespace: shop}}\nspec: {spec}\n"


def space(labels: str) -> str:
    return f"---\napiVersion: v1\nkind: Namespace\nmetadata: {{name: far, labels: {{{labels}}}}}\n"


PODS = (
    pod("web", "web:1")
    + pod("api", "api:1", labels=", tier: back")
    + pod("db", "postgres:16")
    + pod("guest", "guest:1", "far", ", tier: back")
)
DB = "podSelector: {matchLabels: {app: db}}"
API = "podSelector: {matchLabels: {app: api}}"
CLOSED_OUT = policy("{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress]}", "out")
SOME_OUT = policy(
    "{podSelector: {matchLabels: {app: api}}, policyTypes: [Egress], egress: [{to: [{"
    + DB
    + "}], ports: [{port: 5432}]}]}",
    "out",
)
YES, NO, UNKNOWN = Reach.REACHED, Reach.NOT_REACHED, Reach.UNKNOWN
TEAM = "namespaceSelector: {matchLabels: {team: x}}"
FAR = "namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: far}}"


def one_of(*values: str, operator: str = "In") -> str:
    return f"podSelector: {{matchExpressions: [{{key: tier, operator: {operator}, values: [{', '.join(values)}]}}]}}"


@pytest.mark.parametrize(
    ("policies", "web", "api", "guest"),
    [
        ("", YES, YES, YES),
        (policy(f"{{{DB}}}"), NO, NO, NO),
        (policy(f"{{{DB}, ingress: []}}"), NO, NO, NO),
        (policy(f"{{{DB}, ingress: [{{}}]}}"), YES, YES, YES),
        (policy(f"{{{DB}, ingress: [{{from: []}}]}}"), YES, YES, YES),
        (policy("{podSelector: {}}"), NO, NO, NO),
        (policy("{podSelector: {}}") + policy(f"{{{DB}, ingress: [{{from: [{{{API}}}]}}]}}", "q"), NO, YES, NO),
        (policy(f"{{{DB}, ingress: [{{from: [{{podSelector: {{}}}}]}}]}}"), YES, YES, NO),
        (policy(f"{{{DB}, ingress: [{{from: [{{{API}}}]}}]}}"), NO, YES, NO),
        (policy(f"{{{DB}, ingress: [{{from: [{{{API}}}], ports: [{{port: 5432}}]}}]}}"), NO, YES, NO),
        (policy(f"{{{DB}, ingress: [{{from: [{{{API}}}], ports: [{{port: main}}]}}]}}"), NO, YES, NO),
        (policy(f"{{{DB}, ingress: [{{from: [{{{API}}}], ports: [{{port: 80}}]}}]}}"), NO, NO, NO),
        (policy(f"{{{DB}, ingress: [{{from: [{{{API}}}], ports: [{{port: 5000, endPort: 6000}}]}}]}}"), NO, YES, NO),
        (policy(f"{{{DB}, ingress: [{{ports: [{{port: 5432, protocol: UDP}}]}}]}}"), NO, NO, NO),
        (policy(f"{{{DB}, ingress: [{{from: [{{{one_of('back')}}}]}}]}}"), NO, YES, NO),
        (policy(f"{{{DB}, ingress: [{{from: [{{{one_of('back', operator='NotIn')}}}]}}]}}"), YES, NO, NO),
        (policy(f"{{{DB}, ingress: [{{from: [{{{FAR}}}]}}]}}"), NO, NO, YES),
        (policy(f"{{{DB}, ingress: [{{from: [{{namespaceSelector: {{}}}}]}}]}}"), YES, YES, YES),
        (policy(f"{{{DB}, ingress: [{{from: [{{{TEAM}}}]}}]}}"), UNKNOWN, UNKNOWN, UNKNOWN),
        (policy(f"{{{DB}, ingress: [{{from: [{{{TEAM}}}]}}]}}") + space("team: x"), UNKNOWN, UNKNOWN, YES),
        (policy(f"{{{DB}, ingress: [{{from: [{{{TEAM}}}]}}]}}") + space("team: y"), UNKNOWN, UNKNOWN, NO),
        (policy(f"{{{DB}, ingress: [{{from: [{{{FAR}, {API}}}]}}]}}"), NO, NO, NO),
        (policy(f"{{{DB}, ingress: [{{from: [{{ipBlock: {{cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}}}]}}]}}"),
         UNKNOWN, UNKNOWN, UNKNOWN),
        (policy(f"{{{DB}, policyTypes: [Egress]}}"), YES, YES, YES),
        (policy(f"{{{DB}}}", namespace="far"), YES, YES, YES),
        (CLOSED_OUT, NO, YES, YES),
        (SOME_OUT, YES, YES, YES),
        (SOME_OUT.replace("5432", "80"), YES, NO, YES),
        (cilium("{endpointSelector: {matchLabels: {app: db}}, ingress: [{fromEndpoints: "
                "[{matchLabels: {app: api}}]}]}"),
         NO, YES, NO),
        (cilium("{endpointSelector: {matchLabels: {app: db}}, ingress: [{fromEndpoints: "
                "[{matchLabels: {'k8s:io.kubernetes.pod.namespace': far}}]}]}"), NO, NO, YES),
        (cilium("{endpointSelector: {matchLabels: {app: db}}, ingress: [{fromEntities: [cluster]}]}"), YES, YES, YES),
        (cilium("{endpointSelector: {}, ingressDeny: [{fromEntities: [all]}]}"), UNKNOWN, UNKNOWN, UNKNOWN),
    ],
)  # fmt: skip
def test_policies_decide_who_reaches_the_store(
    look: Callable, policies: str, web: Reach, api: Reach, guest: Reach
) -> None:
    cluster = look(pods=PODS + policies).cluster()
    ids = {"web": "Deployment/shop/web", "api": "Deployment/shop/api", "guest": "Deployment/far/guest"}
    found = {name: cluster.can_reach(one, "Deployment/shop/db").state for name, one in ids.items()}
    assert found == {"web": web, "api": api, "guest": guest}


def test_only_ways_from_users_to_stores_are_listed_where_no_policy_is(look: Callable) -> None:
    assert look(pods=PODS).pairs() == {("web", "db"): ("5432", "medium")}


def test_a_way_that_a_policy_names_is_listed_with_its_place(look: Callable) -> None:
    text = PODS + policy(f"{{{DB}, ingress: [{{from: [{{{API}}}], ports: [{{port: 5432}}]}}]}}", "only-api")
    found = look(pods=text)
    assert found.pairs() == {("api", "db"): ("5432", "high")}
    (relation,) = found.relations
    assert "only-api" in relation.derived_from
    assert "ingress" in text.splitlines()[relation.location.start_line - 1]


def test_a_verdict_tells_why_it_is_closed(look: Callable) -> None:
    cluster = look(pods=PODS + policy(f"{{{DB}}}", "closed")).cluster()
    verdict = cluster.can_reach("Deployment/shop/web", "Deployment/shop/db")
    assert verdict.state is NO
    assert "closed" in verdict.reason
    assert verdict.proof[0].location.path == "pods.yaml"
    assert cluster.can_reach("nobody", "Deployment/shop/db").state is UNKNOWN


@pytest.mark.parametrize(
    "spec",
    [
        "{podSelector: {matchLabels: {app: gone}}}",
        f"{{{DB}, ingress: [{{from: [{{podSelector: {{matchLabels: {{app: gone}}}}}}]}}]}}",
    ],
)
def test_a_selector_that_selects_nothing_is_a_loose_end(look: Callable, spec: str) -> None:
    (loose,) = look(pods=PODS + policy(spec)).loose
    assert "app=gone" in loose.wanted
    assert loose.source == "NetworkPolicy/shop/p"


def test_copies_in_two_folders_do_not_reach_each_other(look: Callable, tmp_path: Path) -> None:
    text = pod("web", "web:1", "") + pod("db", "postgres:16", "")
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "all.yaml").write_text(text)
    pairs = {(one.source, one.target) for one in look().relations}
    assert pairs == {(f"{name}:Deployment/_/web", f"{name}:Deployment/_/db") for name in ("one", "two")}


@pytest.mark.parametrize(
    "spec",
    [
        "5", "[]", "{podSelector: 7}", "{podSelector: {matchLabels: [a]}, ingress: {a: b}}",
        "{podSelector: {matchExpressions: [5, {key: 1}, {key: a, operator: Like}]}, ingress: [7]}",
        f"{{{DB}, ingress: [{{from: [3, {{ipBlock: 4}}], ports: [{{port: [1]}}, 5, {{port: 70000}}]}}]}}",
        f"{{{DB}, policyTypes: [5, Nothing], ingress: text}}",
    ],
)  # fmt: skip
def test_hostile_policies_are_survived(look: Callable, spec: str) -> None:
    found = look(pods=PODS + policy(spec) + cilium(spec))
    assert found.cluster().can_reach("Deployment/shop/web", "Deployment/shop/db").state in set(Reach)
