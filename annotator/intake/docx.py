"""Word documents: every paragraph and table cell in reading order, the heading, the author, the day."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from annotator import zips
from annotator.errors import InputError
from annotator.intake.article import Article, made
from annotator.intake.dates import moment
from annotator.intake.kinds import kind
from annotator.intake.source import ArticleSource
from annotator.visible import clipped

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADINGS = ("title", "heading 1", "heading1", "العنوان", "عنوان 1")
_BODY = "word/document.xml"
# What a document made from the library's own template says, and nobody has set.
_TEMPLATE_DAY = datetime(2013, 12, 23, 23, 15)
_TEMPLATE_AUTHOR = "python-docx"


def looks_like_docx(name: str, head: bytes) -> float:
    """Return how sure it is that this is a Word document. The body may stand far behind in the file."""
    if zips.is_office(head, "word/"):
        return 1.0
    return 0.9 if head.startswith(zips.START) and name.lower().endswith((".docx", ".docm", ".dotx")) else 0.0


@kind(id="docx", title="Word", suffixes=(".docx",), sniff=looks_like_docx)
def read_docx(source: ArticleSource) -> Iterator[Article]:
    """Yield the document as one article. Text that was deleted with changes tracked is left out, what was inserted
    is there; headers, footers and comments are not read. Raises InputError.
    """
    document = _opened(source)
    body = getattr(document.element, "body", None)
    paragraphs = list(_paragraphs(body)) if body is not None else []
    text = "\n".join(text for text, _ in paragraphs)
    if not text.strip():
        raise InputError("{name} is a Word document without text.", name=source.name)
    properties = document.core_properties
    heading = next((text.strip() for text, style in paragraphs if _is_heading(document, style) and text.strip()), None)
    yield made(
        text.strip("\n"),
        name=source.name,
        title=heading or _said(properties, "title"),
        language=_said(properties, "language"),
        published=_day(properties),
        author=_author(properties),
    )


def _opened(source: ArticleSource) -> Any:
    with zips.archive(source.name, source.data) as opened:
        names = set(opened.namelist())
        if _BODY not in names and not any(name.endswith("document.xml") for name in names):
            raise InputError("{name} is not a whole Word document: {part} is missing.", name=source.name, part=_BODY)
        for member in opened.infolist():
            if member.filename.endswith((".xml", ".rels")):
                _check_part(source.name, member.filename, zips.content(source.name, opened, member))
    import io

    import docx

    try:
        return docx.Document(io.BytesIO(source.data))
    except Exception as error:  # it raises whatever its libraries do
        raise InputError(
            "{name} cannot be read as a Word document: {reason}. Open it in Word and save it again.",
            name=source.name,
            reason=clipped(str(error) or type(error).__name__, 120),
        ) from error


def _check_part(name: str, part: str, data: bytes) -> None:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise InputError(
            "{name}: {part} declares entities of its own, which no Word document does; it was not opened.",
            name=name,
            part=part,
        )


def _paragraphs(body: Any) -> Iterator[tuple[str, str | None]]:
    """Yield text and style of each paragraph in reading order, those in tables, boxes and content controls as well."""
    for paragraph in body.iter(f"{_W}p"):
        if _is_inside(paragraph, _FALLBACK):
            continue
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        yield "".join(_pieces(paragraph)), None if style is None else style.get(f"{_W}val")


def _pieces(paragraph: Any) -> Iterator[str]:
    for element in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen", f"{_W}sym"):
        # A box in a paragraph has paragraphs of its own.
        if next(element.iterancestors(f"{_W}p"), None) is not paragraph or _is_inside(element, f"{_W}del"):
            continue
        tag = element.tag.removeprefix(_W)
        if tag == "t":
            yield element.text or ""
        elif tag == "tab":
            # A tab stop is described by an element of the same name.
            yield "" if element.getparent().tag == f"{_W}tabs" else "\t"
        else:
            yield {"br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "sym": "\ufffd"}[tag]


def _is_inside(element: Any, tag: str) -> bool:
    return next(element.iterancestors(tag), None) is not None


def _is_heading(document: Any, style_id: str | None) -> bool:
    if style_id is None:
        return False
    try:
        style = next((one for one in document.styles if one.style_id == style_id), None)
        name = (style.name if style is not None else None) or style_id
    except Exception:  # a style sheet may be anything
        name = style_id
    return name.casefold() in _HEADINGS or style_id.casefold() in _HEADINGS


def _said(properties: Any, field: str) -> str | None:
    try:
        value = getattr(properties, field)
    except Exception:  # the properties may be anything, and an article does without
        return None
    return str(value).strip() or None if value else None


def _author(properties: Any) -> str | None:
    author = _said(properties, "author")
    return None if author == _TEMPLATE_AUTHOR else author


def _day(properties: Any) -> str | None:
    try:
        created = properties.created
    except Exception:  # as above
        return None
    if not isinstance(created, datetime) or created.replace(tzinfo=None) == _TEMPLATE_DAY:
        return None
    return moment(created)
