"""Reads dependency manifests, project files, lock files and version pins."""

from scanner.parsers.dependencies.parser import DependenciesParser

__all__ = ["DependenciesParser"]
