"""The words for a thread: what it is about, who takes part, and since when."""

from annotator.domain.comment import Comment
from annotator.domain.scheme import Scheme, title_in
from annotator.services.threads import PlacedThread
from annotator.ui.i18n import isolate, language, listed, moment, tr, tr_n
from annotator.visible import clipped

MOST_SAID = 300
"""Code points of a comment that a row shows."""


def place_words(placed: PlacedThread, scheme: Scheme) -> str:
    """Return what a thread is about, in a line."""
    match placed.about:
        case "mark":
            return tr(
                "{label} of {who}: {quote}",
                label=label_title(scheme, placed.label),
                who=placed.owner,
                quote=placed.quote,
            )
        case "passage":
            return tr("Passage: {quote}", quote=placed.quote)
        case "gone":
            return tr("On a mark that is gone")
        case "document":
            return tr("On the whole article")


def label_title(scheme: Scheme, key: str) -> str:
    """Return the title of a label; its key, where the scheme no longer has it."""
    found = next((one for one in scheme.labels if one.key == key), None)
    return key if found is None else title_in(found.title, language(), key)


def thread_words(placed: PlacedThread, *, with_title: bool) -> str:
    """Return who takes part, when something was last said, and how much; `with_title` also where."""
    said = placed.thread.comments
    people = listed(isolate(one) for one in dict.fromkeys(one.annotator for one in said))
    answers = tr_n("{n} answers", len(said) - 1) if len(said) > 1 else ""
    title = isolate(placed.title) if with_title else ""
    return " · ".join(filter(None, (people, when(said[-1]), answers, title)))


def when(comment: Comment) -> str:
    """Return when something was said; empty for a comment from a dataset that does not tell."""
    return moment(comment.made) if comment.made else ""


def first_words(placed: PlacedThread) -> str:
    """Return the words that a thread begins with, on one line."""
    return " ".join(clipped(placed.thread.first.text, MOST_SAID).split())
