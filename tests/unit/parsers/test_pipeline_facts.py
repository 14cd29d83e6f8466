"""What a pipeline pushes and sets up is looked up in its variables and matrices, and left out where not known."""

from __future__ import annotations

from typing import Any

from scanner.parsers.pipeline_facts import pushed_images, runtimes
from scanner.parsers.positioned import read_documents

WORKFLOW = """
on: push
env:
  REGISTRY: ghcr.io/trust
  NODE_VERSION: 16
jobs:
  test:
    strategy:
      matrix:
        python: ["3.8", "3.13"]
        odd: ${{ fromJSON(needs.x.outputs.y) }}
    steps:
      - uses: actions/setup-python@v5
        with:
          python-version: ${{ matrix.python }}
      - uses: actions/setup-python@v5
        with:
          python-version: ${{ matrix.odd }}
      - uses: actions/setup-node@v4
        with:
          node-version: ${{ env.NODE_VERSION }}
      - uses: actions/setup-java@v4
        with:
          java-version: ${{ inputs.java }}
  build:
    env:
      IMAGE: wards
    steps:
      - uses: docker/build-push-action@v6
        with:
          push: true
          tags: |
            ${{ env.REGISTRY }}/wards-api:${{ github.sha }}
            ${{ secrets.ACR }}/wards-web:1.4
      - run: docker push $REGISTRY/${IMAGE}:$GITHUB_SHA
      - run: docker push "$SOMETHING"
      - run: az acr build --registry x --image wards/job:2 .
      - uses: docker/build-push-action@v6
        with: {push: false, tags: other:1}
      - uses: docker/build-push-action@v6
        with: {push: "${{ github.event_name != 'pull_request' }}", tags: wards/letters}
"""


def read(function: Any, text: str = WORKFLOW) -> list[Any]:
    return list(function(read_documents(text).documents[0]))


def test_runtimes() -> None:
    assert [(one["name"], one["versions"]) for one in read(runtimes)] == [("python", ["3.8", "3.13"]), ("node", ["16"])]
    assert read(runtimes)[0]["line"] == 15


def test_a_version_in_the_settings_of_the_repository_is_named() -> None:
    step = "{uses: actions/setup-node@v4, with: {node-version: '${{ %s }}'}}"
    text = f"jobs: {{a: {{steps: [{step % 'vars.NODE'}, {step % 'inputs.node'}]}}}}"
    (found,) = read(runtimes, text)
    assert (found["name"], found["versions"], found["outside"]) == ("node", [], "vars.NODE")


def test_images() -> None:
    assert [(one["name"], one["tag"]) for one in read(pushed_images)] == [
        ("ghcr.io/trust/wards-api", ""),
        ("?/wards-web", "1.4"),
        ("ghcr.io/trust/wards", ""),
        ("wards/job", "2"),
        ("wards/letters", "latest"),
    ]


def test_odd_shapes_give_nothing() -> None:
    for text in ("jobs: [1]", "jobs: {a: 3}", "jobs: {a: {steps: [1, {run: {}}]}}", "jobs: {a: {steps: {uses: x}}}"):
        assert read(runtimes, text) == []
        assert read(pushed_images, text) == []
