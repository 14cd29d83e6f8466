"""Source code: what a file imports, calls, declares and reaches out to. Facts only; no judgement."""

from scanner.parsers.code.parser import CodeParser

__all__ = ["CodeParser"]
