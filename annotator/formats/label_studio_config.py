"""Label Studio's labelling configuration for a scheme: its labels, their attributes as questions of a region, links.

Results name the controls of the configuration (`from_name`, `to_name`), so both are made from the same names.
"""

from collections.abc import Mapping
from xml.etree import ElementTree

from annotator.domain.scheme import Attribute, Scheme
from annotator.formats.written_names import WrittenNames, any_name

TEXT, LABELS = "text", "label"
"""The names of the text and of the control for labels, as in Label Studio's own template."""

Controls = Mapping[tuple[str, str], str]
"""The name of the control for each attribute, by the keys of its label and its own."""


def controls_of(scheme: Scheme) -> dict[tuple[str, str], str]:
    """Return a name for each attribute's control: `label.attribute`, no two of them the same."""
    called, names = WrittenNames(scheme, any_name), dict[tuple[str, str], str]()
    for label in scheme.labels:
        for attribute in label.attributes:
            name = f"{called.labels[label.key]}.{called.attributes[attribute.key]}"
            names[label.key, attribute.key] = name if name not in names.values() else f"{label.key}.{attribute.key}"
    return names


def attribute_of(control: str, label: str) -> str:
    """Return which attribute of a label a control asks for; in other people's configurations it is called so itself."""
    return control.removeprefix(f"{label}.") or control


def configuration(scheme: Scheme) -> bytes:
    """Return the labelling configuration as XML."""
    names = WrittenNames(scheme, any_name)
    # Letters of both directions keep their places, whichever the page begins with.
    view = ElementTree.Element("View", style="unicode-bidi: plaintext")
    labels = ElementTree.SubElement(view, "Labels", name=LABELS, toName=TEXT)
    for label in scheme.labels:
        ElementTree.SubElement(labels, "Label", value=names.labels[label.key], background=label.color)
    ElementTree.SubElement(view, "Text", name=TEXT, value="$text")
    controls = controls_of(scheme)
    for label in scheme.labels:
        for attribute in label.attributes:
            _question(view, names.labels[label.key], attribute, controls[label.key, attribute.key])
    relations = ElementTree.SubElement(view, "Relations")
    for name in names.relations.values():
        ElementTree.SubElement(relations, "Relation", value=name)
    ElementTree.indent(view)
    written: bytes = ElementTree.tostring(view, encoding="utf-8")
    return written + b"\n"


def _question(view: ElementTree.Element, label: str, attribute: Attribute, name: str) -> None:
    """The control for an attribute, shown while a region of its label is chosen."""
    asked = {
        "name": name,
        "toName": TEXT,
        "perRegion": "true",
        "whenTagName": LABELS,
        "whenLabelValue": label,
    }
    if attribute.open is not None:
        ElementTree.SubElement(view, "TextArea", asked | {"maxSubmissions": "1", "editable": "true"})
        return
    choices = ElementTree.SubElement(view, "Choices", asked | {"choice": "single", "showInline": "true"})
    for value in attribute.listed:
        ElementTree.SubElement(choices, "Choice", value=value.key)
