"""Getting a page from the address that a person gave: that one, only on their word, within bounds of size and time."""

import http.client
import ipaddress
import socket
import time
import urllib.error
import urllib.parse
import urllib.request
from datetime import UTC, datetime
from typing import IO, Any

from annotator import paths
from annotator.cancellation import check_cancelled
from annotator.errors import InputError
from annotator.intake.source import ArticleSource
from annotator.version import __version__
from annotator.visible import clipped, printable

LARGEST_BYTES = 16 * 1024 * 1024
TIMEOUT_S = 20.0
"""Seconds without a byte."""
LONGEST_S = 60.0
"""Seconds for all of it."""
MOST_REDIRECTS = 5
_CHUNK = 64 * 1024
SCHEMES = ("http", "https")


def is_address(text: str) -> bool:
    """Return whether this is an address, and not the name of a file; `fetch` says which addresses it fetches."""
    return paths.is_address(text)


def fetch(address: str) -> ArticleSource:
    """Return what stands at an address. Checks for cancellation all along (`cancellation`).

    Follows at most `MOST_REDIRECTS` redirects, to the web only, and from the web to no address of the local network.
    Raises InputError that names the address and the mend.
    """
    asked = _checked(address)
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _Redirects(asked),
    ):
        opener.add_handler(handler)
    request = urllib.request.Request(
        asked, headers={"User-Agent": f"Musnad/{__version__}", "Accept-Encoding": "identity"}
    )
    try:
        with opener.open(request, timeout=TIMEOUT_S) as answer:
            return _source(address, answer)
    except InputError:
        raise
    except urllib.error.HTTPError as error:
        with error:
            raise InputError(
                "{url} answers {status} ({reason}); open it in a browser, and save the page from there.",
                url=address,
                status=error.code,
                reason=clipped(str(error.reason), 60),
            ) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise InputError(
            "{url} cannot be reached: {reason}. Check the address and the connection.",
            url=address,
            reason=_reason(error),
        ) from error


def _checked(address: str) -> str:
    """Return the address in ASCII. Raises InputError for one that is not of the web."""
    try:
        parts = urllib.parse.urlsplit(address.strip())
        host = parts.hostname
        port = parts.port
    except ValueError as error:
        raise InputError("{url!r} is no address of a page.", url=clipped(address, 200)) from error
    if parts.scheme.lower() not in SCHEMES or not host:
        raise InputError(
            "{url!r} is no address of a page: it begins with http:// or https://.", url=clipped(address, 200)
        )
    if parts.username is not None or parts.password is not None:
        raise InputError("{url} holds a name or a password; leave it out.", url=f"{parts.scheme}://…@{host}")
    try:
        name = host if ":" in host else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise InputError("{url!r} is no address of a page.", url=clipped(address, 200)) from error
    where = (f"[{name}]" if ":" in name else name) + (f":{port}" if port else "")
    path = urllib.parse.quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = urllib.parse.quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return urllib.parse.urlunsplit((parts.scheme.lower(), where, path, query, ""))


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects within the web."""

    max_redirections = MOST_REDIRECTS
    max_repeats = MOST_REDIRECTS

    def __init__(self, asked: str) -> None:
        self._from_outside = not _is_local(asked)

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        there = _checked(newurl)
        if self._from_outside and _is_local(there):
            raise InputError(
                "{url} leads to {there}, an address of the local network; it was not followed.",
                url=req.full_url,
                there=clipped(there, 200),
            )
        return super().redirect_request(req, fp, code, msg, headers, there)

    def http_error_302(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage
    ) -> Any:
        target = headers.get("location") or headers.get("uri") or ""
        scheme = urllib.parse.urlsplit(target).scheme.lower()
        if scheme and scheme not in SCHEMES:
            raise InputError(
                "{url} leads to {there}, which is no page of the web; it was not followed.",
                url=req.full_url,
                there=clipped(printable(target), 200),
            )
        return super().http_error_302(req, fp, code, msg, headers)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


def _is_local(address: str) -> bool:
    """Return whether an address is this machine's or the local network's."""
    host = urllib.parse.urlsplit(address).hostname or ""
    try:
        found = {entry[4][0] for entry in socket.getaddrinfo(host, None)}
    except OSError:
        return False
    return any(not ipaddress.ip_address(str(one).partition("%")[0]).is_global for one in found)


def _source(address: str, answer: Any) -> ArticleSource:
    data = _body(address, answer)
    there = answer.geturl()
    kept = urllib.parse.urlsplit(there)
    name = kept.path.rstrip("/").rpartition("/")[2] or kept.hostname or "page"
    return ArticleSource(
        name=printable(urllib.parse.unquote(name)),
        data=data,
        declared=answer.headers.get_content_charset(),
        url=there if there != _checked(address) else address.strip(),
        response=_head(answer),
        fetched=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )


def _body(address: str, answer: Any) -> bytes:
    ends = time.monotonic() + LONGEST_S
    pieces: list[bytes] = []
    size = 0
    while piece := answer.read1(_CHUNK):
        check_cancelled()
        size += len(piece)
        pieces.append(piece)
        if size > LARGEST_BYTES:
            raise InputError("{url} has more than {most} MiB; it was not read.", url=address, most=LARGEST_BYTES >> 20)
        if time.monotonic() > ends:
            raise InputError(
                "{url} takes longer than {most} seconds; try it later.", url=address, most=round(LONGEST_S)
            )
    length = answer.headers.get("content-length", "")
    if length.isdigit() and size < int(length):
        raise InputError(
            "{url} was cut off after {size} of {all} bytes; try again.", url=address, size=size, all=int(length)
        )
    return b"".join(pieces)


def _head(answer: Any) -> bytes:
    lines = [
        f"HTTP/1.1 {answer.status} {answer.reason}",
        *(f"{name}: {value}" for name, value in answer.headers.items()),
    ]
    return "\r\n".join(" ".join(line.splitlines()) for line in lines).encode("utf-8", "replace") + b"\r\n\r\n"


def _reason(error: Exception) -> str:
    cause = getattr(error, "reason", error)
    if isinstance(cause, TimeoutError):
        return "it does not answer"
    return clipped(str(getattr(cause, "strerror", None) or cause) or type(error).__name__, 120)
