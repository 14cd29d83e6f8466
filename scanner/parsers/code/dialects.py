"""Which languages are read, and by which grammar; apart from the grammars, which are dear to load."""

LANGUAGES = frozenset({"python", "javascript", "typescript", "java", "kotlin", "csharp", "go", "ruby", "php"})
"""Languages of source files, as ``Artifact.language`` names them."""


def dialect_of(language: str, path: str) -> str:
    """Which grammar reads a file.

    Args:
        language: Language of the artefact.
        path: Its path; TypeScript with JSX is a grammar of its own.

    Returns:
        A language, or ``tsx``.
    """
    return "tsx" if language == "typescript" and path.lower().endswith(".tsx") else language
