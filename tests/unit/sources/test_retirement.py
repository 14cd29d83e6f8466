"""A README retires its repository where it plainly says so of the whole, and nothing else does."""

from __future__ import annotations

import pytest

from scanner.sources.readme_blocks import MOST_LINES
from scanner.sources.retirement import Said, is_readme, retirement_in

BADGE = "[![Build](https://example.org/build.svg)](https://example.org/build)\n"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("\n# This repository is no longer in use\n\n# Find a ward\n", 2, "no longer in use"),
        ("# DEPRECATED\n\nUse letters-api instead.\n", 1, "deprecated"),
        ("# Letters\n\n**This project has been archived**\n", 3, "archived"),
        ("# Letters\n\n> [!WARNING]\n> This repo is deprecated in favour of [post](https://a.org)\n", 4, "deprecated"),
        ("# Letters\n\n> This repository has now been archived as tests\n> were merged into wards.\n", 3, "archived"),
        ("# Wards\n\n⚠️ **This service has been decommissioned.** ⚠️\n", 3, "decommissioned"),
        ("# Wards\n\nSuperseded by https://example.org/wards-2\n", 3, "superseded"),
        ("# Wards\n\nThis service has been superseded by [wards 2](https://example.org).\n", 3, "superseded"),
        ("ARCHIVED\n\nWards\n=====\n", 1, "archived"),
        ("# **DEPRECATED** - no longer actively maintained\n\n# Profiles\n", 1, "no longer actively maintained"),
        ("# Letters (archived)\n\nSends letters.\n", 1, "archived"),
        ("# [DEPRECATED] Letters\n", 1, "deprecated"),
        ("# Letters - no longer maintained\n", 1, "no longer maintained"),
        ("# Landing zones\n\n> [!IMPORTANT]\n> THIS MODULE IS NOW ARCHIVED\n> Migration is seamless\n", 4, "archived"),
        ("Wards\n=====\n\nA shop.\n\nNotice\n------\n\nThis project is no longer developed or supported.\n", 9,
         "no longer developed or supported"),
        ("# Wards\n\n## Status\n\nThis application was retired in March 2022.\n", 5, "retired"),
        ("# Wards\n\n## Set up\n\nmake\n\n## Deploy\n\nThis repository is not in use.\n", 9, "not in use"),
        ("# Wards\n\nPlease note that as of 1 June 2023 this service has been switched off.\n", 3, "switched off"),
        ("# Wards\n\nProject status: retired\n", 3, "retired"),
        ("# wards-api\n\nwards-api is no longer supported, use wards.\n", 3, "no longer supported"),
        ("# Wards\n\nThis is an archived repository.\n", 3, "archived"),
        ("# Wards\n\n## NO LONGER MAINTAINED\n", 3, "no longer maintained"),
        ("# Wards\n\nThis library has reached end of life.\n", 3, "at the end of its life"),
        ("# Wards\n\nA list of\nwards. This repository is no\nlonger maintained, and will be deleted.\n", 4,
         "no longer maintained"),
        ("= Wards\n\nWARNING: This repository is obsolete.\n", 3, "obsolete"),
        ("Wards\n*****\n\n.. warning:: This project is unmaintained\n", 4, "unmaintained"),
        ("<h1 align='center'>Wards</h1>\n<p><b>This project is abandoned.</b></p>\n", 2, "abandoned"),
        ("# Wards\n\n- This repository is archived\n", 3, "archived"),
        ("# Wards\n\n## DEPRECATED\n\nSee wards-2.\n", 3, "deprecated"),
        (BADGE * 60 + "# Wards\n\nThis project is retired.\n", 63, "retired"),
        ("Wards\n\n------\nThis service has been decommissioned!\n------\n", 4, "decommissioned"),
        ("# Wards\n\n## Note: this project is deprecated\n", 3, "deprecated"),
        ("**As of the June 2022 release, this repository has been archived. All of it**\n\n# Wards\n", 1, "archived"),
        ("# 🗄️ ARCHIVED - moved to wards\n", 1, "archived"),
        ("# Wards\n\n> **⚠️ DEPRECATED PROJECT ⚠️**\n", 3, "deprecated"),
        ("# Wards\r\n\r\nThis repository is retired.\r\n", 3, "retired"),
    ],
)  # fmt: skip
def test_what_says_so_of_the_whole(text: str, line: int, says: str) -> None:
    assert retirement_in(text) == Said(line, says)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Wards\n\nThe `--all` option is deprecated.\n",
        "# Wards\n\nVersion 1 of this API is deprecated, use version 2.\n",
        "# Wards\n\nThis API version is deprecated.\n",
        "# Wards\n\nThis file is no longer used.\n",
        "# Wards\n\nThe request library is deprecated.\n",
        "# Wards\n\nOld versions are no longer supported.\n",
        "# Wards\n\nArchived documents are kept for eight years.\n",
        "# Archived patients\n\nLists patients that are archived.\n",
        "# Wards\n\nThis service archives letters; archived letters are read-only.\n",
        "# Wards\n\nThis service replaces the legacy ward list, which has been decommissioned.\n",
        "# Wards\n\nThis project is no longer supported on Windows.\n",
        "# Wards\n\nThis project no longer supports Python 3.8.\n",
        "# Wards\n\nThis project is not deprecated.\n",
        "# Wards\n\nThis repository will be archived in June 2027.\n",
        "# Wards\n\nOur team is planning to archive this project.\n",
        "# Wards\n\nIf this repository is archived, ask for it to be opened.\n",
        "# Wards\n\nWhen the flag is set,\nthis project is archived.\n",
        "# Wards\n\n~~This project is no longer maintained.~~ It has new owners.\n",
        "# Wards\n\n<!--\nThis repository is deprecated.\n-->\n",
        "# Wards\n\n```\nThis repository is deprecated.\n```\n",
        "# Wards\n\n## Deprecated\n\n* `/v1/wards`\n",
        "# Wards\n\n## Deprecated build tools\n\nnpm\n",
        "# Wards\n\n## Services\n\n### old-list\n\nThis service has been decommissioned.\n",
        "# Wards\n\n* wards-old: this project is deprecated\n* Terraform [DEPRECATED in favour of Bicep]\n",
        "# Wards\n\n| list | status |\n|---|---|\n| old | deprecated |\n",
        "# Wards\n\nThis repository is archived on Zenodo.\n",
        "# Wards\n\nThis project is archived every night.\n",
        "# Wards\n\nThis repository is no longer required to run the list locally.\n",
        "# Wards\n\nThis project is no longer maintained by the trust; a charity maintains it.\n",
        "# Wards\n\nThis part of the service is deprecated.\n",
        "# Wards\n\nThis usage is entirely historical, however, and is now deprecated.\n",
        '# Wards\n\nA page says "This service is no longer available" then.\n',
        '# Wards\n\n"This service is no longer available" is shown then.\n',
        "# Wards\n\nDocker is no longer required for local development.\n",
        "# Wards\n\n## SigTestFileCreator (deprecated)\n\nDeprecated: the backend signs nothing itself.\n",
        "# Wards\n\n## What is new\n\n1. This project has been deprecated\n",
        "# Wards\n\nThis repository is no longer a scaffold.\n",
        "# Wards\n\nOn Windows, this project is no longer supported.\n",
        "# Wards\n\nThis project is deprecated in Python 3.\n",
        "# Wards\n\n## nginx\n\n**Reason**: No longer needed. This service has been decommissioned.\n",
        "# Wards\n\n![deprecated](https://example.org/deprecated.svg)\n",
        "# Wards\n\n" + "A line.\n\n" * MOST_LINES + "This repository is deprecated.\n",
    ],
)
def test_what_does_not(text: str) -> None:
    assert retirement_in(text) is None


def test_the_first_statement_is_told() -> None:
    assert retirement_in("# Wards (archived)\n\nThis repository is no longer in use.\n") == Said(1, "archived")


@pytest.mark.parametrize("name", ["README.md", "readme.rst", "Readme.txt", "README.adoc", "README"])
def test_a_file_that_introduces_the_repository(name: str) -> None:
    assert is_readme(name)


@pytest.mark.parametrize("name", ["README-deploy.md", "README.md.bak", "docs.md", "README.pdf"])
def test_another_file(name: str) -> None:
    assert not is_readme(name)
