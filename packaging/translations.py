"""Keeps the translations beside the strings they translate.

    python packaging/translations.py update     bring resources/i18n/*.ts up to date with the source
    python packaging/translations.py compile    make the .qm files that the window loads
    python packaging/translations.py check      fail if a string lacks its Arabic, or the .ts files are stale

The strings are found in the syntax tree: the literal first argument of `tr`, `tr_n`, `phrase`, `titled` and
`named`, the `title` and `tip` of an Action, the `offer` of a UiLanguage, and the template of a MusnadError.
A .ts file is sorted and has no line numbers, so that a change of the source changes only the strings that changed.
"""

import argparse
import ast
import importlib.util
import os
import string
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "annotator"
FOLDER = ROOT / "resources" / "i18n"
CONTEXT = "musnad"

# How many forms a counted noun has, in Qt's order. Arabic: 0, 1, 2, 3-10, 11-99, 100 and the like.
FORMS = {"ar": 6, "en": 2}
# Forms whose number the words themselves may say: "no marks", "one mark", "two marks".
SPELLED = {"ar": 3, "en": 1}

SAYERS = {"tr": False, "tr_n": True, "phrase": False, "titled": False, "named": False}
DECLARATIONS = {"Action": {"title", "tip"}, "UiLanguage": {"offer"}}
# These say what was declared elsewhere: their own calls of `tr` have no literal.
SPEAKERS = {"i18n.py", "actions.py"}


@dataclass(frozen=True, order=True)
class Message:
    """One string and its translation: one form, or as many as the language has for a counted noun."""

    source: str
    counted: bool
    forms: tuple[str, ...] = ()
    comment: str = ""

    @property
    def finished(self) -> bool:
        """Return whether every form has its words."""
        return bool(self.forms) and all(self.forms)


class ExtractionError(Exception):
    """A string that cannot be found by reading the source."""


# Extracting


def extract(folder: Path = SOURCE) -> set[tuple[str, bool]]:
    """Every string below a folder, and whether it counts something; ExtractionError names what is no literal."""
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.py"))}
    errors = _error_classes(trees.values())
    found: set[tuple[str, bool]] = set()
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                found.update(_strings(node, errors, path))
    return found


def _error_classes(trees: Iterable[ast.Module]) -> set[str]:
    """MusnadError and the classes made from it, at any depth."""
    bases = {
        node.name: {_name(base) for base in node.bases}
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    known = {"MusnadError"}
    while more := {name for name, parents in bases.items() if parents & known} - known:
        known |= more
    return known


def _strings(call: ast.Call, errors: set[str], path: Path) -> Iterator[tuple[str, bool]]:
    name = _name(call.func)
    if name in SAYERS or (name in errors and call.args):
        literals = list(_literals(call.args[0])) if call.args else []
        if not literals and path.name not in SPEAKERS:
            raise ExtractionError(f"{path}:{call.lineno}: {name}() needs a literal string first")
        yield from ((text, SAYERS.get(name, False)) for text in literals)
    elif name in DECLARATIONS:
        for keyword in call.keywords:
            if keyword.arg in DECLARATIONS[name]:
                yield from ((text, False) for text in _literals(keyword.value))


def _literals(node: ast.expr) -> Iterator[str]:
    """The string of a literal, or both of `"one" if condition else "other"`."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


# The .ts files


def ts_path(language: str) -> Path:
    """Return the file of the translations into a language."""
    return FOLDER / f"musnad_{language}.ts"


def read_ts(path: Path) -> dict[str, list[Message]]:
    """The messages of a file by context; none if it is not there yet."""
    if not path.exists():
        return {}
    root = ElementTree.parse(path).getroot()
    return {
        context.findtext("name", ""): [_message(element) for element in context.iter("message")]
        for context in root.iter("context")
    }


def _message(element: ElementTree.Element) -> Message:
    translation = element.find("translation")
    counted = element.get("numerus") == "yes"
    forms: tuple[str, ...] = ()
    if translation is not None:
        found = [form.text or "" for form in translation.iter("numerusform")]
        forms = tuple(found) if counted else (translation.text or "",)
    return Message(element.findtext("source", ""), counted, forms, element.findtext("translatorcomment", ""))


def write_ts(language: str, contexts: dict[str, list[Message]]) -> str:
    """The text of a Qt Linguist file, sorted by source."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{language}" sourcelanguage="en">')
    for name, messages in sorted(contexts.items()):
        lines += ["<context>", f"    <name>{escape(name)}</name>"]
        for message in sorted(messages):
            lines += _message_lines(message)
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def _message_lines(message: Message) -> Iterator[str]:
    yield '    <message numerus="yes">' if message.counted else "    <message>"
    yield f"        <source>{escape(message.source)}</source>"
    if message.comment:
        yield f"        <translatorcomment>{escape(message.comment)}</translatorcomment>"
    state = "" if message.finished else ' type="unfinished"'
    if message.counted:
        yield f"        <translation{state}>"
        yield from (f"            <numerusform>{escape(form)}</numerusform>" for form in message.forms)
        yield "        </translation>"
    else:
        yield f"        <translation{state}>{escape(message.forms[0])}</translation>"
    yield "    </message>"


def merged(language: str, strings: set[tuple[str, bool]], held: list[Message]) -> list[Message]:
    """A message for every string that this language needs: as held where it is, else with nothing said yet."""
    known = {(message.source, message.counted): message for message in held}
    messages = []
    for source, counted in strings:
        if counted or language != "en":
            size = FORMS[language] if counted else 1
            message = known.get((source, counted), Message(source, counted))
            messages.append(replace(message, forms=(*message.forms, *("",) * size)[:size]))
    return messages


def wanted(language: str, strings: set[tuple[str, bool]]) -> str:
    """Return the file that a language should have: contexts other than ours are kept by hand and stay."""
    contexts = read_ts(ts_path(language))
    return write_ts(language, {**contexts, CONTEXT: merged(language, strings, contexts.get(CONTEXT, []))})


def update() -> None:
    """Write the .ts files anew, with what is new and without what is gone; the translations stay."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    strings = extract()
    for language in FORMS:
        text = wanted(language, strings)
        ts_path(language).write_text(text, encoding="utf-8", newline="\n")


# Compiling


def compile_all() -> None:
    """Make the .qm of every .ts that has none, or an older one; CalledProcessError if lrelease refuses."""
    for ts in sorted(FOLDER.glob("*.ts")):
        qm = ts.with_suffix(".qm")
        if not qm.exists() or qm.stat().st_mtime < ts.stat().st_mtime:
            # Written beside and renamed: two test runs may compile at the same time.
            fresh = qm.with_suffix(f".qm.{os.getpid()}")
            subprocess.run([lrelease(), "-silent", str(ts), "-qm", str(fresh)], check=True)
            fresh.replace(qm)


def lrelease() -> str:
    """Qt's compiler of translations, which PySide6 brings along (found without loading Qt)."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("PySide6, which brings lrelease, is not installed")
    return str(Path(spec.origin).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease"))


# Checking


def check() -> list[str]:
    """Everything that keeps the window from speaking both languages; nothing if all is well."""
    try:
        strings = extract()
    except ExtractionError as error:
        return [str(error)]
    problems = []
    for language in FORMS:
        path = ts_path(language)
        if not path.exists() or path.read_text(encoding="utf-8") != wanted(language, strings):
            problems.append(f"{path.name} is stale: run `python packaging/translations.py update`")
        for message in read_ts(path).get(CONTEXT, []):
            problems += (f"{path.name}: {message.source!r} {fault}" for fault in faults(message, language))
    return problems


def faults(message: Message, language: str) -> Iterator[str]:
    """Yield the faults of one translation."""
    if not message.finished:
        yield "is not translated"
        return
    expected = placeholders(message.source)
    for index, form in enumerate(message.forms):
        spelled = {"n"} if message.counted and index < SPELLED[language] else set()
        if placeholders(form) - expected or expected - placeholders(form) - spelled:
            yield f"has other fields in {form!r}"


def placeholders(text: str) -> set[str]:
    """The names of the fields; "{" alone where the braces do not pair."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return {"{"}


def main(words: list[str] | None = None) -> int:
    """The command line; 1 if the check found something."""
    parser = argparse.ArgumentParser(description="Keep the translations beside the strings they translate.")
    parser.add_argument("what", choices=["update", "compile", "check"])
    what = parser.parse_args(words).what
    problems: list[str] = []
    if what == "update":
        update()
    elif what == "compile":
        compile_all()
    else:
        problems = check()
    print("\n".join(problems) or f"{what}: done", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
