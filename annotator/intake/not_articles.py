"""Recognising what is no article, whatever its name: datasets, tables, schemes, pages, projects.

Only the first lines are looked at. A rule needs more than one sign, because articles quote all of it: an article that
is refused by mistake comes in when its kind is named (`--format text`).
"""

import re
from collections.abc import Callable, Sequence

import msgspec

from annotator.errors import InputError, OtherKindError
from annotator.signatures import what_it_is
from annotator.text.tagged_lines import looks_tagged, share

SAMPLE_LENGTH = 64 * 1024
"""The most code points that are looked at."""

_LINES = 200
_OBJECT = re.compile(r'\s*(?:\[\s*)?\{\s*(?:"(?:[^"\\\n]|\\.){0,200}"\s*:|\}\s*\Z)')
_LIST = re.compile(r'\s*\[\s*(?:[\["{\]0-9-]|true|false|null)')
_COMMENT = re.compile(r"\s*(?://|/\*)[^\n]*\n")
_MARKUP = re.compile(r"\s*<(?:\?xml|!--|!\[CDATA\[|!doctype|/?[A-Za-z][\w:.-]*(?:\s[^<>]*)?/?>)", re.IGNORECASE)
_PAGE = re.compile(r"\s*<(?:!doctype\s|html[\s>])", re.IGNORECASE)
_ELEMENT = re.compile(r"<(html|head|body|div|p|span|a|table|tr|td|ul|li|script|style|article)\b[^<>]*>", re.IGNORECASE)
_CLOSED = re.compile(r"</(html|head|body|div|p|span|a|table|tr|td|ul|li|script|style|article)\s*>", re.IGNORECASE)
_PAGE_TAGS = 5
_MAIL_PAGE = re.compile(r"(?:HTTP/\d|MIME-Version:|From: <Saved by)", re.IGNORECASE)

_BRAT = re.compile(
    r"T\d+\t\S+ \d+ \d+(?:;\d+ \d+)*(?:\t.*)?|[RE]\d+\t\S+:?\S*(?: \S+:\S+)*\s*"
    r"|[AMN]\d+\t\S+ \S.*|#\d+\t\S+ \S+\t.*|\*\t\S+ .*"
)
_BRAT_SECTION = re.compile(r"\s*(?:#[^\n]*\n\s*)*\[(?:entities|relations|events|attributes|spans|labels)\]\s*\n")
_SCHEME_TABLE = re.compile(r"^\s*\[\[?\s*(?:scheme|labels|relations|frames)[\w.]*\s*\]\]?\s*(?:#.*)?$", re.MULTILINE)
_TOML_PAIR = re.compile(r"^\s*(?:key|name|version|head|values|from)\s*=", re.MULTILINE)
_COLUMN = re.compile(r'"?[ \t]*[A-Za-z_][A-Za-z0-9_.:-]*[ \t]*"?')
_REGISTRY = frozenset({"name", "kind", "wikidata", "aliases", "note"})
# A text has commas too, and hardly ever as many in each line.
_DIVIDERS = {"\t": 1, ",": 3, ";": 3, "|": 3}
_TABLES = (".csv", ".tsv")


def refuse_binary(name: str, data: bytes) -> None:
    """Raise InputError if the bytes begin like a known format that is no text."""
    what = what_it_is(data)
    if what == "a Musnad project":
        raise InputError("{name} is a Musnad project, not an article; open it instead (musnad {name}).", name=name)
    if what is not None:
        raise InputError("{name} is {what}, not a text; save the article's text as a .txt file.", name=name, what=what)


def refuse_other_kinds(name: str, text: str, *, tables: bool = True) -> None:
    """Raise InputError, with the mend, if the text of the file `name` is no article but something for programs.

    Without `tables` a table may be one of articles; one of actors is not.
    """
    sample = text[:SAMPLE_LENGTH].lstrip("\ufeff")
    lines = [line for line in re.split(r"\r\n|\n|\r", sample)[:_LINES] if line.strip()]
    if len(text) > SAMPLE_LENGTH and len(lines) > 1:
        lines.pop()
    for looks, refuse in _KINDS:
        if (tables or looks is not _is_table) and looks(sample, lines):
            raise _refused(refuse(name))
    if tables and name.lower().endswith(_TABLES) and len(lines) > 1:
        raise _refused(_table(name))


def _refused(reason: InputError) -> OtherKindError:
    return OtherKindError(
        "{reason} If it is an article all the same, import it with --format text.", reason=reason, format=""
    )


def _is_json(sample: str, _: Sequence[str]) -> bool:
    while comment := _COMMENT.match(sample):
        sample = sample[comment.end() :]
    if _OBJECT.match(sample):
        return True
    if not _LIST.match(sample):
        return False
    try:
        return bool(msgspec.json.decode(sample))
    except (msgspec.DecodeError, RecursionError):
        return False


def _is_lines(sample: str, lines: Sequence[str]) -> bool:
    """Return whether each line is JSON of its own."""
    return _is_json(sample, lines) and len(lines) > 0 and lines[0].strip().endswith("}") and '"' in lines[0]


def _is_markup(sample: str, _: Sequence[str]) -> bool:
    if _PAGE.match(sample) or (_MARKUP.match(sample) and ("</" in sample or "/>" in sample or "<?xml" in sample[:20])):
        return True
    if _MAIL_PAGE.match(sample) and "<html" in sample.lower():
        return True
    return min(len(_ELEMENT.findall(sample)), len(_CLOSED.findall(sample))) >= _PAGE_TAGS


def _is_brat(sample: str, lines: Sequence[str]) -> bool:
    return bool(_BRAT_SECTION.match(sample)) or share(lines, lambda line: _BRAT.fullmatch(line.rstrip()) is not None)


def _is_conll(_: str, lines: Sequence[str]) -> bool:
    return looks_tagged(lines)


def _is_scheme(sample: str, _: Sequence[str]) -> bool:
    return len(_SCHEME_TABLE.findall(sample)) > 1 and _TOML_PAIR.search(sample) is not None


def _is_registry(_: str, lines: Sequence[str]) -> bool:
    header = _columns(lines)
    return "name" in header and len(_REGISTRY & set(header)) > 1


def _is_table(_: str, lines: Sequence[str]) -> bool:
    """Return whether a row of column names stands above rows of as many cells, or all rows have the same number of
    them.
    """
    if any(len(lines) > 3 and _evenly(lines, divider, least) for divider, least in _DIVIDERS.items()):
        return True
    header = _columns(lines)
    if len(header) < 2 or len(lines) < 2:
        return False
    divider = _divider(lines[0])
    # A cell between quotation marks may hold the divider, and line ends.
    return share(lines[1:], lambda line: line.count(divider) == len(header) - 1 or '"' in line)


def _evenly(lines: Sequence[str], divider: str, least: int) -> bool:
    counts = {line.count(divider) for line in lines}
    return len(counts) == 1 and counts.pop() >= least


def _columns(lines: Sequence[str]) -> list[str]:
    """The names in the first line if it has nothing else; a line `sep=;` above it is passed over."""
    while lines and re.fullmatch(r'"?sep=."?', lines[0].strip(), re.IGNORECASE):
        lines = lines[1:]
    if not lines:
        return []
    cells = lines[0].rstrip("\r").split(_divider(lines[0]))
    return [cell.strip(' \t"').lower() for cell in cells] if all(map(_COLUMN.fullmatch, cells)) else []


def _divider(line: str) -> str:
    return max(",;\t|", key=line.count)


def _table(name: str) -> InputError:
    return InputError("{name} is a table, not an article; save each article's text as a .txt file.", name=name)


def _json_lines(name: str) -> InputError:
    return InputError(
        "{name} is JSON Lines, not an article; if it is a dataset of Musnad's, import it with --format jsonl.",
        name=name,
    )


def _json(name: str) -> InputError:
    return InputError(
        "{name} is JSON, not an article; write it as JSON Lines, one object a line, and import it with --format jsonl.",
        name=name,
    )


def _page(name: str) -> InputError:
    return InputError("{name} is a web page or XML, not a text; save the article's text as a .txt file.", name=name)


def _registry(name: str) -> InputError:
    return InputError(
        "{name} is a table of actors, not an article; bring it in with: musnad actors PROJECT --import FILE.",
        name=name,
    )


def _scheme(name: str) -> InputError:
    return InputError(
        "{name} is a scheme, not an article; make a project with it (musnad new PROJECT --scheme FILE).", name=name
    )


def _standoff(name: str) -> InputError:
    return InputError("{name} is brat standoff, not an article; import the .txt beside it.", name=name)


def _conll(name: str) -> InputError:
    return InputError(
        "{name} is a list of words with their tags (CoNLL), not an article; import the text itself.", name=name
    )


_KINDS: tuple[tuple[Callable[[str, Sequence[str]], bool], Callable[[str], InputError]], ...] = (
    (_is_lines, _json_lines),
    (_is_json, _json),
    (_is_markup, _page),
    (_is_scheme, _scheme),
    (_is_brat, _standoff),
    (_is_registry, _registry),
    (_is_conll, _conll),
    (_is_table, _table),
)
