"""What a Kustomize folder would change, none of which is rendered, and which files are patches."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scanner.domain.artifact import Artifact, Location
from scanner.domain.resource import Parsed, Problem, Resource, Value
from scanner.parsers.kubernetes.grouping import KUSTOMIZATIONS, folder_of
from scanner.parsers.nodes import Node

_CHANGES = (
    "helmCharts", "helmChartInflationGenerator", "configMapGenerator", "secretGenerator", "generators", "patches",
    "patchesStrategicMerge", "patchesJson6902", "transformers", "replacements", "vars", "images", "replicas",
    "namespace", "namePrefix", "nameSuffix", "labels", "commonLabels", "commonAnnotations",
)  # fmt: skip
_MOST_NAMED = 10
LISTED = "archscan/listed"
"""Label of what lies beside a ``kustomization.yaml`` and is in none. Somebody may still apply it by hand.

``no``: none names the file. ``folder``: none names its folder, which something else may deploy by itself.
"""


@dataclass(frozen=True)
class Kustomization:
    """One ``kustomization.yaml`` that was read."""

    artifact: Artifact
    documents: tuple[Node, ...]

    @property
    def is_component(self) -> bool:
        """Whether it only changes what others deploy."""
        return any(document.text("kind") == "Component" for document in self.documents)

    def patches(self) -> Iterator[str]:
        """Paths, from the scanned root, of the files that it applies to objects of other files."""
        for entry in self._patching():
            path = entry.text("path") or entry.as_text()
            if path and "\n" not in path:
                yield self._from_root(path)

    def written_patches(self) -> Iterator[Node]:
        """The texts of the patches that stand in it."""
        for entry in self._patching():
            written = entry.get("patch") or entry
            if "\n" in written.as_text():
                yield written

    def _patching(self) -> Iterator[Node]:
        for document in self.documents:
            for key in ("patches", "patchesStrategicMerge", "patchesJson6902"):
                yield from _elements(document.get(key))

    def folders(self) -> Iterator[str]:
        """Paths, from the scanned root, that it is made of and that may be folders of the same kind."""
        for document in self.documents:
            for key in ("resources", "bases", "components"):
                for entry in _elements(document.get(key)):
                    path = entry.as_text()
                    if path and "://" not in path and "\n" not in path:
                        yield self._from_root(path)

    def of_other_names(self) -> Iterator[str]:
        """Paths, from the scanned root, of resources that look like files, but by name are neither YAML nor JSON."""
        for path in self.folders():
            suffix = posixpath.splitext(path)[1]
            if suffix[1:].isalpha() and suffix.lower() not in (".yaml", ".yml", ".json"):
                yield path

    def named(self) -> Iterator[str]:
        """Paths, from the scanned root, of all that it could mean by any text in it: files and folders."""
        waiting: list[Value] = [document.value() for document in self.documents]
        while waiting:
            value = waiting.pop()
            if isinstance(value, Mapping):
                waiting.extend(value.values())
            elif isinstance(value, list | tuple):
                waiting.extend(value)
            elif isinstance(value, str) and value and "\n" not in value:
                yield self._from_root(value.rpartition("=")[2])  # ``key=file`` of a generator

    def _from_root(self, path: str) -> str:
        """A path as it is written in it, from the scanned root; empty for that itself, as folders are named here."""
        whole = posixpath.normpath(posixpath.join(folder_of(self.artifact), path))
        return "" if whole == "." else whole

    def changes(self) -> list[str]:
        """Names of what it would change or add, and of what it fetches from elsewhere."""
        found = [key for key in _CHANGES if any(document.get(key) is not None for document in self.documents)]
        remote = any(
            "://" in entry.as_text() or entry.as_text().startswith(("github.com/", "git@"))
            for document in self.documents
            for key in ("resources", "bases", "components")
            for entry in _elements(document.get(key))
        )
        return [*found, "remote resources"] if remote else found


def join(kustomizations: Sequence[Kustomization]) -> Parsed:
    """Count the folders of one tree, and say once what of them is not rendered."""
    changing = [(each.artifact.path, each.changes()) for each in kustomizations]
    changing = [(path, changes) for path, changes in changing if changes]
    counts = {"kustomizations": len(kustomizations)}
    if not changing:
        return Parsed(counts=counts)
    kinds = sorted({change for _, changes in changing for change in changes})
    files = [path for path, _ in changing]
    message = (
        f"these folders of Kustomize are not built: objects are read as their files hold them, without"
        f" {', '.join(kinds)} of {named(files)}"
    )
    problem = Problem(stage="parsing", engine="kubernetes", message=message, location=Location(path=files[0]))
    return Parsed(counts=counts, problems=(problem,))


def marked(resources: Iterable[Resource], kustomizations: Sequence[Kustomization]) -> Iterator[Resource]:
    """Objects, with a label on those that Kustomize does not deploy.

    That is so of a file that no kustomization names, where one lies beside it; and of a folder that none names, where
    one above it names the folders beside it. Kustomize takes files only from its own folder and those below.

    Args:
        resources: The objects.
        kustomizations: At least all that lie in the folders of the objects' files and above.
    """
    folders = {folder_of(one.artifact): one for one in kustomizations}
    names = {path for one in kustomizations for path in one.named()}
    naming = {folder for folder, one in folders.items() if any(_is_folder_in(folder, path) for path in one.folders())}
    for one in resources:
        left_out = _left_out(one.location.path, folders, names, naming)
        yield one.model_copy(update={"labels": {**one.labels, LISTED: left_out}}) if left_out else one


def _is_folder_in(folder: str, path: str) -> bool:
    """Whether a path is that of a folder, by its name, and directly in another one."""
    above, _, name = path.rpartition("/")
    return above == folder and bool(name.strip(".")) and "." not in name.removeprefix(".")


def _left_out(path: str, folders: Collection[str], names: Collection[str], naming: Collection[str]) -> str:
    """The value of the label; empty for what Kustomize deploys, or has nothing to do with.

    Args:
        path: Of the file that an object stands in.
        folders: Those that have a kustomization.
        names: All paths that are named in one.
        naming: Folders of which one names folders directly in it.
    """
    folder, _, name = path.rpartition("/")
    if folder not in folders or name in KUSTOMIZATIONS:
        return ""
    if path not in names:
        return "no"
    above, _, own = folder.rpartition("/")
    return "folder" if own and above in naming and folder not in names else ""


def named(files: Sequence[str]) -> str:
    """File names for a message: the first ones, and how many more."""
    shown = ", ".join(files[:_MOST_NAMED])
    return f"{shown} and {len(files) - _MOST_NAMED} more" if len(files) > _MOST_NAMED else shown


def _elements(node: Node | None) -> tuple[Node, ...]:
    return node.elements() if node else ()
