"""No case is left out: each has a test of its own that does what its `action` says."""

import ast
import json
from pathlib import Path

HERE = Path(__file__).parent
COPY = HERE.parent / "data" / "rtl_cases.json"


def driven() -> list[str]:
    """The ids in the marks of all tests of this folder."""
    found = []
    for path in sorted(HERE.glob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                found += [
                    str(mark.args[0].value)
                    for mark in node.decorator_list
                    if isinstance(mark, ast.Call)
                    and ast.unparse(mark.func) == "pytest.mark.case"
                    and isinstance(mark.args[0], ast.Constant)
                ]
    return found


def test_every_case_has_its_test_and_every_test_its_case() -> None:
    known = {case["id"] for case in json.loads(COPY.read_text(encoding="utf-8"))["cases"]}
    assert set(driven()) == known
    assert len(known) == 108


def test_nothing_is_skipped() -> None:
    sources = {path.name: path.read_text(encoding="utf-8") for path in HERE.glob("*.py") if path != Path(__file__)}
    for name, source in sources.items():
        assert "skip" not in source and "xfail" not in source, name
