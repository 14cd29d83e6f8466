"""No package that is installed may be known to be weak."""

import subprocess
import sys


def test_no_package_is_known_to_be_weak():
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pip_audit",
            "--format=json",
        ],
        check=False,
    )
    assert done.returncode == 0
