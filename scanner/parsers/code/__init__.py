"""Source code: what a file imports, calls, declares and reaches out to. Facts only; no judgement.

Nothing is imported here: the process that reads the files needs a part of this package only.
"""
