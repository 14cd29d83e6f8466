"""Proof against real Terraform: recorded answers, and what archscan makes of the same text."""
