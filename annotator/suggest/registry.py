"""The suggesters there are. A suggester is one file that registers itself here; ours are named in `BUILT_IN`, others
are entry points of `musnad.suggesters`.

@suggester("cues", reads=("ar",))
def suggest_cues(document: Document, context: Context) -> list[Proposal]: ...

`reads` are the languages that it knows (BCP 47; none named: all); articles in others are not shown to it.

One that has to make something ready for a whole run (an index of ten thousand names) is `prepared`:

@prepared("aliases")
def prepare_aliases(context: Context) -> Callable[[Document], list[Proposal]]: ...
"""

from collections.abc import Callable, Mapping

import msgspec

from annotator.domain.actor import Actor
from annotator.domain.document import UNDETERMINED, Document
from annotator.domain.scheme import Scheme
from annotator.errors import MusnadError, NotFoundError
from annotator.registry import Registry
from annotator.suggest.proposal import Proposal
from annotator.text.language import primary


class MarkedWords(msgspec.Struct, frozen=True, kw_only=True):
    """Words that have been marked, and how."""

    text: str
    label: str
    attributes: Mapping[str, str] = {}
    actor_id: str | None = None


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """The knowledge of a suggester besides the document; proposals must stand in the scheme.

    `known` are the words that were marked before, the latest last: of a run over a few documents, those that may stand
    in them.
    """

    scheme: Scheme
    actors: tuple[Actor, ...] = ()
    known: tuple[MarkedWords, ...] = ()
    learned: bytes | None = None
    """The taggers that were trained on this project's marks, encoded (`suggest.learned`)."""


Suggest = Callable[[Document, Context], list[Proposal]]
Reader = Callable[[Document], list[Proposal]]
Prepare = Callable[[Context], Reader]


class MissingPart(msgspec.Struct, frozen=True):
    """A part that a suggester lacks, by `told`, and the commands that bring it."""

    told: MusnadError
    commands: tuple[str, ...]


def _nothing() -> None:
    """A suggester that needs nothing but Musnad."""


def knows(languages: tuple[str, ...], language: str) -> bool:
    """Return whether a language (BCP 47) is among these, or may be; none stand for all."""
    return not languages or language == UNDETERMINED or primary(language) in languages


class Suggester(msgspec.Struct, frozen=True, kw_only=True):
    """`prepare` makes ready for a run over many documents; what it returns answers for one, in reading order.

    Neither changes anything, and both may run in a worker. The marks are `model:<name>`'s.
    """

    name: str
    prepare: Prepare
    missing: "Callable[[], MissingPart | None]" = _nothing
    """Return a part that it needs and this computer does not have."""
    reads: tuple[str, ...] = ()
    asks_for_marks: bool = True
    """True if it looks at `Context.known`, which in a large project takes longer to read than an article."""

    def can_read(self, language: str) -> bool:
        """Return whether it knows a language (BCP 47); of a text that is too short to tell, it may be any."""
        return knows(self.reads, language)


BUILT_IN = (
    *("annotator.suggest.aliases", "annotator.suggest.cues", "annotator.suggest.learned", "annotator.suggest.ner"),
    "annotator.suggest.repeats",
)
"""The modules that come with the program."""

_suggesters: Registry[Suggester] = Registry(BUILT_IN, "musnad.suggesters")


def suggester(name: str, reads: tuple[str, ...] = ()) -> Callable[[Suggest], Suggest]:
    """Register the function below as a suggester."""

    def register(suggest: Suggest) -> Suggest:
        prepared(name, reads=reads)(lambda context: lambda document: suggest(document, context))
        return suggest

    return register


def prepared(
    name: str,
    missing: "Callable[[], MissingPart | None]" = _nothing,
    reads: tuple[str, ...] = (),
    *,
    asks_for_marks: bool = True,
) -> Callable[[Prepare], Prepare]:
    """Register the function below as what makes a suggester ready; `missing` says what it would fail for.

    One that never looks at `Context.known` says so: `asks_for_marks=False`.
    """

    def register(prepare: Prepare) -> Prepare:
        _suggesters.add(
            name,
            Suggester(name=name, prepare=prepare, missing=missing, reads=reads, asks_for_marks=asks_for_marks),
        )
        return prepare

    return register


def suggesters() -> list[Suggester]:
    """Return every suggester, by name."""
    return _suggesters.all()


def find_suggester(name: str) -> Suggester:
    """Return the suggester of this name, or raise NotFoundError that lists those there are."""
    if (found := _suggesters.get(name)) is None:
        raise NotFoundError("There is no suggester {name!r}; there is: {known}.", name=name, known=_suggesters.ids())
    return found
