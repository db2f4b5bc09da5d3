"""The words that attribute, read from `resources/lexicons/reporting.toml` when they are first needed."""

import threading
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Literal

import msgspec

from annotator import resources
from annotator.suggest.reporting import conjugation
from annotator.text.folding import fold

EntryKind = Literal["verb", "participle", "noun", "phrase"]


class LexiconEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One word of the lexicon: what it does to a claim, and what must follow it; see the lexicon's head."""

    lemma: str
    kind: EntryKind
    act: str
    stance: str
    takes: frozenset[str]
    person: bool = False


class WordForm(msgspec.Struct, frozen=True):
    """One inflected form, fully vocalised. Only a verb in the present may follow س; a jussive must follow لم or ل."""

    text: str
    entry: LexiconEntry
    present: bool = False
    passive: bool = False
    jussive: bool = False


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """Forms by their folded spelling: as they stand alone, and as a pronoun joins them.

    A phrase is kept under its first folded word; the words after it follow in `phrases`.
    """

    forms: Mapping[str, tuple[WordForm, ...]]
    joined: Mapping[str, tuple[WordForm, ...]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], LexiconEntry], ...]]


class _Verb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    past: str
    present: str
    participle: str | None = None
    nouns: tuple[str, ...] = ()
    takes: str | None = None
    stance: str = "neutral"
    person: bool = False
    passive: tuple[str, ...] | None = None


class _Word(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    form: str
    takes: str
    stance: str = "neutral"


class _Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    takes: str
    verbs: tuple[_Verb, ...] = ()
    nouns: tuple[_Word, ...] = ()
    phrases: tuple[_Word, ...] = ()


_LOCK = threading.Lock()


def lexicon() -> Lexicon:
    """Return the shipped lexicon with all its inflected forms; making them takes a good part of a second, once.

    Whoever asks for it while another thread makes it waits for that one: two would take twice as long.
    """
    with _LOCK:
        return _lexicon()


@cache
def _lexicon() -> Lexicon:
    sections = msgspec.convert(_toml("reporting"), dict[str, _Section])
    phrases: dict[str, list[tuple[tuple[str, ...], LexiconEntry]]] = {}
    for act, section in sections.items():
        for word in section.phrases:
            first, *rest = folded(word.form).split()
            phrases.setdefault(first, []).append((tuple(rest), _entry(word.form, "phrase", act, word)))
    every = [form for act, section in sections.items() for form in _forms(act, section)]
    return Lexicon(
        forms=_by_spelling((folded(form.text), form) for form in every),
        joined=_by_spelling((folded(conjugation.before_pronoun(form.text)), form) for form in every),
        # The longest first: على حد قول before what it begins with.
        phrases={first: tuple(sorted(found, key=lambda one: -len(one[0]))) for first, found in phrases.items()},
    )


@cache
def word_class(name: str) -> frozenset[str]:
    """One of the small word classes of `resources/lexicons/grammar.toml`, folded."""
    return frozenset(folded(_toml("grammar")[name]).split())


def folded(text: str) -> str:
    """The spelling under which words are looked up."""
    return fold(text).form


@cache
def _toml(name: str) -> dict[str, Any]:
    with resources.path("lexicons", f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def _entry(lemma: str, kind: EntryKind, act: str, source: _Verb | _Word, takes: str = "") -> LexiconEntry:
    return LexiconEntry(
        lemma=lemma,
        kind=kind,
        act=act,
        stance=source.stance,
        takes=frozenset((source.takes or takes).split()),
        person=isinstance(source, _Verb) and source.person,
    )


def _forms(act: str, section: _Section) -> Iterator[WordForm]:
    """Every inflected form of a section's verbs and nouns."""
    for verb in section.verbs:
        entry = _entry(verb.past, "verb", act, verb, section.takes)
        pair = verb.passive
        if pair is None:
            pair = conjugation.passive_past(verb.past), conjugation.passive_present(verb.present)
        for passive, parts in enumerate(((verb.past, verb.present), pair)):
            if parts:
                yield from (WordForm(text, entry, False, bool(passive)) for text in conjugation.past(*parts))
                yield from (WordForm(text, entry, True, bool(passive)) for text in conjugation.present(parts[1]))
                yield from (WordForm(text, entry, True, bool(passive), True) for text in conjugation.jussive(parts[1]))
        if verb.participle:
            beside = _entry(verb.past, "participle", act, verb, section.takes)
            yield from (WordForm(text, beside) for text in conjugation.participle(verb.participle))
        for noun in verb.nouns:
            yield WordForm(conjugation.tidy(noun), _entry(noun, "noun", act, verb, section.takes))
    for word in section.nouns:
        yield WordForm(conjugation.tidy(word.form), _entry(word.form, "noun", act, word))


def _by_spelling(pairs: Iterable[tuple[str, WordForm]]) -> dict[str, tuple[WordForm, ...]]:
    found: dict[str, list[WordForm]] = {}
    for spelling, form in pairs:
        found.setdefault(spelling, []).append(form)
    return {spelling: tuple(forms) for spelling, forms in found.items()}
