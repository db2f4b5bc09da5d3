"""The words of a difference: what differs, and what each reader says."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from annotator.agreement.differences import Detail, Difference, DifferenceKind
from annotator.domain.decision import REASONS, DecisionReason
from annotator.domain.scheme import Label, RelationType, Scheme, title_in
from annotator.domain.span import ELLIPSIS, Span
from annotator.ui.i18n import Phrase, isolate, language, phrase, tr, tr_n
from annotator.ui.reader_looks import ReaderLook

if TYPE_CHECKING:
    from annotator.domain.decision import Decision
    from annotator.services.project import Project

QUOTED = 90
"""Code points of a quotation in a card."""


class DifferenceWords:
    """Tells the differences of one document of a project."""

    def __init__(
        self, project: "Project", text: str, names: Mapping[str, str], looks: Mapping[str, ReaderLook]
    ) -> None:
        self._project, self._text, self._names, self.looks = project, text, names, looks
        self._scheme: Scheme = project.scheme
        self._titles: dict[tuple[str, str], str] = {}
        self._items: list[Label | RelationType] = [*project.scheme.labels, *project.scheme.relations]

    def name(self, handle: str) -> str:
        """Return a reader's name, or (while names are hidden) a number."""
        return self._names.get(handle, isolate(handle))

    def reader(self, handle: str) -> str:
        """Return a reader's shape and name."""
        look = self.looks.get(handle)
        return self.name(handle) if look is None else f"{look.sign} {self.name(handle)}"

    def label(self, key: str) -> str:
        """Return the title of a label."""
        return next((title_in(one.title, language(), key) for one in self._scheme.labels if one.key == key), key)

    def quote(self, span: Span) -> str:
        """Return the words of a mark, cut where they are many."""
        words = " ".join(span.quote(self._text).split())
        return words if len(words) <= QUOTED else words[: QUOTED - 1] + "…"

    def title(self, one: Difference) -> str:
        """Return the difference in a line: its label and what differs first."""
        # Thousands of differences have a few titles.
        key = one.label, one.details[0].name
        if key not in self._titles:
            self._titles[key] = tr("{label}: {what}", label=self.label(one.label), what=self.kind(one.details[0]))
        return self._titles[key]

    def kind(self, detail: Detail) -> str:
        """Return what differs, in words."""
        said = kind_words(detail.kind)
        if not detail.key:
            return said
        names = [self._key(key) for key in detail.key.split(".")]
        return tr("{what} ({where})", what=said, where=" · ".join(names))

    def _key(self, key: str) -> str:
        for item in self._items:
            if item.key == key:
                return title_in(item.title, language(), key)
            for attribute in item.attributes:
                if attribute.key == key:
                    return title_in(attribute.title, language(), key)
        return key

    def value(self, detail: Detail, reader: str) -> str:
        """Return what one reader says of what differs."""
        value = detail.values.get(reader)
        if value is None:
            return tr("nothing")
        if isinstance(value, tuple):
            return ", ".join(isolate(self._words(one)) for one in value)
        if detail.kind == "boundary":
            parts = [part.split("-") for part in value.split()]
            return isolate(ELLIPSIS.join(self._text[int(start) : int(end)] for start, end in parts)[:QUOTED])
        if detail.kind == "only":
            return isolate(self._words(value))
        if detail.kind == "label":
            return self.label(value)
        if detail.kind == "actor":
            return isolate(self._actor(value))
        return isolate(self._value(detail.key.split(".")[-1], value))

    def _words(self, span_id: str) -> str:
        from annotator.errors import NotFoundError

        try:
            return self.quote(self._project.span(span_id))
        except NotFoundError:
            return "…"

    def _actor(self, actor_id: str) -> str:
        from annotator.errors import NotFoundError

        try:
            return self._project.actor(actor_id).name
        except NotFoundError:
            return "…"

    def _value(self, attribute: str, value: str) -> str:
        for item in self._items:
            for one in item.attributes:
                held = one.value(value) if one.key == attribute else None
                if held is not None:
                    return title_in(held.title, language(), held.key)
        return value

    def decision(self, one: "Decision") -> str:
        """Return a decision in a line."""
        said = {
            "take": tr("{reader} taken", reader=self.reader(one.taken)) if one.taken else tr("taken"),
            "both": tr("all taken"),
            "merge": tr("boundaries merged"),
            "edit": tr("edited"),
            "reject": tr("all rejected"),
        }[one.verdict]
        reason = reason_words(one.reason) if one.reason else ""
        return " · ".join(filter(None, (said, reason, one.note)))


def kind_words(kind: DifferenceKind) -> str:
    """Return what differs, of itself."""
    return _KINDS[kind]()


_KINDS: dict[DifferenceKind, Phrase] = {
    "only": phrase("not in every reading"),
    "label": phrase("the label differs"),
    "boundary": phrase("the boundaries differ"),
    "role": phrase("somebody else plays the role"),
    "link": phrase("a link is missing"),
    "actor": phrase("another actor is meant"),
    "statement": phrase("another statement is meant"),
    "attribute": phrase("an attribute differs"),
}


def reason_words(reason: DecisionReason) -> str:
    """Return a reason in the language of the window."""
    return {
        "": tr("no reason given"),
        "missed": tr("missed"),
        "spurious": tr("spurious"),
        "boundary": tr("boundary"),
        "label": tr("label"),
        "attribute": tr("attribute"),
        "link": tr("link"),
        "guideline": tr("guideline unclear"),
    }[reason]


def reasons() -> list[tuple[str, str]]:
    """Return all reasons with their words."""
    return [(one, reason_words(one)) for one in REASONS]


def finish_words(left: int, agreed: int, *, is_done: bool) -> str:
    """Return what the button says that finishes the gold reading, with so many differences left and marks agreed."""
    if is_done:
        return tr("Reopen the gold reading")
    if left:
        return tr_n("Finish the gold reading: {n} left", left)
    return tr_n("Take {n} agreed marks, finish the gold reading", agreed) if agreed else tr("Finish the gold reading")
