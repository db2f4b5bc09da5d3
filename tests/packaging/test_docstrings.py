"""Docstrings are imperative sentences and noun phrases of plain technical English, not riddles."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RIDDLE = re.compile(r"(What|Whether|Who|Whose|Whom|Where|How|Which|Why|When)\b")


def docstrings(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of each docstring: of modules, classes, functions, and below constants and fields."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        for statement in getattr(node, "body", None) or [] if not isinstance(node, ast.Lambda | ast.IfExp) else []:
            value = statement.value if isinstance(statement, ast.Expr) else None
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                yield value.lineno, value.value.strip()


@pytest.mark.parametrize("folder", ["annotator", "packaging"])
def test_no_docstring_begins_with_a_question_word(folder: str) -> None:
    riddles = [
        f"{path.relative_to(ROOT)}:{line}: {text.splitlines()[0]}"
        for path in sorted((ROOT / folder).rglob("*.py"))
        for line, text in docstrings(path)
        if RIDDLE.match(text)
    ]
    assert riddles == []


def test_a_riddle_is_found_wherever_it_stands(tmp_path: Path) -> None:
    source = '"""How."""\nLIMIT = 1\n"""What is enough."""\nclass A:\n    x: int\n    """Whether."""\n'
    (tmp_path / "a.py").write_text(source + "    def f(self):\n        '''Where it is.'''\n", encoding="utf-8")
    found = list(docstrings(tmp_path / "a.py"))
    assert [line for line, text in found if RIDDLE.match(text)] == [1, 3, 6, 8]
