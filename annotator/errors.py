"""What can go wrong, by whose fault it is.

    MusnadError              told to the person in one line; nothing was lost
    ├── ProjectError         the project file: damaged, locked, newer, not ours, read-only, disk full
    │   └── ForeignPartsError  … with parts that no Musnad made, which a clean copy leaves behind
    ├── InputError           an article, dataset or value that cannot be used as it is
    ├── SchemeError          a scheme that does not hold together
    └── NotFoundError        an id, handle, label or format that this project does not have

Cancelled is no error: the person asked long work to stop. Anything else that is raised is a bug.

A message is an English template with named fields, so that the window can show it in its own language:
`str(error)` fills the template in; `error.template` and `error.fields` are what a translation needs.
"""


class MusnadError(Exception):
    """An error for the person at the keyboard: says what, where, and the mend."""

    def __init__(self, template: str, **fields: object) -> None:
        super().__init__(template, fields)
        self.template = template
        self.fields = fields

    def __str__(self) -> str:
        return self.template.format(**{name: _in_words(value) for name, value in self.fields.items()})


def _in_words(field: object) -> object:
    """A list as people write it; the window writes it with the commas of its own language."""
    return ", ".join(map(str, field)) if isinstance(field, (list, tuple)) else field


def shortened(text: str, most: int = 160) -> str:
    """At most `most` code points of a text that others wrote, in one line, for a message of ours."""
    line = " ".join(text[: most + 1].split())
    return line if len(text) <= most else f"{line[: most - 1]}…"


class ProjectError(MusnadError):
    """The project file cannot be opened, read or written."""


class ForeignPartsError(ProjectError):
    """The project file holds tables, views or triggers that no Musnad made; a clean copy leaves them behind."""


class InputError(MusnadError):
    """What came in cannot be used as it is."""


class SchemeError(MusnadError):
    """A scheme does not hold together."""


class NotFoundError(MusnadError):
    """Something was named that is not there."""


class Cancelled(Exception):  # noqa: N818 - a wish that was granted, not an error
    """The person asked this work to stop; raised where the work next reports its progress."""
