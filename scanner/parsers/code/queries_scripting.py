"""Tree-sitter queries for Python, JavaScript, TypeScript, Ruby and PHP.

Captures, alike in all languages: ``call`` (the callee, or its last part when ``call.from`` marks where it begins),
``decorator``, ``string``, ``import`` (with ``import.member`` or ``import.prefix``; ``import.by`` is a function that
imports if it has one of the right names), ``class`` and ``base``. No predicates: the binding reads text for them in
ways that have crashed the process.
"""

PYTHON = """
(call function: (_) @call)
(string) @string
(decorator (_) @decorator)
(import_statement name: [
  (dotted_name) @import
  (aliased_import name: (dotted_name) @import)])
(import_from_statement module_name: (_) @import name: [
  (dotted_name) @import.member
  (aliased_import name: (dotted_name) @import.member)])
(import_from_statement module_name: (_) @import (wildcard_import) @import.member)
(class_definition name: (identifier) @class)
(class_definition name: (identifier) @class superclasses: (argument_list
  [(identifier) (attribute) (call) (subscript)] @base))
"""

_ECMASCRIPT = """
(call_expression function: [
  (identifier) (member_expression) (subscript_expression) (super) (parenthesized_expression)
  (call_expression)] @call)
(new_expression constructor: (_) @call)
(string) @string
(template_string) @string
(decorator (_) @decorator)
(import_statement source: (string) @import)
(export_statement source: (string) @import)
(call_expression function: (import) arguments: (arguments . [(string) (template_string)] @import))
(call_expression function: (identifier) @import.by
  arguments: (arguments . [(string) (template_string)] @import))
(class_declaration name: (_) @class)
(class name: (_) @class)
"""

JAVASCRIPT = (
    _ECMASCRIPT
    + """
(class_declaration name: (_) @class (class_heritage (_) @base))
(class name: (_) @class (class_heritage (_) @base))
"""
)

TYPESCRIPT = (
    _ECMASCRIPT
    + """
(import_require_clause source: (string) @import)
(class_declaration name: (_) @class (class_heritage (extends_clause value: (_) @base)))
(class_declaration name: (_) @class (class_heritage (implements_clause (_) @base)))
(abstract_class_declaration name: (_) @class)
(abstract_class_declaration name: (_) @class (class_heritage (extends_clause value: (_) @base)))
(abstract_class_declaration name: (_) @class (class_heritage (implements_clause (_) @base)))
(class name: (_) @class (class_heritage (extends_clause value: (_) @base)))
(class name: (_) @class (class_heritage (implements_clause (_) @base)))
(interface_declaration name: (_) @class)
(interface_declaration name: (_) @class (extends_type_clause type: (_) @base))
"""
)

RUBY = """
(call !receiver method: (_) @call)
(call receiver: (_) @call.from method: (_) @call)
(string) @string
(call !receiver method: (identifier) @import.by arguments: (argument_list . (string) @import))
(class name: (_) @class)
(class name: (_) @class superclass: (superclass (_) @base))
"""

PHP = """
(function_call_expression function: (_) @call)
(member_call_expression object: (_) @call.from name: (_) @call)
(nullsafe_member_call_expression object: (_) @call.from name: (_) @call)
(scoped_call_expression scope: (_) @call.from name: (_) @call)
(object_creation_expression [(name) (qualified_name)] @call)
(string) @string
(encapsed_string) @string
(attribute [(name) (qualified_name)] @decorator)
(namespace_use_declaration (namespace_use_clause . [(name) (qualified_name)] @import))
(namespace_use_declaration (namespace_name) @import.prefix
  body: (namespace_use_group (namespace_use_clause . [(name) (qualified_name)] @import)))
(require_expression (_) @import)
(require_once_expression (_) @import)
(include_expression (_) @import)
(include_once_expression (_) @import)
(class_declaration name: (_) @class)
(class_declaration name: (_) @class (base_clause (_) @base))
(class_declaration name: (_) @class (class_interface_clause (_) @base))
(interface_declaration name: (_) @class)
(interface_declaration name: (_) @class (base_clause (_) @base))
(trait_declaration name: (_) @class)
(enum_declaration name: (_) @class)
(enum_declaration name: (_) @class (class_interface_clause (_) @base))
"""
