"""The words of the house: what CONTRIBUTING.md says of names and docstrings is counted, and gets no worse."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "annotator"
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}

UNIT_FREE = re.compile(
    r"_?(SOON|PATIENCE|FAR|NEAR|MOST|LEAST|LONGEST|SHORTEST|LARGEST|SMALLEST|ENOUGH|LONG|AFTER_PAINTING)"
)
RIDDLE = re.compile(r"(What|Whether|Who|Whose|Whom|Where|How|Which|When|Why)\b")
HELD_HOMONYMS = 36
"""Names that more than one module gives to a class or a type that others may import."""


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
    assert found == set()


def docstrings(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of each docstring: of modules, classes, functions, and below constants and fields."""
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        for statement in body if isinstance(body, list) else []:
            value = statement.value if isinstance(statement, ast.Expr) else None
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                yield value.lineno, value.value.strip()


def test_docstrings_say_what_is_done_and_ask_no_question() -> None:
    trees = TREES | {path: ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "packaging").glob("*.py")}
    riddles = [
        f"{path.relative_to(ROOT)}:{line}: {text.splitlines()[0]}"
        for path, tree in trees.items()
        for line, text in docstrings(tree)
        if RIDDLE.match(text)
    ]
    assert riddles == []


def test_a_riddle_is_found_wherever_it_stands() -> None:
    source = '"""How."""\nLIMIT = 1\n"""What is enough."""\nclass A:\n    x: int\n    """Whether."""\n'
    source += "    def f(self):\n        '''Where it is.'''\n"
    assert [line for line, text in docstrings(ast.parse(source)) if RIDDLE.match(text)] == [1, 3, 6, 8]


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
    shared = {name for name, paths in owners.items() if len(paths) > 1 and not name.startswith("_")}
    assert not shared & {"Range", "Known", "Page", "Phrase"}
    assert len(shared) <= HELD_HOMONYMS
