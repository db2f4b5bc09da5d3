"""Web pages: the article's body without what stands around it, and what the page says about it."""

import re
from collections.abc import Iterator
from typing import Any

from annotator.domain.document import IntakeNote
from annotator.errors import InputError
from annotator.intake.article import Article, made
from annotator.intake.boilerplate import without_boilerplate
from annotator.intake.dates import moment
from annotator.intake.decoding import decode_page
from annotator.intake.kinds import kind
from annotator.intake.markup import parsed, refuse_entities, text_of
from annotator.intake.source import ArticleSource

_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(!doctype\s+html|html[\s>])",
    re.I | re.S,
)
_WIDE_PAGE = re.compile(r"\s*(?:<!--.{0,2000}?-->\s*)*<(!doctype\s+html|html[\s>])", re.I | re.S)
_SUFFIXES = (".html", ".htm", ".xhtml")
_LANGUAGE = re.compile(r"<html\b[^>]{0,500}?\b(?:xml:)?lang\s*=\s*[\"']?([A-Za-z0-9-]{2,35})", re.I)
_WEB = ("http://", "https://")


def looks_like_page(name: str, head: bytes) -> float:
    """Return how sure it is that this is a web page."""
    if _PAGE.match(head):
        return 1.0
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) and _WIDE_PAGE.match(head[:4096].decode("utf-16", "ignore")):
        return 1.0
    return 0.8 if name.lower().endswith(_SUFFIXES) and re.search(rb"<[a-zA-Z!/]", head) else 0.0


@kind(id="html", title="Web page", suffixes=_SUFFIXES, sniff=looks_like_page)
def read_html(source: ArticleSource) -> Iterator[Article]:
    """Yield the article of a page: its body, title, author, day, outlet and address.

    Navigation, lists of other articles, "read more" and invitations to subscribe are left out, and how much that was
    is noted. Raises InputError for a page without an article.
    """
    raw, encoding = decode_page(source)
    refuse_entities(source.name, raw)
    tree = parsed(source.name, raw)
    shown = text_of(tree)
    found = _extracted(raw, source)
    lines = without_boilerplate((found.text if found is not None else "").split("\n"))
    body = "\n".join(line for line in lines if line.strip())
    if not _says_more_than_links(body, tree):
        raise InputError(
            "{name} is a web page without an article that can be told from the rest of it; "
            "save the article's text as a .txt file.",
            name=source.name,
        )
    notes = [IntakeNote(kind="encoding", detail=encoding)]
    if (left := len(shown) - len(body)) > 0:
        notes.append(IntakeNote(kind="body", count=left))
    language = _LANGUAGE.search(raw)
    yield made(
        body,
        name=source.name,
        title=found.title,
        language=language[1] if language else None,
        notes=notes,
        url=_address(found.url) or source.url,
        publisher=found.sitename,
        published=moment(found.date or ""),
        author=found.author,
    )


_MOST_LINKS = 300


def _says_more_than_links(body: str, tree: Any) -> bool:
    """Return whether anything is left of a body without its links: a list of articles is none."""
    links = {text_of(link) for link, _ in zip(tree.iter("a"), range(_MOST_LINKS), strict=False)}
    for link in sorted(links, key=len, reverse=True):
        body = body.replace(link, " ") if link else body
    return re.search(r"\w", body) is not None


def _extracted(raw: str, source: ArticleSource) -> Any:
    import warnings

    import trafilatura

    with warnings.catch_warnings():
        # What it says of its own insides is nobody's concern here.
        warnings.simplefilter("ignore")
        return trafilatura.bare_extraction(
            re.sub(r"^\s*<\?xml[^>]*\?>", "", raw),
            url=source.url,
            with_metadata=True,
            include_comments=False,
            include_images=False,
            include_formatting=False,
            deduplicate=False,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )


def _address(url: str | None) -> str | None:
    return url if url and url.startswith(_WEB) else None
