"""The forms of the scheme editor: what can be said of the scheme, a label, an attribute, a relation, a frame."""

from collections.abc import Sequence
from functools import partial
from typing import Any, get_args

from PySide6.QtWidgets import QComboBox

from annotator.domain.scheme import (
    AttributeMeaning,
    Color,
    Label,
    LabelMeaning,
    OpenValues,
    RoleMeaning,
    Underline,
    title_in,
)
from annotator.services.scheme_draft import Draft, DraftItem, DraftTable
from annotator.ui.i18n import language, phrase, tr
from annotator.ui.panels.swatch import SIZE, swatch
from annotator.ui.scheme_editor.fields import Choices, Form
from annotator.ui.scheme_editor.meaning_titles import meaning_title
from annotator.ui.scheme_editor.values import ValueTable

COLORS = {
    "blue": phrase("blue"),
    "orange": phrase("orange"),
    "green": phrase("green"),
    "purple": phrase("purple"),
    "red": phrase("red"),
    "cyan": phrase("cyan"),
    "pink": phrase("pink"),
    "olive": phrase("olive"),
    "gray": phrase("gray"),
}
UNDERLINES = {
    "solid": phrase("solid"),
    "dashed": phrase("dashed"),
    "double": phrase("double"),
    "dotted": phrase("dotted"),
    "wavy": phrase("wavy"),
    "dash_dot": phrase("dash and dot"),
}

MEANINGS = {
    "source": phrase("who says it"),
    "cue": phrase("the words that say so"),
    "target": phrase("whom it is about"),
    "addressee": phrase("whom it is said to"),
    "reported_by": phrase("the claim that reports it"),
}
"""The meanings of a relation to the program: see `domain/meanings.py`."""

LABEL_MEANINGS = {
    "claim": phrase("what is said"),
    "cue": phrase("the words that say so"),
    "person": phrase("a person"),
    "organization": phrase("an organization"),
    "place": phrase("a place"),
}
"""The meanings of a label to the program."""

WRITTEN = {"text": phrase("a text"), "number": phrase("a number"), "link": phrase("a link")}


def title_of(item: DraftItem) -> str:
    """Return the title of an item in the language of the window, else in any, else its key."""
    key = str(item.get("key") or item.get("head") or item.get("name"))
    return title_in(item.get("title", {}), language(), key)


def form_of(draft: Draft, table: DraftTable | None, index: int | None, attribute: int | None) -> Form:
    """The form for a part of a draft: an attribute, an item of a table, or the scheme itself."""
    if table is None or index is None:
        return scheme_page(draft)
    item = draft.items(table)[index]
    if attribute is not None:
        return attribute_page(item["attributes"][attribute])
    if table == "labels":
        return label_page(item)
    return relation_page(item, draft) if table == "relations" else frame_page(item, draft)


def scheme_page(draft: Draft) -> Form:
    """The scheme itself."""
    form = Form(draft.data)
    form.key("name")
    form.words("title", tr("Title"))
    return form


def label_page(item: DraftItem) -> Form:
    """A label: its names, its look, and what it means."""
    form = Form(item)
    form.words("title", tr("Title"))
    form.key()
    form.letter()
    looks: list[tuple[QComboBox, str, tuple[str, ...]]] = []
    for field, title, names, values in (
        ("color", tr("Colour"), COLORS, get_args(Color)),
        ("underline", tr("Underline"), UNDERLINES, get_args(Underline)),
    ):
        combo = form.choice(field, title, [(key, names[key]()) for key in values])
        combo.setIconSize(SIZE)
        looks.append((combo, field, values))
    _show_looks(item, looks)
    form.changed.connect(partial(_show_looks, item, looks))
    meanings = [(means, LABEL_MEANINGS[means]()) for means in get_args(LabelMeaning)]
    form.choice("means", tr("Means"), meanings, tr("nothing more"))
    form.check("names_actor", tr("Its marks name actors of the registry"))
    form.words("description", tr("Description"))
    form.words("guidelines", tr("Guidelines"), long=True)
    return form


def _show_looks(item: DraftItem, looks: Sequence[tuple[QComboBox, str, tuple[str, ...]]]) -> None:
    """Let each choice of a colour or a line show what the label would look like with it, as it is now."""
    look = {"color": item["color"], "underline": item["underline"]}
    for combo, field, values in looks:
        for place, key in enumerate(values):
            combo.setItemIcon(place, swatch(_sample({**look, field: key})))


def _sample(look: dict[str, Any]) -> Label:
    return Label(key="sample", color=look["color"], underline=look["underline"])


def attribute_page(item: DraftItem) -> Form:
    """A question that is asked of a label or a relation."""
    form = Form(item)
    form.words("title", tr("Title"))
    form.key()
    kinds = QComboBox()
    for kind, name in (("", tr("one of a list")), *((kind, WRITTEN[kind]()) for kind in get_args(OpenValues))):
        kinds.addItem(name, kind)
    kinds.setCurrentIndex(kinds.findData(item["values"]) if isinstance(item["values"], str) else 0)
    form.add("open", tr("Its value is"), kinds)
    meanings = [(means, meaning_title(means)) for means in get_args(AttributeMeaning)]
    means = form.choice("means", tr("Means"), meanings, tr("nothing more"))
    table = ValueTable(item)
    form.add("values", tr("Values"), table)
    means.activated.connect(table.follow_meaning)
    table.setVisible(not isinstance(item["values"], str))
    default = form.choice("default", tr("Default"), _values(item), tr("none"))

    def choose() -> None:
        Draft.open_values(item, kinds.currentData())
        table.setVisible(not isinstance(item["values"], str))
        table.fill()
        follow()

    kinds.activated.connect(choose)

    def follow() -> None:
        default.clear()
        default.addItem(tr("none"), "")
        for key, name in _values(item):
            default.addItem(name, key)
        default.setCurrentIndex(max(0, default.findData(item["default"] or "")))
        form.changed.emit()

    table.changed.connect(follow)
    form.check("quick", tr("Asked at once (quick profile)"))
    return form


def _values(item: DraftItem) -> Choices:
    return [(value["key"], title_of(value)) for value in item["values"] if not isinstance(item["values"], str)]


def relation_page(item: DraftItem, draft: Draft) -> Form:
    """A relation: between which labels, how many, how long a chain."""
    labels = [(label["key"], title_of(label)) for label in draft.items("labels")]
    form = Form(item)
    form.words("title", tr("Title"))
    form.key()
    form.letter()
    form.choice(
        "means", tr("Means"), [(means, MEANINGS[means]()) for means in get_args(RoleMeaning)], tr("nothing more")
    )
    form.several("from", tr("Leads from"), labels)
    form.several("to", tr("Leads to"), labels)
    form.bound("most", tr("Links of one mark, at most"))
    form.bound("depth", tr("Links in a chain, at most"))
    form.words("guidelines", tr("Guidelines"), long=True)
    return form


def frame_page(item: DraftItem, draft: Draft) -> Form:
    """A frame: which label heads it, and the roles around it."""
    relations = [(kind["key"], title_of(kind)) for kind in draft.items("relations")]
    form = Form(item)
    form.words("title", tr("Title"))
    form.choice("head", tr("Head"), [(label["key"], title_of(label)) for label in draft.items("labels")])
    form.several("roles", tr("Roles"), relations)
    form.several("expected", tr("Roles that a whole one has"), relations)
    return form
