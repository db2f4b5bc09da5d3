"""The names that people give to deeds, in the language of the window: "link source", "import 12 articles"."""

from annotator.domain.deed import Deed
from annotator.domain.scheme import Scheme, title_in
from annotator.ui.i18n import language, listed, tr, tr_n
from annotator.ui.panels.painting import leading


def deed_words(deed: Deed, scheme: Scheme) -> str:
    """Return a deed in a few words, as they stand behind "Undo: "."""
    label = listed(_title(scheme, key) for key in deed.labels)
    several = _several(deed)
    if deed.count > 1 and several is not None:
        return several
    return _one(deed, label)


def line_words(deed: Deed, scheme: Scheme, turns: int = 0, *, named: bool = True) -> str:
    """Return a deed as a line of its own, (`named`) with the name of the first that it was done to.

    `turns`: 1 if it was taken back, 2 if it was done again, and so on.
    """
    words = deed_words(deed, scheme)
    if named and deed.name:
        # Begun the way the window runs: within an isolate, words that are isolated themselves tell of no direction.
        words = leading(tr("{what} {name!r}", what=words, name=deed.name))
    if turns:
        return tr("Undone: {what}", what=words) if turns % 2 else tr("Redone: {what}", what=words)
    # After the mark of direction, and after an isolate, in which the words may stand.
    first = next((place for place, char in enumerate(words) if char.isalnum()), 0)
    return words[:first] + words[first : first + 1].upper() + words[first + 1 :]


def _one(deed: Deed, label: str) -> str:
    """Return the words for a deed that was done once, or whose number says nothing."""
    said = {
        "mark": lambda: tr("mark {label}", label=label),
        "delete": lambda: tr("delete {label}", label=label),
        "reshape": lambda: tr("change the boundaries of {label}", label=label),
        "relabel": lambda: tr("change the label to {label}", label=label),
        "attribute": lambda: tr("change the attributes of {label}", label=label),
        "name_actor": lambda: tr("link {label} to the registry", label=label),
        "say_statement": lambda: tr("link {label} to a statement", label=label),
        "link": lambda: tr("link {label}", label=label),
        "unlink": lambda: tr("unlink {label}", label=label),
        "link_attribute": lambda: tr("change the link {label}", label=label),
        "take": lambda: tr("take the suggestion: {label}", label=label),
        "refuse": lambda: tr("refuse the suggestion"),
        "status": lambda: _status(deed.value),
        "import": lambda: tr("import an article"),
        "import_marks": lambda: tr("import annotations"),
        "remove": lambda: tr("remove an article"),
        "about": lambda: tr("change what is said about the article"),
        "actor": lambda: tr("change the registry of actors"),
        "merge_actors": lambda: tr("merge actors"),
        "remove_actor": lambda: tr("remove an actor"),
        "statement": lambda: tr("change the statements"),
        "merge_statements": lambda: tr("merge statements"),
        "remove_statement": lambda: tr("remove a statement"),
        "split_statement": lambda: tr("split a statement"),
        "unsay_statement": lambda: tr("unlink {label} from its statement", label=label),
        "agree": lambda: tr("change whether the source agrees"),
        "scheme": lambda: tr("change the scheme"),
        "setting": lambda: tr("change a setting"),
        "view": lambda: tr("mark as viewed"),
        "comment": lambda: tr("comment"),
        "change_comment": lambda: tr("change a comment"),
        "delete_comment": lambda: tr("delete a comment"),
        "resolve": lambda: tr("resolve a comment"),
        "reopen": lambda: tr("reopen a comment"),
        "decide": lambda: tr("decide a difference"),
        "finish_gold": lambda: tr("finish the gold reading"),
        "marks": lambda: tr_n("change marks {n} times", deed.count),
        "reopen_decision": lambda: tr("reopen a decision"),
        "assign": lambda: tr("assign an article"),
        "unassign": lambda: tr("take an assignment back"),
        "merge": lambda: tr("merge a bundle"),
        "back": lambda: tr("go back to an earlier state"),
        "other": lambda: tr("a change"),
    }
    return said[deed.kind]()


def _several(deed: Deed) -> str | None:
    """Return the words for a deed that was done several times; None where the number says nothing."""
    said = {
        "mark": lambda n: tr_n("mark {n} places", n),
        "delete": lambda n: tr_n("delete {n} marks", n),
        "take": lambda n: tr_n("take {n} suggestions", n),
        "refuse": lambda n: tr_n("refuse {n} suggestions", n),
        "say_statement": lambda n: tr_n("link {n} claims to a statement", n),
        "unsay_statement": lambda n: tr_n("unlink {n} claims from their statement", n),
        "agree": lambda n: tr_n("change whether the sources of {n} claims agree", n),
        "import": lambda n: tr_n("import {n} articles", n),
        "remove": lambda n: tr_n("remove {n} articles", n),
        "actor": lambda n: tr_n("change {n} actors", n),
        "assign": lambda n: tr_n("make {n} assignments", n),
        "unassign": lambda n: tr_n("take {n} assignments back", n),
        "decide": lambda n: tr_n("decide {n} differences", n),
    }
    if deed.kind == "status" and deed.value == "done":
        return tr_n("mark {n} articles as done", deed.count)
    return said[deed.kind](deed.count) if deed.kind in said else None


def _status(value: str) -> str:
    if value == "done":
        return tr("mark the article as done")
    return tr("mark the article as in progress") if value == "doing" else tr("mark the article as not begun")


def _title(scheme: Scheme, key: str) -> str:
    """Return the title of a label or relation as it stands within a sentence; its key, where the scheme has none."""
    titles = {one.key: one.title for one in scheme.labels} | {one.key: one.title for one in scheme.relations}
    title = title_in(titles[key], language(), key) if key in titles else key
    return title[:1].lower() + title[1:]
