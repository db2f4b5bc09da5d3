"""HTML as text: what a page or a fragment shows, a line for each block."""

import re
from typing import Any

from annotator.errors import InputError
from annotator.visible import clipped

LARGEST_PAGE = 8 * 1024 * 1024
"""Code points of a page; the longest articles of the web have a hundredth of that."""
DEEPEST = 250
"""Elements within elements; what reads pages calls itself for each."""
MOST_ELEMENTS = 20_000

_HIDDEN = frozenset(
    ("script", "style", "noscript", "template", "head", "title", "iframe", "svg", "math", "object", "select", "button")
)
_INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *("img", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike"),
        *("strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    )
)
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*(\[)?", re.IGNORECASE)
_PROLOG = re.compile(r"\s*<\?xml[^>]*\?>")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*)([^<>]*)>")
_VOID = frozenset(
    (
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"),
        # They end where the next one begins.
        *("p", "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "html", "body"),
    )
)


def refuse_entities(name: str, text: str) -> None:
    """Raise InputError for a document that declares entities of its own: a few lines may stand for gigabytes."""
    place = text.upper().find("<!ENTITY")
    if place >= 0:
        raise InputError(
            "{name}, line {line}: it declares entities of its own, which are not read; save it without its DOCTYPE.",
            name=name,
            line=text.count("\n", 0, place) + 1,
        )


def parsed(name: str, text: str) -> Any:
    """Return the tree of a page (an lxml element). Raises InputError for what is too large, too deep or no markup."""
    from lxml import etree, html

    _check_size(name, text)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        tree = html.document_fromstring(_PROLOG.sub("", text, count=1).encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise InputError(
            "{name} cannot be read as a web page: {reason}", name=name, reason=clipped(str(error), 160)
        ) from error
    return tree


def _check_size(name: str, text: str) -> None:
    if len(text) > LARGEST_PAGE:
        raise InputError(
            "{name} has {size} MiB of text; a page may have {most} MiB.",
            name=name,
            size=-(-len(text) // 2**20),
            most=LARGEST_PAGE // 2**20,
        )
    if text.count("<") > MOST_ELEMENTS * 2:
        raise InputError("{name} has more than {most} elements, which no article has.", name=name, most=MOST_ELEMENTS)
    check_depth(name, text)


def check_depth(name: str, text: str) -> None:
    """Raise InputError for markup whose elements are nested deeper than any that a person made."""
    depth, deepest = 0, 0
    for found in _TAG.finditer(text):
        if found[2].lower() in _VOID or found[3].endswith("/"):
            continue
        depth = max(0, depth + (-1 if found[1] else 1))
        deepest = max(deepest, depth)
    if deepest > DEEPEST:
        raise InputError(
            "{name} nests its elements {depth} deep; a page may nest them {most} deep.",
            name=name,
            depth=deepest,
            most=DEEPEST,
        )


def text_of(tree: Any) -> str:
    """Return what a tree shows: a line for each block, white space as a page shows it."""
    pieces: list[str] = []
    # Not by recursion: the tree is somebody else's. Each entry is an element to begin, or one to end (True).
    waiting: list[tuple[Any, bool]] = [(tree, False)]
    while waiting:
        element, ends = waiting.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if not ends and tag and tag not in _HIDDEN:
            pieces.append("\n" if tag not in _INLINE else "")
            pieces.append(_SPACES.sub(" ", element.text or ""))
            waiting.append((element, True))
            waiting += [(child, False) for child in reversed(element)]
            continue
        if tag and tag not in _HIDDEN:
            pieces.append("\n" if tag not in _INLINE else "")
        if element is not tree:
            pieces.append(_SPACES.sub(" ", element.tail or ""))
    lines = (" ".join(line.split(" ")).strip(" ") for line in "".join(pieces).split("\n"))
    return "\n".join(re.sub(" {2,}", " ", line) for line in lines if line)


# What a page shows as one space; the no-break space is not among them.
_SPACES = re.compile(r"[ \t\n\r\f]+")


def fragment_text(name: str, fragment: str) -> str:
    """Return what a piece of HTML shows, such as a feed's; plain text comes back as it is, with its entities read."""
    if not fragment.strip():
        return ""
    return text_of(parsed(name, f"<html><body>{fragment}</body></html>"))
