"""Who mounts a volume that many pods may mount."""

from __future__ import annotations

from pathlib import Path

import pytest

from scanner.domain.architecture import ComponentKind, RelationKind
from tests.unit.modelling.test_model import deployment, system

READ_ONLY = ", readOnly: true"


def claim(name: str, modes: str) -> str:
    head = f"---\napiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {{name: {name}, namespace: shop}}\n"
    return head + f"spec: {{accessModes: {modes}}}\n"


def mounting(name: str, claim_name: str, more: str = "") -> str:
    volume = f"        - {{name: files, persistentVolumeClaim: {{claimName: {claim_name}{more}}}}}\n"
    return "---\n" + deployment(name, f"{name}:1") + "      volumes:\n" + volume


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


@pytest.mark.parametrize("modes", ["[ReadWriteOnce]", "ReadWriteMany", "", "[{a: b}]", "[1]"])
def test_a_claim_of_one_node_is_no_store_of_its_own(tmp_path: Path, modes: str) -> None:
    made = system(tmp_path, {"app.yaml": claim("own", modes) + mounting("letters", "own")})
    assert [one.title for one in made.model.components] == ["letters"]
    assert made.model.relations == ()
