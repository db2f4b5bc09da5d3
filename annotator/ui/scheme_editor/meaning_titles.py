"""The meanings of attributes and their values in the window's words: the default scheme's, which has them all."""

from functools import cache

from annotator.domain.scheme import Attribute, Titles, title_in
from annotator.services.schemes import DEFAULT, load_scheme
from annotator.ui.i18n import language


def meaning_title(means: str, value: str | None = None) -> str:
    """Return the title of an attribute's meaning, or of the meaning of one of its values."""
    return title_in(_titles().get((means, value), {}), language(), value or means)


@cache
def _titles() -> dict[tuple[str, str | None], Titles]:
    found: dict[tuple[str, str | None], Titles] = {}
    for attribute in _attributes():
        if attribute.means is not None:
            found[attribute.means, None] = attribute.title
            found |= {(attribute.means, value.means): value.title for value in attribute.listed if value.means}
    return found


def _attributes() -> list[Attribute]:
    scheme = load_scheme(DEFAULT)
    of_labels = [attribute for label in scheme.labels for attribute in label.attributes]
    return of_labels + [attribute for kind in scheme.relations for attribute in kind.attributes]
