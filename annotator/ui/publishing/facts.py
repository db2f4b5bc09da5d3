"""The facts of a project that its export page offers."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from annotator.domain.annotator import GOLD, Annotator
from annotator.domain.scheme import Scheme
from annotator.text.collation import sorter

if TYPE_CHECKING:
    from annotator.services.project import Project
    from annotator.store.documents import DocumentSummary


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that can be chosen in an open project. `me` is the handle of who works in it."""

    path: Path
    me: str
    scheme: Scheme
    annotators: Sequence[Annotator]
    articles: "Sequence[DocumentSummary]"
    outlets: Sequence[str]
    languages: Sequence[str]
    frozen: Sequence[str]

    @property
    def has_gold(self) -> bool:
        """Return whether there is a gold reading."""
        return any(one.handle == GOLD for one in self.annotators)


def facts_of(project: "Project", articles: "Sequence[DocumentSummary]") -> Facts:
    """Return the facts of a project, whose articles are given as the window lists them."""
    publishers = {one.publisher for one in articles if one.publisher}
    return Facts(
        path=project.path,
        me=project.annotator,
        scheme=project.scheme,
        annotators=project.annotators(),
        articles=articles,
        outlets=sorted(publishers, key=sorter(publishers)),
        languages=project.languages(),
        frozen=project.frozen_splits(),
    )
