"""The suggesters there are. A suggester is one file in this package that registers itself here.

@suggester("cues")
def suggest_cues(document: Document, context: Context) -> list[Proposal]: ...

One that has to make something ready for a whole run (an index of ten thousand names) is `prepared`:

@prepared("aliases")
def prepare_aliases(context: Context) -> Callable[[Document], list[Proposal]]: ...
"""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from functools import cache

import msgspec

from annotator import suggest
from annotator.domain.actor import Actor
from annotator.domain.document import Document
from annotator.domain.scheme import Scheme
from annotator.errors import MusnadError, NotFoundError
from annotator.suggest.proposal import Proposal


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """Words that have been marked, and how."""

    text: str
    label: str
    attributes: Mapping[str, str] = {}
    actor_id: str | None = None


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """What a suggester may know besides the document: what it proposes must stand in the scheme."""

    scheme: Scheme
    actors: tuple[Actor, ...] = ()
    known: tuple[Known, ...] = ()


Suggest = Callable[[Document, Context], list[Proposal]]
Reader = Callable[[Document], list[Proposal]]
Prepare = Callable[[Context], Reader]


class MissingPart(msgspec.Struct, frozen=True):
    """What a suggester lacks, by `told`, and the commands that bring it."""

    told: MusnadError
    commands: tuple[str, ...]


def _nothing() -> None:
    """A suggester that needs nothing but Musnad."""


class Suggester(msgspec.Struct, frozen=True, kw_only=True):
    """`prepare` makes ready for a run over many documents; what it returns answers for one, in reading order.

    Neither changes anything, and both may run in a worker. The marks are `model:<name>`'s.
    """

    name: str
    prepare: Prepare
    missing: "Callable[[], MissingPart | None]" = _nothing
    """What it needs and this computer does not have."""


_suggesters: dict[str, Suggester] = {}


def suggester(name: str) -> Callable[[Suggest], Suggest]:
    """Register the function below as a suggester."""

    def register(suggest: Suggest) -> Suggest:
        prepared(name)(lambda context: lambda document: suggest(document, context))
        return suggest

    return register


def prepared(name: str, missing: "Callable[[], MissingPart | None]" = _nothing) -> Callable[[Prepare], Prepare]:
    """Register the function below as what makes a suggester ready; `missing` says what it would fail for."""

    def register(prepare: Prepare) -> Prepare:
        _suggesters[name] = Suggester(name=name, prepare=prepare, missing=missing)
        return prepare

    return register


@cache
def _load() -> None:
    """Let every file of this package register itself."""
    for module in pkgutil.iter_modules(suggest.__path__):
        importlib.import_module(f"{suggest.__name__}.{module.name}")


def suggesters() -> list[Suggester]:
    """Every suggester, by name."""
    _load()
    return [_suggesters[name] for name in sorted(_suggesters)]


def find_suggester(name: str) -> Suggester:
    """The suggester of this name, or NotFoundError that lists those there are."""
    _load()
    if name not in _suggesters:
        raise NotFoundError("There is no suggester {name!r}; there is: {known}.", name=name, known=sorted(_suggesters))
    return _suggesters[name]
