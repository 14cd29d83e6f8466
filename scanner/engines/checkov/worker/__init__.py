"""A program that runs inside checkov's own environment and puts archscan's resources to checkov's check classes.

It is started by :mod:`scanner.engines.checkov.process` with the interpreter of that environment; nothing else of
archscan is imported here, and nothing of this is imported by archscan.
"""
