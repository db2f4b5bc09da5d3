"""Choosing the kind of an actor that is new."""

from PySide6.QtWidgets import QWidget

from annotator.domain.scheme import Scheme
from annotator.ui.actor_words import kinds
from annotator.ui.i18n import tr
from annotator.ui.panels.value_menu import ValueMenu


def kind_menu(scheme: Scheme, name: str, parent: QWidget) -> ValueMenu:
    """Return the list of the kinds that the scheme knows, none of them chosen."""
    return ValueMenu(tr("What kind of actor is {name}?", name=name), list(kinds(scheme).items()), None, parent)
