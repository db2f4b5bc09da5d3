"""Named entities: people, organizations and places, as the recogniser of camel-tools sees them.

It needs the extra `models` (torch and transformers) and a model on the disk. Nothing is ever downloaded from here:
importing camel-tools' recogniser without its catalogue would, so it is imported only when all of it is there.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from annotator.domain.document import Document
from annotator.domain.meanings import actor_label, label_meaning, saying, with_meanings
from annotator.domain.scheme import LabelMeaning, Scheme
from annotator.domain.span import Range
from annotator.errors import InputError, MusnadError
from annotator.suggest.fitting import fit
from annotator.suggest.proposal import Proposal
from annotator.suggest.registry import Context, MissingPart, prepared
from annotator.text.camel_data import data_folder, installed
from annotator.text.sentences import sentences

TagTokens = Callable[[list[list[str]]], list[list[str]]]
"""Answers a tag (B-PERS, I-PERS, O …) for each word of each sentence."""

MODEL = ("ner", "arabert")
"""The path of the model in camel-tools' folder of data."""
BRING_LIBRARIES = 'pip install "musnad[models]"'
BRING_MODEL = "camel_data -i ner-arabert"
AT_ONCE = 32
"""Sentences that the model reads at once."""

_LIBRARIES = ("torch", "transformers")
_MEANINGS: Mapping[str, LabelMeaning] = {"PERS": "person", "ORG": "organization", "LOC": "place"}
"""The meanings of the model's tags; the rest (MISC) could be anything."""
_KINDS = {"PERS": "person", "ORG": "organization"}


def missing() -> MissingPart | None:
    """Return the part that this computer lacks, with the command that brings it; None if the recogniser can run."""
    lacking = [name for name in _LIBRARIES if find_spec(name) is None]
    has_model = installed(*MODEL, "config.json") is not None
    commands = (*((BRING_LIBRARIES,) if lacking else ()), *(() if has_model else (BRING_MODEL,)))
    if not commands:
        return None
    if not lacking:
        told = InputError("The model for named entities is not in {folder}.", folder=data_folder())
    elif has_model:
        told = InputError("Python lacks {libraries}.", libraries=lacking)
    else:
        told = InputError(
            "Python lacks {libraries}, and the model for named entities is not in {folder}.",
            libraries=lacking,
            folder=data_folder(),
        )
    return MissingPart(told, commands)


READS = ("ar",)
"""The languages of the model."""


@prepared("ner", missing, reads=READS, asks_for_marks=False)
def prepare_ner(context: Context) -> Callable[[Document], list[Proposal]]:
    """Loads the model, which takes seconds; what it answers reads one document. Raises InputError if there is none."""
    lacking = missing()
    if lacking is not None:
        raise InputError(
            "{problem} Bring it with: {commands}", problem=str(lacking.told), commands="; ".join(lacking.commands)
        )
    return partial(recognised, scheme=context.scheme, tag=_loaded(data_folder().joinpath("data", *MODEL)))


def _loaded(model: Path) -> TagTokens:
    """The recogniser itself, on the processor: not every computer has a graphics card that torch can use."""
    from camel_tools.ner import NERecognizer

    try:
        recognizer = NERecognizer(str(model), use_gpu=False)
    except (OSError, ValueError) as error:
        raise InputError("The model in {folder} cannot be read: {reason}.", folder=model, reason=error) from error
    return partial(_predicted, recognizer.predict)


def _predicted(predict: Callable[..., list[list[str]]], words: list[list[str]]) -> list[list[str]]:
    return predict(words, batch_size=AT_ONCE)


def recognised(document: Document, scheme: Scheme, tag: TagTokens) -> list[Proposal]:
    """Return the entities that the tags of each sentence's words name, as far as the scheme has a label for them."""
    text, scheme = document.text, with_meanings(scheme)
    places = [words for start, end in sentences(text) if (words := _words(text, start, end))]
    tags = tag([[text[start:end] for start, end in words] for words in places]) if places else []
    proposals = [
        _proposal(number, entity, part, scheme)
        for number, (entity, part) in enumerate(
            entity for words, found in zip(places, tags, strict=True) for entity in _entities(words, found)
        )
    ]
    return fit([one for one in proposals if one is not None], text, scheme)


def _words(text: str, start: int, end: int) -> list[Range]:
    """Return the places in the text of the words that camel-tools' tokeniser makes of a sentence."""
    from camel_tools.tokenizers.word import simple_word_tokenize

    found: list[Range] = []
    for word in simple_word_tokenize(text[start:end]):
        place = text.find(word, start, end)
        if place < 0:
            raise MusnadError("The tokeniser changed the words of a sentence: {word!r} is not in it.", word=word)
        start = place + len(word)
        found.append((place, start))
    return found


def _entities(words: Sequence[Range], tags: Iterable[str]) -> Iterator[tuple[str, Range]]:
    """The stretches that the tags name. A model may begin with I-; words beyond its tags have none."""
    kind, start, end = "", 0, 0
    for (first, last), tag in zip(words, tags, strict=False):
        begins, _, name = tag.partition("-")
        if name and begins == "I" and name == kind:
            end = last
            continue
        if kind:
            yield kind, (start, end)
        kind, start, end = name, first, last
    if kind:
        yield kind, (start, end)


def _proposal(number: int, entity: str, part: Range, scheme: Scheme) -> Proposal | None:
    label = label_of(entity, scheme)
    if label is None:
        return None
    called = scheme.label(label)
    kind = saying(called, "actor_kind", _KINDS[entity]) if entity in _KINDS else {}
    attributes = {**saying(called, "mention", "name"), **kind}
    return Proposal(key=f"ner-{number}", label=label, parts=(part,), attributes=attributes)


def label_of(entity: str, scheme: Scheme) -> str | None:
    """The label of a scheme for what the model calls PERS, ORG or LOC: one of that meaning, or that of actors."""
    if entity not in _MEANINGS:
        return None
    label = label_meaning(scheme, _MEANINGS[entity]) or actor_label(scheme)
    return None if label is None else label.key
