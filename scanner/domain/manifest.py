"""The evidence manifest: documents that lie outside the repository, and what each of them shows."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic.json_schema import SkipJsonSchema

from scanner.domain.frozen import Frozen
from scanner.domain.profile import LINE_KEY, Text


def _digest(text: str) -> str:
    word = text.strip().lower().removeprefix("sha256:")
    if len(word) != 64 or not set(word) <= set("0123456789abcdef"):
        raise ValueError("it is no SHA-256: write the 64 digits that `sha256sum FILE` prints")
    return word


def _address(text: str) -> str:
    if not text.startswith(("https://", "http://")):
        raise ValueError("it is no address: it begins with https://")
    return text


class EvidenceDocument(Frozen):
    """A document, and what it shows. It is never fetched."""

    title: Text
    """What it is called."""
    path: str = ""
    """Where it lies: relative to the manifest, or anywhere else where others find it."""
    url: Annotated[str, AfterValidator(lambda text: _address(text) if text else text)] = ""
    """Where it is published."""
    sha256: Annotated[str, AfterValidator(_digest)]
    """Digest of its content, by which everybody can see that it is the same one."""
    date: date
    """Day of the document itself, not of this entry."""
    owner: Text
    """Who answers for it: a name, and the role in which."""
    shows: tuple[Text, ...] = Field(min_length=1)
    """Controls, such as ``SAFETY-01``, or rules that look for such a document, such as ``no-hazard-log``."""
    line: SkipJsonSchema[int] = Field(default=1, validation_alias=LINE_KEY)
    """Where it stands in the file."""

    @model_validator(mode="after")
    def _lies_somewhere(self) -> Self:
        if bool(self.path.strip()) is bool(self.url):
            raise ValueError("give path or url: where it lies, once")
        return self


class EvidenceManifest(Frozen):
    """The content of ``archscan-evidence.yaml``."""

    documents: tuple[EvidenceDocument, ...] = ()
    """In any order."""
