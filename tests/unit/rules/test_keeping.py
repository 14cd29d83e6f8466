"""What was found valid is not parsed again, and nothing faulty or changed ever comes out of the cache."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scanner.cache import DiskCache
from scanner.domain.catalog import Catalog
from scanner.domain.rule import NativeCheck, RulePack
from scanner.errors import PolicyError, RulePackError
from scanner.policies import load_policy
from scanner.rules.loader import digest_of_packs, load_catalog, load_packs
from scanner.rules.reference import References

REPOSITORY = Path(__file__).parents[3]
RULES = REPOSITORY / "rules"
RULE = """\
name: NAME
title: A bucket without versions
control: CLOUD-01
severity: high
description: What is flagged.
rationale: Why it matters.
remediation: How to mend it.
clauses: [TCoP-5]
check:
  engine: native
  subject: {terraform: [aws_s3_bucket]}
  assert: resource.?acl.orValue('private') in parameters.allowed
  message: "{address} has the list {resource.acl}"
  accepted: "{address} is private"
  parameters: {allowed: {reference: "lists.yaml#/allowed"}, most: MOST}
"""
FIXTURE = '# ruleid: NAME\nresource "a" "b" {}\n# ok: NAME\nresource "c" "d" {}\n'


class Memory:
    """Keeps values in this process, and counts."""

    def __init__(self) -> None:
        self.values: dict[str, bytes] = {}
        self.hits = 0

    def get(self, key: str) -> bytes | None:
        self.hits += key in self.values
        return self.values.get(key)

    def put(self, key: str, value: bytes) -> None:
        self.values[key] = value


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog(RULES)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "packs"
    write(root / "reference/lists.yaml", "allowed: [private]\n")
    for pack, rule in (("pack-a", "open-bucket"), ("pack-b", "lost-bucket")):
        write(root / pack / "pack.yaml", f'id: {pack}\ntitle: A\nversion: "1.0"\n')
        add_rule(root / pack / rule)
    return root


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def add_rule(folder: Path, most: str = "1") -> None:
    write(folder / "rule.yaml", RULE.replace("NAME", folder.name).replace("MOST", most))
    write(folder / "tests/main.tf", FIXTURE.replace("NAME", folder.name))


def test_archscans_own_packs_come_back_as_they_were(catalog: Catalog, tmp_path: Path) -> None:
    cache = DiskCache(tmp_path)
    first = load_packs(RULES, load_catalog(RULES, cache), None, cache)
    assert load_catalog(RULES, cache) == catalog
    again = load_packs(RULES, catalog, None, cache)
    assert again == first == load_packs(RULES, catalog)
    assert [pack.root for pack in again] == [pack.root for pack in first]


def test_what_was_found_valid_needs_no_parser_and_no_compiler(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from scanner.cache import DiskCache;"
        "from scanner.policies import load_policy; from scanner.rules.loader import load_catalog, load_packs;"
        f"rules, policies = Path({str(RULES)!r}), Path({str(REPOSITORY / 'policies')!r});"
        f"cache = DiskCache(Path({str(tmp_path)!r}));"
        "policy = load_policy('default', policies, cache);"
        "packs = load_packs(rules, load_catalog(rules, cache), policy.packs, cache);"
        "heavy = {'yaml', 'cel_expr_python', 'google.protobuf', 'scanner.rules.documents', 'scanner.rules.expression'};"
        "print(len(packs), sorted(heavy & set(sys.modules)))"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", script], cwd=REPOSITORY, capture_output=True, text=True, check=True
        ).stdout
        for _ in range(2)
    ]
    assert "scanner.rules.expression" in said[0]
    assert said[1].split(maxsplit=1) == [said[0].split()[0], "[]\n"]


def test_packs_that_lie_elsewhere_say_so(root: Path, catalog: Catalog, tmp_path: Path) -> None:
    cache = Memory()
    load_packs(root, catalog, None, cache)
    other = tmp_path / "other"
    shutil.copytree(root, other)
    packs = load_packs(other, catalog, None, cache)
    assert cache.hits == 1
    assert [pack.root for pack in packs] == [str(other / "pack-a"), str(other / "pack-b")]


def broken_rule(root: Path) -> None:
    write(root / "pack-a/open-bucket/rule.yaml", RULE.replace("NAME", "open-bucket").replace("orValue", "orVaule"))


def no_fixture(root: Path) -> None:
    (root / "pack-a/open-bucket/tests/main.tf").unlink()


def empty_folder(root: Path) -> None:
    (root / "pack-a/new-rule").mkdir()


def no_reference(root: Path) -> None:
    write(root / "reference/lists.yaml", "other: [private]\n")


def same_name(root: Path) -> None:
    shutil.copytree(root / "pack-a/open-bucket", root / "pack-b/open-bucket")


def link_that_leaves(root: Path) -> None:
    (root / "pack-a/open-bucket/tests/passwd").symlink_to("/etc/passwd")


def new_pack(root: Path) -> None:
    (root / "pack-c").mkdir()


@pytest.mark.parametrize(
    "change", [broken_rule, no_fixture, empty_folder, no_reference, same_name, link_that_leaves, new_pack]
)
def test_a_fault_is_told_again_and_again(root: Path, catalog: Catalog, change: Callable[[Path], None]) -> None:
    cache = Memory()
    load_packs(root, catalog, None, cache)
    change(root)
    with pytest.raises(RulePackError) as expected:
        load_packs(root, catalog)
    for _ in range(2):
        with pytest.raises(RulePackError) as told:
            load_packs(root, catalog, None, cache)
        assert str(told.value) == str(expected.value)


def test_fixtures_change_nothing_that_a_rule_says(root: Path, catalog: Catalog) -> None:
    cache = Memory()
    kept = load_packs(root, catalog, None, cache, fixtures=False)
    assert kept == load_packs(root, catalog)
    (root / "pack-a/open-bucket/tests/again.tf").symlink_to(root / "pack-a/open-bucket/tests/main.tf")
    assert load_packs(root, catalog) == kept, "nor does a link there belong to what results hang on"
    (root / "pack-a/open-bucket/tests/again.tf").unlink()
    no_fixture(root)
    assert load_packs(root, catalog, None, cache, fixtures=False) == kept
    assert cache.hits == 1
    with pytest.raises(RulePackError, match="no fixture"):
        load_packs(root, catalog, None, Memory(), fixtures=False)
    broken_rule(root)
    with pytest.raises(RulePackError):
        load_packs(root, catalog, None, cache, fixtures=False)


def test_a_pack_that_is_not_there_is_told_whatever_is_kept(root: Path, catalog: Catalog) -> None:
    cache = Memory()
    load_packs(root, catalog, ["pack-a"], cache)
    with pytest.raises(RulePackError, match="no such pack: 'pack-x'"):
        load_packs(root, catalog, ["pack-a", "pack-x"], cache)


def test_another_value_of_the_reference_data_arrives_in_the_rules(root: Path, catalog: Catalog) -> None:
    cache = Memory()
    load_packs(root, catalog, None, cache)
    write(root / "reference/lists.yaml", "allowed: [other]\n")
    (first, _) = load_packs(root, catalog, None, cache)
    check = first.rules[0].check
    assert isinstance(check, NativeCheck)
    assert check.parameters["allowed"] == ["other"]


def test_some_packs_and_all_of_them_are_kept_apart(root: Path, catalog: Catalog) -> None:
    cache = Memory()
    assert [pack.id for pack in load_packs(root, catalog, None, cache)] == ["pack-a", "pack-b"]
    assert [pack.id for pack in load_packs(root, catalog, ["pack-b"], cache)] == ["pack-b"]
    assert [pack.id for pack in load_packs(root, catalog, ["pack-b"], cache)] == ["pack-b"]
    assert cache.hits == 1


@pytest.mark.parametrize("written", [".inf", "-.inf", ".nan"])
def test_a_value_that_would_come_back_as_another_is_refused_each_time(
    root: Path, catalog: Catalog, written: str
) -> None:
    add_rule(root / "pack-a/open-bucket", written)
    cache = Memory()
    for _ in range(2):
        with pytest.raises(RulePackError, match=f"{written} is no finite number"):
            load_packs(root, catalog, None, cache)


def faulty(packs: list[dict[str, object]]) -> object:
    packs[0]["rules"][0]["severity"] = "none"  # type: ignore[index]
    return packs


def longer(packs: list[dict[str, object]]) -> object:
    return [*packs, packs[0]]


def another_digest(packs: list[dict[str, object]]) -> object:
    return [{**packs[0], "digest": "0" * 64}, packs[1]]


@pytest.mark.parametrize(
    "damage",
    [
        faulty,
        longer,
        another_digest,
        lambda packs: packs[:1],
        lambda _: [],
        lambda _: {"a": 1},
        lambda _: [[1]],
        lambda _: 7,
    ],
)
def test_what_somebody_else_wrote_into_the_cache_counts_as_absent(
    root: Path, catalog: Catalog, damage: Callable[[list[dict[str, object]]], object]
) -> None:
    cache = Memory()
    packs = load_packs(root, catalog, None, cache)
    (key,) = cache.values
    whole = cache.values[key]
    cache.values[key] = json.dumps(damage(json.loads(whole))).encode()
    assert cache.values[key] != whole
    assert load_packs(root, catalog, None, cache) == packs
    assert cache.values[key] == whole


@pytest.mark.parametrize("rubbish", [b"", b"\xff\xfe", b"{", b"[" * 100_000, b"null"])
def test_rubbish_counts_as_absent(root: Path, rubbish: bytes) -> None:
    cache = Memory()
    packs: tuple[RulePack, ...] = load_packs(root, load_catalog(RULES, cache), None, cache)
    policy = load_policy("default", REPOSITORY / "policies", cache)
    assert len(cache.values) == 3
    cache.values = dict.fromkeys(cache.values, rubbish)
    assert load_packs(root, load_catalog(RULES, cache), None, cache) == packs
    assert load_policy("default", REPOSITORY / "policies", cache) == policy
    assert rubbish not in cache.values.values()


def test_a_faulty_policy_is_told_again_and_a_changed_one_is_read_again(tmp_path: Path) -> None:
    text = (REPOSITORY / "policies/default.yaml").read_text("utf-8")
    cache = Memory()
    file = tmp_path / "own.yaml"
    file.write_text(text.replace("packs:", "pakcs:", 1), encoding="utf-8")
    for _ in range(2):
        with pytest.raises(PolicyError, match="pakcs"):
            load_policy(file, tmp_path, cache)
    file.write_text(text, encoding="utf-8")
    assert load_policy(file, tmp_path, cache) == load_policy(file, tmp_path, cache)
    file.write_text(text.replace("id: default", "id: own", 1), encoding="utf-8")
    assert load_policy(file, tmp_path, cache).id == "own"


def test_digests_change_with_all_that_loading_depends_on(root: Path) -> None:
    def digests() -> dict[str, str]:
        return dict(digest_of_packs(root, ["pack-a", "pack-b"]))

    before = digests()
    assert set(before) == {"pack-a", "pack-b", "catalog", "reference"}
    empty_folder(root)
    assert {name for name, digest in digests().items() if digest != before[name]} == {"pack-a"}
    no_reference(root)
    write(root / "catalog/controls.yaml", "")
    assert {name for name, digest in digests().items() if digest != before[name]} == {"pack-a", "reference", "catalog"}


def test_a_reference_file_that_was_read_is_not_parsed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address, cache = "dates.yaml#/node/eol", DiskCache(tmp_path / "cache", 1024**2)
    (tmp_path / "reference").mkdir()
    file = tmp_path / "reference" / "dates.yaml"
    file.write_text("node: {eol: '2027-04-30'}\n")
    assert References(tmp_path, cache).resolve(address) == "2027-04-30"
    with monkeypatch.context() as patched:
        patched.setattr("scanner.rules.reference.read_document", lambda *_: pytest.fail("it was parsed again"))
        assert References(tmp_path, cache).resolve(address) == "2027-04-30"
    file.write_text("node: {eol: '2028-04-30'}\n")
    assert References(tmp_path, cache).resolve(address) == "2028-04-30"


def test_a_kept_reference_that_is_whole_and_not_ours_counts_as_absent(tmp_path: Path) -> None:
    class Foreign:
        def get(self, key: str) -> bytes | None:
            del key
            return b"[1, 2]"

        def put(self, key: str, value: bytes) -> None:
            del key, value

    (tmp_path / "reference").mkdir()
    (tmp_path / "reference" / "dates.yaml").write_text("node: {eol: '2027-04-30'}\n")
    assert References(tmp_path, Foreign()).resolve("dates.yaml#/node/eol") == "2027-04-30"
