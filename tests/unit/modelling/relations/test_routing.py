"""How requests go in a cluster, and as whom workloads act."""

from __future__ import annotations

from pathlib import Path

from scanner.domain.architecture import Confidence, RelationKind
from tests.unit.modelling.wired import loose, service, ties, wired, workload

ROUTES, EXPOSES, RUNS_AS = RelationKind.ROUTES_TO, RelationKind.EXPOSES, RelationKind.RUNS_AS


def ingress(name: str, backend: str, annotations: str = "") -> str:
    return f"""\
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {{name: {name}, namespace: shop, annotations: {{{annotations}}}}}
spec:
  rules:
    - http:
        paths:
          - backend: {{service: {{name: {backend}, port: {{number: 80}}}}}}
"""


def test_an_ingress_leads_through_its_service(tmp_path: Path) -> None:
    facing = "alb.ingress.kubernetes.io/scheme: internet-facing"
    made = wired(tmp_path, {
        "app.yaml": workload("web") + service("web"),
        "in.yaml": ingress("edge", "web", facing) + ingress("inner", "web") + ingress("lost", "nobody"),
    })  # fmt: skip
    assert set(ties(made, ROUTES)) == {
        ("Ingress/shop/edge", "Service/shop/web"),
        ("Ingress/shop/inner", "Service/shop/web"),
        ("Service/shop/web", "Deployment/shop/web"),
    }
    assert set(ties(made, EXPOSES)) == {("Ingress/shop/edge", "Service/shop/web")}
    assert ties(made, ROUTES)["Ingress/shop/edge", "Service/shop/web"].location.start_line == 9
    (end,) = loose(made)
    assert end.wanted == "Service shop/nobody"


def test_a_selector_that_finds_nothing_is_a_loose_end(tmp_path: Path) -> None:
    made = wired(tmp_path, {"app.yaml": workload("web", namespace="far") + service("web")})
    assert not ties(made, ROUTES)
    (end,) = loose(made)
    assert (end.source, end.kind) == ("Service/shop/web", ROUTES)
    assert end.wanted == "pods of Service/shop/web on 80"


def test_who_comes_in_is_a_loose_end_where_a_store_is_behind_and_nothing_tells(tmp_path: Path) -> None:
    node, inside = ", type: NodePort", ", type: ClusterIP"
    made = wired(tmp_path, {
        "a.yaml": workload("db", "postgres:17") + service("db", spec=node),
        "b.yaml": workload("kept", "postgres:17") + service("kept", spec=inside) + ingress("edge", "kept"),
        "c.yaml": workload("web") + service("web", spec=node) + ingress("inner", "web"),
    })  # fmt: skip
    assert {(end.source, end.kind, end.wanted) for end in loose(made)} == {
        ("Service/shop/db", EXPOSES, "who reaches Service/shop/db from outside"),
        ("Ingress/shop/edge", EXPOSES, "who reaches Ingress/shop/edge from outside"),
    }


def test_templates_bind_only_where_their_text_is_the_same(tmp_path: Path) -> None:
    head = "apiVersion: {}\nkind: {}\nmetadata: {{name: '{{{{ .Values.name }}}}'}}\n"
    app = head.format("apps/v1", "Deployment")
    app += "spec: {template: {metadata: {labels: {app: '{{ .Values.name }}'}}, spec: {containers: []}}}\n"
    made = wired(tmp_path, {
        "chart/Chart.yaml": "name: c\nversion: 1.0.0\n",
        "chart/templates/app.yaml": app,
        "chart/templates/svc.yaml": head.format("v1", "Service") + "spec: {selector: {app: '{{ .Values.name }}'}}\n",
        "chart/templates/lost.yaml": head.format("v1", "Service").replace("name }}", "other }}")
        + "spec: {selector: {app: '{{ .Values.other }}'}}\n",
    })  # fmt: skip
    (found,) = ties(made, ROUTES).values()
    assert found.confidence is Confidence.MEDIUM
    (end,) = loose(made)
    assert "template" in end.reason


def test_a_balancer_of_a_private_address_exposes_nothing(tmp_path: Path) -> None:
    made = wired(tmp_path, {
        "a.yaml": workload("out") + service("out", spec=", type: LoadBalancer"),
        "b.yaml": workload("home") + service("home", spec=", type: LoadBalancer, loadBalancerIP: 192.168.1.7"),
        "c.yaml": workload("node") + service("node", spec=", type: NodePort"),
    })  # fmt: skip
    assert set(ties(made, EXPOSES)) == {("Service/shop/out", "Deployment/shop/out")}


def test_workloads_run_as_accounts(tmp_path: Path) -> None:
    account = "---\napiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: api\n  namespace: shop\n  annotations:\n"
    account += "    eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/api\n"
    made = wired(tmp_path, {
        "a.yaml": workload("api", more="serviceAccountName: api") + account,
        "b.yaml": workload("far", more="serviceAccountName: api", namespace="other"),
    })  # fmt: skip
    assert set(ties(made, RUNS_AS)) == {("Deployment/shop/api", "ServiceAccount/shop/api")}
    assert {end.wanted for end in loose(made)} == {
        "arn:aws:iam::111122223333:role/api",
        "ServiceAccount other/api",
    }


def test_services_that_call_each_other_in_a_ring(tmp_path: Path) -> None:
    made = wired(tmp_path, {
        "a.yaml": workload("a", env="{name: B_URL, value: 'http://b'}") + service("a"),
        "b.yaml": workload("b", env="{name: A_URL, value: 'http://a'}, {name: OWN_URL, value: 'http://b'}")
        + service("b"),
    })  # fmt: skip
    assert set(ties(made, RelationKind.CALLS)) == {
        ("Deployment/shop/a", "Deployment/shop/b"),
        ("Deployment/shop/b", "Deployment/shop/a"),
    }
