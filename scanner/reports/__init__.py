"""Reports: one module a format, all made from the assessment."""
