"""One action while it is made: what every writing use case is given."""

import msgspec

from annotator.domain.relation import Relation
from annotator.domain.scheme import Scheme
from annotator.domain.span import Span
from annotator.errors import InputError
from annotator.store.connection import Connection
from annotator.store.edits import Edit


class Acting(msgspec.Struct):
    """An action in progress: the connection it reads from, the scheme it keeps to, who acts, and its edits so far."""

    connection: Connection
    scheme: Scheme
    annotator: str
    edits: list[Edit]

    def check_mine(self, item: Span | Relation) -> None:
        """Raise InputError unless a mark or link is in the annotation set of who acts."""
        if item.annotator != self.annotator:
            raise InputError("This mark is {annotator!r}'s; only they can change it.", annotator=item.annotator)
