"""semgrep: patterns over source code, put to those files alone that some rule can match."""
