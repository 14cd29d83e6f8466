"""The messages of a checked CEL expression, ``cel.expr.CheckedExpr`` and what it is made of.

Their classes are not shipped with the CEL package, so the few that are needed are declared here by their public field
numbers. Fields that are not declared (constants, source positions) survive a round trip as unknown fields, which
protobuf keeps.
"""

from __future__ import annotations

from typing import Any

from google.protobuf import any_pb2, descriptor_pb2, descriptor_pool, message_factory

_PACKAGE = "archscan.cel"
_SCALARS = {
    "int": descriptor_pb2.FieldDescriptorProto.TYPE_INT64,
    "string": descriptor_pb2.FieldDescriptorProto.TYPE_STRING,
    "bool": descriptor_pb2.FieldDescriptorProto.TYPE_BOOL,
}
# Message: {field: (number, type)}; ``*`` means repeated. Maps are written as what they are on the wire:
# repeated entries of a key and a value.
_MESSAGES = {
    "CheckedExpr": {
        "references": (2, "ReferenceEntry*"),
        "types": (3, "TypeEntry*"),
        "expr": (4, "Expr"),
        "source_info": (5, "SourceInfo"),
    },
    "SourceInfo": {"positions": (4, "Position*")},
    "Position": {"key": (1, "int"), "value": (2, "int")},
    "ReferenceEntry": {"key": (1, "int"), "value": (2, "Reference")},
    "Reference": {"name": (1, "string"), "overload_id": (3, "string*")},
    "TypeEntry": {"key": (1, "int"), "value": (2, "Type")},
    "Type": {
        "dyn": (1, "Opaque"),
        "null": (2, "int"),
        "primitive": (3, "int"),
        "well_known": (5, "int"),
        "list_type": (6, "ListType"),
        "map_type": (7, "MapType"),
        "type": (11, "Type"),
        "abstract_type": (14, "AbstractType"),
    },
    "ListType": {"elem_type": (1, "Type")},
    "MapType": {"key_type": (1, "Type"), "value_type": (2, "Type")},
    "AbstractType": {"name": (1, "string"), "parameter_types": (2, "Type*")},
    "Opaque": {},
    "Expr": {
        "id": (2, "int"),
        "const_expr": (3, "Constant"),
        "ident_expr": (4, "Ident"),
        "select_expr": (5, "Select"),
        "call_expr": (6, "Call"),
        "list_expr": (7, "CreateList"),
        "struct_expr": (8, "CreateStruct"),
        "comprehension_expr": (9, "Comprehension"),
    },
    "Constant": {"null_value": (1, "int"), "bool_value": (2, "bool"), "string_value": (6, "string")},
    "Ident": {"name": (1, "string")},
    "Select": {"operand": (1, "Expr"), "field": (2, "string"), "test_only": (3, "bool")},
    "Call": {"target": (1, "Expr"), "function": (2, "string"), "args": (3, "Expr*")},
    "CreateList": {"elements": (1, "Expr*"), "optional_indices": (2, "int*")},
    "CreateStruct": {"message_name": (1, "string"), "entries": (2, "Entry*")},
    "Entry": {
        "id": (1, "int"),
        "field_key": (2, "string"),
        "map_key": (3, "Expr"),
        "value": (4, "Expr"),
        "optional_entry": (5, "bool"),
    },
    "Comprehension": {
        "iter_var": (1, "string"),
        "iter_range": (2, "Expr"),
        "accu_var": (3, "string"),
        "accu_init": (4, "Expr"),
        "loop_condition": (5, "Expr"),
        "loop_step": (6, "Expr"),
        "result": (7, "Expr"),
        "iter_var2": (8, "string"),
    },
}
# Scalars whose presence matters even when they are zero: the variant of a union.
_PRESENCE = {"Constant", "Type"}


def _declare() -> dict[str, Any]:
    """Build a message class for each entry of ``_MESSAGES``."""
    file = descriptor_pb2.FileDescriptorProto(name="archscan_cel.proto", package=_PACKAGE, syntax="proto3")
    for name, fields in _MESSAGES.items():
        message = file.message_type.add(name=name)
        for field, (number, kind) in fields.items():
            _declare_field(message, field, number, kind)
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return {
        name: message_factory.GetMessageClass(pool.FindMessageTypeByName(f"{_PACKAGE}.{name}")) for name in _MESSAGES
    }


def _declare_field(message: descriptor_pb2.DescriptorProto, name: str, number: int, kind: str) -> None:
    """Add one field to a message's declaration."""
    base = kind.rstrip("*")
    field = message.field.add(name=name, number=number)
    field.label = field.LABEL_REPEATED if kind.endswith("*") else field.LABEL_OPTIONAL
    if base in _SCALARS:
        field.type = _SCALARS[base]
        if message.name in _PRESENCE:
            field.proto3_optional = True
            field.oneof_index = len(message.oneof_decl)
            message.oneof_decl.add(name=f"_{name}")
    else:
        field.type = field.TYPE_MESSAGE
        field.type_name = f".{_PACKAGE}.{base}"


_CLASSES = _declare()


def unpack(serialized: bytes) -> Any:
    """The ``CheckedExpr`` in what the CEL library's ``serialize()`` gives."""
    wrapper = any_pb2.Any.FromString(serialized)
    return _CLASSES["CheckedExpr"].FromString(wrapper.value)


def pack(checked: Any) -> bytes:
    """What the CEL library's ``deserialize()`` takes."""
    wrapper = any_pb2.Any(
        type_url="type.googleapis.com/cel.expr.CheckedExpr", value=checked.SerializeToString(deterministic=True)
    )
    return wrapper.SerializeToString(deterministic=True)


def expr() -> Any:
    """A new, empty node."""
    return _CLASSES["Expr"]()
