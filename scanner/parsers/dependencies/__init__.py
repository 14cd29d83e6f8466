"""Reads dependency manifests, project files, lock files and version pins."""
