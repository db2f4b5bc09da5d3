"""The article's typeface: chosen by the person and remembered, and checked once the first page stands."""

from annotator.ui.article.shaping import Shaping, candidates, family_shaping, shaping
from annotator.ui.i18n import tr
from annotator.ui.settings import TYPEFACE
from annotator.ui.shell import Shell

PACKAGES = "fonts-noto-core fonts-hosny-amiri"
"""Debian's packages with the two typefaces that we prefer."""


def show_typefaces(shell: Shell) -> None:
    """Let the person choose, beside the page."""
    from annotator.ui.panels.typeface_picker import TypefacePicker

    picker = shell.over.findChild(TypefacePicker)
    if picker is None:
        picker = TypefacePicker(shell.over)
        picker.chosen.connect(lambda family: choose_typeface(shell, family))
    picker.open(shell.article.font_family())


def choose_typeface(shell: Shell, family: str | None) -> None:
    """Set the article in this family and remember it; None: in the best one there is, whichever that is."""
    TYPEFACE.set(family)
    shell.article.set_font_family(family)


def check_typeface(shell: Shell) -> None:
    """Set the article in a typeface that joins Arabic letters, if the one it is in does not; tell if there is none."""
    article = shell.article
    if shaping(article.page.type.font).readable:
        return
    better = next((family for family in candidates() if family_shaping(family) is Shaping.GOOD), None)
    if better is None:
        shell.messages.tell(
            "warning",
            tr(
                "No Arabic typeface is installed that joins its letters, so articles cannot be read well. "
                "On Debian and Ubuntu: {command}",
                command=f"sudo apt install {PACKAGES}",
            ),
        )
        return
    chosen = article.font_family()
    article.set_font_family(better)
    if chosen is not None:
        shell.messages.tell(
            "warning",
            tr("{family} does not join Arabic letters. The article is set in {better}.", family=chosen, better=better),
        )
