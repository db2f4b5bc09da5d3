"""Plain text files."""

from collections.abc import Iterator

from annotator.domain.document import IntakeNote
from annotator.errors import InputError
from annotator.intake.article import Article, made
from annotator.intake.decoding import decode
from annotator.intake.kinds import DEFAULT, kind
from annotator.intake.not_articles import refuse_binary, refuse_other_kinds
from annotator.intake.source import ArticleSource


@kind(id=DEFAULT, title="Text", suffixes=(".txt", ".text"), sniff=lambda *_: 0.1)
def read_text(source: ArticleSource) -> Iterator[Article]:
    """Yield the whole file as the article; its first line that is not blank is the title."""
    if not source.data:
        raise InputError("{name} is empty.", name=source.name)
    refuse_binary(source.name, source.data)
    raw, encoding = decode(source)
    if not source.chosen:
        refuse_other_kinds(source.name, raw)
    yield made(raw, name=source.name, notes=[IntakeNote(kind="encoding", detail=encoding)])
