"""From bytes to text: a ladder of encodings, each of which can fail. There is no last one that cannot.

A byte order mark; strict UTF-8; UTF-16 without a mark; the Arabic encodings of one byte. A file that none of
them explains is refused, and the person names its encoding: a wrong guess would be kept for ever.
"""

import codecs
import re

from annotator.errors import InputError
from annotator.intake.arabic_bytes import guess_arabic
from annotator.intake.source import ArticleSource

NAMES = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "utf-32": "UTF-32",
    "utf-32-le": "UTF-32 LE",
    "utf-32-be": "UTF-32 BE",
    "cp1256": "windows-1256",
    "iso8859-6": "ISO-8859-6",
    "cp720": "DOS Arabic (cp720)",
}
"""Common names of Python's codecs; others keep their own name."""

# UTF-32 first: its mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f]")
_CONTROL_BYTES = bytes(code for code in range(0x20) if code not in b"\t\n\f\r")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")

# What stands in news of this part of the world. The wrong byte order turns a space into U+2000 and letters
# into Chinese ones.
_EXPECTED_WIDE = re.compile(
    "[\t\n\r\x20-\x7e\xa0-\u024f\u0300-\u036f\u0590-\u077f\u08a0-\u08ff\u200b-\u206f\u20a0-\u20bf"
    "\ufb1d-\ufdff\ufe70-\ufeff\U0001f000-\U0001faff]"
)
_WIDE_SAMPLE = 64 * 1024
_WIDE_SHARE = 0.9


def decode(source: ArticleSource) -> tuple[str, str]:
    """The text, a byte order mark still in front of it, and the name of its encoding. Raises InputError."""
    codec = _named(source) if source.encoding else _marked(source.data) or _unmarked(source)
    try:
        text = source.data.decode(codec)
    except UnicodeDecodeError as error:
        raise _broken(source, codec, error.start) from error
    except UnicodeError as error:
        raise _broken(source, codec, 0) from error
    if (codec != "utf-8" or _has_controls(source.data)) and _is_crowded(text):
        raise _not_text(source)
    return text, NAMES.get(codec, codec)


_DECLARED = re.compile(
    rb"<\?xml[^>]{0,100}?\bencoding\s*=\s*[\"']([\w.:-]{2,40})|<meta[^>]{0,300}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{2,40})",
    re.I,
)
_HEAD_BYTES = 4096


def decode_page(source: ArticleSource) -> tuple[str, str]:
    """Return the text of a page or feed and the name of its encoding, whatever it declares. Raises InputError.

    Pages say utf-8 and are windows-1256, and the other way round. What the bytes themselves say counts first; what is
    declared (by the server, by the page) decides only where they say nothing.
    """
    if source.encoding is not None or _marked(source.data):
        return decode(source)
    try:
        return decode(source)
    except InputError as error:
        for codec in _declared(source):
            text = source.data.decode(codec, "strict") if _is_decodable(source.data, codec) else None
            if text is not None and not _CONTROL_OR_C1.search(text):
                return text, NAMES.get(codec, codec)
        raise error


_CONTROL_OR_C1 = re.compile("[\x00-\x08\x0b\x0e-\x1f\x80-\x84\x86-\x9f]")


def _declared(source: ArticleSource) -> list[str]:
    """The codecs that a server and a page declare, as far as Python has them; UTF-8 was tried before."""
    found = _DECLARED.search(source.data[:_HEAD_BYTES])
    said = [source.declared or "", *((group or b"").decode("ascii") for group in (found.groups() if found else ()))]
    names = []
    for name in filter(None, said):
        try:
            codec = codecs.lookup(_SAID.get(name.lower(), name)).name
            b"?".decode(codec, "ignore")
        except (LookupError, ValueError):
            continue
        if not codec.startswith(("utf", "unicode", "raw", "idna", "punycode")):
            names.append(codec)
    return names


# Browsers read these as what they mostly are.
_SAID = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-8-i": "cp1255",
}


def _is_decodable(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except (UnicodeError, ValueError):
        return False
    return True


def _named(source: ArticleSource) -> str:
    """The codec that the person named; only those that make text of bytes will do."""
    name = source.encoding or ""
    try:
        # Python checks what a codec makes only when there is something to decode.
        b"?".decode(name, "ignore")
        return codecs.lookup(name).name
    except (LookupError, ValueError) as error:
        raise InputError(
            "There is no encoding {encoding!r}; known are utf-8, utf-16, windows-1256, iso-8859-6 and many more.",
            encoding=name,
        ) from error


def _marked(data: bytes) -> str | None:
    for mark, codec in _MARKS:
        # FF FE 00 00 may also be UTF-16 that begins with NUL, but then the length hardly ever fits.
        if data.startswith(mark) and (not codec.startswith("utf-32") or len(data) % 4 == 0):
            return codec
    return None


def _unmarked(source: ArticleSource) -> str:
    """The codec that explains bytes without a mark, or InputError."""
    fault = _utf8_fault(source.data)
    # Arabic in UTF-16 is made of bytes that are all good UTF-8, half of them control characters.
    if fault is None and not _has_controls(source.data):
        return "utf-8"
    if wide := _guess_wide(source.data):
        return wide
    if fault is None:
        return "utf-8"
    if _is_crowded(source.data.decode("latin-1")):
        raise _not_text(source)
    if _was_utf8(source.data):
        raise _broken(source, "utf-8", fault)
    if arabic := guess_arabic(source.data):
        return arabic
    raise InputError(
        "{name}: this text is neither UTF-8 nor UTF-16 nor Arabic in windows-1256 or ISO-8859-6; "
        "name its encoding (--encoding), or save it as UTF-8.",
        name=source.name,
    )


def _utf8_fault(data: bytes) -> int | None:
    """The offset in bytes of the first thing that is not UTF-8."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return error.start
    return None


def _guess_wide(data: bytes) -> str | None:
    """The byte order in which the file makes sense as UTF-16, if it does in one."""
    sample = data[: min(_WIDE_SAMPLE, len(data) & ~1)]
    if not sample:
        return None
    shares = {codec: _expected_share(sample.decode(codec, "ignore")) for codec in ("utf-16-le", "utf-16-be")}
    best = max(shares, key=lambda codec: shares[codec])
    return best if shares[best] >= _WIDE_SHARE else None


def _expected_share(text: str) -> float:
    return len(_EXPECTED_WIDE.findall(text)) / len(text) if text else 0


def _has_controls(data: bytes) -> bool:
    """Return whether UTF-8 has control characters, each of which is one byte."""
    return len(data.translate(None, _CONTROL_BYTES)) < len(data)


def _is_crowded(text: str) -> bool:
    """Return whether there are more control characters than a text picks up on its way: one in ten."""
    return len(_CONTROL.findall(text)) > max(2, len(text) // 10)


def _was_utf8(data: bytes) -> bool:
    """Return whether most of what is not ASCII is UTF-8, so that the rest is damage and not another encoding."""
    characters = _MULTIBYTE.findall(data)
    return 2 * sum(map(len, characters)) > len(_HIGH_BYTE.findall(data))


def _broken(source: ArticleSource, codec: str, offset: int) -> InputError:
    return InputError(
        "{name}: byte {offset} of {size} is not {encoding}; the file is damaged or cut off, "
        "or it is in another encoding (--encoding).",
        name=source.name,
        offset=offset,
        size=len(source.data),
        encoding=NAMES.get(codec, codec),
    )


def _not_text(source: ArticleSource) -> InputError:
    return InputError(
        "{name} is not a text: it is full of control characters; save the article's text as a .txt file.",
        name=source.name,
    )
