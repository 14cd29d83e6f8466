"""Makes the folder of a new rule: one that loads and keeps its word from the first minute, to be rewritten."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from scanner import lazy_re
from scanner.domain.catalog import Catalog
from scanner.domain.rule import RulePack
from scanner.errors import UsageError

_NAME = lazy_re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")

_RULE = """\
name: {name}
title: Bucket that may be destroyed with its objects
control: {control}
severity: {severity}
confidence: high
description: >-
  State the fact that is flagged.
rationale: >-
  Say why it matters to patients or to those who buy.
remediation: >-
  Say how to mend it.
example:
  language: hcl
  before: |
    force_destroy = true
  after: |
    force_destroy = false
clauses: [{clause}]
check:
  engine: native
  subject: {{terraform: [aws_s3_bucket]}}
  assert: "!resource.?force_destroy.orValue(false)"
  at: force_destroy
  message: "{{address}} is destroyed together with its objects"
  accepted: "{{address}} keeps its objects"
"""

_FIXTURE = """\
# ok: {name}
resource "aws_s3_bucket" "kept" {{
  bucket = "kept"
}}

resource "aws_s3_bucket" "lost" {{
  # ruleid: {name}
  force_destroy = true
}}

variable "force" {{
  type = bool
}}

resource "aws_s3_bucket" "unknown" {{
  # open: {name}
  force_destroy = var.force
}}
"""


def scaffold(place: str, control: str, root: Path, catalog: Catalog, packs: Sequence[RulePack]) -> tuple[Path, ...]:
    """Write the folder of a new rule.

    Args:
        place: ``pack/name``.
        control: Id of the control that it judges.
        root: Folder of the packs.
        catalog: Known controls.
        packs: Known packs.

    Returns:
        The files that were written.

    Raises:
        UsageError: Pack, name or control will not do, or the folder exists.
    """
    pack, _, name = place.partition("/")
    if pack not in {one.id for one in packs}:
        raise UsageError(f"there is no pack {pack!r}", hint=f"packs are {', '.join(one.id for one in packs)}")
    if not _NAME.fullmatch(name):
        raise UsageError(f"{name!r} is no name for a rule", hint="kebab-case, naming what it flags: public-bucket")
    found = next((one for one in catalog.controls if one.id == control), None)
    if found is None:
        raise UsageError(f"there is no control {control!r}", hint="docs/controls.md lists them")
    folder = root / pack / name
    if folder.exists():
        raise UsageError(f"{folder} exists already")
    (folder / "tests").mkdir(parents=True)
    rule, fixture = folder / "rule.yaml", folder / "tests" / "main.tf"
    clause = found.clauses[0] if found.clauses else catalog.clauses[0].id
    text = _RULE.format(name=name, control=control, severity=found.severity.value, clause=clause)
    rule.write_text(text, encoding="utf-8", newline="\n")
    fixture.write_text(_FIXTURE.format(name=name), encoding="utf-8", newline="\n")
    return rule, fixture
