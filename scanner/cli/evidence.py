"""``archscan evidence``: documents that lie outside the repository."""

from __future__ import annotations

import errno
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scanner.cli.entries import with_entry
from scanner.errors import UsageError

if TYPE_CHECKING:
    from scanner.domain.manifest import EvidenceManifest
    from scanner.domain.policy import Policy

app = typer.Typer(
    no_args_is_help=True,
    help=(
        "Name documents that lie outside the repository, such as a safety case or a penetration test, and what each of "
        "them shows. They stand in `archscan-evidence.yaml`, are never fetched, and make no control met: the result "
        "asks a person to read them."
    ),
)
_HEAD = """\
# Documents outside the repository and what they show. `archscan evidence check` looks whether they are unchanged.
documents:
"""


@app.command(name="add", no_args_is_help=True)
def add(  # noqa: PLR0913, PLR0917  # one parameter for each field of an entry
    document: Annotated[str, typer.Argument(help="File, or the https address of one.", metavar="FILE|URL")],
    title: Annotated[str, typer.Option(help="What the document is called.", metavar="TEXT")],
    dated: Annotated[str, typer.Option("--date", help="Day of the document.", metavar="YYYY-MM-DD")],
    owner: Annotated[str, typer.Option(help="Who answers for it: name and role.", metavar="TEXT")],
    shows: Annotated[
        list[str], typer.Option(help="Control or rule that it shows; may be given often.", metavar="CONTROL|RULE")
    ],
    sha256: Annotated[str, typer.Option(help="Its digest, where it is no file here.", metavar="DIGEST")] = "",
    path: Annotated[Path, typer.Option("--in", help="Folder of the repository.", metavar="FOLDER")] = Path(),
) -> None:
    """Enter a document in archscan-evidence.yaml, with its digest.

    **Examples**

    `archscan evidence add safety/case.pdf --title "Clinical safety case" --date 2026-09-01 --owner "Dr A. Khan, CSO"
    --shows SAFETY-01`
    """
    from scanner.sources.manifest import MANIFEST  # noqa: PLC0415

    target = path / MANIFEST
    is_url = document.startswith(("https://", "http://"))
    file = Path(document)
    digest = sha256 or ("" if is_url else _digest(file))
    if not digest:
        raise UsageError("nothing is fetched from an address", hint="--sha256 gives the digest of the document")
    place = {"url": document} if is_url else {"path": _relative(file, path)}
    fields = {"title": title, **place, "sha256": digest, "date": _day(dated), "owner": owner, "shows": shows}
    try:
        before = (_content(target) or b"").decode()
    except UnicodeDecodeError:
        raise UsageError(f"{target} is not UTF-8") from None
    text = with_entry(before, _HEAD, fields)
    _checked(text.encode())
    try:
        target.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"{target} could not be written: {error.strerror}") from error
    typer.echo(f"{title!r} was entered in {target}")


def _digest(file: Path) -> str:
    from scanner.sources.fingerprint import NotPlainError  # noqa: PLC0415
    from scanner.sources.manifest import NOT_THERE, digest_of  # noqa: PLC0415

    hint = "--sha256 gives the digest of one that is elsewhere"
    try:
        return digest_of(Path(os.path.realpath(file, strict=True)))
    except OSError as error:
        if isinstance(error, NotPlainError) or error.errno in NOT_THERE:
            raise UsageError(f"there is no file {file}", hint=hint) from None
        raise UsageError(f"{file} could not be read: {error.strerror}", hint=hint) from error


def _content(target: Path) -> bytes | None:
    """The content of a manifest; None where there is none. Never waits for a pipe."""
    from scanner.sources.fingerprint import NotPlainError, open_plain  # noqa: PLC0415

    try:
        descriptor, _ = open_plain(target)
        with os.fdopen(descriptor, "rb") as stream:
            return stream.read()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except NotPlainError:
        raise UsageError(f"{target} is not a plain file") from None
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise UsageError(f"{target} is a link, which is not followed") from None
        raise UsageError(f"{target} could not be read: {error.strerror}") from error


def _day(text: str) -> object:
    """The day; what is none is written as it is, and told when the file is read."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _relative(file: Path, root: Path) -> str:
    """A path as the manifest has it: relative to it, unless it was given as an absolute one of a file elsewhere."""
    try:
        return file.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:  # elsewhere: a scan and a check look from the manifest, wherever this command was called
        return file.as_posix() if file.is_absolute() else Path(os.path.relpath(file, root)).as_posix()


def _checked(content: bytes, name: str = "default") -> tuple[EvidenceManifest, Policy]:
    """The manifest, if archscan and the rules of a policy understand it, and the policy."""
    from scanner.cli.course import end, rules_cache  # noqa: PLC0415
    from scanner.domain.manifest import EvidenceManifest  # noqa: PLC0415
    from scanner.evaluation.outside import check_manifest  # noqa: PLC0415
    from scanner.packaging import packaged  # noqa: PLC0415
    from scanner.policies import bind, load_policy  # noqa: PLC0415
    from scanner.rules.loader import load_catalog, load_packs  # noqa: PLC0415
    from scanner.sources.declared import read_declared  # noqa: PLC0415
    from scanner.sources.manifest import MANIFEST, marked  # noqa: PLC0415

    manifest = read_declared(MANIFEST, EvidenceManifest, content, marked)
    valid = rules_cache()
    catalog = load_catalog(packaged("rules"), valid)
    policy = load_policy(name, packaged("policies"), valid)
    packs = load_packs(packaged("rules"), catalog, policy.packs, valid, fixtures=False)
    end(valid)
    check_manifest(manifest.documents, catalog, bind(policy, packs, catalog))
    return manifest, policy


@app.command(name="check")
def check(
    path: Annotated[Path, typer.Argument(help="Folder of the repository.")] = Path(),
    policy: Annotated[
        str, typer.Option(help="Policy that says for how long documents count.", metavar="NAME|FILE")
    ] = "default",
    as_of: Annotated[
        str | None,
        typer.Option(help="Day against which their age is judged; today if not given.", metavar="YYYY-MM-DD"),
    ] = None,
) -> None:
    """Look whether each document is unchanged and not out of date; exit 1 where one is not.

    Documents at paths outside the repository are looked at too. What has only an address is not fetched, and what is
    not where the manifest says may be elsewhere: of these only the age is judged, which a question mark says.
    """
    from scanner.cli.scan import day_of  # noqa: PLC0415
    from scanner.evaluation.outside import fault_of  # noqa: PLC0415
    from scanner.sources.manifest import MANIFEST, Presence, presence_at  # noqa: PLC0415

    target = path / MANIFEST
    content = _content(target)
    if content is None:
        raise UsageError(f"there is no {target}", hint="`archscan evidence add` makes it")
    day = day_of(as_of)
    manifest, chosen = _checked(content, policy)
    faulty = False
    for one in manifest.documents:
        presence = presence_at(one, path)
        fault = fault_of(one, presence, day, chosen.evidence_days)
        faulty = faulty or bool(fault)
        mark = "?    " if presence is Presence.ELSEWHERE else "ok   "
        told = f"BAD  {one.title}: {fault}" if fault else f"{mark}{one.title}: {presence.value}"
        typer.echo(f"{told}; shows {', '.join(one.shows)}")
    if faulty:
        raise typer.Exit(1)
