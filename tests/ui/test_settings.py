"""Whatever stands in the settings, the window opens; and who cannot be an annotator is told and keeps nobody out."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from annotator import Project, app
from annotator.ui import recent_state
from annotator.ui import settings as entries
from annotator.ui.i18n import language, preferred_language
from annotator.ui.main_window import MainWindow
from annotator.ui.settings import Setting, settings

DECLARED = {one.key: one for one in (*vars(entries).values(), *entries.PANES_SHOWN) if isinstance(one, Setting)}
TYPES: dict[str, type | tuple[type, ...]] = {
    "language": str,
    "digits": str,
    "interface_size": int,
    "backup_every": int,
    "tour_over": bool,
    "theme": str,
    "typeface": str,
    "text_size": float,
    "label_tags": bool,
    "transliteration": bool,
    "geometry": QByteArray,
    "pane_documents": bool,
    "pane_marks": bool,
    "panes": list,
    "suggesters_off": str,
    "recent": list,
    "recent_commands": list,
}
GARBAGE: list[object] = ["abc", "", "nan", "inf", "-1", "1e999", "9" * 400, "x" * 5000, "\u202e\x1b[31m"]
GARBAGE += [["a", "b"], [], ["1"] * 3]
GARBAGE += [QByteArray(b"\x01\xd9\xd0\xcb" + b"\xff" * 60), QByteArray(), True, 10**18, -5.5, "/root/\0/x.musnad"]


@pytest.fixture
def path(tmp_path: Path, article: str) -> Path:
    path = tmp_path / "p.musnad"
    with Project.create(path) as project:
        project.add_document(article)
    return path


def test_each_entry_is_known_here() -> None:
    assert set(DECLARED) == set(TYPES)


@pytest.mark.parametrize("garbage", GARBAGE, ids=lambda value: repr(value)[:20])
def test_an_entry_that_cannot_be_read_is_as_if_it_were_not_there(garbage: object) -> None:
    for entry in DECLARED.values():
        settings().setValue(entry.key, garbage)
        value = entry.get()
        assert value == entry.default or isinstance(value, TYPES[entry.key]), entry.key


@hypothesis_settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(raw=st.binary(max_size=200))
def test_a_broken_file_is_no_more_than_forgetting(raw: bytes) -> None:
    file = Path(settings().fileName())
    file.parent.mkdir(parents=True, exist_ok=True)
    names = b"".join(b"%s=%s\n" % (key.encode(), raw.replace(b"\n", b"")) for key in DECLARED)
    file.write_bytes(b"[General]\n" + names + raw)
    for entry in DECLARED.values():
        entry.get()
    assert preferred_language() in ("en", "ar")
    recent_state.recent()


def _garbled(garbage: object, path: Path) -> None:
    for key in DECLARED:
        settings().setValue(key, garbage)
    for key in ("annotator", "document", "places"):
        settings().setValue(recent_state._key(path, key), garbage)


@pytest.mark.parametrize(
    "garbage",
    [GARBAGE[0], *(pytest.param(one, marks=pytest.mark.heavy, id=repr(one)[:20]) for one in GARBAGE[1:])],
)
def test_the_window_opens_whatever_the_settings_hold(garbage: object, path: Path, qtbot: QtBot) -> None:
    _garbled(garbage, path)
    window = app.open_window(path)
    qtbot.addWidget(window)
    window.show()
    assert window.session is not None
    assert window.session.project.annotator in (
        "layla",
        "abc",
        "nan",
        "inf",
        "-1",
        "True",
        "-5.5",
        str(10**18),
        "1e999",
    )
    window.close()
    window = app.open_window()
    qtbot.addWidget(window)
    window.show()
    assert language() in ("en", "ar")


@pytest.mark.parametrize(
    "recent",
    [
        ["closed/x.musnad", "p.musnad"],
        ["x" * 300 + ".musnad", "p.musnad"],
        ["/".join(["y" * 200] * 30), "p.musnad"],
        ["loop", "p.musnad"],
        ["nul\0", "p.musnad"],
    ],
    ids=["forbidden", "long name", "long path", "loop", "nul"],
)
def test_a_remembered_path_that_cannot_be_looked_at_is_left_out(
    recent: list[str], path: Path, without_privileges: Callable[[], None]
) -> None:
    folder = path.parent
    (folder / "closed").mkdir(mode=0)
    (folder / "loop").symlink_to("loop")
    settings().setValue("recent", [str(folder / name) for name in recent])
    without_privileges()
    assert recent_state.recent() == [path]


def test_an_invalid_name_in_the_surroundings_is_told_in_the_window(
    path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("MUSNAD_ANNOTATOR", "\u200b\u200b")
    monkeypatch.setenv("LOGNAME", "omar")
    window = app.open_window(path)
    qtbot.addWidget(window)
    assert window.session is not None and window.session.project.annotator == "omar"
    told = window.messages.text.text()
    assert "MUSNAD_ANNOTATOR" in told and "Until then you work as omar" in told
    window.close()
    # Remembered now: nothing is left to tell.
    window = app.open_window(path, annotator=None)
    qtbot.addWidget(window)
    assert window.session is not None and window.session.project.annotator == "omar"


def test_a_name_that_is_none_keeps_the_window_open(path: Path, qtbot: QtBot) -> None:
    window = app.open_window(path, annotator="a b/c")
    qtbot.addWidget(window)
    assert window.session is None
    assert "cannot be an annotator's name" in window.messages.text.text()


def test_the_sample_in_a_home_that_takes_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot, without_privileges: Callable[[], None]
) -> None:
    from PySide6.QtCore import QStandardPaths

    home = tmp_path / "home"
    home.mkdir(mode=0o500)
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda *_: str(home / "share" / "musnad"))
    window = MainWindow()
    qtbot.addWidget(window)
    without_privileges()
    window.registry.run("file.sample")
    qtbot.waitUntil(lambda: "cannot be made" in window.messages.text.text())
    window.close()
