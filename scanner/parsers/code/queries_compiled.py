"""Tree-sitter queries for Java, Kotlin, C# and Go; the captures are those of ``queries_scripting``."""

JAVA = """
(method_invocation !object name: (_) @call)
(method_invocation object: (_) @call.from name: (_) @call)
(object_creation_expression type: (_) @call)
(string_literal) @string
(marker_annotation name: (_) @decorator)
(annotation name: (_) @decorator)
(import_declaration) @import
(class_declaration name: (_) @class)
(class_declaration name: (_) @class superclass: (superclass (_) @base))
(class_declaration name: (_) @class interfaces: (super_interfaces (type_list (_) @base)))
(interface_declaration name: (_) @class)
(interface_declaration name: (_) @class (extends_interfaces (type_list (_) @base)))
(record_declaration name: (_) @class)
(record_declaration name: (_) @class interfaces: (super_interfaces (type_list (_) @base)))
(enum_declaration name: (_) @class)
(enum_declaration name: (_) @class interfaces: (super_interfaces (type_list (_) @base)))
"""

KOTLIN = """
(call_expression . [(identifier) (navigation_expression) (call_expression)] @call)
(string_literal) @string
(multiline_string_literal) @string
(annotation [(user_type) @decorator (constructor_invocation (user_type) @decorator)])
(import) @import
(class_declaration name: (_) @class)
(class_declaration name: (_) @class (delegation_specifiers (delegation_specifier [
  (user_type) @base
  (constructor_invocation (user_type) @base)
  (explicit_delegation . (user_type) @base)])))
(object_declaration name: (_) @class)
(object_declaration name: (_) @class (delegation_specifiers (delegation_specifier [
  (user_type) @base
  (constructor_invocation (user_type) @base)])))
"""

CSHARP = """
(invocation_expression function: (_) @call)
(object_creation_expression type: (_) @call)
(string_literal) @string
(verbatim_string_literal) @string
(raw_string_literal) @string
(interpolated_string_expression) @string
(attribute name: (_) @decorator)
(using_directive) @import
(class_declaration name: (_) @class)
(class_declaration name: (_) @class (base_list [
  (identifier) (qualified_name) (generic_name) (alias_qualified_name) (primary_constructor_base_type)] @base))
(interface_declaration name: (_) @class)
(interface_declaration name: (_) @class (base_list (_) @base))
(struct_declaration name: (_) @class)
(struct_declaration name: (_) @class (base_list (_) @base))
(record_declaration name: (_) @class)
(record_declaration name: (_) @class (base_list [
  (identifier) (qualified_name) (generic_name) (alias_qualified_name) (primary_constructor_base_type)] @base))
"""

GO = """
(call_expression function: (_) @call)
(composite_literal type: (qualified_type) @call)
(interpreted_string_literal) @string
(raw_string_literal) @string
(import_spec path: (_) @import)
(type_spec name: (_) @class type: [(struct_type) (interface_type)])
(type_spec name: (_) @class type: (struct_type (field_declaration_list
  (field_declaration !name type: (_) @base))))
(type_spec name: (_) @class type: (interface_type (type_elem . (_) @base .)))
"""
