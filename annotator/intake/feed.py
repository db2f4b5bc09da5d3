"""Feeds (RSS, Atom): an article for each item, as far as the feed itself carries it. Nothing else is fetched."""

import io
import re
import time
from collections.abc import Iterator
from typing import Any

from annotator.domain.document import IntakeNote
from annotator.errors import InputError
from annotator.intake.article import made
from annotator.intake.boilerplate import without_boilerplate
from annotator.intake.decoding import decode_page
from annotator.intake.kinds import ReadItem, kind
from annotator.intake.markup import check_depth, fragment_text, refuse_entities
from annotator.intake.source import ArticleSource

MOST_ITEMS = 5_000
_ITEM = re.compile(r"<(?:\w+:)?(?:item|entry)\b")
_ROOT = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<\?[^>]*\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*>\s*)*<(?:\w+:)?(rss|feed|RDF)\b", re.S
)
_PROLOG = re.compile(r"\s*<\?xml[^>]*\?>")
_HTML = re.compile(r"<[a-zA-Z/!]|&[#\w]{2,10};")
_WEB = ("http://", "https://")


def looks_like_feed(_: str, head: bytes) -> float:
    """Return how sure it is that this is a feed."""
    start = head[:4096]
    wide = start.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = start.decode("utf-16" if wide else "utf-8", "ignore").lstrip("\ufeff")
    return 1.0 if text.lstrip().startswith("<") and _ROOT.match(text) else 0.0


@kind(id="feed", title="Feed (RSS, Atom)", suffixes=(".rss", ".atom"), sniff=looks_like_feed)
def read_feed(source: ArticleSource) -> Iterator[ReadItem]:
    """Yield the items of a feed. Raises InputError, naming the line, for one that is cut off or has no items."""
    raw, encoding = decode_page(source)
    refuse_entities(source.name, raw)
    _check_whole(source.name, raw)
    check_depth(source.name, raw)
    if len(_ITEM.findall(raw)) > MOST_ITEMS:
        raise InputError("{name} has more than {most} items.", name=source.name, most=MOST_ITEMS)
    feed = _parsed(raw)
    if not feed.entries:
        raise InputError("{name} is a feed without items{reason}.", name=source.name, reason=_fault(feed))
    for number, entry in enumerate(feed.entries, 1):
        try:
            yield _article(source, feed.feed, entry, encoding)
        except InputError as error:
            yield InputError("{name}, item {number}: {reason}", name=source.name, number=number, reason=error)


def _parsed(raw: str) -> Any:
    import feedparser

    # A stream, for a text that looks like an address or a path would be opened. In UTF-8, whatever it declares.
    content = io.BytesIO(_PROLOG.sub("", raw, count=1).encode("utf-8", "replace"))
    return feedparser.parse(
        content, response_headers={"content-type": "application/xml; charset=utf-8"}, sanitize_html=False
    )


def _check_whole(name: str, raw: str) -> None:
    """Raise InputError for a feed whose end is missing: its last item may be half an article."""
    found = _ROOT.match(raw)
    root = found[1] if found else "rss"
    if not re.search(rf"</(?:\w+:)?{root}\s*>", raw[-4096:]):
        raise InputError(
            "{name}, line {line}: the feed ends before its {root} does; get the file again.",
            name=name,
            line=raw.count("\n") + 1,
            root=root,
        )


def _fault(feed: Any) -> str:
    problem = feed.get("bozo_exception")
    line = getattr(problem, "getLineNumber", lambda: None)()
    return f" (line {line}: {problem.getMessage()})" if line else ""


def _article(source: ArticleSource, feed: Any, entry: Any, encoding: str) -> ReadItem:
    whole = max((one.get("value") or "" for one in entry.get("content") or ()), key=len, default="")
    summary = entry.get("summary") or ""
    is_summary = len(whole) < len(summary) or not whole
    title = _plain(source.name, entry.get("title") or "")
    lines = without_boilerplate(_plain(source.name, summary if is_summary else whole).split("\n"))
    notes = [IntakeNote(kind="encoding", detail=encoding)]
    if is_summary:
        notes.append(IntakeNote(kind="summary"))
    if not any(line.strip() for line in lines):
        raise InputError("{title!r} has no text.", title=title)
    link = entry.get("link") or ""
    return made(
        "\n".join(line for line in lines if line.strip()),
        name=source.name,
        title=title,
        language=entry.get("language") or feed.get("language"),
        notes=notes,
        url=link if link.startswith(_WEB) else None,
        publisher=(entry.get("source") or {}).get("title") or feed.get("title"),
        published=_moment(entry),
        author=entry.get("author"),
    )


def _plain(name: str, value: str) -> str:
    return fragment_text(name, value) if _HTML.search(value) else value.strip()


def _moment(entry: Any) -> str | None:
    """The moment of publication in UTC, to the second."""
    found = entry.get("published_parsed") or entry.get("created_parsed") or entry.get("updated_parsed")
    if found is None or not 1000 <= found.tm_year <= 9999:
        return None
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", found)
