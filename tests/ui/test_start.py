"""What a start imports before the article is painted: each module costs a fifth of a millisecond, and they add up."""

import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from annotator import Project
from tests.processes import ROOT

FIRST_PAGE = {
    "": "__main__ app cancellation drafts errors held log paths quick_qt resources signals streams version visible",
    "domain": (
        "actor annotator change decision document frame ids link_rules meanings moments relation row_history scheme "
        "scheme_faults search span statement text_limits"
    ),
    "services": (
        "actor_entries articles handles lazily marks patience project project_actors project_review "
        "project_statements project_suggestions suggestions undo"
    ),
    "services.door": "acting file here keeper keeping meeting queued watched_edits writing",
    "store": (
        "actors annotations blinding bonds bounded clock connection copies derived documents edits explaining fold "
        "free_names journal journal_sums links lock logs mark_rows migrations open_file place preflight references "
        "refusals replicas row_writing rows schema schema_blocks schema_kinds schema_statements scheme_rows "
        "scheme_size seals settings shape soundness statements transactions"
    ),
    "text": "controls direction graphemes overrides patterns",
    "ui": (
        "actions after_painting article_room beneath context directions ending feature features guard i18n icons "
        "interface_size keyed_menu landing languages listing main_window mark_sheet modes numerals page_stack panes "
        "projects reader_looks readings recent_state rooms scheme_ids screen session settings shell snapshot splice "
        "style theme waiting workspace"
    ),
    "ui.article": (
        "caret flags geometry glyph_runs lanes layout mark_index mark_layout marks offsets page painting paragraphs "
        "pieces selectable selection shapes slots surface typefaces underlines view"
    ),
    "ui.commands": "editing helping looking marking moving printing reading_keys selecting shaping",
    "ui.commenting": "feature",
    "ui.importing": "dropping feature",
    "ui.keyboard": "dispatch placed",
    "ui.panels": "button_row document_header foot head label_bar painting room_bar",
}
"""Our modules that a start needs for its first page, by package."""
STARTS = 3
OTHERS = {"PySide6", "shiboken6", "shibokensupport", "signature_bootstrap", "msgspec", "typing_extensions"}
"""Packages of others, beside Python's own."""
HEAVY = ("argparse", "asyncio", "csv", "email", "hashlib", "http", "json", "socket", "subprocess", "xml")
"""Modules of Python's own that take long to import."""


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What was imported until the article of a project with a mark was painted, in a process of its own.

    On a busy machine what waits a moment for the page may come before it: what only some starts import does not count.
    """
    folder = tmp_path_factory.mktemp("start")
    with Project.create(folder / "p.musnad", annotator="layla") as project:
        document = project.add_document("قال الوزير إن الميناء مفتوح.")
        project.annotate(document.id, (4, 10), "actor")
    variables = {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "MUSNAD_ANNOTATOR": "layla"}
    homes = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"), str(folder))
    command = [sys.executable, str(ROOT / "tests/bench/first_paint.py"), "musnad", str(folder / "p.musnad")]
    starts: list[list[str]] = []
    for _ in range(STARTS):
        done = subprocess.run(command, capture_output=True, text=True, env=variables | homes, timeout=60, check=True)
        starts.append(json.loads(done.stdout)["modules"])
    return [name for name in starts[0] if all(name in modules for modules in starts)]


def test_a_start_imports_of_ours_only_what_its_first_page_needs(imported: list[str]) -> None:
    found = defaultdict(set)
    for name in imported:
        if name.startswith("annotator.") and not _is_package(name):
            package, _, module = name.removeprefix("annotator.").rpartition(".")
            found[package].add(module)
    for package in found:
        # What a feature declares is in the menus from the start; what does its work is imported on demand.
        found[package] -= {"feature"} if package.startswith("ui.") else set()
    more = {package: found[package] - set(FIRST_PAGE.get(package, "").split()) for package in found}
    more = {package: names for package, names in more.items() if names}
    assert not more, (
        "The first page waits for more modules than before. Import them where they are used first; add to FIRST_PAGE "
        f"only what the page cannot be painted without: {more}"
    )


def test_a_start_imports_nothing_heavy_of_others(imported: list[str]) -> None:
    tops = {name.partition(".")[0] for name in imported if not name.startswith("_")}
    assert tops - sys.stdlib_module_names - OTHERS - {"annotator", "sitecustomize"} == set()
    assert [name for name in HEAVY if name in imported] == []


def _is_package(name: str) -> bool:
    return Path(ROOT, *name.split("."), "__init__.py").exists()
