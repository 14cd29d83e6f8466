"""Charts are rendered by the real Helm, without a network, and what it writes stands at its line of the template."""

from __future__ import annotations

import platform
import sys
from pathlib import Path

import pytest

from scanner.domain.resource import Parsed, Resource, Unknown
from scanner.parsers.kubernetes import KubernetesParser, programs
from scanner.parsers.kubernetes.programs import HELM
from scanner.parsers.kubernetes.rendered import settled
from scanner.processes import Limits
from scanner.sources.repository import RepositoryReader

pytestmark = pytest.mark.skipif(
    not (sys.platform == "linux" and platform.machine() == "x86_64"),
    reason="elsewhere charts are not rendered, as no program can be kept from the network there",
)

CHART = "apiVersion: v2\nname: shop\nversion: 1.0.0\n"
VALUES = "image: {repository: registry.example/shop, tag: '1.4.2'}\ningress: {enabled: false}\nworkers: [mail, bills]\n"
WEB = """\
{{- if .Values.ingress.enabled }}
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
{{- end }}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "shop.name" . }}-web
spec:
  template:
    spec:
      containers:
        - name: web
          image: "{{ .Values.image.repository }}:{{ .Values.image.tag }}"
          securityContext: {{- toYaml .Values.security | nindent 12 }}
{{- range .Values.workers }}
---
apiVersion: batch/v1
kind: CronJob
metadata:
  name: {{ . }}
{{- end }}
"""
HELPERS = '{{- define "shop.name" -}}{{ .Chart.Name }}{{- end -}}'


@pytest.fixture(autouse=True)
def _real_helm(monkeypatch: pytest.MonkeyPatch) -> None:
    program = Path(sys.prefix) / "bin" / "helm"
    assert program.is_file(), "the dependencies of development hold Helm"
    monkeypatch.setenv(HELM, str(program))


def parsed(root: Path, files: dict[str, str]) -> Parsed:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    reader, parser = RepositoryReader(root), KubernetesParser()
    (unit,) = parser.units(reader.walk().artifacts)
    return parser.parse(unit, reader)


def shop(**files: str) -> dict[str, str]:
    own = {
        "Chart.yaml": CHART,
        "values.yaml": VALUES + "security: {runAsNonRoot: true}\n",
        "templates/_helpers.tpl": HELPERS,
        "templates/web.yaml": WEB,
    }
    return {f"deploy/shop/{path}": text for path, text in {**own, **files}.items()}


def by_address(made: Parsed) -> dict[str, Resource]:
    return {one.address: one for one in made.resources}


def test_values_are_filled_in_at_their_lines(tmp_path: Path) -> None:
    made = parsed(tmp_path, shop())
    found = by_address(made)
    assert set(found) == {"Deployment/_/shop-web", "CronJob/_/mail", "CronJob/_/bills"}
    web = found["Deployment/_/shop-web"]
    (container,) = web.attributes["spec"]["template"]["spec"]["containers"]  # type: ignore[index,call-overload]
    assert container["image"] == "registry.example/shop:1.4.2"  # type: ignore[index,call-overload]
    assert container["securityContext"] == {"runAsNonRoot": True}  # type: ignore[index,call-overload]
    assert (web.location.path, web.location.start_line) == ("deploy/shop/templates/web.yaml", 7)
    lines = {path: place.line for path, place in web.positions.items()}
    assert lines["spec.template.spec.containers[0].image"] == 16
    assert lines["spec.template.spec.containers[0].securityContext.runAsNonRoot"] == 17
    assert {found[f"CronJob/_/{name}"].location.start_line for name in ("mail", "bills")} == {20}
    assert made.counts["helm_templates_rendered"] == 1
    assert made.counts["kubernetes_objects"] == 3


def test_it_is_said_that_a_deployment_may_set_other_values(tmp_path: Path) -> None:
    (problem,) = parsed(tmp_path, shop()).problems
    assert (
        problem.message == "this chart was rendered with its own values; what a deployment sets otherwise is not seen"
    )
    assert problem.location is not None
    assert problem.location.path == "deploy/shop/Chart.yaml"


def test_values_of_production_win(tmp_path: Path) -> None:
    made = parsed(tmp_path, shop(**{"values-prod.yaml": "ingress: {enabled: true}\nworkers: []\n"}))
    assert set(by_address(made)) == {"Deployment/_/shop-web", "Ingress/_/web"}
    assert "its own values and values-prod.yaml" in made.problems[0].message


def test_a_chart_that_is_not_here_is_told_and_the_rest_is_rendered(tmp_path: Path) -> None:
    head = CHART + "dependencies:\n  - {name: postgresql, version: 15.x.x, repository: 'https://charts.example'}\n"
    made = parsed(tmp_path, shop(**{"Chart.yaml": head}))
    assert "Deployment/_/shop-web" in by_address(made)
    assert "charts that it depends on and that are not here: postgresql" in made.problems[0].message


def test_a_chart_that_holds_another_is_rendered_with_it(tmp_path: Path) -> None:
    head = CHART + "dependencies:\n  - {name: store, version: 1.0.0}\n"
    inner = {
        "charts/store/Chart.yaml": "apiVersion: v2\nname: store\nversion: 1.0.0\n",
        "charts/store/values.yaml": "size: 3\n",
        "charts/store/templates/set.yaml": (
            "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: store}\nspec:\n  replicas: {{ .Values.size }}\n"
        ),
    }
    store = by_address(parsed(tmp_path, shop(**{"Chart.yaml": head, **inner})))["StatefulSet/_/store"]
    assert store.attributes["spec"] == {"replicas": 3}
    assert store.location.path == "deploy/shop/charts/store/templates/set.yaml"
    assert store.positions["spec.replicas"].line == 5


def test_a_chart_that_cannot_be_rendered_is_read_as_it_stands_and_told_why(tmp_path: Path) -> None:
    broken = WEB.replace("{{ .Values.image.tag }}", '{{ required "a tag must be given" .Values.image.none }}')
    made = parsed(tmp_path, shop(**{"templates/web.yaml": broken}))
    (problem,) = made.problems
    assert "Helm cannot render this chart" in problem.message
    assert "a tag must be given" in problem.message
    assert str(tmp_path) not in problem.message
    assert len(made.resources) == 3
    assert made.counts["helm_templates_not_rendered"] == 1


def test_what_changes_each_time_stays_unknown(tmp_path: Path) -> None:
    secret = (
        "apiVersion: v1\nkind: Secret\nmetadata: {name: admin}\nstringData:\n"
        "  user: {{ .Chart.Name }}\n  password: {{ randAlphaNum 20 }}\n"
    )
    first = parsed(tmp_path, shop(**{"templates/secret.yaml": secret}))
    data = by_address(first)["Secret/_/admin"].attributes["stringData"]
    assert data["user"] == "shop"  # type: ignore[index,call-overload]
    assert isinstance(data["password"], Unknown)  # type: ignore[index,call-overload]
    assert parsed(tmp_path, {}) == first


def test_a_chart_that_only_sets_values_of_others_is_told(tmp_path: Path) -> None:
    head = CHART + "dependencies:\n  - {name: generic-service, version: 3.2.1}\n"
    made = parsed(tmp_path, {"deploy/shop/Chart.yaml": head, "deploy/shop/values.yaml": VALUES})
    (problem,) = made.problems
    assert "depends on charts that are not here (generic-service)" in problem.message


def test_a_chart_that_never_ends_costs_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "LIMITS", Limits(seconds=3, network=False))
    endless = "{{- range until 100000 }}{{- range until 100000 }}{{ $x := . }}{{- end }}{{- end }}\n"
    made = parsed(tmp_path, shop(**{"templates/endless.yaml": endless}))
    assert "was stopped after 3 seconds" in made.problems[0].message
    assert made.counts["helm_templates_not_rendered"] == 2


def test_without_helm_the_templates_are_read_and_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HELM, "")
    made = parsed(tmp_path, shop())
    (problem,) = made.problems
    assert "Helm is not installed" in problem.message
    assert "templates/web.yaml" in problem.message
    assert {one.type for one in made.resources} == {"Ingress", "Deployment", "CronJob"}


def test_only_what_was_the_same_twice_is_settled() -> None:
    one = {"a": 1, "b": [1, {"c": 2}], "d": [1], "e": "x"}
    other = {"a": 1, "b": [1, {"c": 3}], "d": [1, 2], "e": "x"}
    made = settled(one, other)
    assert isinstance(made, dict)
    assert made["a"] == 1
    assert made["e"] == "x"
    assert isinstance(made["b"][1]["c"], Unknown)  # type: ignore[index,call-overload]
    assert isinstance(made["d"], Unknown)


def test_a_chart_of_which_not_all_can_be_read_is_not_taken(tmp_path: Path) -> None:
    deep = f"apiVersion: v1\nkind: Thing\nmetadata: {{name: '{{{{ .Chart.Name }}}}'}}\nspec: {'[' * 105}{']' * 105}\n"
    made = parsed(tmp_path, shop(**{"templates/deep.yaml": deep}))
    assert made.counts["helm_templates_not_rendered"] == 2
    assert "helm_templates_rendered" not in made.counts
    told = {one.location.path.rpartition("/")[2] for one in made.problems if one.location and "100 lev" in one.message}
    assert told == {"deep.yaml", "Chart.yaml"}
    assert {one.type for one in made.resources} == {"Ingress", "Deployment", "CronJob"}


def test_values_that_helm_complains_of_are_not_quoted(tmp_path: Path) -> None:
    failing = '{{ fail (printf "this pin is too short: %s" .Values.pin) }}\n'
    made = parsed(tmp_path, shop(**{"templates/fail.yaml": failing, "values.yaml": VALUES + "pin: hunter2plain\n"}))
    assert "execution error at shop/templates/fail.yaml:1:3" in made.problems[0].message
    assert "hunter2plain" not in str(made.problems)


MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Chart.Name }}-NAME\ndata: {a: b}\n"
PLAIN = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: plain\n"
OTHERS = {
    "templates/map.yml.gotmpl": "# A comment.\n" + MAP.replace("NAME", "gotmpl"),
    "templates/map.tpl": MAP.replace("NAME", "tpl"),
    "templates/map.txt": MAP.replace("NAME", "txt"),
    "templates/plain.txt": PLAIN,
    "templates/definitions.tpl": '{{- define "shop.map" -}}' + MAP.replace("NAME", "defined") + "{{- end -}}\n",
    "templates/called.txt": '{{ include "shop.map" . }}\n',
    "templates/NOTES.txt": "Welcome to {{ .Chart.Name }}: apiVersion: v1\nkind: it is\napiVersion: v1\n",
}


def test_templates_of_other_names_are_rendered_too(tmp_path: Path) -> None:
    made = parsed(tmp_path, shop(**OTHERS))
    found = by_address(made)
    rendered = {f"ConfigMap/_/shop-{name}" for name in ("gotmpl", "tpl", "txt", "defined")}
    assert {*rendered, "ConfigMap/_/plain"} == {name for name in found if name.startswith("ConfigMap")}
    place = found["ConfigMap/_/shop-gotmpl"].location
    assert (place.path, place.start_line) == ("deploy/shop/templates/map.yml.gotmpl", 2)
    assert found["ConfigMap/_/shop-defined"].location.path == "deploy/shop/templates/called.txt"
    assert made.counts["helm_templates_rendered"] == 5
    assert len(made.problems) == 1


def test_templates_of_other_names_are_read_without_helm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HELM, "")
    made = parsed(tmp_path, shop(**OTHERS))
    paths = {one.location.path.rpartition("/")[2] for one in made.resources if one.type == "ConfigMap"}
    assert paths == {"map.yml.gotmpl", "map.tpl", "map.txt", "plain.txt"}
    (problem,) = made.problems
    assert "templates/called.txt" in problem.message
    assert "definitions.tpl" not in problem.message
    assert "NOTES.txt" not in problem.message


def test_a_template_that_names_another_file_as_its_source_hides_nothing(tmp_path: Path) -> None:
    spoof = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: {{ .Chart.Name }}}\n---\n"
    made = parsed(tmp_path, shop(**{"templates/a.yaml": f"{spoof}# Source: shop/templates/nowhere.yaml\n{spoof}"}))
    places = [one.location.path for one in made.resources if one.type == "ConfigMap"]
    assert places == ["deploy/shop/templates/a.yaml"] * 2


def test_what_names_no_file_of_the_chart_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "helm"
    program.write_text("#!/bin/sh\nprintf 'a: 1\\n---\\n# Source: shop/templates/x.yaml\\nb: 1\\n---\\n'\n")
    program.chmod(0o755)
    monkeypatch.setenv(HELM, str(program))
    told = [one.message for one in parsed(tmp_path / "made", shop()).problems]
    assert any("names as its source what is not here: nothing, templates/x.yaml" in message for message in told), told
