"""The signs beside the lines about which something was said."""

from collections.abc import Sequence

from annotator.domain.scheme import Scheme
from annotator.services.threads import PlacedThread
from annotator.ui.article.signs import Sign
from annotator.ui.commenting.words import first_words, place_words
from annotator.ui.i18n import isolate
from annotator.ui.panels.row_icons import drawn
from annotator.ui.theme import themes


def signs_of(threads: Sequence[PlacedThread], scheme: Scheme) -> list[Sign]:
    """Return a sign for each thread, on the line where what it is about begins."""
    picture = drawn("comment", themes().theme.color("accent").name())
    return [
        Sign(one.thread.first.id, one.parts[0][0] if one.parts else 0, picture, _told(one, scheme)) for one in threads
    ]


def _told(placed: PlacedThread, scheme: Scheme) -> str:
    who = placed.thread.first.annotator
    return f"{isolate(who)}: {isolate(first_words(placed))}\n{place_words(placed, scheme)}"
