"""The words of the house: what CONTRIBUTING.md says of names and docstrings is counted, and gets no worse."""

import ast
import re
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "annotator"
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}

UNIT_FREE = re.compile(
    r"_?(SOON|PATIENCE|FAR|NEAR|MOST|LEAST|LONGEST|SHORTEST|LARGEST|SMALLEST|ENOUGH|LONG|AFTER_PAINTING)"
)
HELD_CONSTANTS = {
    "intake/files.py:LARGEST",
    "ui/article/pieces.py:LONGEST",
    "ui/article/telling.py:MOST",
    "ui/finder.py:LONG",
    "ui/panels/mark_tip.py:MOST",
}
"""Constants whose names say no unit still; none is added."""

RIDDLE = re.compile(r"(What|Whether|Who|Whose|Where|How|Which|When|Why)\b")
HELD_RIDDLES = 340
"""How many docstrings of functions and classes begin with a question, most of them in `ui/`."""

HELD_HOMONYMS = 50
"""Names that more than one module gives to a class or a type of its own."""


def test_no_page_is_cited_that_the_repository_does_not_hold() -> None:
    files = [*PACKAGE.rglob("*.py"), *(ROOT / "tests").rglob("*.py"), *(ROOT / "packaging").glob("*.py")]
    files += [*ROOT.glob("*.md"), *ROOT.glob("*.toml"), *(ROOT / "resources").rglob("*.toml")]
    cited = re.compile("DESIGN" + r" \d")
    assert [str(path) for path in files if cited.search(path.read_text(encoding="utf-8"))] == []


def test_constants_say_their_unit() -> None:
    found = {
        f"{path.relative_to(PACKAGE)}:{target.id}"
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name) and UNIT_FREE.fullmatch(target.id)
    }
    assert found <= HELD_CONSTANTS


def test_docstrings_say_what_is_done_and_ask_no_question() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}:{node.lineno} {node.name}"
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and RIDDLE.match(ast.get_docstring(node) or "")
    ]
    assert len(found) <= HELD_RIDDLES, found


def test_one_word_means_one_thing() -> None:
    owners: dict[str, set[Path]] = defaultdict(set)
    for path, tree in TREES.items():
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                owners[node.name].add(path)
            elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                name = node.targets[0].id
                if name[0].isupper() and not name.isupper():
                    owners[name].add(path)
    shared = {name for name, paths in owners.items() if len(paths) > 1}
    assert not shared & {"Range", "Known", "Page", "Phrase"}
    assert len(shared) <= HELD_HOMONYMS
