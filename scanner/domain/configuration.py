"""What a supplier declares in ``archscan.yaml``."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from scanner.domain.frozen import Frozen


class TerraformRoot(Frozen):
    """A Terraform root module as it is applied in one environment."""

    path: str
    """Folder, relative to the scanned root."""
    name: str = ""
    """What the environment is called, such as ``prod``."""
    var_files: tuple[str, ...] = ()
    """Var files in the order in which they are given, relative to the folder or to the scanned root."""
    workspace: str | None = None
    """Selected workspace."""


class TerraformConfiguration(Frozen):
    """How the supplier applies Terraform."""

    roots: tuple[TerraformRoot, ...] = ()
    """Root modules and their environments. Where there are none, roots are found."""
    modules: Mapping[str, str] = Field(default_factory=dict)
    """Module source as it is written in the code, to the folder in which a copy lies."""


class Configuration(Frozen):
    """The content of ``archscan.yaml``."""

    terraform: TerraformConfiguration = TerraformConfiguration()
