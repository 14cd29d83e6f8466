"""Small systems for the tests of what is wired to what."""

from __future__ import annotations

from pathlib import Path

from scanner.domain.architecture import LooseEnd, Relation, RelationKind
from scanner.domain.system import System
from scanner.parsers import default_parsers
from scanner.pipeline import read
from scanner.pipeline.stages import model, parse
from scanner.sources.repository import RepositoryReader


def wired(root: Path, files: dict[str, str]) -> System:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    reader = RepositoryReader(root)
    reading = read(reader)
    return model(reader, reading, parse(default_parsers(), reading, reader, lambda _: None), lambda _: None)


def ties(made: System, kind: RelationKind) -> dict[tuple[str, str], Relation]:
    return {(one.source, one.target): one for one in made.model.relations if one.kind is kind}


def loose(made: System) -> list[LooseEnd]:
    return list(made.model.loose_ends)


def workload(name: str, image: str = "shop/app:1", env: str = "", *, namespace: str = "shop", more: str = "") -> str:
    return f"""\
---
apiVersion: apps/v1
kind: Deployment
metadata: {{name: {name}, namespace: {namespace}}}
spec:
  selector: {{matchLabels: {{app: {name}}}}}
  template:
    metadata: {{labels: {{app: {name}}}}}
    spec:
      {more or "restartPolicy: Always"}
      containers:
        - name: main
          image: {image}
          env: [{env}]
"""


def service(name: str, *, namespace: str = "shop", spec: str = "") -> str:
    return f"""\
---
apiVersion: v1
kind: Service
metadata: {{name: {name}, namespace: {namespace}}}
spec: {{selector: {{app: {name}}}, ports: [{{port: 80}}]{spec}}}
"""
