"""Expressions to values: the evaluator, and what each kind of expression means."""
