"""Options that several commands have, each with its words on their pages of help.

Where the pages of some commands say the same in fewer words, the option of those ends in ``Briefly``.
"""

from __future__ import annotations

from typing import Annotated

import typer

PolicyName = Annotated[
    str, typer.Option(help="Name of a policy that comes with archscan, or a policy file.", metavar="NAME|FILE")
]
PolicyNameBriefly = Annotated[str, typer.Option(help="Name of a policy, or a policy file.", metavar="NAME|FILE")]
Offline = Annotated[bool, typer.Option("--offline", help="Never reach out, not even to make an engine's environment.")]
OfflineBriefly = Annotated[bool, typer.Option("--offline", help="Never reach out.")]
Jobs = Annotated[
    int | None,
    typer.Option(min=1, help="Processes that work at once; as many as there are processors, up to 4.", metavar="N"),
]
ProductFolders = Annotated[
    list[str] | None,
    typer.Argument(help="Folder of the repository, and others of the product.", metavar="FOLDER..."),
]
