"""The command line: parses, calls, prints. Errors become exit codes here."""
