"""What Kustomize's folders name, and what of it is read, without a program that builds it."""

import time
import tracemalloc

import pytest

from scanner.domain.artifact import Artifact, ArtifactKind, Location
from scanner.domain.resource import Position, Resource, ResourceKind, Value
from scanner.parsers.kubernetes import KubernetesParser
from scanner.parsers.kubernetes.building import overlays
from scanner.parsers.kubernetes.kustomize import LISTED, Kustomization, marked
from scanner.parsers.kubernetes.patched import Patch, Patches
from scanner.parsers.kubernetes.rendered import Places
from scanner.parsers.positioned import read_documents

PARSER = KubernetesParser(renders=False)
DEPLOYMENT = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\n"


def kustomization(text: str, folder: str = "") -> Kustomization:
    path = f"{folder}/kustomization.yaml" if folder else "kustomization.yaml"
    return Kustomization(Artifact(path=path, kind=ArtifactKind.YAML), read_documents(text).documents)


def thing(name: str, path: str = "a.yaml", replicas: int = 3, kind: str = "Deployment") -> Resource:
    return Resource(
        address=f"{kind}/_/{name}",
        kind=ResourceKind.KUBERNETES,
        type=kind,
        name=name,
        location=Location(path=path),
        attributes={"kind": kind, "metadata": {"name": name}, "spec": {"replicas": replicas}},
    )


def test_names_that_begin_with_a_dot_keep_it():
    one = kustomization("resources: [.deploy, .web.yaml, ., ../up]\npatches: [{path: .fix.yaml}]\nnamespace: .\n")
    assert list(one.folders()) == [".deploy", ".web.yaml", "", "../up"]
    assert list(one.patches()) == [".fix.yaml"]
    assert set(one.named()) == {".deploy", ".web.yaml", "", "../up", ".fix.yaml"}


def test_a_file_that_is_a_resource_and_a_patch_is_read(run):
    top = "resources: [web.yaml]\npatches: [{path: web.yaml}, {path: fix.yaml}]\n"
    found = run(PARSER, {"kustomization.yaml": top, "web.yaml": DEPLOYMENT, "fix.yaml": DEPLOYMENT})
    assert [one.location.path for one in found.resources] == ["web.yaml"]
    assert found.counts["kustomize_patches"] == 1


@pytest.mark.parametrize(("beside", "expected"), [("other", "folder"), (".other", "folder"), ("other.yaml", "")])
def test_a_folder_is_left_out_where_those_beside_it_are_named(beside, expected):
    tops = [kustomization(f"resources: [{beside}]"), kustomization("resources: [a.yaml]", "own")]
    (one,) = marked([thing("web", "own/a.yaml")], tops)
    assert one.labels.get(LISTED, "") == expected


def test_objects_are_marked_in_a_time_that_grows_with_them():
    names = ", ".join(f"f.{number}" for number in range(2000))
    tops = [kustomization(f"resources: [{names}]"), kustomization("resources: [x.yaml]", "sub")]
    things = [thing(f"a{number}", "sub/x.yaml") for number in range(2000)]
    begun = time.process_time()
    assert len(list(marked(things, tops))) == 2000
    assert time.process_time() - begun < 2


def test_objects_are_placed_and_patched_in_a_time_that_grows_with_them():
    number = 3000
    here = Position(1, 1)
    facts = {(".kind", "Deployment"): here, (".spec.replicas", "3"): here}
    patches = [Patch(f"p{i}.yaml", "Deployment", {**facts, (".metadata.name", f"n{i}"): here}) for i in range(number)]
    things = [thing(f"n{i}") for i in range(number)]
    begun = time.process_time()
    places = Places([thing(f"n{i}", replicas=1) for i in range(number)], patches)
    for one in reversed(things):
        assert places.placed(one).origins["spec.replicas"].address.startswith("p")
    assert time.process_time() - begun < 5
    others = Places([one.model_copy(update={"name": "x"}) for one in things])
    assert [others.placed(one).name for one in things[:3]] == ["n0", "n1", "n2"]


def test_sketches_are_taken_by_name_then_in_their_order_and_the_last_stays():
    sketches = [
        thing(name).model_copy(update={"location": Location(path="a.yaml", start_line=line)})
        for line, name in enumerate(["a", "b", "a", "c"], 1)
    ]
    places = Places(sketches)
    names = ["b", "x", "a", "a", "a"]
    assert [places.placed(thing(name)).location.start_line for name in names] == [2, 1, 3, 4, 4]


def test_the_patch_of_which_an_object_shows_most_wins():
    here = Position(1, 1)
    common = {(".kind", "Deployment"): here, (".spec.replicas", "3"): here}
    patches = Patches(
        [
            Patch("a.yaml", "Deployment", {**common, (".metadata.name", "other"): here}),
            Patch("b.yaml", "Deployment", {**common, (".metadata.name", "web"): here}),
            Patch("c.yaml", "Service", common),
        ]
    )
    given = patches.given(thing("web"), thing("web", replicas=1))
    assert {path: one.address for path, one in given.items()} == {"spec.replicas": "b.yaml"}
    assert patches.given(thing("web"), thing("web")) == {}


def test_values_below_very_long_paths_take_little_memory():
    deep: Value = list(range(2000))
    for _ in range(40):
        deep = {"k" * 900: deep}
    made = thing("web").model_copy(update={"attributes": {"kind": "Deployment", "spec": {"replicas": 3, "deep": deep}}})
    patches = Patches([Patch("p.yaml", "Deployment", {(".kind", "Deployment"): Position(1, 1)})])
    tracemalloc.start()
    try:
        patches.given(made, made)
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


def test_a_chain_of_folders_is_followed_in_a_time_that_grows_with_it():
    number = 2000
    chain = [kustomization(f"namespace: x\nresources: [../f{i + 1}]", f"f{i}") for i in range(number)]
    begun = time.process_time()
    (overlay,) = overlays(chain)
    assert overlay.folder == "f0"
    assert len(overlay.parts) == number
    assert time.process_time() - begun < 2
