"""The order of Tab and F6: through the window in visual order, whatever was built when.

Qt's own chain follows the order in which widgets are made; panes here are made late, and cards anew at every choice.
"""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QToolButton, QWidget

from annotator.ui.shell import Window


def step(shell: Window, forward: bool) -> bool:
    """Move the focus to the next control or the one before; False where the focus is in none of the window's parts."""
    stops = [stop for part in _parts(shell) for stop in stops_in(part)]
    focused = _stop_of(stops, QApplication.focusWidget())
    if focused is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    _focus(stops[(stops.index(focused) + (1 if forward else -1)) % len(stops)], reason)
    return True


def step_pane(shell: Window, forward: bool) -> None:
    """Move the focus to the next pane that has something to do in it, or the one before."""
    workspace = shell.workspace
    pages: list[QWidget | None] = [shell.page]
    if workspace.isVisible():
        lists = (workspace.marks, workspace.sides.frames)
        pages = [workspace.documents, workspace.widget(1), workspace.beside, workspace.inspector, *lists]
    panes = filter(None, (shell.head, shell.messages, *pages))
    reached = [(pane, stops) for pane in panes if (stops := stops_in(pane))]
    if not reached:
        return
    focus = QApplication.focusWidget()
    at = next((place for place, (pane, _) in enumerate(reached) if _holds(pane, focus)), -1 if forward else 0)
    _, stops = reached[(at + (1 if forward else -1)) % len(reached)]
    # In the middle one comes to read: what stands above the article can be reached from there.
    target = workspace.article if workspace.article in stops else stops[0]
    _focus(target, Qt.FocusReason.ShortcutFocusReason)


def stops_in(part: QWidget) -> list[QWidget]:
    """Return the widgets in a part of the window at which Tab stops: row by row, each from its reading side.

    Widgets in a child with the property `column` come after the others, one column after the other.
    """
    columns = [child for child in part.findChildren(QWidget) if child.property("column")]
    groups = [_rowwise(column) for column in columns]
    aside = {stop for group in groups for stop in group}
    return [*(stop for stop in _rowwise(part) if stop not in aside), *(stop for group in groups for stop in group)]


def _rowwise(part: QWidget) -> list[QWidget]:
    found = [widget for widget in (part, *part.findChildren(QWidget)) if _takes_tab(widget)]
    shell, mirrored = part.window(), part.layoutDirection() == Qt.LayoutDirection.RightToLeft
    boxes = {widget: QRect(widget.mapTo(shell, QPoint(0, 0)), widget.size()) for widget in found}
    stops: list[QWidget] = []
    for row in _rows(found, boxes):
        stops += sorted(row, key=lambda widget: -boxes[widget].right() if mirrored else boxes[widget].left())
    return stops


def _parts(shell: Window) -> list[QWidget]:
    workspace = shell.workspace
    pages: list[QWidget | None] = [shell.page]
    if workspace.isVisible():
        pages = [workspace.widget(place) for place in range(workspace.count())]
    return [part for part in (shell.head, shell.messages, *pages, shell.foot) if part is not None]


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    if not policy or not widget.isVisible() or not widget.isEnabled() or widget.focusProxy() is not None:
        return False
    return widget is _chosen(widget)


def _chosen(widget: QWidget) -> QWidget:
    """Of a row of segments the one that is on, or the first: the arrows lead to the others."""
    group = widget.parentWidget()
    if not isinstance(widget, QToolButton) or group is None or not group.property("segmented"):
        return widget
    buttons = group.findChildren(QToolButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return next((button for button in buttons if button.isChecked()), buttons[0])


def _stop_of(stops: list[QWidget], focus: QWidget | None) -> QWidget | None:
    """The stop that stands for the widget with the focus."""
    if focus is None:
        return None
    focus = _chosen(focus)
    return focus if focus in stops else None


def _rows(widgets: Iterable[QWidget], boxes: dict[QWidget, QRect]) -> list[list[QWidget]]:
    """The widgets from top to bottom; what begins above the middle of its neighbour stands beside it."""
    rows: list[list[QWidget]] = []
    for widget in sorted(widgets, key=lambda item: boxes[item].top()):
        if rows and boxes[widget].top() < boxes[rows[-1][0]].center().y():
            rows[-1].append(widget)
        else:
            rows.append([widget])
    return rows


def _holds(pane: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (widget is pane or pane.isAncestorOf(widget))


def _focus(widget: QWidget, reason: Qt.FocusReason) -> None:
    widget.setFocus(reason)
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
