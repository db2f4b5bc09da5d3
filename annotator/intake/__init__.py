"""Articles from outside: each kind of source is one file here that registers itself in `kinds`."""

from pathlib import Path

from annotator.intake.article import Article
from annotator.intake.files import load
from annotator.intake.source import ArticleSource

__all__ = ["Article", "ArticleSource", "load", "read"]


def read(path: Path, encoding: str | None = None) -> Article:
    """Return the text in a file as one article, and refuse with the mend what is no text. Raises InputError."""
    from annotator.intake.text import read_text

    [article] = read_text(ArticleSource(name=path.name, data=load(path), encoding=encoding))
    return article
