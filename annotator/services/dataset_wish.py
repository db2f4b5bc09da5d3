"""A request for a dataset as a value: what a window remembers, and the command that makes the same dataset."""

import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from annotator.formats.options import Field, fields_of
from annotator.formats.registry import find_writer
from annotator.services.datasets import Wished
from annotator.services.division import Stratum
from annotator.services.selection import EVERYTHING, Selection

NATIVE = "jsonl"
"""The format that holds everything."""

_FILTERS = {
    "statuses": "status",
    "outlets": "outlet",
    "languages": "language",
    "labels": "label",
    "documents": "article",
}
"""The options of the command line for filters of which there may be several."""


class DatasetWish(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that can be asked of a dataset, its place aside; the names are those of `datasets.export`.

    `annotators` empty: all people and gold. `split` and `frozen_split` empty: none. `options` are the format's.
    """

    format: str = NATIVE
    annotators: tuple[str, ...] = ()
    only: Selection = EVERYTHING
    split: str = ""
    stratify: Stratum | None = None
    frozen_split: str = ""
    options: Mapping[str, str] = {}
    strict: bool = False

    @property
    def is_divided(self) -> bool:
        """Return whether the articles are divided into parts."""
        return bool(self.split or self.frozen_split)

    @property
    def asked(self) -> dict[str, Any]:
        """Return the first arguments of an export or a preview."""
        return {
            "format": self.format,
            "annotators": self.annotators or None,
            "split": self.split or None,
            "options": self.options,
        }

    @property
    def wished(self) -> Wished:
        """Return the filters and the division."""
        return {"only": self.only, "stratify": self.stratify, "frozen_split": self.frozen_split or None}

    def command(self, project: Path, out: Path) -> str:
        """Return the command line that makes the same dataset, quoted for a POSIX shell."""
        words = ["musnad", "export", str(project), "--format", self.format, "--out", str(out)]
        return shlex.join([*words, *self._given()])

    def _given(self) -> Iterator[str]:
        for option, text in (*self._listed(), *self._said()):
            if text:
                yield from (f"--{option}", text)
        defaults = {field.key: as_text(field) for field in fields_of(find_writer(self.format).options)}
        for key, value in self.options.items():
            if value != defaults.get(key):
                yield from ("--option", f"{key}={value}")
        if self.strict:
            yield "--strict"

    def _listed(self) -> Iterator[tuple[str, str]]:
        """The options that may be given several times."""
        yield from (("set", handle) for handle in self.annotators)
        for field, option in _FILTERS.items():
            yield from ((option, value) for value in sorted(getattr(self.only, field)))

    def _said(self) -> Iterator[tuple[str, str]]:
        yield "since", self.only.since
        yield "until", self.only.until
        yield "split", self.split
        yield "stratify", self.stratify or ""
        yield "frozen-split", self.frozen_split


def as_text(field: Field) -> str:
    """Return the default of an option as a command line would give it."""
    return str(field.default).lower() if field.kind == "switch" else str(field.default)
