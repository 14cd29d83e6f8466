"""Dockerfiles: stages, images, users and lines."""

from __future__ import annotations

from typing import Any

import pytest

from scanner.domain.resource import Unknown
from scanner.parsers.container import ContainerParser

from .conftest import Run


def dockerfile(run: Run, text: str | bytes) -> dict[str, Any]:
    (resource,) = run(ContainerParser(), {"Dockerfile": text}).resources
    return dict(resource.attributes)


def test_stages_and_the_final_user(run: Run) -> None:
    found = dockerfile(run, """\
# syntax=docker/dockerfile:1
ARG NODE=20.11
FROM --platform=linux/amd64 node:${NODE} AS build
USER root
RUN npm ci \\
    # a comment inside
    && npm run build

FROM registry.local:5000/base/nginx@sha256:abc AS base
USER 101
FROM base
COPY --from=build /app/dist /srv
EXPOSE 8080/tcp 8443
""")  # fmt: skip
    assert [(s["name"], s["image"], s["tag"], s["digest"], s["from_stage"], s["final"], s["user"], s["line"])
            for s in found["stages"]] == [
        ("build", "node", "20.11", "", False, False, "root", 3),
        ("base", "registry.local:5000/base/nginx", "", "sha256:abc", False, False, "101", 9),
        ("", "base", "", "", True, True, "101", 11),
    ]  # fmt: skip
    assert found["user"] == "101"
    assert found["exposed"] == [{"port": "8080/tcp", "line": 13}, {"port": "8443", "line": 13}]
    run_line = next(i for i in found["instructions"] if i["keyword"] == "RUN")
    assert (run_line["value"], run_line["line"], run_line["stage"]) == ("npm ci && npm run build", 5, 0)


def test_an_argument_without_a_value_is_unknown(run: Run) -> None:
    found = dockerfile(run, "ARG TAG\nFROM python:$TAG\nUSER ${APP_USER}\n")
    assert isinstance(found["stages"][0]["image"], Unknown)
    assert found["stages"][0]["image"].text == "python:$TAG"
    assert isinstance(found["user"], Unknown)


@pytest.mark.parametrize(
    ("text", "tag"), [("FROM python:${V:-3.12}\n", "3.12"), ("ARG V=3.11\nFROM python:$V\n", "3.11")]
)
def test_defaults_are_put_in(run: Run, text: str, tag: str) -> None:
    assert dockerfile(run, text)["stages"][0]["tag"] == tag


@pytest.mark.parametrize(
    ("stage", "user"),
    [
        ("ARG WHO=app\nUSER ${WHO}", "app"),
        ("ENV WHO app\nUSER $WHO:$WHO", "app:app"),
        ("ENV LEVEL=info WHO=app\nUSER $WHO", "app"),
        ("ARG OUTER\nUSER $OUTER", "10001"),
        ("USER $APP_UID", "1654"),
    ],
)
def test_a_user_is_looked_up_in_the_variables_of_its_stage(run: Run, stage: str, user: str) -> None:
    before = "ARG OUTER=10001\nFROM b:1\nARG WHO=root\nARG TOLD=root\n"
    assert dockerfile(run, f"{before}FROM a:1\n{stage}\n")["user"] == user
    assert isinstance(dockerfile(run, f"{before}FROM a:1\nUSER $TOLD\n")["user"], Unknown)
    assert isinstance(dockerfile(run, f"{before}FROM a:1\nARG TOLD\nUSER $TOLD\n")["user"], Unknown)


def test_no_user_is_empty_and_windows_escapes_are_understood(run: Run) -> None:
    found = dockerfile(
        run, "# escape=`\nFROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN dir c:\\ `\n  && echo x\n"
    )
    assert found["user"] == ""
    assert found["instructions"][1]["value"] == "dir c:\\ && echo x"


def test_heredocs_belong_to_their_instruction(run: Run) -> None:
    found = dockerfile(run, "FROM a:1\nRUN <<EOF\nFROM not:this\nUSER nobody\nEOF\nUSER app\n")
    assert [stage["image"] for stage in found["stages"]] == ["a"]
    assert found["user"] == "app"


def test_secrets_in_instructions_are_masked(run: Run) -> None:
    found = dockerfile(run, "FROM a:1\nENV DB_PASSWORD=hunter22222 X=1\n")
    assert "hunter22222" not in str(found)


@pytest.mark.parametrize(
    "text", [b"\x00\x01", b"just text\n", b"", b"FROM a\n" + b"RUN x \\\n" * 100_000, b"FROM " + b"$" * 100_000]
)
def test_hostile_files_do_not_break_the_parser(run: Run, text: bytes) -> None:
    parsed = run(ContainerParser(), {"Dockerfile": text})
    assert len(parsed.resources) + len(parsed.problems) >= 1


def test_a_file_that_is_no_dockerfile_is_a_problem(run: Run) -> None:
    assert "no FROM" in run(ContainerParser(), {"Dockerfile": "hello world\n"}).problems[0].message


def test_secrets_in_the_old_form_of_env_are_masked(run: Run) -> None:
    values = [
        part["value"] for part in dockerfile(run, "FROM a:1\nENV DB_PASSWORD hunter2\nENV HOME /srv\n")["instructions"]
    ]
    assert values == ["a:1", "DB_PASSWORD ***", "HOME /srv"]


def test_what_follows_a_secret_is_kept(run: Run) -> None:
    found = dockerfile(run, "FROM a:1\nRUN API_TOKEN=hunter2 curl http://x\n")
    assert found["instructions"][1]["value"] == "API_TOKEN=*** curl http://x"


def test_arguments_in_defaults_of_arguments(run: Run) -> None:
    found = dockerfile(run, "ARG V=3.11\nARG BASE=python:$V\nARG OTHER=x:$W\nFROM $BASE\nFROM $OTHER\n")
    assert (found["stages"][0]["image"], found["stages"][0]["tag"]) == ("python", "3.11")
    assert isinstance(found["stages"][1]["image"], Unknown)


def test_escape_directive_after_another(run: Run) -> None:
    found = dockerfile(run, "# syntax=docker/dockerfile:1\n# escape=`\nFROM a:1\nRUN dir `\n  /b\n")
    assert found["instructions"][1]["value"] == "dir /b"


def test_the_last_stage_and_those_on_which_it_stands_are_kept(run: Run) -> None:
    found = dockerfile(run, """\
FROM node:24 AS assets
FROM python:3.13 AS Base
FROM base AS packages
FROM packages
COPY --from=assets /dist /srv
""")  # fmt: skip
    assert [stage["kept"] for stage in found["stages"]] == [False, True, True, True]


def test_a_stage_that_is_taken_over_whole_is_kept(run: Run) -> None:
    found = dockerfile(run, "FROM node:24 AS build\nFROM node:14 AS app\nFROM scratch\nCOPY --from=app / /\n")
    assert [stage["kept"] for stage in found["stages"]] == [False, True, True]
