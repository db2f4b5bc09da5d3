"""Print the figures of the house: how it hangs together, how long its pieces are, how much of it is typed.

    python packaging/figures.py [--json] [--circles]

`--circles` lists the files of each circle. Counted with `ast` over `annotator/`, every import of ours: at the top of
a file, inside functions, and under TYPE_CHECKING. A function's lines include its docstring; files of less than five
lines are left out of the lengths.
"""

import argparse
import ast
import json
import math
import statistics
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "annotator"
SHORTEST_FILE_LINES = 5

Graph = Mapping[str, set[str]]


@dataclass(frozen=True)
class Figures:
    """The figures; `GOALS` has the aims of most of them."""

    mutual_packages: int
    """Pairs of rooms (`annotator/X`) that import each other."""
    mutual_ui_children: int
    """Pairs of files or folders directly in `ui/` that import each other."""
    mutual_ui_folders: int
    """Pairs of folders directly in `ui/` that import each other."""
    circles: int
    """Groups of files that import each other round in a circle."""
    largest_circle: int
    """Files in the largest of them."""
    function_lines_median: float
    function_lines_p90: int
    file_lines_median: float
    file_lines_p90: int
    file_lines_max: int
    typed_percent: float
    """Functions whose every parameter and result has a type."""


GOALS = {
    "mutual_packages": 0,
    "mutual_ui_children": 0,
    "mutual_ui_folders": 0,
    "circles": 0,
    "largest_circle": 0,
    "function_lines_median": 6,
    "function_lines_p90": 16,
    "file_lines_max": 400,
    "typed_percent": 100,
}


def measure(package: Path = PACKAGE) -> Figures:
    """Return the figures of a package."""
    nodes = nodes_of(package)
    graph = imports(nodes)
    functions = [node for found in nodes.values() for node in found if isinstance(node, _FUNCTIONS)]
    lengths = [_lines(node) for node in functions]
    files = [count for path in package.rglob("*.py") if (count := _line_count(path)) >= SHORTEST_FILE_LINES]
    rounds = circles(graph)
    ui = {name: at for name, at in graph.items() if _child(name, 1) == "ui"}
    children = grouped(ui, 2)
    folders = {path.name for path in (package / "ui").glob("*/") if path.is_dir()}
    return Figures(
        mutual_packages=mutual(grouped(graph, 1)),
        mutual_ui_children=mutual(children),
        mutual_ui_folders=mutual({name: at & folders for name, at in children.items() if name in folders}),
        circles=len(rounds),
        largest_circle=max(map(len, rounds), default=0),
        function_lines_median=statistics.median(lengths),
        function_lines_p90=_p90(lengths),
        file_lines_median=statistics.median(files),
        file_lines_p90=_p90(files),
        file_lines_max=max(files),
        typed_percent=round(100 * sum(map(_is_typed, functions)) / len(functions), 1),
    )


_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_Function = ast.FunctionDef | ast.AsyncFunctionDef


def nodes_of(package: Path) -> dict[str, list[ast.AST]]:
    """Return the syntax of each module of a package, by its dotted name."""
    return {_module(path, package): list(ast.walk(_parsed(path))) for path in sorted(package.rglob("*.py"))}


def imports(nodes: Mapping[str, Iterable[ast.AST]]) -> dict[str, set[str]]:
    """Return which modules each module imports, of those in `nodes`."""
    return {
        name: {imported for node in found for imported in _imported(node, nodes)} - {name}
        for name, found in nodes.items()
    }


def _imported(node: ast.AST, known: Iterable[str]) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names if alias.name in known)
    elif isinstance(node, ast.ImportFrom) and node.module is not None:
        for alias in node.names:
            # `from package import module` leads to the module, `from module import name` to the one it is in.
            deeper = f"{node.module}.{alias.name}"
            if deeper in known or node.module in known:
                yield deeper if deeper in known else node.module


def circles(graph: Graph) -> list[set[str]]:
    """Return the groups of two modules and more in which each reaches each other, the largest first."""
    reached = {name: _reachable(graph, name) for name in graph}
    groups = {frozenset(other for other in reached[name] if name in reached[other]) for name in graph}
    return sorted((set(group) for group in groups if len(group) > 1), key=lambda group: (-len(group), sorted(group)))


def _reachable(graph: Graph, start: str) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for name in graph[waiting.pop()]:
            if name not in found:
                found.add(name)
                waiting.append(name)
    return found


def grouped(graph: Graph, depth: int) -> dict[str, set[str]]:
    """Return the imports between what lies at this depth of the package: 1 for its rooms, 2 for what is in a room."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, others in graph.items():
        found[_child(name, depth)] |= {_child(other, depth) for other in others}
    return {name: others - {name, ""} for name, others in found.items() if name}


def mutual(graph: Graph) -> int:
    """Return how many pairs import each other."""
    return sum(name < other and name in graph.get(other, ()) for name, others in graph.items() for other in others)


def _child(module: str, depth: int) -> str:
    parts = module.split(".")
    return parts[depth] if len(parts) > depth else ""


def _module(path: Path, package: Path) -> str:
    parts = path.relative_to(package.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def _line_count(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _lines(node: _Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _is_typed(node: _Function) -> bool:
    given = node.args
    parameters = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
    untyped = [one for one in parameters if one is not None and one.annotation is None]
    return node.returns is not None and all(one.arg in ("self", "cls") for one in untyped)


def _p90(values: list[int]) -> int:
    return sorted(values)[math.ceil(0.9 * len(values)) - 1]


def main() -> None:
    """Print each figure beside its goal."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument("--circles", action="store_true", help="list the files of each circle")
    wish = parser.parse_args()
    held = asdict(measure())
    if wish.json:
        print(json.dumps(held, indent=2))
        return
    for name, value in held.items():
        goal = f"    goal {GOALS[name]:g}" if name in GOALS else ""
        print(f"{name.replace('_', ' '):24} {value:8g}{goal}")
    if wish.circles:
        for group in circles(imports(nodes_of(PACKAGE))):
            print(f"\n{len(group)} files: {', '.join(name.removeprefix('annotator.') for name in sorted(group))}")


if __name__ == "__main__":
    main()
