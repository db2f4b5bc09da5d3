"""Errors, by whose fault they are.

    MusnadError              told to the person in one line; nothing was lost
    ├── ProjectError         the project file: damaged, locked, newer, not ours, read-only, disk full
    │   ├── ForeignPartsError  … with parts that no Musnad made, which a clean copy leaves behind
    │   ├── BusyError        another program is writing to it; the same action may succeed a moment later
    │   └── FileLostError    … deleted, moved or overwritten while it was open; what it held was saved elsewhere
    ├── InputError           an article, dataset or value that cannot be used as it is
    │   ├── OtherKindError   … a file that is of another kind than its name says, until a person says which it is
    │   └── UnfitSchemeError   … because nothing in the scheme means what it rests on
    ├── SchemeError          a scheme that does not hold together
    └── NotFoundError        an id, handle, label or format that this project does not have

Cancelled is no error: the person asked long work to stop. Anything else that is raised is a bug.

A message is an English template with named fields, so that the window can show it in its own language:
`str(error)` fills the template in; `error.template` and `error.fields` are what a translation needs.
"""

from pathlib import Path
from typing import Self

from annotator.visible import as_utf8, clipped, visible

FIELD_LENGTH = 240
"""The most code points of a field that a message repeats."""

LISTED = 40
"""The most items of a list that a message repeats."""

MESSAGE_LENGTH = 1500
"""The most code points of a message in English; what it says is at both its ends."""

_LARGEST_NUMBER = 10**18


class Text(str):
    """Text from elsewhere as a message repeats it: one line, not too long, its controls shown.

    Its `repr` (`{name!r}` in a template) is that of the text as it came.
    """

    __slots__ = ("_raw",)
    _raw: str

    def __new__(cls, raw: str) -> Self:
        # Cut first: a megabyte is not worth looking through, and what is shown of a control is longer than it.
        raw = as_utf8(clipped(raw, FIELD_LENGTH))
        made = super().__new__(cls, visible(raw))
        made._raw = raw
        return made

    def __repr__(self) -> str:
        return repr(self._raw)


class MusnadError(Exception):
    """An error for the person at the keyboard: says what, where, and the mend.

    A field may come from a file that somebody sent: it is repeated as one line of bounded length, its controls shown.
    """

    def __init__(self, template: str, **fields: object) -> None:
        shown = {name: _shown(value) for name, value in fields.items()}
        super().__init__(template, shown)
        self.template = template
        self.fields = shown

    def __str__(self) -> str:
        words = {name: _in_words(value) for name, value in self.fields.items()}
        return clipped(self.template.format(**words), MESSAGE_LENGTH)


def _shown(field: object) -> object:
    """Return a field as a message can carry it: short text in one line; numbers, lists and errors as they are."""
    match field:
        case bool() | None | float() | MusnadError():
            return field
        case int():
            return field if abs(field) < _LARGEST_NUMBER else f"10^{int(field.bit_length() * 0.30103)}"
        case list() | tuple():
            return [_shown(one) for one in field[:LISTED]] + (["…"] if len(field) > LISTED else [])
    return Text(str(field))


def _in_words(field: object) -> object:
    """Return a list as people write it; the window writes it with the commas of its own language."""
    return clipped(", ".join(map(str, field)), 4 * FIELD_LENGTH) if isinstance(field, list) else field


class ProjectError(MusnadError):
    """The project file cannot be opened, read or written."""


class ForeignPartsError(ProjectError):
    """The project file holds tables, views or triggers that no Musnad made; a clean copy leaves them behind."""


class BusyError(ProjectError):
    """Another program holds the project file's write lock."""


class FileLostError(ProjectError):
    """The file of an open project is not in its place any more. Nothing is written there again."""

    def __init__(self, template: str, **fields: object) -> None:
        super().__init__(template, **fields)
        saved = fields.get("saved")
        self.saved = saved if isinstance(saved, Path) else None
        """The file with everything that the project held; None if it could not be saved."""


class InputError(MusnadError):
    """An article, dataset, path or value that cannot be used as it is."""


class OtherKindError(InputError):
    """A file looks like another kind than it would be taken for; it is read once somebody names its kind.

    The field `format` is the format that it looks like, and empty where it can only come in as an article.
    """


class UnfitSchemeError(InputError):
    """The project's scheme has nothing that means what this rests on; it does without."""


class NothingLearnedError(InputError):
    """A suggester that learns has not learned yet, or has too little to learn from."""


class SchemeError(MusnadError):
    """A scheme does not hold together."""


class NotFoundError(MusnadError):
    """Something was named that is not there."""


class Cancelled(BaseException):
    """The person asked this work to stop; raised where the work next reports its progress.

    No Exception, so that who guards against whatever a library raises does not take it for a failure and go on.
    """
