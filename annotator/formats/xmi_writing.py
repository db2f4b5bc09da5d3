"""XMI as text, written from the feature structures of a CAS with one view."""

from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import quoteattr

from annotator.formats.cas_model import FS_ARRAY, INITIAL_VIEW, Structure
from annotator.formats.escapes import NOT_XML

XMI, CAS = "http://www.omg.org/XMI", "http:///uima/cas.ecore"
REPLACEMENT = "\ufffd"


def xmi_text(text: str) -> tuple[str, list[tuple[int, str]]]:
    """Return a text as XML can hold it, and where it holds another character for want of the right one."""
    lost = [(found.start(), found[0]) for found in NOT_XML.finditer(text)]
    return (NOT_XML.sub(REPLACEMENT, text), lost) if lost else (text, [])


def xmi(structures: Sequence[Structure], text: str, sofa: int) -> Iterator[str]:
    """Yield the lines of an XMI file."""
    prefixes = _prefixes(one.type for one in structures)
    spaces = {"xmi": XMI, "cas": CAS, **{prefix: _address(package) for package, prefix in prefixes.items()}}
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    declared = " ".join(f'xmlns:{prefix}="{spaces[prefix]}"' for prefix in sorted(spaces))
    yield f'<xmi:XMI {declared} xmi:version="2.0">'
    yield '  <cas:NULL xmi:id="0"/>'
    for one in structures:
        yield f"  <{_tag(one.type, prefixes)}{''.join(_attributes(one))}/>"
    yield (
        f'  <cas:Sofa xmi:id="{sofa}" sofaNum="1" sofaID="{INITIAL_VIEW}" mimeType="text" sofaString={_quoted(text)}/>'
    )
    members = " ".join(str(one.id) for one in structures if one.sofa == sofa)
    yield f'  <cas:View sofa="{sofa}" members="{members}"/>'
    yield "</xmi:XMI>"


def _prefixes(types: Iterable[str]) -> dict[str, str]:
    """Return a prefix for each package: the last part of its name, with a number where that is taken."""
    found: dict[str, str] = {"uima.cas": "cas"}
    taken = {"cas", "xmi", "xml"}
    for package in sorted({type.rpartition(".")[0] for type in types} - found.keys()):
        bare = prefix = package.rpartition(".")[2]
        turn = 1
        while prefix in taken or prefix.lower().startswith("xml"):
            turn += 1
            prefix = f"p{bare}{turn}" if bare.lower().startswith("xml") else f"{bare}{turn}"
        taken.add(prefix)
        found[package] = prefix
    return found


def _address(package: str) -> str:
    return f"http:///{package.replace('.', '/')}.ecore"


def _tag(type: str, prefixes: dict[str, str]) -> str:
    package, _, name = type.rpartition(".")
    return f"{prefixes[package]}:{name}"


def _attributes(one: Structure) -> Iterator[str]:
    yield f' xmi:id="{one.id}"'
    if one.sofa is not None:
        yield f' sofa="{one.sofa}"'
    if one.begin is not None:
        yield f' begin="{one.begin}" end="{one.end}"'
    for name, value in one.values.items():
        yield f" {name}={_quoted(value)}"
    for name, ids in one.refs.items():
        # References to a whole array are inline, as the type system says nothing of sharing them.
        yield f' {name}="{" ".join(map(str, ids))}"'


def _quoted(value: str) -> str:
    return quoteattr(value, {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;", "\x85": "&#133;", "\u2028": "&#8232;"})


def inlined(structures: Sequence[Structure]) -> list[Structure]:
    """Return structures with the members of their arrays in the features that lead there, as XMI has them."""
    arrays = {one.id: one.refs.get("elements", []) for one in structures if one.type == FS_ARRAY}
    kept = [one for one in structures if one.type != FS_ARRAY]
    for one in kept:
        one.refs = {name: [id for ref in ids for id in arrays.get(ref, [ref])] for name, ids in one.refs.items()}
    return kept
