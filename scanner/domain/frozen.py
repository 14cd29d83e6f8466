"""The base of every value: frozen, and without fields that nobody declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema


class Frozen(BaseModel):
    """A value that does not change once it is made; its docstrings become the schema's descriptions."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_default=True,
    )

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler, /) -> JsonSchemaValue:
        """The JSON schema, with the text below each field as its description.

        pydantic's ``use_attribute_docstrings`` gives the same, but reads the source of every model on every start.
        """
        from scanner.domain.descriptions import describe  # noqa: PLC0415  # only who asks for a schema pays

        made = handler(core_schema)
        describe(cls, handler.resolve_ref_schema(made))
        return made
