import pytest

from scanner.parsers.workflow import WorkflowParser

PARSER = WorkflowParser()
PATH = ".github/workflows/build.yml"
TEXT = """name: Build
on:
  push: {branches: [main]}
  pull_request_target:
permissions:
  contents: read
jobs:
  test:
    runs-on: [self-hosted, linux]
    permissions: write-all
    environment: {name: live, url: https://example.org}
    steps:
      - uses: actions/checkout@v4
        with: {persist-credentials: false}
      - name: Say
        run: echo ${{ github.event.issue.title }}
        env: {TOKEN: x}
      - uses: ./.github/actions/own
      - uses: docker://ghcr.io:443/tool:3.8
      - uses: docker://alpine@sha256:abc
  reuse:
    uses: org/repo/.github/workflows/x.yml@main
    environment: test
    runs-on: {group: big, labels: [gpu]}
  own:
    uses: $/.github/workflows/own.yml
"""


def test_view(run):
    (resource,) = run(PARSER, {PATH: TEXT}).resources
    view = resource.attributes
    assert (resource.type, resource.address, resource.name) == ("github", PATH, "Build")
    assert view["triggers"] == ["push", "pull_request_target"]
    assert view["permissions"] == {"contents": "read"}
    assert view["jobs"] == [
        {
            "id": "test", "permissions": "write-all", "runs_on": ["self-hosted", "linux"], "uses": "",
            "environment": "live", "secrets": [], "inherited_by": "", "condition": "", "line": 8,
        },
        {
            "id": "reuse", "permissions": None, "runs_on": ["big", "gpu"], "environment": "test",
            "uses": "org/repo/.github/workflows/x.yml@main", "secrets": [], "inherited_by": "", "condition": "",
            "line": 21,
        },
        {
            "id": "own", "permissions": None, "runs_on": [], "environment": "",
            "uses": "$/.github/workflows/own.yml", "secrets": [], "inherited_by": "", "condition": "", "line": 25,
        },
    ]  # fmt: skip
    assert view["steps"][0]["with"] == {"persist-credentials": "false"}
    assert view["steps"][1] == {
        "job": "test", "name": "Say", "uses": "", "run": "echo ${{ github.event.issue.title }}", "with": {},
        "env": {"TOKEN": "x"}, "env_around": {}, "condition": "", "optional": False, "line": 15,
    }  # fmt: skip
    assert [(use["action"], use["ref"], use["local"], use["line"]) for use in view["uses"]] == [
        ("actions/checkout", "v4", False, 13),
        ("./.github/actions/own", "", True, 18),
        ("docker://ghcr.io:443/tool", "3.8", False, 19),
        ("docker://alpine", "sha256:abc", False, 20),
        ("org/repo/.github/workflows/x.yml", "main", False, 22),
        ("$/.github/workflows/own.yml", "", True, 26),
    ]
    assert [use["repository"] for use in view["uses"]] == [
        "actions/checkout",
        "",
        "ghcr.io:443/tool",
        "alpine",
        "org/repo",
        "",
    ]


@pytest.mark.parametrize(
    ("written", "condition"),
    [
        ("false", "false"),
        ("${{ false }}", "${{ false }}"),
        ("'false'", "false"),
        ("github.ref_name == 'main'", "github.ref_name == 'main'"),
    ],
)
def test_conditions_of_jobs_are_told_as_written(run, written, condition):
    text = f"on: push\njobs:\n  a:\n    if: {written}\n    runs-on: x\n    steps: []\n"
    (resource,) = run(PARSER, {PATH: text}).resources
    assert [job["condition"] for job in resource.attributes["jobs"]] == [condition]


@pytest.mark.parametrize(("on", "triggers"), [("push", ["push"]), ("[push, schedule]", ["push", "schedule"])])
def test_triggers(run, on, triggers):
    (resource,) = run(PARSER, {PATH: f"on: {on}\njobs: {{}}\n"}).resources
    assert resource.attributes["triggers"] == triggers
    assert resource.name == "build"
    assert resource.attributes["permissions"] is None


def test_other_files_are_not_workflows(run):
    files = {"action.yml": TEXT, ".github/dependabot.yml": TEXT, ".github/workflows/x/y.yml": TEXT}
    assert run(PARSER, files).resources == ()


@pytest.mark.parametrize("text", ["jobs: [", "a: 1", "", "\x01", "jobs:\n\ta: 1", "jobs: &a {b: *a}", "[" * 100_000])
def test_hostile_files_cost_a_problem(run, text):
    found = run(PARSER, {PATH: b"#\n" + text.encode()})
    assert found.resources == ()
    assert [problem.location.path for problem in found.problems] == [PATH]


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("jobs: 1", []),
        ("jobs: {a: 1, b: {steps: 3}, c: {steps: [1, {uses: [x]}]}}", [""]),
        ("jobs: {a: {steps: [{uses: 5}]}}", ["5"]),
    ],
)
def test_odd_shapes_do_no_harm(run, text, uses):
    (resource,) = run(PARSER, {PATH: text}).resources
    assert [step["uses"] for step in resource.attributes["steps"]] == uses


def test_environment_around_a_step(run):
    text = """on: push
env: {AWS_REGION: eu-west-2, STAGE: test}
jobs:
  deploy:
    env: {STAGE: live}
    steps:
      - run: make deploy
        env: {STAGE: trial}
"""
    (resource,) = run(PARSER, {PATH: text}).resources
    (step,) = resource.attributes["steps"]
    assert step["env"] == {"STAGE": "trial"}
    assert step["env_around"] == {"AWS_REGION": "eu-west-2", "STAGE": "live"}


def test_secrets_of_a_job(run):
    text = """\
on: push
env: {REGION: "${{ secrets.REGION }}"}
jobs:
  scan:
    steps:
      - uses: org/scan@v1
        with: {token: "${{ secrets.GITHUB_TOKEN }}"}
  deploy:
    uses: org/repo/.github/workflows/x.yml@main
    secrets: inherit
  tell:
    steps:
      - run: echo "$ALL"
        env: {ALL: "${{ toJSON(secrets) }}", ONE: "${{ secrets['HOOK'] }}"}
"""
    (resource,) = run(PARSER, {PATH: text}).resources
    assert [job["secrets"] for job in resource.attributes["jobs"]] == [
        ["GITHUB_TOKEN", "REGION"],
        ["*", "REGION"],
        ["*", "HOOK", "REGION"],
    ]


def test_what_must_hold_for_a_job_and_for_its_step_stands_together(run):
    text = """on: push
jobs:
  deploy:
    if: github.actor == 'wards'
    steps:
      - run: make
      - run: make deploy
        if: success()
"""
    (resource,) = run(PARSER, {PATH: text}).resources
    assert [step["condition"] for step in resource.attributes["steps"]] == [
        "(github.actor == 'wards')",
        "(github.actor == 'wards') && (success())",
    ]


def test_who_inherits_the_secrets_is_told_without_its_version(run):
    text = """on: push
jobs:
  all:
    uses: org/repo/.github/workflows/x.yml@main
    secrets: inherit
  one:
    uses: org/repo/.github/workflows/y.yml@main
    secrets: {KEY: "${{ secrets.KEY }}"}
  named_so:
    uses: org/repo/.github/workflows/z.yml@main
    secrets: {inherit: "yes"}
"""
    (resource,) = run(PARSER, {PATH: text}).resources
    told = [job["inherited_by"] for job in resource.attributes["jobs"]]
    assert told == ["org/repo/.github/workflows/x.yml", "", ""]


def test_a_file_named_secrets_is_no_secret(run):
    text = """on: push
jobs:
  tell:
    steps:
      - run: cat config/secrets.json && python -m app.secrets.load
      - run: echo "$ONE"
        env: {ONE: "${{ Secrets.HOOK }}"}
"""
    (resource,) = run(PARSER, {PATH: text}).resources
    assert [job["secrets"] for job in resource.attributes["jobs"]] == [["HOOK"]]
