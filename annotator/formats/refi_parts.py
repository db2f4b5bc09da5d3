"""The groups of a REFI-QDA project beside its texts and codes: users, cases, notes and links."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from annotator.domain.actor import Actor, checked_item
from annotator.domain.annotator import HANDLE_LENGTH, Annotator, is_handle, kind_of
from annotator.domain.comment import Comment
from annotator.errors import InputError
from annotator.formats.actors_csv import parted_aliases
from annotator.formats.escapes import unescaped
from annotator.formats.refi_layout import ALIASES, KIND, PART_OF, WIKIDATA, plain_id
from annotator.formats.refi_package import below, group
from annotator.text.slug import slug

MOST_ANSWERS = 100
"""The longest chain of answers that is followed."""


class Users:
    """The users as annotators; what has no user is the importing person's."""

    def __init__(self, root: Any, importing: str) -> None:
        self.people: dict[str, Annotator] = {}
        self._importing = importing
        self._handles: dict[str | None, str] = {}
        for user in group(root, "Users", "User"):
            name, own = unescaped(user.get("name", "")), unescaped(user.get("id", ""))
            bare = handle = own if is_handle(own) else slug(name or own)[: HANDLE_LENGTH - 8]
            turn = 1
            while handle in self.people:
                turn += 1
                handle = f"{bare}_{turn}"
            self._handles[plain_id(user.get("guid", ""))] = handle
            self.people[handle] = Annotator(handle=handle, kind=kind_of(handle), name="" if name == handle else name)

    def handle(self, element: Any) -> str:
        """Return the handle of who made an element."""
        return self._handles.get(plain_id(element.get("creatingUser", "")), self._importing)


class Cases:
    """The cases as actors of the registry, and the selections that are theirs."""

    def __init__(self, root: Any) -> None:
        self._variables = {
            plain_id(one.get("guid", "")): unescaped(one.get("name", ""))
            for one in group(root, "Variables", "Variable")
        }
        self.actors: dict[str, Actor] = {}
        self.named: dict[str, str] = {}
        """The actor of each selection that names one."""
        for case in group(root, "Cases", "Case"):
            id, name = plain_id(case.get("guid", "")), unescaped(case.get("name", ""))
            if id is not None and name.strip():
                self.actors[id] = self._actor(id, name, case)
                self.named.update((selection, id) for selection in targets(case, "SelectionRef"))

    def values(self, element: Any) -> dict[str, str]:
        """Return the values of an element's variables, by their names."""
        found: dict[str, str] = {}
        for held in below(element, "VariableValue"):
            name = next((self._variables.get(one) for one in targets(held, "VariableRef")), None)
            value = next((one.text or "" for one in held if str(one.tag).endswith("Value")), "")
            if name and value.strip():
                found[name] = unescaped(value)
        return found

    def _actor(self, id: str, name: str, case: Any) -> Actor:
        values = self.values(case)
        note = next((unescaped(one.text or "") for one in below(case, "Description")), "")
        others = [f"{key}: {value}" for key, value in values.items() if key not in (KIND, WIKIDATA, ALIASES)]
        return Actor(
            id=id,
            name=name,
            kind=values.get(KIND, "").strip() or "other",
            aliases=parted_aliases(values.get(ALIASES, ""), typed=False),
            wikidata=_item(values.get(WIKIDATA)),
            note="\n".join([*others, *([note] if note else [])]),
        )


class Links:
    """The links by their ids, and from the selections that they lead from."""

    def __init__(self, root: Any) -> None:
        self.all: dict[str, Any] = {}
        self.used: set[str] = set()
        self._leading: defaultdict[str, list[str]] = defaultdict(list)
        for place, link in enumerate(group(root, "Links", "Link")):
            id = plain_id(link.get("guid", "")) or f"link-{place}"
            self.all[id] = link
            self._leading[origin(link)].append(id)

    def leading_from(self, selection: str) -> Iterator[tuple[str, Any]]:
        """Yield the links that lead from a selection and have not been used."""
        return ((id, self.all[id]) for id in self._leading.get(selection, ()) if id not in self.used)


class Notes:
    """The notes as comments on what refers to them; each is one comment, wherever it is referred to first."""

    def __init__(self, root: Any, users: Users) -> None:
        self._users = users
        self._notes: Mapping[str | None, Any] = {
            plain_id(one.get("guid", "")): one for one in group(root, "Notes", "Note")
        }
        self._placed: set[str] = set()

    def on(self, element: Any, document: str, span: str | None) -> Iterator[Comment]:
        """Yield the comments that the notes of an element make, with the answers to them."""
        for ref in targets(element, "NoteRef"):
            yield from self._comment(ref, document, span, None, 1)

    def attributes_of(self, link: Any) -> dict[str, str]:
        """Return the attributes of a link that a note of ours tells."""
        for ref in targets(link, "NoteRef"):
            note = self._notes.get(ref)
            if note is not None and note.get("name") == PART_OF:
                self._placed.add(ref)
                lines = (line.partition(": ") for line in _content(note).split("\n"))
                return {key: value for key, colon, value in lines if colon}
        return {}

    def left(self) -> int:
        """Return how many notes are on nothing that is read."""
        return len(self._notes.keys() - self._placed - {None})

    def _comment(self, ref: str, document: str, span: str | None, parent: str | None, depth: int) -> Iterator[Comment]:
        note = self._notes.get(ref)
        text = "" if note is None else _content(note)
        if note is None or ref in self._placed or not text.strip() or depth > MOST_ANSWERS:
            return
        self._placed.add(ref)
        yield Comment(
            id=ref,
            document_id=document,
            annotator=self._users.handle(note),
            text=text,
            made=note.get("creationDateTime", "").strip(),
            span_id=span,
            reply_to=parent,
        )
        for answer in targets(note, "NoteRef"):
            yield from self._comment(answer, document, None, ref, depth + 1)


def targets(element: Any, name: str) -> list[str]:
    """Return the ids that the references of an element lead to."""
    ids = (plain_id(one.get("targetGUID", "")) for one in below(element, name))
    return [one for one in ids if one is not None]


def origin(link: Any) -> str:
    """Return the id that a link leads from."""
    return plain_id(link.get("originGUID", "")) or ""


def target(link: Any) -> str:
    """Return the id that a link leads to."""
    return plain_id(link.get("targetGUID", "")) or ""


def _content(note: Any) -> str:
    return next((unescaped(one.text or "") for one in below(note, "PlainTextContent", "Description")), "")


def _item(text: str | None) -> str | None:
    try:
        return None if text is None else checked_item(text)
    except InputError:
        return None
