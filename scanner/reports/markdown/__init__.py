"""The result as Markdown, in two sizes: a page for the summary of a job, and a comment on a change."""

from scanner.reports.markdown.comment import CommentReport
from scanner.reports.markdown.summary import MarkdownReport

__all__ = ["CommentReport", "MarkdownReport"]
