"""Engines: they put rules to a system."""
