"""The input of a kind: a file, or what stands for one, in memory."""

from collections.abc import Mapping

import msgspec


class ArticleSource(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes with what is known of them.

    `name` is what messages call it and the origin keeps: a file's name, or of a file in an archive both names
    (`news.zip/a.txt`). `encoding` is what a person named, None where it is to be detected; `declared` what the server
    said, which may be wrong. `chosen`: a person named the kind, so what looks like another one is read all the same.
    `columns` says which column of a table holds what (`columns.ROLES`); what it does not name is guessed. `url` is the
    address that it was fetched from, `response` the head of what the server answered, `fetched` when (ISO 8601, UTC).
    """

    name: str
    data: bytes
    encoding: str | None = None
    declared: str | None = None
    chosen: bool = False
    columns: Mapping[str, str] = {}
    url: str | None = None
    response: bytes | None = None
    fetched: str | None = None
