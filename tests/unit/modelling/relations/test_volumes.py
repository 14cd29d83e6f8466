"""Who mounts a volume that many pods may mount."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from scanner.domain.architecture import ComponentKind, LooseEnd, RelationKind
from scanner.domain.artifact import Location
from scanner.domain.resource import Resource, ResourceKind
from scanner.modelling.relations.volumes import _claims
from tests.unit.modelling.test_model import deployment, system

READ_ONLY = ", readOnly: true"


def claim(name: str, modes: str) -> str:
    head = f"---\napiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {{name: {name}, namespace: shop}}\n"
    return head + f"spec: {{accessModes: {modes}}}\n"


def mounting(name: str, claim_name: str, more: str = "") -> str:
    volume = f"        - {{name: files, persistentVolumeClaim: {{claimName: {claim_name}{more}}}}}\n"
    mounts = "          volumeMounts: [{name: files, mountPath: /files}]\n"
    return "---\n" + deployment(name, f"{name}:1") + mounts + "      volumes:\n" + volume


def test_who_mounts_a_claim_of_many_reads_and_writes_it(tmp_path: Path) -> None:
    made = system(tmp_path, {
        "app.yaml": claim("exchange", "[ReadWriteMany]") + mounting("letters", "exchange")
        + mounting("viewer", "exchange", READ_ONLY) + mounting("lost", "nowhere"),
    })  # fmt: skip
    store = next(one for one in made.model.components if one.kind is ComponentKind.STORE)
    assert (store.title, store.engine) == ("exchange", "file")
    told = sorted((one.source, one.kind) for one in made.model.relations if one.target == store.id)
    assert told == [
        ("Deployment/shop/letters", RelationKind.READS),
        ("Deployment/shop/letters", RelationKind.WRITES),
        ("Deployment/shop/viewer", RelationKind.READS),
    ]
    mounted = next(one for one in made.model.relations if one.target == store.id)
    assert "exchange" in (tmp_path / mounted.location.path).read_text().splitlines()[mounted.location.start_line - 1]


def test_a_volume_that_no_container_mounts_joins_nothing(tmp_path: Path) -> None:
    unused = mounting("notices", "exchange").replace("volumeMounts: [{name: files", "volumeMounts: [{name: other")
    made = system(tmp_path, {"app.yaml": claim("exchange", "[ReadWriteMany]") + unused})
    assert (made.model.relations, made.model.loose_ends) == ((), ())


def test_claims_without_a_namespace_are_not_joined_across_folders(tmp_path: Path) -> None:
    bare = {"letters/claims/app.yaml": claim("data", "[ReadWriteMany]")}
    bare |= {f"{folder}/app.yaml": mounting(folder, "data") for folder in ("letters", "messages")}
    made = system(tmp_path, {path: text.replace("namespace: shop", "labels: {}") for path, text in bare.items()})
    assert {one.source for one in made.model.relations} == {"Deployment/_/letters"}
    (end,) = made.model.loose_ends
    assert (end.source, end.wanted) == ("Deployment/_/messages", "PersistentVolumeClaim data")
    assert end.reason == "whether letters/claims/app.yaml makes it cannot be told"


@pytest.mark.parametrize("modes", ["[ReadWriteOnce]", "ReadWriteMany", "", "[{a: b}]", "[1]"])
def test_a_claim_of_one_node_is_no_store_of_its_own(tmp_path: Path, modes: str) -> None:
    made = system(tmp_path, {"app.yaml": claim("own", modes) + mounting("letters", "own")})
    assert [one.title for one in made.model.components] == ["letters"]
    assert made.model.relations == ()


def loose(path: Path, text: str) -> list[LooseEnd]:
    made = system(path, {"app.yaml": text})
    assert made.model.relations == ()
    return list(made.model.loose_ends)


def test_a_claim_that_nothing_makes_is_a_loose_end(tmp_path: Path) -> None:
    (end,) = loose(tmp_path, mounting("letters", "exchange"))
    assert (end.source, end.kind) == ("Deployment/shop/letters", RelationKind.REFERS_TO)
    assert (end.wanted, end.reason) == ("PersistentVolumeClaim shop/exchange", "nothing that was read makes it")
    assert "exchange" in (tmp_path / "app.yaml").read_text().splitlines()[end.location.start_line - 1]
    (end,) = loose(tmp_path, mounting("viewer", "exchange", READ_ONLY))
    assert end.wanted == "PersistentVolumeClaim shop/exchange, read only"


@pytest.mark.parametrize("modes", ["['{{ .Values.mode }}']", "{{ .Values.modes }}"])
def test_a_claim_whose_access_a_template_gives_is_a_loose_end(tmp_path: Path, modes: str) -> None:
    path = tmp_path / "chart" / "templates"
    path.mkdir(parents=True)
    made = system(tmp_path, {
        "chart/Chart.yaml": "apiVersion: v2\nname: chart\nversion: 1.0.0\n",
        "chart/templates/app.yaml": claim("own", modes) + mounting("letters", "own"),
    })  # fmt: skip
    (end,) = made.model.loose_ends
    assert (end.wanted, end.reason) == ("PersistentVolumeClaim shop/own", "who may mount it is not known")


@pytest.mark.parametrize("claim_name", ["1", "[a]", "{a: b}", '""'])
def test_what_is_no_name_of_a_claim_is_none(tmp_path: Path, claim_name: str) -> None:
    assert loose(tmp_path, mounting("letters", claim_name)) == []


@pytest.mark.parametrize(
    ("called", "used", "mounted"),
    [
        ("{a: b}", "{a: b}", True),
        ("{a: b}", "{a: c}", False),
        ("[files]", "[files]", True),
        ("1", "1", True),
        ("1", "'1'", False),
    ],
)
def test_volumes_that_have_no_proper_name_are_told_apart(
    tmp_path: Path, called: str, used: str, *, mounted: bool
) -> None:
    text = mounting("letters", "lost").replace("- {name: files", f"- {{name: {called}")
    ends = loose(tmp_path, text.replace("volumeMounts: [{name: files", f"volumeMounts: [{{name: {used}"))
    assert [one.wanted for one in ends] == ["PersistentVolumeClaim shop/lost"] * mounted


def test_what_is_mounted_is_looked_up_once_for_all_volumes() -> None:
    volumes = [{"name": f"v{n}", "persistentVolumeClaim": {"claimName": f"c{n}"}} for n in range(8000)]
    mounts = [{"name": f"m{n}"} for n in range(8000)]
    pod = {"volumes": volumes, "containers": [{"name": "c", "volumeMounts": [*mounts, {"name": "v7"}]}]}
    workload = Resource(
        address="Deployment/_/w", kind=ResourceKind.KUBERNETES, type="Deployment", name="w",
        location=Location(path="a.yaml"), attributes={"apiVersion": "apps/v1", "spec": {"template": {"spec": pod}}},
    )  # fmt: skip
    started = time.process_time()
    assert [name for name, _, _ in _claims(workload)] == ["c7"]
    assert time.process_time() - started < 2
