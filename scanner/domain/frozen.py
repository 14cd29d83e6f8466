"""The base of every value: frozen, and without fields that nobody declared."""

from __future__ import annotations

from typing import Self

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value that does not change once it is made; its docstrings become the schema's descriptions."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        validate_default=True,
    )

    @classmethod
    def of_fields(cls, fields: dict[str, object]) -> Self:
        """A value of fields that are known to be right: made in a fifth of the time, as nothing is looked at.

        For the few kinds of which there are ten thousands.

        Args:
            fields: All fields, by name; also those that have a default.
        """
        made = cls.__new__(cls)
        object.__setattr__(made, "__dict__", fields)
        object.__setattr__(made, "__pydantic_fields_set__", set(fields))
        object.__setattr__(made, "__pydantic_extra__", None)
        object.__setattr__(made, "__pydantic_private__", None)
        return made
