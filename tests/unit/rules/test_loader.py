"""Packs load fast and whole; every fault of every rule is shown at once, where it stands."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import jsonschema
import pytest
import yaml

from scanner.domain.catalog import Catalog
from scanner.domain.rule import NativeCheck
from scanner.errors import RulePackError
from scanner.rules.loader import load_catalog, load_packs, load_rule, rule_schema

RULES = Path(__file__).parents[3] / "rules"

RULE = """\
name: {name}
title: A bucket without versions
control: CLOUD-01
severity: high
description: What is flagged.
rationale: Why it matters.
remediation: How to mend it.
clauses: [TCoP-5]
check:
  engine: native
  subject: {{terraform: [aws_s3_bucket]}}
  assert: resource.?acl.orValue('private') in parameters.allowed
  message: "{{address}} has the list {{resource.acl}}"
  accepted: "{{address}} is private"
  parameters: {{allowed: [private]}}
"""
FIXTURE = 'resource "x" "y" {}\n# ruleid: NAME\nresource "a" "b" {}\n# ok: NAME\nresource "c" "d" {}\n'


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog(RULES)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "packs"
    write(root / "reference/regions.yaml", "uk:\n  aws: [eu-west-2]\n  a/b: [x]\nsince: 2026-01-01\n")
    write(root / "pack-a/pack.yaml", 'id: pack-a\ntitle: A\nversion: "1.0"\n')
    return root


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def add_rule(root: Path, name: str, text: str = RULE, pack: str = "pack-a") -> Path:
    folder = root / pack / name
    write(folder / "rule.yaml", text.format(name=name) if text is RULE else text)
    write(folder / "tests/main.tf", FIXTURE.replace("NAME", name))
    return folder


def shown(error: RulePackError, root: Path) -> list[tuple[str, int, int, str]]:
    return [(f.path.relative_to(root).as_posix(), f.line, f.column, f.message) for f in error.faults]


def test_archscans_own_packs_load(catalog: Catalog) -> None:
    packs = load_packs(RULES, catalog)
    assert len(packs) == 12
    assert all(len(pack.digest) == 64 for pack in packs)


def test_a_rule_is_loaded_as_it_is_written(root: Path, catalog: Catalog) -> None:
    add_rule(root, "open-bucket")
    (pack,) = load_packs(root, catalog)
    (rule,) = pack.rules
    assert (pack.id, pack.title, pack.version, rule.name) == ("pack-a", "A", "1.0", "open-bucket")
    assert isinstance(rule.check, NativeCheck)
    assert rule.check.parameters == {"allowed": ["private"]}
    assert load_rule(root / "pack-a/open-bucket", catalog, root) == rule


def test_adding_a_rule_touches_one_folder_only(root: Path, catalog: Catalog, tmp_path: Path) -> None:
    add_rule(root, "open-bucket")
    copy = tmp_path / "copy"
    shutil.copytree(root, copy)
    before = load_packs(root, catalog)
    add_rule(copy, "second-rule")
    after = load_packs(copy, catalog)
    assert [rule.name for rule in after[0].rules] == ["open-bucket", "second-rule"]
    assert after[0].rules[0] == before[0].rules[0]
    changed = {
        path.relative_to(copy).parts[:2] for path in copy.rglob("*") if not (root / path.relative_to(copy)).exists()
    }
    assert changed == {("pack-a", "second-rule")}
    assert after[0].digest != before[0].digest


def test_the_digest_follows_contents_and_names(root: Path, catalog: Catalog) -> None:
    folder = add_rule(root, "open-bucket")
    digests = [load_packs(root, catalog)[0].digest]
    assert load_packs(root, catalog)[0].digest == digests[0]
    write(folder / "other.yaml", "x: 1\n")
    digests.append(load_packs(root, catalog)[0].digest)
    (folder / "other.yaml").rename(folder / "more.yaml")
    digests.append(load_packs(root, catalog)[0].digest)
    digests.append(load_packs(root, catalog.model_copy(update={"version": "other"}))[0].digest)
    assert len(set(digests)) == 4


def test_no_result_hangs_on_fixtures(root: Path, catalog: Catalog) -> None:
    folder = add_rule(root, "open-bucket")
    before = load_packs(root, catalog)[0].digest
    write(folder / "tests/other.tf", "x = 1\n")
    assert load_packs(root, catalog)[0].digest == before


FAULTY = """\
name: Open_Bucket
titel: A bucket
control: CLOUD-99
severity: hihg
confidence: high
since: 0.1
description: What is flagged.
remediation: How to mend it.
clauses: [TCoP-5, NAP-404]
check:
  engine: native
  subject: {code: [pyhton]}
  each: sorce.calls
  where: item.name = 'x'
  assert: |
    item.name != 'eval'
      && !itm.line.startWith('a')
      && item.name in parameters.forbiden
  message: "{item.name} is called in {pth}"
  parameters:
    forbidden: {reference: "regions.yaml#/ukk/aws"}
"""


def test_fifteen_faults_of_one_rule_are_shown_at_once(root: Path, catalog: Catalog) -> None:
    folder = root / "pack-a" / "open-bucket"
    write(folder / "rule.yaml", FAULTY)
    write(folder / "tests/main.py", "# ruleid: open-bukket\nx = 1\n")
    with pytest.raises(RulePackError) as caught:
        load_packs(root, catalog)
    name = "pack-a/open-bucket/rule.yaml"
    expected = {
        (name, 1, 7, "'Open_Bucket' is no valid name"),
        (name, 1, 1, "field 'title' is missing"),
        (name, 1, 1, "field 'rationale' is missing"),
        (name, 1, 7, "the name must be the folder's, 'open-bucket'"),
        (name, 2, 1, "unknown field 'titel'"),
        (name, 3, 10, "no such control: 'CLOUD-99'"),
        (name, 4, 11, "'hihg' must be one of critical, high, medium or low"),
        (name, 6, 8, "'since' must be a text"),
        (name, 9, 19, "no such clause: 'NAP-404'"),
        (name, 12, 20, "no such type: 'pyhton'"),
        (name, 13, 9, "no such variable: 'sorce'"),
        (name, 14, 20, "token recognition error at: '= '"),
        (name, 17, 11, "no such variable: 'itm'"),
        (name, 17, 20, "no such function: 'startWith'"),
        (name, 18, 34, "no such parameter: 'forbiden'"),
        (name, 19, 39, "the placeholder names nothing: 'pth'"),
        (name, 21, 28, "regions.yaml has no 'ukk' in '/ukk/aws'"),
        ("pack-a/open-bucket/tests", 0, 0, "no fixture that is accepted"),
        ("pack-a/open-bucket/tests/main.py", 1, 11, "the annotation names 'open-bukket', not this rule"),
    }
    assert set(shown(caught.value, root)) == expected
    hints = {fault.message: fault.hint for fault in caught.value.faults}
    assert hints["unknown field 'titel'"] == "did you mean 'title'?"
    assert hints["'hihg' must be one of critical, high, medium or low"] == "did you mean 'high'?"
    assert hints["no such type: 'pyhton'"] == "did you mean 'python'?"
    assert hints["no such variable: 'sorce'"] == "did you mean 'source'?"
    assert hints["no such function: 'startWith'"] == "did you mean 'startsWith'?"
    assert hints["no such parameter: 'forbiden'"] == "did you mean 'forbidden'?"
    assert hints["the placeholder names nothing: 'pth'"] == "did you mean 'path'?"
    assert hints["regions.yaml has no 'ukk' in '/ukk/aws'"] == "did you mean 'uk'?"
    assert hints["'since' must be a text"] == "put it in quotes"


def test_a_fault_is_shown_with_its_line_and_a_caret(root: Path, catalog: Catalog) -> None:
    text = RULE.format(name="open-bucket").replace("resource.?acl", "resorce.?acl")
    add_rule(root, "open-bucket", text)
    with pytest.raises(RulePackError) as caught:
        load_packs(root, catalog)
    lines = str(caught.value).splitlines()
    place = lines[2].index("resorce")
    assert lines[0] == "1 fault in the rule packs"
    assert lines[1].endswith("open-bucket/rule.yaml:12:11: no such variable: 'resorce'")
    assert lines[3].index("^") == place
    assert lines[4] == "  hint: did you mean 'resource'?"


def test_a_rule_is_no_surer_than_its_readings(root: Path, catalog: Catalog) -> None:
    sure = "confidence: high\nreadings: {{right: 2, arguable: 2, wrong: 0}}\nclauses:"
    add_rule(root, "open-bucket", RULE.replace("clauses:", sure, 1).format(name="open-bucket"))
    with pytest.raises(RulePackError) as caught:
        load_packs(root, catalog)
    (fault,) = caught.value.faults
    assert fault.message.startswith("its readings carry a confidence of ")
    add_rule(
        root,
        "open-bucket",
        RULE.replace("clauses:", sure.replace("arguable: 2", "arguable: 0")).format(name="open-bucket"),
    )
    (pack,) = load_packs(root, catalog)
    assert pack.rules[0].readings.number == 2


def changed(root: Path, old: str, new: str) -> Path:
    text = RULE.format(name="open-bucket")
    assert old in text
    return add_rule(root, "open-bucket", text.replace(old, new))


NATIVE = RULE[RULE.index("  engine") :].format()


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "message"),
    [
        ("engine: native", "engine: natve", 10, 11, "no such engine: 'natve'"),
        ("  engine: native\n", "", 10, 3, "field 'engine' is missing"),
        ("terraform: [", "terrafrom: [", 11, 13, "no such family: 'terrafrom'"),
        ("{terraform: [aws_s3_bucket]}", "{terraform: [x], code: [go]}", 11, 12, "must name exactly one family"),
        ("[aws_s3_bucket]", "[]", 11, 24, "names no type"),
        ("{allowed: [private]}", '{allowed: {reference: "nowhere.yaml#/x"}}', 15, 37,
         "no such reference file: 'nowhere.yaml'"),
        ("{allowed: [private]}", "{allowed: {reference: regions.yaml}}", 15, 37, "'regions.yaml' is no reference"),
        ("  message", "  reasons: [{when: 'nowhere.x', message: m}]\n  message", 13, 21, "no such variable: 'nowhere'"),
        ("  message", "  reasons: [{when: 'true', message: 'a {itme}'}]\n  message", 13, 41,
         "the placeholder names nothing: 'itme'"),
        ("  message", "  group: content\n  message", 13, 10,
         "only rules of semgrep join places by what is written there"),
        ("  message", "  where: item.x == 1\n  message", 13, 3, "'where' needs 'each'"),
        ("  message", "  each: address\n  message", 13, 9, "'address' is no list"),
        ("  message", "  each: resource..x\n  message", 13, 9, "'resource..x' is no path"),
        ("  message", "  at: '[0]x'\n  message", 13, 7, "'[0]x' is no path"),
        ("{address} is", "{item.name} is", 14, 15, "the placeholder names nothing: 'item'"),
        ("{address} is", "{ address } is", 14, 16, "'{ address }' is no placeholder"),
        ("  assert: resource.?acl.orValue('private') in parameters.allowed", "  assert: resource.acl + 'x' + 1", 12,
         30, "'+' does not take (string, int)"),
        ("  assert: resource.?acl.orValue('private') in parameters.allowed", "  assert: ''", 12, 11,
         "the assertion is empty"),
        ("severity: high", "severity: high\nseverity: low", 5, 1, "'severity' is written twice"),
        ("title: A bucket", "title: A: bucket", 2, 9, "not valid YAML: mapping values are not allowed in this context"),
        ("clauses: [TCoP-5]", "clauses: []", 8, 10,
         "'clauses': tuple should have at least 1 item after validation, not 0"),
        ("check:\n" + NATIVE, "check: {engine: checkov, ids: [CKV_AWS_53, AWS_54]}\n", 9, 44,
         "'AWS_54' is no id of checkov"),
        ("check:\n" + NATIVE, "check: {engine: checkov, ids: [CKV_K8S_1], message: '{adress}'}\n", 9, 55,
         "the placeholder names nothing: 'adress'"),
        ("check:\n" + NATIVE, "check: {engine: semgrep, message: m}\n", 9, 8,
         "no such file beside rule.yaml: 'semgrep.yaml'"),
        ("check:\n" + NATIVE, "check: {engine: semgrep, config: ../x.yaml, message: m}\n", 9, 34,
         "no such file beside rule.yaml: '../x.yaml'"),
        ("check:\n" + NATIVE, "check: {engine: evidence, documents: [x], message: m, contains: ['(?=a)']}\n", 9, 66,
         "not a regular expression of RE2: invalid perl operator: (?="),
    ],
)  # fmt: skip
def test_a_mistake_is_shown_where_it_stands(  # noqa: PLR0917  # a table
    root: Path, catalog: Catalog, old: str, new: str, line: int, column: int, message: str
) -> None:
    changed(root, old, new)
    with pytest.raises(RulePackError) as caught:
        load_packs(root, catalog)
    assert shown(caught.value, root) == [("pack-a/open-bucket/rule.yaml", line, column, message)]


PATHS = """\
check:
  engine: native
  subject: {path: [presentation->store]}
  over: [reads]
  assert: size(chain.steps) == 0
  message: m
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("  over: [reads]\n", "", 11, "a rule about paths must say over which relations"),
        ("over: [reads]", "over: [eats]", 12, "'eats' must be one of"),
        ("presentation->store", "presentation", 11, "'presentation' is no path"),
        ("presentation->store", "presentaton->store", 11, "no such layer, kind or trait: 'presentaton'"),
        ("presentation->store", "a->b->c", 11, "'a->b->c' is no path"),
        ("  message: m", "  each: chain.steps\n  message: m", 14, "a rule about paths has no 'each'"),
        ("{path: [presentation->store]}", "{relation: [reads]}", 12, "'over' needs a rule about paths"),
    ],
)
def test_mistakes_in_rules_about_paths(
    root: Path, catalog: Catalog, old: str, new: str, line: int, message: str
) -> None:
    assert old in PATHS
    changed(root, "check:\n" + NATIVE, PATHS.replace(old, new))
    with pytest.raises(RulePackError) as caught:
        load_packs(root, catalog)
    told = shown(caught.value, root)
    assert [(place[1], place[3][: len(message)]) for place in told if place[3].startswith(message)] == [(line, message)]


def test_a_rule_about_paths_loads_with_its_traits(root: Path, catalog: Catalog) -> None:
    changed(root, "check:\n" + NATIVE, PATHS.replace("->store", "->session-store, exposed->*"))
    (pack,) = load_packs(root, catalog)
    assert [rule.name for rule in pack.rules] == ["open-bucket"]


def test_ids_of_semgrep_are_the_rules_name(root: Path, catalog: Catalog) -> None:
    folder = changed(root, "check:\n" + NATIVE, "check: {engine: semgrep, message: m}\n")
    write(folder / "semgrep.yaml", "rules:\n  - id: open-bucket\n  - id: open-bucket.accepted\n  - id: other\n")
    with pytest.raises(RulePackError) as caught:
        load_packs(root, catalog)
    message = "the id must be 'open-bucket' or 'open-bucket.accepted', not 'other'"
    assert shown(caught.value, root) == [("pack-a/open-bucket/semgrep.yaml", 4, 9, message)]


def test_names_are_unique_across_packs(root: Path, catalog: Catalog) -> None:
    write(root / "pack-b/pack.yaml", 'id: pack-b\ntitle: B\nversion: "1.0"\n')
    add_rule(root, "open-bucket")
    add_rule(root, "open-bucket", pack="pack-b")
    alias = RULE.format(name="third-rule").replace("severity", "aliases: [open-bucket]\nseverity")
    add_rule(root, "third-rule", alias, pack="pack-b")
    with pytest.raises(RulePackError) as caught:
        load_packs(root, catalog)
    message = "the name 'open-bucket' is taken by pack-a/open-bucket"
    assert shown(caught.value, root) == [
        ("pack-b/open-bucket/rule.yaml", 1, 7, message),
        ("pack-b/third-rule/rule.yaml", 4, 11, message),
    ]


def test_faults_of_all_packs_are_shown_together(root: Path, catalog: Catalog) -> None:
    write(root / "pack-b/pack.yaml", "id: other\ntitle: B\n")
    (root / "pack-b/empty").mkdir()
    add_rule(root, "open-bucket", RULE.format(name="open-bucket").replace("CLOUD-01", "CLOUD-1"))
    with pytest.raises(RulePackError) as caught:
        load_packs(root, catalog, ["pack-a", "pack-b", "pack-c"])
    assert shown(caught.value, root) == [
        ("pack-c", 0, 0, "no such pack: 'pack-c'"),
        ("pack-a/open-bucket/rule.yaml", 3, 10, "no such control: 'CLOUD-1'"),
        ("pack-b/pack.yaml", 1, 1, "field 'version' is missing"),
        ("pack-b/empty/rule.yaml", 0, 0, "cannot be read: No such file or directory"),
    ]


def test_links_that_leave_the_pack_are_refused(root: Path, catalog: Catalog, tmp_path: Path) -> None:
    folder = add_rule(root, "open-bucket")
    write(tmp_path / "secret.txt", "x")
    (folder / "tests/leak.tf").symlink_to(tmp_path / "secret.txt")
    (folder / "tests/inside.tf").symlink_to(folder / "tests/main.tf")
    with pytest.raises(RulePackError) as caught:
        load_packs(root, catalog)
    assert shown(caught.value, root) == [("pack-a/open-bucket/tests/leak.tf", 0, 0, "a link that leaves the pack")]


def test_large_files_are_refused(root: Path, catalog: Catalog) -> None:
    add_rule(root, "open-bucket", RULE.format(name="open-bucket") + "# " + "x" * 70_000)
    with pytest.raises(RulePackError, match="larger than 64 KB"):
        load_packs(root, catalog)


def test_parameters_come_from_reference_data(root: Path, catalog: Catalog) -> None:
    changed(root, "{allowed: [private]}", "{allowed: {reference: 'regions.yaml#/uk/a~1b'}, more: [1]}")
    (pack,) = load_packs(root, catalog)
    check = pack.rules[0].check
    assert isinstance(check, NativeCheck)
    assert check.parameters == {"allowed": ["x"], "more": [1]}


def test_a_hundred_rules_load_in_well_under_a_second(root: Path, catalog: Catalog) -> None:
    for number in range(100):
        add_rule(root, f"rule-{number}")
    load_packs(root, catalog)
    started = time.process_time()
    (pack,) = load_packs(root, catalog)
    assert len(pack.rules) == 100
    # Measured at 0.25 s; the bound only has to notice a change of kind.
    assert time.process_time() - started < 3


def test_the_schema_accepts_a_good_rule_and_refuses_a_bad_one() -> None:
    schema = rule_schema()
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    good = yaml.safe_load(RULE.format(name="open-bucket"))
    validator.validate(good)
    for bad in (
        {**good, "severity": "hihg"},
        {**good, "titel": "x"},
        {**good, "check": {**good["check"], "subject": {"x": []}}},
    ):
        assert not validator.is_valid(bad)


# The catalogue.


def test_the_catalogue_is_whole(catalog: Catalog) -> None:
    assert catalog.version
    assert len(catalog.principles) == 12
    assert {control.principle for control in catalog.controls} == {principle.id for principle in catalog.principles}


def test_faults_of_the_catalogue_are_shown_at_once(tmp_path: Path) -> None:
    principle = "{id: CLOUD, title: t, statement: s, why: w}"
    control = (
        "{id: CLOUD-01, title: t, principle: CLUOD, severity: high, verdict: automatic, objective: o, clauses: [X]}"
    )
    write(tmp_path / "catalog/principles.yaml", f"version: '1'\nprinciples:\n  - {principle}\n")
    write(tmp_path / "catalog/controls.yaml", f"controls:\n  - {control}\n")
    write(tmp_path / "catalog/clauses.yaml", "clauses:\n  - {id: Y, title: t, provenance: read}\n")
    with pytest.raises(RulePackError) as caught:
        load_catalog(tmp_path)
    assert shown(caught.value, tmp_path) == [
        ("catalog/controls.yaml", 2, 41, "no such principle: 'CLUOD'"),
        ("catalog/controls.yaml", 2, 5 + control.index("X]"), "no such clause: 'X'"),
    ]
    write(tmp_path / "catalog/principles.yaml", f"version: 1.0\nprinciples:\n  - {principle}\n  - {principle}\n")
    write(tmp_path / "catalog/clauses.yaml", "clauses:\n  - {id: Y, title: t, provenance: rad}\n")
    with pytest.raises(RulePackError) as caught:
        load_catalog(tmp_path)
    assert shown(caught.value, tmp_path) == [
        ("catalog/principles.yaml", 1, 10, "field 'version' is missing or no text"),
        ("catalog/principles.yaml", 4, 10, "'CLOUD' is used twice"),
        ("catalog/clauses.yaml", 2, 35, "'rad' must be one of read, secondary or memory"),
    ]
