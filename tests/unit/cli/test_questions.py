"""The questions about the product: asked in a dialogue, given as flags, written without touching anything else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import Result
from typer.testing import CliRunner

from scanner.cli import app
from scanner.reports.profile_text import profile_text, with_profile
from scanner.rules.loader import load_catalog

QUESTIONS = load_catalog(Path(__file__).parents[3] / "rules").questions
KEPT = "# ours\nterraform:\n  roots:\n    - {path: infra, name: prod} # applied by hand\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "app.py").write_text("print(1)\n")
    (tmp_path / "archscan.yaml").write_text(KEPT)
    return tmp_path


def run(*arguments: str, said: str = "") -> Result:
    return CliRunner().invoke(app, ["init", *arguments], input=said)


def answers(folder: Path) -> dict[str, dict[str, object]]:
    content = yaml.safe_load((folder / "archscan.yaml").read_text())
    return dict(content["profile"]["answers"])


def test_the_dialogue_asks_each_question_once(folder: Path) -> None:
    first = run(str(folder), "--ask", said="no\nA. Okafor, owner\nIt is a batch service.\nyes\n" + "\n" * 20)
    assert first.exit_code == 0, first.output
    assert all(question.question in first.output for question in QUESTIONS)
    told = answers(folder)
    assert list(told) == ["user_interface", "citizens"]
    assert told["user_interface"] == {
        "answer": "no",
        "version": 1,
        "answered": date.today(),
        "by": "A. Okafor, owner",
        "reason": "It is a batch service.",
    }
    assert (told["citizens"]["answer"], told["citizens"]["by"]) == ("yes", "A. Okafor, owner")
    again = run(str(folder), "--ask", said="\n" * 20)
    assert QUESTIONS[0].question not in again.output
    assert QUESTIONS[2].question in again.output
    assert answers(folder) == told


def test_words_that_are_no_answer_are_asked_again(folder: Path) -> None:
    done = run(str(folder), "--ask", said="perhaps\ny\nB. Lee\n" + "\n" * 20)
    assert "yes, no, or Enter to pass over" in done.output
    assert answers(folder)["user_interface"]["answer"] == "yes"


def test_nothing_else_in_the_file_changes(folder: Path) -> None:
    assert run(str(folder), "--answer", "staff=yes", "--by", "B").exit_code == 0
    written = (folder / "archscan.yaml").read_text()
    assert written.startswith(KEPT)
    (folder / "archscan.yaml").write_text(written + "\n# below\narchitecture:\n  ignore: []\n")
    assert run(str(folder), "--answer", "staff=no: only patients", "--by", "C: the second").exit_code == 0
    after = (folder / "archscan.yaml").read_text()
    assert after.startswith(KEPT)
    assert after.endswith("\n# below\narchitecture:\n  ignore: []\n")
    assert answers(folder)["staff"]["by"] == "C: the second"
    assert after.count("What the product is.") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--answer", "staff", "--by", "B"], "answers no question"),
        (["--answer", "screens=yes", "--by", "B"], "answers no question"),
        (["--answer", "staff=maybe", "--by", "B"], "it must be yes or no"),
        (["--answer", "staff=no", "--by", "B"], "a no needs a reason"),
        (["--answer", "staff=yes"], "nobody answers"),
    ],
)
def test_wrong_answers_are_refused_and_nothing_is_written(folder: Path, arguments: list[str], said: str) -> None:
    refused = run(str(folder), *arguments)
    assert said in str(refused.exception)
    assert (folder / "archscan.yaml").read_text() == KEPT


@pytest.mark.parametrize(
    "before", ["", "{}\n", "# only this\n", "profile:\n  answers: {}\n", "a: 1", "a: |\n  text\n\n"]
)
def test_a_section_is_put_into_any_file(before: str) -> None:
    answered = yaml.safe_load(with_profile(before, "profile:\n  answers: {staff: {answer: 'yes'}}\n"))
    assert answered["profile"] == {"answers": {"staff": {"answer": "yes"}}}
    kept = yaml.safe_load(before) or {}
    assert {name: value for name, value in answered.items() if name != "profile"} == {
        name: value for name, value in kept.items() if name != "profile"
    }


def test_without_an_answer_nothing_is_written() -> None:
    assert profile_text({}, QUESTIONS) == ""
