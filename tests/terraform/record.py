"""Records again what real Terraform answers: ``make record``."""

from __future__ import annotations

import sys

from tests.terraform.console_recorder import record_console
from tests.terraform.real_terraform import TerraformNotHereError
from tests.terraform.record_policies import record_policies
from tests.terraform.record_projects import record_projects


def main() -> int:
    """Record the console's answers and the plans of the projects."""
    try:
        sys.stdout.write(f"{record_console()} expressions\n")
        sys.stdout.write(f"{record_policies()} policies\n")
        record_projects()
    except TerraformNotHereError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
