"""From findings to verdicts: merging, and scoring."""
