"""What has A said about B: read from marks and links, without reading the articles."""

from collections import defaultdict
from collections.abc import Iterable

from annotator.domain.span import ELLIPSIS
from annotator.domain.statement import SOURCE, TARGET, Asked, Statement
from annotator.services.door.file import ProjectFile
from annotator.store import statements
from annotator.store.statements import Link, Said
from annotator.text.direction import base_direction


def asked(
    file: ProjectFile,
    source: str | None = None,
    target: str | None = None,
    stance: str | None = None,
    since: str | None = None,
    until: str | None = None,
    annotator: str | None = None,
) -> list[Statement]:
    """Return what the actor `source` has said about the actor `target` (ids; None: anyone), oldest first.

    `stance` is the one towards the target; `since` and `until` are ISO 8601 days of publication, both included;
    `annotator` whose annotation sets are asked, None: mine.
    """
    whose = annotator or file.annotator
    return answers(file, Asked(source=source, target=target, stance=stance, since=since, until=until, annotator=whose))


def answers(file: ProjectFile, asked: Asked) -> list[Statement]:
    """The statements that answer the question, oldest first; none where the scheme knows no such frame."""
    heads = [frame.head for frame in file.scheme.frames if SOURCE in frame.roles or TARGET in frame.roles]
    with file.reading() as view:
        found = statements.said(view, asked, heads)
        links: defaultdict[str, list[Link]] = defaultdict(list)
        for link in statements.links(view, [one.id for one in found]):
            links[link.head].append(link)
    return [_statement(one, links[one.id], asked) for one in found]


def _statement(one: Said, links: list[Link], asked: Asked) -> Statement:
    targets = [link for link in links if link.role == TARGET]
    meant = [link for link in targets if asked.target in (None, link.actor_id) and asked.stance in (None, link.stance)]
    quote = ELLIPSIS.join(one.words[start - one.start : end - one.start] for start, end in one.parts)
    return Statement(
        id=one.id,
        document_id=one.document_id,
        title=one.title,
        date=one.published,
        start=one.start,
        end=one.end,
        quote=quote,
        sources=_names(link for link in links if link.role == SOURCE),
        targets=_names(targets),
        stance=next((link.stance for link in meant if link.stance), None),
        polarity=one.polarity,
        direction=one.direction or base_direction(quote),
    )


def _names(links: Iterable[Link]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(link.name for link in links))
