"""Parsers: from files to resources, one module or folder for each kind of artefact."""
