"""What Kustomize deploys is built by the real kubectl from local files, and stands at the lines of those files."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest

from scanner.domain.artifact import Artifact, ArtifactKind
from scanner.domain.resource import Parsed, Resource
from scanner.parsers.kubernetes import KubernetesParser
from scanner.parsers.kubernetes.building import Overlay, build
from scanner.parsers.kubernetes.kustomize import Kustomization
from scanner.parsers.kubernetes.programs import KUBECTL
from scanner.sources.repository import RepositoryReader

PROGRAM = shutil.which("kubectl")
pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or PROGRAM is None,
    reason="elsewhere nothing is built: no program can be kept from the network, or kubectl is not there",
)

DEPLOYMENT = """\
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 1
  template:
    spec:
      containers:
        - name: web
          image: shop
"""
BASE = "resources: [web.yaml, notes.yaml]\n"
NOTES = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: notes}\ndata: {a: b}\n"
OVERLAY = """\
resources: [../../base]
namespace: NAME
images: [{name: shop, newName: registry.example/shop, newTag: '3.1'}]
patches: [{path: patch.yaml}]
"""
PATCH = """\
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    spec:
      containers:
        - name: web
          securityContext: {runAsNonRoot: true}
"""


@pytest.fixture(autouse=True)
def _real_kubectl(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KUBECTL, str(PROGRAM))


def parsed(root: Path, files: dict[str, str]) -> Parsed:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    reader, parser = RepositoryReader(root), KubernetesParser()
    (unit,) = parser.units(reader.walk().artifacts)
    return parser.parse(unit, reader)


def estate(*names: str) -> dict[str, str]:
    files = {"k8s/base/kustomization.yaml": BASE, "k8s/base/web.yaml": DEPLOYMENT, "k8s/base/notes.yaml": NOTES}
    for name in names:
        files[f"k8s/overlays/{name}/kustomization.yaml"] = OVERLAY.replace("NAME", name)
        files[f"k8s/overlays/{name}/patch.yaml"] = PATCH
    return files


def by_address(made: Parsed) -> dict[str, Resource]:
    return {one.address: one for one in made.resources}


def test_patches_and_images_are_applied_and_lines_stay(tmp_path: Path) -> None:
    made = parsed(tmp_path, estate("prod"))
    found = by_address(made)
    assert set(found) == {"Deployment/prod/web", "ConfigMap/prod/notes"}
    web = found["Deployment/prod/web"]
    (container,) = web.attributes["spec"]["template"]["spec"]["containers"]  # type: ignore[index,call-overload]
    assert container["image"] == "registry.example/shop:3.1"  # type: ignore[index,call-overload]
    assert container["securityContext"] == {"runAsNonRoot": True}  # type: ignore[index,call-overload]
    assert (web.location.path, web.location.start_line) == ("k8s/base/web.yaml", 1)
    assert web.positions["spec.template.spec.containers[0].image"].line == 11
    assert "annotations" not in web.attributes["metadata"]  # type: ignore[operator]
    assert not made.problems
    assert made.counts["kustomizations"] == 2
    assert made.counts["kubernetes_objects"] == 2


def test_what_a_patch_gives_stands_at_the_patch(tmp_path: Path) -> None:
    files = estate("prod")
    files["k8s/overlays/prod/patch.yaml"] += "          env: [{name: MODE, value: live}]\n"
    files["k8s/overlays/prod/kustomization.yaml"] += "nameSuffix: -a\n"
    web = by_address(parsed(tmp_path, files))["Deployment/prod/web-a"]
    container = "spec.template.spec.containers[0]"
    assert {path: one.location.start_line for path, one in web.origins.items()} == {
        f"{container}.env[0]": 10,
        f"{container}.env[0].name": 10,
        f"{container}.env[0].value": 10,
        f"{container}.securityContext.runAsNonRoot": 9,
    }
    assert {one.location.path for one in web.origins.values()} == {"k8s/overlays/prod/patch.yaml"}


@pytest.mark.parametrize(("line", "indent"), [("- patch: |-", 6), ("- |", 4)])
def test_what_a_patch_inside_the_kustomization_gives_stands_there(tmp_path: Path, line: str, indent: int) -> None:
    written = PATCH + "          env: [{name: MODE, value: live}]\n"
    key = "patches" if "patch:" in line else "patchesStrategicMerge"
    block = "".join(" " * indent + one + "\n" for one in written.splitlines())
    files = estate("prod")
    path = "k8s/overlays/prod/kustomization.yaml"
    files[path] = f"resources: [../../base]\nnamespace: prod\n{key}:\n  {line}\n{block}"

    web = by_address(parsed(tmp_path, files))["Deployment/prod/web"]

    origin = web.origins["spec.template.spec.containers[0].securityContext.runAsNonRoot"]
    at = next(number for number, text in enumerate(files[path].splitlines(), 1) if "runAsNonRoot" in text)
    assert (origin.location.path, origin.location.start_line) == (path, at)


def test_a_patch_in_quotes_stands_where_it_begins(tmp_path: Path) -> None:
    files = estate("prod")
    path = "k8s/overlays/prod/kustomization.yaml"
    text = PATCH.replace("\n", "\\n")
    files[path] = f'resources: [../../base]\nnamespace: prod\npatches:\n  - patch: "{text}"\n'

    web = by_address(parsed(tmp_path, files))["Deployment/prod/web"]

    origin = web.origins["spec.template.spec.containers[0].securityContext.runAsNonRoot"]
    assert (origin.location.path, origin.location.start_line) == (path, 4)


def test_of_apps_with_one_skeleton_each_has_its_own_patch(tmp_path: Path) -> None:
    files = {"base/kustomization.yaml": "resources: [web.yaml]\n", "base/web.yaml": DEPLOYMENT}
    files["kustomization.yaml"] = "resources: [letters, wards]\n"
    for name in ("letters", "wards"):
        files[f"{name}/kustomization.yaml"] = (
            f"namePrefix: {name}-\nresources: [../base]\n"
            "patches: [{path: patch.yaml, target: {kind: Deployment}}]\n"
        )
        more = f"          env: [{{name: TZ, value: UTC}}, {{name: OWNER, value: {name}}}]\n          image: {name}\n"
        files[f"{name}/patch.yaml"] = PATCH + more
    made = by_address(parsed(tmp_path, files))
    for name in ("letters", "wards"):
        origins = made[f"Deployment/_/{name}-web"].origins
        assert {one.location.path for one in origins.values()} == {f"{name}/patch.yaml"}
        assert "spec.template.spec.containers[0].env[0]" in origins


def test_of_overlays_that_deploy_the_same_that_of_production_is_judged(tmp_path: Path) -> None:
    made = parsed(tmp_path, estate("dev", "live", "test"))
    assert {one.namespace for one in made.resources} == {"live"}
    (problem,) = made.problems
    assert problem.location is not None
    assert problem.location.path == "k8s/overlays/live/kustomization.yaml"
    assert problem.message.endswith("not k8s/overlays/dev, k8s/overlays/test")


def test_systems_that_share_only_a_component_are_all_judged(tmp_path: Path) -> None:
    alerts = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nlabels: [{pairs: {team: wards}}]\n"
    files = {"k8s/components/alerts/kustomization.yaml": alerts}
    for name in ("letters", "wards"):
        top = f"namespace: {name}\nresources: [notes.yaml]\ncomponents: [../../components/alerts]\n"
        files |= {f"k8s/apps/{name}/kustomization.yaml": top, f"k8s/apps/{name}/notes.yaml": NOTES}
    made = parsed(tmp_path, files)
    assert set(by_address(made)) == {"ConfigMap/letters/notes", "ConfigMap/wards/notes"}
    assert not made.problems


def test_what_is_generated_stands_at_the_kustomization(tmp_path: Path) -> None:
    files = {"kustomization.yaml": "configMapGenerator: [{name: cfg, literals: [A=b]}]\nresources: [web.yaml]\n"}
    found = parsed(tmp_path, {**files, "web.yaml": DEPLOYMENT}).resources
    (generated,) = [one for one in found if one.type == "ConfigMap"]
    assert generated.attributes["data"] == {"A": "b"}
    assert generated.location.path == "kustomization.yaml"


def test_what_nothing_changes_is_not_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    never = tmp_path / "kubectl"
    never.write_text("#!/bin/sh\nexit 7\n")
    never.chmod(0o755)
    monkeypatch.setenv(KUBECTL, str(never))
    made = parsed(tmp_path / "repository", {"kustomization.yaml": "resources: [web.yaml]\n", "web.yaml": DEPLOYMENT})
    assert set(by_address(made)) == {"Deployment/_/web"}
    assert not made.problems


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("namespace: a\nresources: ['https://github.com/x/y//deploy?ref=main', web.yaml]\n", "it fetches resources"),
        ("helmCharts: [{name: redis, repo: 'https://charts.example', version: 1.0.0}]\nresources: [web.yaml]\n",
         "it fetches charts from elsewhere"),
        ("namespace: a\nresources: [web.yaml, gone.yaml]\n", "gone.yaml"),
        ("namespace: a\nresources: [web.yaml]\ngenerators: [plugin.yaml]\n", "plugin.yaml"),
    ],
)  # fmt: skip
def test_what_cannot_be_built_is_read_as_it_stands_and_told_why(tmp_path: Path, text: str, why: str) -> None:
    made = parsed(tmp_path, {"kustomization.yaml": text, "web.yaml": DEPLOYMENT})
    assert set(by_address(made)) == {"Deployment/_/web"}
    first, second = made.problems
    assert "Kustomize cannot build this folder" in first.message
    assert why in first.message
    assert str(tmp_path) not in first.message
    assert "are not built: objects are read as their files hold them" in second.message


def test_a_plugin_that_a_folder_brings_is_not_executed(tmp_path: Path) -> None:
    touched = tmp_path / "touched"
    plugin = (
        "apiVersion: v1\nkind: Evil\nmetadata:\n  name: evil\n  annotations:\n"
        "    config.kubernetes.io/function: |\n      exec: {path: ./evil.sh}\n"
    )
    files = {
        "kustomization.yaml": "namespace: a\nresources: [web.yaml]\ntransformers: [evil.yaml]\n",
        "evil.yaml": plugin,
        "evil.sh": f"#!/bin/sh\ntouch {touched}\ncat\n",
        "web.yaml": DEPLOYMENT,
    }
    made = parsed(tmp_path / "repository", files)
    assert not touched.exists()
    assert any("cannot build" in problem.message for problem in made.problems)


def test_a_file_outside_the_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text("not for you")
    files = {
        "kustomization.yaml": "configMapGenerator: [{name: cfg, files: [../outside.txt]}]\nresources: [web.yaml]\n"
    }
    made = parsed(tmp_path / "repository", {**files, "web.yaml": DEPLOYMENT})
    assert set(by_address(made)) == {"Deployment/_/web"}
    assert "not for you" not in str(made)


def test_of_what_is_built_all_must_be_read(tmp_path: Path) -> None:
    """Each file has fewer values than one text may have, what is built of them has more."""
    files = {"kustomization.yaml": "namespace: prod\nresources: [a.yaml, b.yaml, c.yaml, web.yaml]\n"}
    many = ",".join(["1"] * 240_000)
    for name in "abc":
        files[f"{name}.yaml"] = f"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: {name}}}\nx: [{many}]\n"
    made = parsed(tmp_path, {**files, "web.yaml": DEPLOYMENT})
    assert "Deployment/_/web" in by_address(made)
    assert "more than 500,000 values" in made.problems[0].message
    assert made.problems[0].location is not None
    assert made.problems[0].location.path == "kustomization.yaml"
    assert "are not built: objects are read as their files hold them" in made.problems[1].message


def test_an_object_that_is_nested_too_deep_is_told(tmp_path: Path) -> None:
    deep = f"apiVersion: v1\nkind: Thing\nmetadata: {{name: deep}}\nspec: {'[' * 105}{']' * 105}\n"
    top = "namespace: prod\nresources: [web.yaml, deep.yaml]\n"
    made = parsed(tmp_path, {"kustomization.yaml": top, "web.yaml": DEPLOYMENT, "deep.yaml": deep})
    assert set(by_address(made)) == {"Deployment/_/web"}
    told = {one.location.path for one in made.problems if one.location and "100 levels" in one.message}
    assert told == {"deep.yaml", "kustomization.yaml"}


@pytest.mark.parametrize(
    "text",
    [
        "secretGenerator: [{name: x, literals: [db=zebra77plain, hunter2plain]}]\n",
        "secretGenerator: [{name: x, literals: ['pin=zebra77plain', 'pin=hunter2plain']}]\n",
        "secretGenerator: [{name: x, behavior: merge, literals: [a=hunter2plain]}]\n",
        "patches: [{patch: 'hunter2plain zebra77plain'}]\n",
        "patches: [{patch: \"apiVersion: v1\\nkind: Secret\\nmetadata: {name: x}\\nstringData: {a: hunter2plain}\"}]\n",
        "transformers: [\"hunter2plain: zebra77plain\\n\"]\n",
        "namespace: a\nhunter2plain: zebra77plain\n",
    ],
)  # fmt: skip
def test_values_that_kubectl_complains_of_are_not_quoted(tmp_path: Path, text: str) -> None:
    top = f"namePrefix: a-\nresources: [web.yaml]\n{text}"
    made = parsed(tmp_path, {"kustomization.yaml": top, "web.yaml": DEPLOYMENT})
    assert "Kustomize cannot build this folder" in made.problems[0].message
    assert not {"hunter2plain", "zebra77plain"} & set(re.findall(r"\w+", str(made.problems)))


class _Whatever:
    def read(self, artifact: Artifact) -> bytes:
        return artifact.path.encode()


def test_what_cannot_be_copied_is_not_built() -> None:
    """Where the copy lies, a path may be too long that is not where the repository lies."""
    top = Kustomization(Artifact(path="kustomization.yaml", kind=ArtifactKind.YAML), ())
    long = Artifact(path="m" * 300 + "/web.yaml", kind=ArtifactKind.YAML)
    (made,) = build(Path(str(PROGRAM)), [Overlay(top, frozenset())], [top.artifact, long], _Whatever())
    assert made.fault == "it could not be copied: File name too long"


def test_a_document_of_a_kustomization_that_cannot_be_read_is_told_and_hides_no_other(tmp_path: Path) -> None:
    files = estate("prod")
    files["k8s/overlays/prod/kustomization.yaml"] += "---\n{: [\n"
    made = parsed(tmp_path, files)
    web = next(one for one in made.resources if one.type == "Deployment")
    assert web.namespace == "prod"
    places = [one.location for one in made.problems if one.location is not None]
    assert ("k8s/overlays/prod/kustomization.yaml", 6) in {(place.path, place.start_line) for place in places}


@pytest.mark.parametrize("change", ["", "namePrefix: my-\n"])
def test_resources_of_other_names_are_read(tmp_path: Path, change: str) -> None:
    made = parsed(
        tmp_path,
        {"k8s/kustomization.yaml": f"resources: [web.yaml, notes.txt]\n{change}", "k8s/web.yaml": DEPLOYMENT,
         "k8s/notes.txt": NOTES, "k8s/unused.txt": NOTES.replace("notes", "unused")},
    )  # fmt: skip
    names = {one.name.removeprefix("my-"): one.location.path for one in made.resources}
    assert names == {"web": "k8s/web.yaml", "notes": "k8s/notes.txt"}


def test_resources_of_other_names_are_told_without_kubectl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KUBECTL, "")
    made = parsed(
        tmp_path, {"k8s/kustomization.yaml": "resources: [notes.txt, ../v1.2, base]\n", "k8s/notes.txt": NOTES}
    )
    (problem,) = made.problems
    assert problem.message == "resources whose names are not those of YAML or JSON are not read: k8s/notes.txt"
