"""The ids of the actions that come with a project's scheme, and the keys that no scheme may take."""

from annotator.domain.scheme import Label, RelationType, Scheme

LINK_KEY = "I"
"""The key that links a mention: I, as in *identify*. The schemes leave it to the program."""
STATE_KEY = "K"
"""The key that links a claim to what it says, which the schemes leave to the program as well."""


def label_id(label: Label) -> str:
    """Return the id of the action that marks with this label."""
    return f"annotate.label.{label.key}"


def relation_id(kind: RelationType) -> str:
    """Return the id of the action that links by this relation."""
    return f"annotate.link.{kind.key}"


def relation_key(kind: RelationType, scheme: Scheme) -> str | None:
    """Return the letter that links by this relation: its own, or that of the label with its name."""
    same = next((label for label in scheme.labels if label.key == kind.key), None)
    return kind.shortcut or (same.shortcut if same else None)
