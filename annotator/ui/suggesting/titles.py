"""Titles and descriptions of suggesters in the language of the window."""

from annotator.ui.i18n import isolate, phrase

MODEL = "model:"

_TITLES = {
    "aliases": phrase("Registry of actors"),
    "repeats": phrase("Your own marks"),
    "cues": phrase("Words for saying"),
    "ner": phrase("Named entities"),
    "learned": phrase("Learned here"),
}
_TOLD = {
    "aliases": phrase("Names of the registry, in any spelling, wherever the text has them"),
    "repeats": phrase("What you have marked, wherever else it stands"),
    "cues": phrase("Who says what, by the words for saying and what follows them"),
    "learned": phrase("Who says what, as the marks of this project teach it; it has to learn first"),
    "ner": phrase("People, organizations and places, as a language model of camel-tools sees them"),
}


def suggester_title(name: str) -> str:
    """Return the title of a suggester, or of its annotator."""
    key = name.removeprefix(MODEL)
    return _TITLES[key]() if key in _TITLES else isolate(key)


def suggester_told(name: str) -> str:
    """Return the description of a suggester; empty for one that is not ours."""
    return _TOLD[name]() if name in _TOLD else ""
