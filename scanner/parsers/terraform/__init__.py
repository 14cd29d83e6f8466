"""Terraform and OpenTofu: from files through a syntax tree of our own to resources with values."""

from scanner.parsers.terraform.parser import TerraformParser

__all__ = ["TerraformParser"]
