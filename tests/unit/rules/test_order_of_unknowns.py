"""What stood in the way is told in the same order by every process."""

import subprocess
import sys

_ASK = """
from scanner.domain.resource import Unknown, UnknownReason
from scanner.rules.expression import Environment
from scanner.rules.signatures import ValueType
names = [f"name{number}" for number in range(40)]
values = {name: Unknown(reason=UnknownReason.VARIABLE_WITHOUT_VALUE, text=f"var.{name}") for name in names}
environment = Environment({"settings": ValueType.MAP})
told = environment.compile("settings.all(name, settings[name] != 'a')", boolean=True)
answer = told.decide(environment.bind({"settings": values}))
print([one.text for one in answer.unknowns])
"""


def test_unknowns_stand_in_the_same_order_in_each_process() -> None:
    """The CEL library goes through a map in an order of its own in each process."""
    said = {
        subprocess.run([sys.executable, "-c", _ASK], capture_output=True, text=True, check=True).stdout for _ in "12345"
    }
    assert len(said) == 1
    assert said.pop().count("var.name") == 40
