"""Grouping of findings."""

import pytest

from scanner.domain.architecture import Confidence
from scanner.domain.artifact import Location, Role
from scanner.domain.catalog import Severity
from scanner.domain.finding import Finding, Outcome, RelatedLocation
from scanner.domain.rule import GroupBy
from scanner.engines.grouping import MAX_RELATED, group, limit_related


def finding(
    path: str,
    line: int = 1,
    *,
    outcome: Outcome = Outcome.FAIL,
    rule: str = "desktop-client",
    role: Role = Role.PRODUCT,
) -> Finding:
    return Finding(
        rule=rule,
        control="BROWSER-01",
        principle="BROWSER",
        engine="native",
        outcome=outcome,
        confidence=Confidence.HIGH,
        severity=Severity.HIGH,
        message=f"form in {path}",
        subject=path,
        location=Location(path=path, start_line=line),
        role=role,
    )


def test_a_place_that_ships_leads_unless_the_rule_weighs_everywhere() -> None:
    tool = finding("scripts/seed.py").model_copy(update={"severity": Severity.CRITICAL})
    findings = [tool, finding("wards/app.py")]
    (one,) = group(findings, GroupBy.REPOSITORY)
    assert (one.location.path, one.severity) == ("wards/app.py", Severity.HIGH)
    (other,) = group(findings, GroupBy.REPOSITORY, everywhere=True)
    assert (other.location.path, other.severity) == ("scripts/seed.py", Severity.CRITICAL)


def test_subject_leaves_findings_alone() -> None:
    findings = (finding("b.cs"), finding("a.cs"))
    assert group(iter(findings), GroupBy.SUBJECT) == findings


def test_repository_gives_one_finding_led_by_the_first_place_whatever_the_order() -> None:
    findings = [finding("b/x.cs", 3), finding("a/y.cs", 9), finding("a/y.cs", 2)]
    (one,) = group(findings, GroupBy.REPOSITORY)
    assert (one.location.path, one.location.start_line) == ("a/y.cs", 2)
    assert one.subject == "repository"
    assert [(place.path, place.start_line) for place in one.related] == [("a/y.cs", 9), ("b/x.cs", 3)]
    assert one.evidence[-1].description == "seen in 3 places in 2 files"
    assert group(reversed(findings), GroupBy.REPOSITORY) == (one,)


def test_the_subject_of_a_group_survives_the_mending_of_its_lead() -> None:
    before = group([finding("a/x.cs"), finding("a/y.cs")], GroupBy.FOLDER)
    after = group([finding("a/y.cs")], GroupBy.FOLDER)
    assert [one.subject for one in before] == [one.subject for one in after] == ["a"]


def test_folder_groups_by_top_folder_and_keeps_the_root_apart() -> None:
    joined = group(
        [finding("web/deep/x.cs"), finding("web/y.cs"), finding("x.cs"), finding("api/z.cs")], GroupBy.FOLDER
    )
    assert [(one.subject, len(one.related)) for one in joined] == [("api", 0), ("web", 1), (".", 0)]


def test_directory_groups_files_side_by_side_and_file_each_by_itself() -> None:
    findings = [finding("infra/a.tf"), finding("infra/b.tf", 2), finding("infra/b.tf", 7), finding("infra/web/c.tf")]
    beside = group([*findings, finding("d.tf")], GroupBy.DIRECTORY)
    assert [(one.subject, one.places) for one in beside] == [(".", 1), ("infra", 3), ("infra/web", 1)]
    alone = group(findings, GroupBy.FILE)
    assert [(one.subject, one.places) for one in alone] == [("infra/a.tf", 1), ("infra/b.tf", 2), ("infra/web/c.tf", 1)]


def test_content_joins_copies_under_the_name_of_the_first_and_never_shows_what_they_hold() -> None:
    findings = [finding("b.tfvars"), finding("a.tfvars"), finding("c.tfvars")]
    held = {"a.tfvars": "hunter2", "b.tfvars": "hunter2", "c.tfvars": "swordfish"}
    one, other = group(findings, GroupBy.CONTENT, lambda place: held[place.location.path])
    assert (one.subject, one.places, [place.path for place in one.related]) == ("a.tfvars", 2, ["b.tfvars"])
    assert (other.subject, other.places, other.related) == ("c.tfvars", 1, ())
    assert "hunter2" not in one.model_dump_json()
    assert group(findings, GroupBy.CONTENT) == tuple(findings)


@pytest.mark.parametrize(
    "other",
    [
        finding("b.cs", outcome=Outcome.PASS),
        finding("b.cs", outcome=Outcome.REVIEW),
        finding("b.cs", rule="another-rule"),
        finding("b.cs", role=Role.TEST),
    ],
)
def test_what_differs_in_rule_outcome_or_role_is_never_joined(other: Finding) -> None:
    assert len(group([finding("a.cs"), other], GroupBy.REPOSITORY)) == 2


def test_many_places_are_capped_and_the_rest_is_counted() -> None:
    (one,) = group([finding(f"src/{number:04}.cs") for number in range(900)], GroupBy.REPOSITORY)
    assert len(one.related) == MAX_RELATED
    assert one.related[-1].note.endswith("and 849 more places")
    assert one.evidence[-1].description == "seen in 900 places in 900 files"


def test_places_of_joined_findings_stay() -> None:
    other = finding("b.cs").model_copy(update={"related": (RelatedLocation(path="c.tf", start_line=4),)})
    (one,) = group([finding("a.cs"), other], GroupBy.REPOSITORY)
    assert [place.path for place in one.related] == ["b.cs", "c.tf"]


def test_limit_counts_what_it_leaves_off_exactly() -> None:
    places = [RelatedLocation(path="a", start_line=line) for line in range(1, MAX_RELATED + 1)]
    assert limit_related(places) == tuple(places)
    assert limit_related([*places, places[0]])[-1].note == "and 1 more places"


def test_message_joins_places_of_which_the_same_is_said_and_no_others() -> None:
    said = "projects target .NET net7.0, whose support has ended"
    findings = [
        finding("src/b.csproj").model_copy(update={"message": said}),
        finding("old/c.csproj"),
        finding("src/a.csproj").model_copy(update={"message": said}),
    ]
    other, one = group(findings, GroupBy.MESSAGE)
    assert (one.subject, one.location.path, [place.path for place in one.related]) == (
        said,
        "src/a.csproj",
        ["src/b.csproj"],
    )
    assert (other.location.path, other.related) == ("old/c.csproj", ())


def test_environments_of_joined_findings_are_joined() -> None:
    def told(path: str, *names: str, other: tuple[str, ...] = ()) -> Finding:
        return finding(path).model_copy(update={"environments": names, "other_environments": other})

    (one,) = group([told("a.tf", "dev", other=("prod", "test")), told("b.tf", "prod", "dev")], GroupBy.REPOSITORY)
    assert (one.environments, one.other_environments) == (("dev", "prod"), ("test",))


def test_the_gravest_leads_a_group_whatever_its_path() -> None:
    lesser = finding("a/x.cs").model_copy(update={"severity": Severity.MEDIUM})
    (one,) = group([lesser, finding("b/y.cs", 3)], GroupBy.REPOSITORY)
    assert (one.location.path, one.severity) == ("b/y.cs", Severity.HIGH)
    assert [place.path for place in one.related] == ["a/x.cs"]
