"""Documents outside the repository: entered, checked, and what they change in a result."""

from __future__ import annotations

import errno
import hashlib
import json
import os
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from scanner.domain.manifest import EvidenceDocument, EvidenceManifest
from scanner.sources.declared import read_declared
from scanner.sources.manifest import Presence, marked, presence_at

from .conftest import Archscan, Run

DATE = (date.today() - timedelta(days=30)).isoformat()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "product"
    (folder / "safety").mkdir(parents=True)
    (folder / "app.py").write_text("print('records')\n")
    (folder / "safety" / "case.pdf").write_bytes(b"%PDF-1.7 the case\n")
    return folder


def enter(archscan: Archscan, folder: Path, document: str, *shows: str, day: str = DATE, **options: str) -> Run:
    arguments = [part for name in shows for part in ("--shows", name)]
    extra = [part for name, value in options.items() for part in (f"--{name}", value)]
    return archscan(
        "evidence", "add", document, "--title", "The case", "--date", day, "--owner", "Dr A. Khan, CSO",
        *arguments, "--in", str(folder), *extra,
    )  # fmt: skip


def result(archscan: Archscan, folder: Path) -> Any:
    return archscan("scan", folder, "--offline", "--format", "json").json


def found(archscan: Archscan, folder: Path, rule: str) -> list[dict[str, Any]]:
    return [one for one in result(archscan, folder)["findings"] if one["rule"] == rule]


def test_a_document_makes_a_person_look_and_no_control_met(archscan: Archscan, repository: Path) -> None:
    (before,) = found(archscan, repository, "no-clinical-safety-case-report")
    assert before["outcome"] == "open"
    assert enter(archscan, repository, str(repository / "safety/case.pdf"), "no-clinical-safety-case-report").code == 0
    (after,) = found(archscan, repository, "no-clinical-safety-case-report")
    assert (after["outcome"], after["location"]["path"]) == ("review", "archscan-evidence.yaml")
    assert "Dr A. Khan, CSO: it is here, and unchanged" in after["evidence"][0]["description"]
    assert archscan("evidence", "check", str(repository)).code == 0


def test_what_no_rule_looks_for_stands_as_a_finding_of_its_own(archscan: Archscan, repository: Path) -> None:
    digest = "a" * 64
    assert enter(archscan, repository, "https://example.org/report", "CYBER-02", sha256=digest).code == 0
    (one,) = found(archscan, repository, "shown-outside-the-repository")
    assert (one["control"], one["outcome"], one["engine"]) == ("CYBER-02", "review", "manifest")
    assert "not checked" in one["evidence"][0]["description"]
    statuses = {c["id"]: c["status"] for p in result(archscan, repository)["principles"] for c in p["controls"]}
    assert statuses["CYBER-02"] == "needs_review"


def test_a_changed_document_shows_nothing_and_is_told(archscan: Archscan, repository: Path) -> None:
    enter(archscan, repository, str(repository / "safety/case.pdf"), "no-clinical-safety-case-report")
    (repository / "safety/case.pdf").write_bytes(b"%PDF-1.7 another case\n")
    (one,) = found(archscan, repository, "no-clinical-safety-case-report")
    assert one["outcome"] == "open"
    assert any(
        "has changed since it was entered" in problem["message"] for problem in result(archscan, repository)["problems"]
    )
    checked = archscan("evidence", "check", str(repository))
    assert checked.code == 1
    assert "BAD  The case: safety/case.pdf has changed" in checked.out


@pytest.mark.parametrize(("days", "counts"), [(-1, False), (0, True), (364, True), (367, False)])
def test_documents_count_from_their_day_until_the_policy_says(
    archscan: Archscan, repository: Path, days: int, *, counts: bool
) -> None:
    day = (date.today() - timedelta(days=days)).isoformat()
    enter(archscan, repository, str(repository / "safety/case.pdf"), "no-clinical-safety-case-report", day=day)
    (one,) = found(archscan, repository, "no-clinical-safety-case-report")
    assert one["outcome"] == ("review" if counts else "open")
    assert archscan("evidence", "check", str(repository)).code == (0 if counts else 1)


def test_the_policy_says_how_long_documents_count(archscan: Archscan, repository: Path, tmp_path: Path) -> None:
    day = (date.today() - timedelta(days=90)).isoformat()
    enter(archscan, repository, str(repository / "safety/case.pdf"), "no-clinical-safety-case-report", day=day)
    policy = tmp_path / "strict.yaml"
    default = Path(__file__).parents[2] / "policies" / "default.yaml"
    policy.write_text(
        default.read_text().replace("id: default", "id: strict").replace("evidence_days: 365", "evidence_days: 60")
    )
    said = archscan("scan", str(repository), "--offline", "--format", "json", "--policy", str(policy))
    messages = [problem["message"] for problem in said.json["problems"]]
    assert any("the policy lets documents count for 60 days" in message for message in messages)


def test_several_documents_under_one_control_must_be_told_apart(archscan: Archscan, repository: Path) -> None:
    refused = enter(archscan, repository, str(repository / "safety/case.pdf"), "SAFETY-01")
    assert refused.code == 2
    assert "SAFETY-01 asks for several documents" in refused.err
    assert "no-hazard-log" in refused.err
    assert not (repository / "archscan-evidence.yaml").exists()


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"shows": ["SAFTY-02"]}, "did you mean 'SAFETY-02'?"),
        ({"sha256": "abc"}, "it is no SHA-256"),
        ({"url": "ftp://example.org/x", "path": ""}, "it is no address"),
        ({"url": "https://example.org/x"}, "give path or url"),
        ({"path": ""}, "give path or url"),
        ({"shows": []}, "at least 1 item"),
        ({"owner": " "}, "it is empty"),
        ({"date": "soon"}, "date"),
        ({"owned_by": "x"}, "owned_by"),
    ],
)
def test_a_wrong_entry_is_refused_with_its_line(
    archscan: Archscan, repository: Path, entry: dict[str, Any], said: str
) -> None:
    whole = {"title": "T", "path": "x.pdf", "sha256": "b" * 64, "date": DATE, "owner": "O", "shows": ["SAFETY-02"]}
    (repository / "archscan-evidence.yaml").write_text(json.dumps({"documents": [{**whole, **entry}]}, indent=1))
    refused = archscan("scan", str(repository), "--offline")
    assert refused.code == 2
    assert "archscan-evidence.yaml line" in refused.err
    assert said in refused.err


def test_nothing_outside_is_opened_by_a_scan(archscan: Archscan, repository: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("known")
    enter(archscan, repository, str(secret), "no-clinical-safety-case-report")
    (one,) = found(archscan, repository, "no-clinical-safety-case-report")
    assert "it is not here, so that its digest was not checked" in one["evidence"][0]["description"]
    secret.write_text("changed")
    assert archscan("evidence", "check", str(repository)).code == 1  # asked for by hand, it is opened


def test_a_linked_manifest_and_a_linked_document_are_not_followed(
    archscan: Archscan, repository: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere.pdf"
    elsewhere.write_bytes(b"%PDF-1.7 the case\n")
    enter(archscan, repository, str(repository / "safety/case.pdf"), "no-clinical-safety-case-report")
    (repository / "safety/case.pdf").unlink()
    (repository / "safety/case.pdf").symlink_to(elsewhere)
    (one,) = found(archscan, repository, "no-clinical-safety-case-report")
    assert "it is not here, so that its digest was not checked" in one["evidence"][0]["description"]
    (repository / "safety/case.pdf").unlink()
    (repository / "safety/kept.pdf").write_bytes(b"%PDF-1.7 the case\n")
    (repository / "safety/case.pdf").symlink_to("kept.pdf")
    assert any(
        "is here and cannot be read" in problem["message"] for problem in result(archscan, repository)["problems"]
    )
    manifest = repository / "archscan-evidence.yaml"
    manifest.rename(repository / "moved.yaml")
    manifest.symlink_to("moved.yaml")
    refused = archscan("scan", str(repository), "--offline")
    assert refused.code == 2
    assert "is a link" in refused.err


def checked(archscan: Archscan, folder: Path, path: str) -> str:
    """What is told of a document at a path, whose content was that of the safety case."""
    digest = hashlib.sha256(b"%PDF-1.7 the case\n").hexdigest()
    fields = f'title: The case, sha256: "{digest}", date: {DATE}, owner: A, shows: [no-hazard-log], path: "{path}"'
    (folder / "archscan-evidence.yaml").write_text(f"documents:\n  - {{{fields}}}\n")
    run = archscan("evidence", "check", str(folder))
    assert "Traceback" not in run.err
    return run.out


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("safety/case.pdf", "ok   The case: unchanged"),
        ("./safety/../safety/case.pdf", "ok   The case: unchanged"),
        ("safety/none.pdf", "?    The case: elsewhere"),
        ("safety/case.pdf/none.pdf", "?    The case: elsewhere"),
        ("linked/case.pdf", "?    The case: elsewhere"),
        ("\\0", "?    The case: elsewhere"),
        ("x" * 5_000, "?    The case: elsewhere"),
        ("safety", "is here and cannot be read"),
        ("pipe", "is here and cannot be read"),
        ("link.pdf", "is here and cannot be read"),
        ("lost.pdf", "is here and cannot be read"),
        ("../outside.pdf", "ok   The case: unchanged"),
        ("../outside-link.pdf", "ok   The case: unchanged"),
        ("../pipe", "is here and cannot be read"),
        ("../none.pdf", "?    The case: elsewhere"),
    ],
)
def test_a_check_says_what_stands_where_a_document_should_be(
    archscan: Archscan, repository: Path, path: str, told: str
) -> None:
    outside = repository.parent
    (repository / "linked").symlink_to("safety")
    (repository / "link.pdf").symlink_to("safety/case.pdf")
    (repository / "lost.pdf").symlink_to("nowhere")
    (outside / "outside.pdf").write_bytes((repository / "safety/case.pdf").read_bytes())
    (outside / "outside-link.pdf").symlink_to("outside.pdf")
    for pipe in (repository / "pipe", outside / "pipe"):
        os.mkfifo(pipe)
    assert told in checked(archscan, repository, path)


def test_a_document_in_a_folder_that_nobody_may_enter_cannot_be_read(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> tuple[int, os.stat_result]:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    if os.geteuid():
        (repository / "safety").chmod(0)
    else:  # nothing is closed to root
        monkeypatch.setattr("scanner.sources.manifest.open_plain", refuse)
    document = EvidenceDocument(
        title="The case", path="safety/case.pdf", sha256="a" * 64, date=date.today(), owner="A", shows=("x",)
    )
    try:
        assert presence_at(document, repository) is Presence.UNREADABLE
    finally:
        (repository / "safety").chmod(0o700)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        ("pipe", "is not a plain file"),
        ("folder", "is not a plain file"),
        ("latin", "is not UTF-8"),
        ("nothing", "could not be written: No such file or directory"),
    ],
)
def test_a_manifest_that_cannot_be_read_or_written_is_told(
    archscan: Archscan, repository: Path, made: str, said: str
) -> None:
    manifest = repository / "archscan-evidence.yaml"
    if made == "pipe":
        os.mkfifo(manifest)
    elif made == "folder":
        manifest.mkdir()
    elif made == "latin":
        manifest.write_bytes(b"documents: # \xe9\n")
    folder = repository / "none" if made == "nothing" else repository
    run = enter(archscan, folder, str(repository / "safety/case.pdf"), "no-hazard-log")
    assert run.code == 2
    assert said in run.err


def test_a_document_of_an_impossible_name_is_not_there(archscan: Archscan, repository: Path) -> None:
    run = enter(archscan, repository, "x" * 5_000, "no-hazard-log")
    assert run.code == 2
    assert "there is no file" in run.err


def test_what_is_entered_is_read_as_it_was_written(archscan: Archscan, repository: Path) -> None:
    said = archscan(
        "evidence", "add", str(repository / "safety/case.pdf"), "--title", 'A "case": #1 \\ é', "--date", DATE,
        "--owner", "O: x", "--shows", "SAFETY-02", "--in", str(repository),
    )  # fmt: skip
    assert said.code == 0, said.err
    content = (repository / "archscan-evidence.yaml").read_bytes()
    (document,) = read_declared("archscan-evidence.yaml", EvidenceManifest, content, marked).documents
    assert isinstance(document, EvidenceDocument)
    assert (document.title, document.owner, document.path) == ('A "case": #1 \\ é', "O: x", "safety/case.pdf")
    assert document.line == 3
