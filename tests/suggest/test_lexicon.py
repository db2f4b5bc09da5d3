import re

import pytest

from annotator import resources
from annotator.domain.scheme_file import read_scheme
from annotator.suggest.reporting.lexicon import LexiconEntry, WordForm, folded, lexicon, word_class
from annotator.suggest.reporting.word_forms import agrees, readings

ARABIC = re.compile("[\u0621-\u063a\u0641-\u0652 ]+")
PREPOSITIONS = ("bi", "ila", "min", "ala", "an", "fi")
TAKES = {
    *("that", "act", "object", "quote", "ask", "silence", "blame", "deem", "li-act", "in-quote", "in-that", "source"),
    *(f"{name}-{kind}" for name in PREPOSITIONS for kind in ("that", "noun", "act")),
}


def _forms() -> list[WordForm]:
    return [form for forms in lexicon().forms.values() for form in forms]


def _entries() -> set[LexiconEntry]:
    phrases = {entry for found in lexicon().phrases.values() for _, entry in found}
    return {form.entry for form in _forms()} | phrases


def _values(label: str, attribute: str) -> set[str]:
    toml = resources.path("schemes", "actors-claims.toml").read_text(encoding="utf-8")
    known = {item.key: item for item in read_scheme(toml, "actors-claims.toml").label(label).attributes}
    return {value.key for value in known[attribute].listed}


def test_its_size() -> None:
    assert len(lexicon().forms) >= 5000
    assert len({entry.lemma for entry in _entries() if entry.kind == "verb"}) >= 150
    assert len({entry.lemma for entry in _entries()}) >= 300


def test_acts_and_stances_are_the_schemes() -> None:
    acts = {entry.act for entry in _entries()}
    assert acts == _values("cue", "act")
    assert {entry.stance for entry in _entries()} == _values("claim", "authorial_stance")


def test_each_entry_says_what_it_takes_in_known_words() -> None:
    for entry in _entries():
        assert entry.takes, entry.lemma
        assert entry.takes <= TAKES, entry.lemma


def test_every_form_is_arabic() -> None:
    assert [form.text for form in _forms() if not ARABIC.fullmatch(form.text)] == []
    assert [entry.lemma for entry in _entries() if not ARABIC.fullmatch(entry.lemma)] == []


def test_no_word_is_given_twice() -> None:
    """Two entries of one kind and lemma would be two acts for one word."""
    given = [(entry.kind, entry.lemma) for entry in _entries()]
    assert sorted({one for one in given if given.count(one) > 1}) == []


def test_no_vocalised_form_has_two_acts() -> None:
    acts: dict[tuple[str, str, bool], set[str]] = {}
    for form in _forms():
        acts.setdefault((form.text, form.entry.kind, form.passive), set()).add(form.entry.act)
    assert {form: found for form, found in acts.items() if len(found) > 1} == {}


def test_word_classes_have_words() -> None:
    assert "ان" in word_class("that")
    assert folded("إلى") in word_class("prepositions")


def _lemmas(word: str) -> set[str]:
    return {reading.form.entry.lemma for reading in readings(word)}


@pytest.mark.parametrize(
    ("word", "lemma", "start", "pronoun"),
    [
        ("قال", "قَالَ", 0, ""),
        ("وأضاف", "أَضَافَ", 1, ""),
        ("فقالوا", "قَالَ", 1, ""),
        ("وسيعلن", "أَعْلَنَ", 1, ""),
        ("ليؤكد", "أَكَّدَ", 1, ""),
        ("أخبرته", "أَخْبَرَ", 0, "ه"),
        ("وأخبروها", "أَخْبَرَ", 1, "ها"),
        ("نفاه", "نَفَى", 0, "ه"),
        ("قائلًا", "قَالَ", 0, ""),
        ("قائلاً", "قَالَ", 0, ""),
        ("ومؤكدة", "أَكَّدَ", 1, ""),
        ("بالقول", "قَوْل", 1, ""),
        ("للاتهامات", "اِتِّهَامَات", 1, ""),
        ("بروايته", "رِوَايَة", 1, "ه"),
        ("اعلن", "أَعْلَنَ", 0, ""),
        ("وَقَالَتِ", "قَالَ", 2, ""),
        ("قـــال", "قَالَ", 0, ""),
        ("قيل", "قَالَ", 0, ""),
    ],
)
def test_readings(word: str, lemma: str, start: int, pronoun: str) -> None:
    found = [reading for reading in readings(word) if reading.form.entry.lemma == lemma]
    assert (start, pronoun) in {(reading.start, reading.pronoun) for reading in found}


@pytest.mark.parametrize("word", ["مقال", "قالب", "استقال", "يقولب", "الحاكم", "وزير", "said", "١٢", "بَيْنَ", "كذلك"])
def test_no_reading_inside_another_word(word: str) -> None:
    assert readings(word) == ()


def test_harakat_tell_spellings_apart() -> None:
    assert {reading.form.passive for reading in readings("كَتَبَ")} == {False}
    assert {reading.form.passive for reading in readings("كُتِبَ")} == {True}
    assert {reading.form.passive for reading in readings("كتب")} == {False, True}
    assert _lemmas("ذَكَّرَ") == {"ذَكَّرَ"}
    assert _lemmas("ذكر") == {"ذَكَّرَ", "ذَكَرَ"}
    assert agrees("قَالَتِ", "قَالَتْ")


def test_careful_spelling_is_believed() -> None:
    assert {reading.form.entry.kind for reading in readings("نفى")} == {"verb"}
    assert "noun" in {reading.form.entry.kind for reading in readings("نفي")}
    assert {reading.form.entry.kind for reading in readings("تأكيدٌ")} == {"noun"}
