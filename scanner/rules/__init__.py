"""Rules as data: the expression language, the vocabulary, the loader."""
