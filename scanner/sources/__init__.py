"""Source readers: where the files come from."""
