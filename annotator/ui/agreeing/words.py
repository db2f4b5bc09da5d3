"""The words of the page of agreement: figures, the sentence that says how they were computed, and warnings."""

from typing import TYPE_CHECKING

from annotator.domain.scheme import Label, RelationType, title_in
from annotator.ui.i18n import fixed, isolate, language, listed, tr, tr_n

if TYPE_CHECKING:
    from annotator.agreement.figures import Figures
    from annotator.domain.scheme import Scheme


def figure(value: float | None) -> str:
    """Return a figure with two decimals in the digits of the window; a word where it is undefined."""
    return tr("undefined") if value is None else fixed(value, 2)


def headline(figures: "Figures") -> str:
    """Return the name of the figure at the top."""
    if figures.universe == "units":
        return tr("Krippendorff’s α, nominal, over stretches that were marked")
    if figures.unit == "character":
        return tr("Krippendorff’s α, nominal, over letters")
    return tr("Krippendorff’s α, nominal, over words")


def how(figures: "Figures") -> str:
    """Return the sentences that say how the figures were computed, as they may stand in a paper."""
    universe = {
        "all": tr("all of the text"),
        "marked": tr("what one of the readers compared marked"),
        "units": tr("the stretches that one of the readers marked"),
    }[figures.universe]
    words = tr("the program’s words") if figures.tokenizer == "words" else tr("words apart by white space")
    return tr(
        "{alpha} over {units} in {articles}, by {readers}. Universe: {universe}. Words: {words}. "
        "F₁ exact and by overlap, pooled over articles and pairs; comments are not counted.",
        alpha="α = " + figure(figures.token_alpha),
        units=tr_n("{n} units", figures.n),
        articles=tr_n("{n} articles with two readings or more", figures.documents),
        readers=listed(isolate(one) for one in figures.readers),
        universe=universe,
        words=words,
    )


def warning_words(figures: "Figures", scheme: "Scheme") -> str:
    """Return the figures that rest on little, in a sentence; empty where none does."""
    names = []
    for one in figures.warnings:
        kind, _, key = one.figure.partition(".")
        if one.n and kind in ("by_label", "by_role", "by_attribute"):
            names.append(tr("{name} ({n})", name=_named(scheme, kind, key), n=one.n))
    if not names:
        return ""
    return tr("These rest on fewer than thirty cases and should not be published alone: {names}.", names=listed(names))


def figure_words(scheme: "Scheme", name: str) -> str:
    """Return the title of a figure, by its name (`by_label.claim`)."""
    kind, _, key = name.partition(".")
    return _named(scheme, kind, key)


def _named(scheme: "Scheme", kind: str, key: str) -> str:
    items: list[Label | RelationType] = list(scheme.labels)
    items += [] if kind == "by_label" else scheme.relations
    owner, _, attribute = key.partition(".")
    for item in items:
        if item.key == owner:
            title = title_in(item.title, language(), owner)
            held = next((one for one in item.attributes if one.key == attribute), None)
            return title if held is None else f"{title}: {title_in(held.title, language(), attribute)}"
    return key


def place_words(scheme: "Scheme | None", a: str, b: str, labels: tuple[str | None, str | None] | None) -> str:
    """Return the heading of the places behind a cell."""
    if labels is None:
        return tr("{a} and {b} differ", a=isolate(a), b=isolate(b))

    def label_name(key: str | None) -> str:
        if key is None or scheme is None:
            return tr("nothing")
        return title_in(scheme.label(key).title, language(), key)

    return tr(
        "{a}: {first} · {b}: {second}",
        a=isolate(a),
        first=label_name(labels[0]),
        b=isolate(b),
        second=label_name(labels[1]),
    )
