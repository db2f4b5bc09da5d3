"""A page as it came, kept beside the article that was made of it: the HTML, or a WARC of what a server answered.

Named after its own content (SHA-256), so that a file that was changed since gives itself away.
"""

import gzip
import hashlib
import uuid

from annotator.intake.source import ArticleSource
from annotator.version import __version__

FOLDER = ".evidence"
"""The end of the name of the folder with a project's pages; the project's name stands before it."""


def kept(source: ArticleSource) -> tuple[str, bytes]:
    """Return name and content of the file that keeps a page: a WARC where it was fetched, else the page itself."""
    if source.response is not None:
        data = _warc(source)
        return f"{_digest(data)}.warc.gz", data
    return f"{_digest(source.data)}.html", source.data


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _warc(source: ArticleSource) -> bytes:
    """Return a WARC 1.1 (ISO 28500) of two records, each a gzip member: who wrote it, and the response."""
    answer = (source.response or b"") + source.data
    info = f"software: Musnad/{__version__}\r\nformat: WARC File Format 1.1\r\n".encode()
    records = (
        _record("warcinfo", source, "application/warc-fields", info, {}),
        _record(
            "response",
            source,
            "application/http; msgtype=response",
            answer,
            {
                "WARC-Target-URI": source.url or "",
                "WARC-Payload-Digest": f"sha256:{_digest(source.data)}",
                "WARC-Block-Digest": f"sha256:{_digest(answer)}",
            },
        ),
    )
    return b"".join(gzip.compress(record, mtime=0) for record in records)


def _record(kind: str, source: ArticleSource, media: str, block: bytes, more: dict[str, str]) -> bytes:
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{kind} {source.fetched} {_digest(block)}")
    head = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{name}>",
        "WARC-Date": source.fetched or "",
        "Content-Type": media,
        **more,
        "Content-Length": str(len(block)),
    }
    lines = ["WARC/1.1", *(f"{field}: {value}" for field, value in head.items())]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"
