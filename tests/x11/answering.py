"""Journeys of answering at a real keyboard: questions for a role, proposals, and the walk through suggestions."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from typist import Typist  # type: ignore[import-not-found]  # beside this file

CLAIM = "الميناء سيفتح أبوابه يوم الأحد"
SPEAKER, OTHER = "الوزير سامر الحلبي", "المدير رائد"


def role_question(at: "Typist") -> None:
    """While a role is asked for, letters choose, Enter takes the nearest, Esc leaves, and commands wait."""
    session, linking = _fresh(at)
    near, far = at.mark(SPEAKER, "actor"), at.mark(OTHER, "actor")
    claim = at.mark(CLAIM, "claim")
    session.select(claim)

    def ask() -> tuple[str, ...]:
        at.press(at.place("s"))
        at.check(lambda: linking.question is not None, "S asked for no source")
        return linking.question.choices if linking.question else ()

    def links() -> list[str]:
        return [one.to_id for one in session.relations if one.label == "source"]

    if set(choices := ask()) != {near, far}:
        print(f"the choices for a source are {choices}, not {near} and {far}")
    at.press("Esc")
    at.check(lambda: linking.question is None and not links(), "Esc did not leave the question")
    ask()
    second = linking.question.keys[1] if linking.question else ""
    at.ran.clear()
    at.press(at.place(second.lower()))
    at.check(lambda: links() == [choices[1]], "the letter of the second choice did not link it")
    if at.ran:
        print(f"a letter that answers ran {at.ran}")
    at.press("Ctrl", at.place("z"))
    at.check(lambda: not links(), "Ctrl+Z did not take the answer back")
    ask()
    at.press("Return")
    at.check(lambda: links() == [choices[0]], "Enter did not link the nearest")
    at.press("Del")
    at.check(lambda: all(one.id != claim for one in session.spans), "Del did not delete the claim that was linked")


def proposal(at: "Typist") -> None:
    """What the words propose for a claim is taken with Enter and refused with Esc."""
    session, linking = _fresh(at)
    claim = at.mark(CLAIM, "claim")
    session.select(claim)
    at.check(lambda: linking.proposal is not None, "nothing is proposed for the claim")
    at.press("Return")
    at.check(lambda: {one.label for one in session.relations} == {"source", "cue"}, "Enter did not take the proposal")
    at.press("Ctrl", at.place("z"))
    at.check(lambda: not session.relations, "Ctrl+Z did not take the proposal back")
    session.select(None)
    session.select(claim)
    at.check(lambda: linking.proposal is not None, "nothing is proposed again")
    at.press("Esc")
    at.check(lambda: linking.proposal is None and not session.relations, "Esc did not refuse the proposal")


def suggestions(at: "Typist") -> None:
    """Tab walks the suggestions, Shift+Tab walks back, Enter takes, Backspace refuses; Tab leads out at the end."""
    session, _ = _fresh(at)
    assert session.document is not None
    session.project.suggest(("cues",), [session.document.id])
    at.check(lambda: len(session.suggestions) > 4, "nothing is suggested")
    article = at.window.workspace.article
    article.select(0, 0)
    first, second = (span.id for span in session.suggestions[:2])
    for keys, pointed in ((("Tab",), first), (("Tab",), second), (("Shift", "Tab"), first)):
        at.press(*keys)
        at.check(lambda pointed=pointed: session.pointed_id == pointed, f"{'+'.join(keys)} did not lead to {pointed}")
    at.press("Backspace")
    at.check(lambda: first not in {span.id for span in session.suggestions}, "Backspace did not refuse")
    at.check(lambda: session.pointed_id == second and not session.spans, "Backspace did not lead to the next one")
    at.press("Return")
    at.check(lambda: [span.derived_from for span in session.spans] == [second], "Enter did not take the suggestion")
    at.press("Ctrl", at.place("z"))
    at.check(lambda: not session.spans, "Ctrl+Z did not give it back")
    last = session.suggestions[-1]
    # Tab goes on from where the person is.
    article.select(last.start, last.start)
    session.select(last.id)
    at.press("Tab")
    at.check(lambda: QApplication.focusWidget() is not article, "Tab did not lead out after the last suggestion")
    article.setFocus()


def _fresh(at: "Typist"):  # type: ignore[no-untyped-def]  # the session and the linking of the window
    """The window's session and linking, with the article in the focus and none of our marks on it."""
    session = at.window.session
    assert session is not None
    for span in list(session.spans):
        session.project.delete(span.id)
    at.window.workspace.article.setFocus()
    at.window.workspace.article.select(0, 0)
    return session, at.window.features.linking()
