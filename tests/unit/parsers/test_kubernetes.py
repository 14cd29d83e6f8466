import json

import pytest

from scanner.domain.resource import Unknown, UnknownReason
from scanner.domain.workload import containers, is_workload, placed_containers, pod_metadata, pod_path, pod_spec
from scanner.parsers.kubernetes.parser import KubernetesParser
from scanner.parsers.kubernetes.templates import Template
from scanner.sources.repository import RepositoryReader

PARSER = KubernetesParser()
DEPLOYMENT = """
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
  labels: {app: web, generation: 2}
spec:
  template:
    metadata:
      labels: {app: web}
    spec:
      initContainers:
        - name: wait
          image: busybox
      containers:
        - name: web
          image: web:1
"""


def cron_job(version="batch/v1", kind="CronJob"):
    spec = {"containers": [{"name": "c", "image": "i"}]}
    return json.dumps(
        {
            "apiVersion": version,
            "kind": kind,
            "metadata": {"generateName": "nightly-"},
            "spec": {"jobTemplate": {"spec": {"template": {"spec": spec}}}},
        }
    )


def test_object_of_a_manifest(run):
    found = run(PARSER, {"deploy/web.yaml": DEPLOYMENT})
    (resource,) = found.resources
    assert resource.address == "Deployment/shop/web"
    assert resource.labels == {"app": "web", "generation": "2"}
    assert resource.location.start_line == 2
    assert resource.positions["spec.template.spec.containers[0].image"].line == 18
    assert found.counts == {"kubernetes_objects": 1, "kubernetes_files": 1}


def test_pod_and_containers(run):
    (resource,) = run(PARSER, {"web.yaml": DEPLOYMENT}).resources
    assert is_workload(resource)
    assert pod_path(resource) == "spec.template.spec"
    assert pod_metadata(resource) == {"labels": {"app": "web"}}
    assert [(c["name"], c["init"]) for c in containers(resource)] == [("wait", True), ("web", False)]
    assert [c.path for c in placed_containers(resource)] == [
        "spec.template.spec.initContainers[0]",
        "spec.template.spec.containers[0]",
    ]


def test_generated_names_and_cron_jobs_in_json(run):
    (resource,) = run(PARSER, {"job.json": cron_job()}).resources
    assert resource.address == "CronJob/_/nightly-*"
    assert [c["image"] for c in containers(resource)] == ["i"]


@pytest.mark.parametrize(("version", "kind"), [("example.org/v1", "CronJob"), ("batch/v1", "Cron"), ("v1", "CronJob")])
def test_custom_kinds_are_no_workloads(run, version, kind):
    (resource,) = run(PARSER, {"job.json": cron_job(version, kind)}).resources
    assert not is_workload(resource)
    assert pod_spec(resource) is None
    assert containers(resource) == []


def test_knative_service_is_a_workload_and_a_plain_one_is_not(run):
    text = (
        "apiVersion: {}\nkind: Service\nmetadata: {{name: a}}\nspec: {{template: {{spec: {{containers: [{{}}]}}}}}}\n"
    )
    files = {"a.yaml": text.format("serving.knative.dev/v1"), "b.yaml": text.format("v1")}
    assert [is_workload(resource) for resource in run(PARSER, files).resources] == [True, False]


def test_lists_are_flattened_with_their_places(run):
    text = """apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: Namespace
    metadata: {name: a}
  - apiVersion: apps/v1
    kind: DeploymentList
    items:
      - metadata:
          name: b
"""
    one, two = run(PARSER, {"list.yaml": text}).resources
    assert (one.address, one.location.start_line) == ("Namespace/_/a", 4)
    assert (two.address, two.location.start_line) == ("Deployment/_/b", 10)
    assert two.attributes["apiVersion"] == "apps/v1"
    assert two.positions["metadata.name"].line == 11


def test_a_custom_kind_named_list_is_an_object(run):
    text = "apiVersion: example.org/v1\nkind: AllowList\nmetadata: {name: a}\nspec: {}\n"
    assert [resource.type for resource in run(PARSER, {"a.yaml": text}).resources] == ["AllowList"]


def test_one_broken_document_among_many(run):
    text = DEPLOYMENT + "---\napiVersion: v1\nkind: [\n---" + DEPLOYMENT
    found = run(PARSER, {"many.yaml": text})
    assert len(found.resources) == 2
    (problem,) = found.problems
    assert (problem.location.path, problem.location.start_line) == ("many.yaml", 22)


def test_other_yaml_and_json_say_nothing(run):
    files = {
        "data.yaml": "- kind: x\n  text: apiVersion\n" * 100 + "]",
        "kubeconfig.yaml": "apiVersion: v1\nkind: Config\nusers: []\n",
        "broken.json": '{"kind": ',
        "package.yaml": "a: [",
        "scalar.yaml": "apiVersion: 1\nkind: 2\n",
    }
    found = run(PARSER, files)
    assert (found.resources, found.problems, found.counts) == ((), (), {})


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(run, encoding):
    text = DEPLOYMENT.lstrip().replace("web:1", "wéb:1")
    (resource,) = run(PARSER, {"web.yaml": text.encode(encoding)}).resources
    assert containers(resource)[1]["image"] == "wéb:1"


@pytest.mark.parametrize(
    "tail", ["a: &a [*a]", "a: " + "[" * 100_000, "a: \x01", "a:\n\tb: 1", 'a: "cut', "a: {{ x", "a: {{" * 10_000]
)
def test_hostile_files_cost_a_problem(run, tail):
    found = run(PARSER, {"x.yaml": f"apiVersion: v1\nkind: Pod\nmetadata: {{name: a}}\n{tail}"})
    assert found.resources == ()
    assert len(found.problems) == 1


def test_kustomize(run):
    base = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [web.yaml]\n"
    overlay = base.replace("[web.yaml]", "[../base, https://example.org/x.yaml]") + (
        "namespace: live\npatches:\n- path: fix/memory.yaml\n- patch: |-\n    - op: remove\n"
        "patchesStrategicMerge: [./image.yaml]\n"
    )
    files = {
        "k8s/base/kustomization.yaml": base,
        "k8s/base/web.yaml": DEPLOYMENT,
        "k8s/live/kustomization.yaml": overlay,
        "k8s/live/fix/memory.yaml": DEPLOYMENT,
        "k8s/live/image.yaml": DEPLOYMENT,
        "k8s/live/extra.yaml": DEPLOYMENT,
    }
    found = run(PARSER, files)
    assert sorted(resource.location.path for resource in found.resources) == [
        "k8s/base/web.yaml",
        "k8s/live/extra.yaml",
    ]
    assert found.counts["kustomize_patches"] == 2
    assert found.counts["kustomizations"] == 2
    (problem,) = found.problems
    assert problem.location.path == "k8s/live/kustomization.yaml"
    for word in ("namespace", "patches", "patchesStrategicMerge", "remote resources"):
        assert word in problem.message


def test_kustomizations_of_one_tree_give_one_problem(run):
    text = "kind: Kustomization\nnamespace: x\n"
    files = {"kustomization.yaml": text, "a/kustomization.yml": text, "b/Kustomization": text}
    found = run(PARSER, files)
    assert found.counts == {"kustomizations": 3}
    assert len(found.problems) == 1


CHART = """{{- $name := include "web.fullname" . -}}
apiVersion: {{ template "deployment.version" . }}
kind: Deployment
metadata:
  name: cfg-{{ $name }}
  labels:
    tier: front
    {{- include "web.labels" . | nindent 4 }}
spec:
  replicas: {{ .Values.replicas | default 2 }}
  template:
    spec:
      {{- if .Values.registry }}
      imagePullSecrets:
      - name: {{ .Values.registry.secret }}
      {{- else }}
      imagePullSecrets: []
      {{- end }}
      {{- /* a comment with }} in it,
           over two lines */}}
      containers:
        - name: web
          image: "{{ .Values.image }}:{{ .Values.tag }}"
          env:
            - name: PASSWORD
              value: hunter2
            - name: HOST
              value: {{ if .Values.tls }}https{{ else }}http{{ end }}://x
            {{- toYaml .Values.env | nindent 12 }}
          resources:
{{ toYaml .Values.resources | indent 12 }}
          securityContext: {{- toYaml .Values.security | nindent 12 }}
    {{- with .Values.nodeSelector }}
      nodeSelector:
{{ toYaml . | indent 8 }}
    {{- end }}
"""


@pytest.fixture
def chart(run):
    return run(PARSER, {"web/Chart.yaml": "name: web\napiVersion: v2\n", "web/templates/web.yaml": CHART})


def test_chart_is_read_without_rendering(chart):
    (resource,) = chart.resources
    assert resource.address == "Deployment/_/web:cfg-{{ $name }}"
    assert chart.counts["helm_charts"] == 1
    assert chart.counts["helm_templates_not_rendered"] == 1
    (problem,) = chart.problems
    assert problem.location.path == "web/Chart.yaml"
    assert "templates/web.yaml" in problem.message


def test_what_a_template_writes_is_unknown(chart):
    (resource,) = chart.resources
    assert is_workload(resource)
    assert resource.labels == {"tier": "front"}
    spec = resource.attributes["spec"]
    assert spec["replicas"] == Unknown(reason=UnknownReason.NOT_RENDERED, text="{{ .Values.replicas | default 2 }}")
    pod = spec["template"]["spec"]
    assert isinstance(pod["nodeSelector"], Unknown)
    assert pod["imagePullSecrets"][0]["name"].text == "{{ .Values.registry.secret }}"
    (container,) = pod["containers"]
    assert container["image"].text == "{{ .Values.image }}:{{ .Values.tag }}"
    assert isinstance(container["resources"], Unknown)
    assert isinstance(container["securityContext"], Unknown)


def test_what_a_template_holds_in_clear_is_known_at_its_line(chart):
    (resource,) = chart.resources
    (container,) = containers(resource)
    assert container["env"][0] == {"name": "PASSWORD", "value": "hunter2"}
    assert isinstance(container["env"][1]["value"], Unknown)
    assert isinstance(container["env"][2], Unknown)
    line = resource.positions["spec.template.spec.containers[0].env[0].value"].line
    assert "hunter2" in CHART.splitlines()[line - 1]


@pytest.mark.parametrize("text", ["{{- if .a }}\n", "{{ end }}\n", "{{ else }}", "{{ open\n", "x: {{ a }}: b\n"])
def test_template_that_cannot_be_read_is_a_problem(run, text):
    text = f"apiVersion: v1\nkind: Pod\nmetadata: {{name: a}}\n{text}"
    found = run(PARSER, {"c/Chart.yaml": "name: c", "c/templates/a.yaml": text})
    assert found.resources == ()
    assert {problem.location.path for problem in found.problems} == {"c/Chart.yaml", "c/templates/a.yaml"}


def test_marks_cannot_be_forged(run):
    text = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: "{{ .x }}"}\n'
    text += 'data: {a: "\\uE00099\\uE001", b: "\ue0000\ue001"}\n'
    found = run(PARSER, {"c/Chart.yaml": "name: c", "c/templates/a.yaml": text})
    data = found.resources[0].attributes["data"]
    assert data["a"] == Unknown(reason=UnknownReason.NOT_RENDERED)
    assert "{{" not in data["b"]


def test_templates_outside_charts_are_read_as_templates(run):
    found = run(PARSER, {"ansible/web.yaml": DEPLOYMENT.replace("web:1", "{{ image }}")})
    assert containers(found.resources[0])[1]["image"].text == "{{ image }}"
    assert found.counts["templates_not_rendered"] == 1
    assert len(found.problems) == 1


def test_quoted_placeholders_of_other_tools_stay_text(run):
    text = "apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {name: a}\nspec: {path: '{{ path }}'}\n"
    found = run(PARSER, {"set.yaml": text})
    assert found.resources[0].attributes["spec"] == {"path": "{{ path }}"}
    assert found.problems == ()


def test_values_and_other_files_beside_a_chart(run):
    found = run(PARSER, {"Chart.yaml": "name: a", "values.yaml": "image: x\n", "deploy/web.yaml": DEPLOYMENT})
    assert [resource.location.path for resource in found.resources] == ["deploy/web.yaml"]
    assert found.problems == ()


def test_unreadable_file_is_a_problem(tmp_path):
    target = tmp_path / "web.yaml"
    target.write_text(DEPLOYMENT)
    reader = RepositoryReader(tmp_path)
    units = list(PARSER.units(reader.walk().artifacts))
    target.unlink()
    found = PARSER.parse(units[0], reader)
    assert found.resources == ()
    assert found.problems[0].location.path == "web.yaml"


def test_what_the_api_server_is_told_of_pods_is_found_in_a_file_and_in_a_text(run):
    settings = (
        "apiVersion: pod-security.admission.config.k8s.io/v1\nkind: PodSecurityConfiguration\n"
        "defaults: {enforce: baseline}\n"
    )
    inside = "patches:\n  - |\n    plugins:\n      - configuration:\n" + "".join(
        f"          {line}\n" for line in settings.splitlines()
    )
    found = run(
        PARSER, {"admission.yaml": settings, "cluster.yaml": inside, "other.yaml": "a: PodSecurityConfiguration"}
    )
    assert [(one.address, one.attributes["defaults"]) for one in found.resources] == [
        ("PodSecurityConfiguration/_/admission.yaml", {"enforce": "baseline"}),
        ("PodSecurityConfiguration/_/cluster.yaml", {"enforce": "baseline"}),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "{{/*" * 100_000,
        '{{"' + '\\"' * 200_000,
        "{{if a}}" * 100_000 + "{{end}}" * 100_000,
        "{{" * 300_000,
        "{{a}}\n" * 100_000,
    ],
    ids=["comments", "quotes", "blocks", "unclosed", "many"],
)
def test_templates_made_to_take_long_are_given_up(text):
    assert Template(text).masked() is None
