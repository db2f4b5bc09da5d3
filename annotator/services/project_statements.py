"""The door's part for the registry of statements: each method is a line that leads to its use case."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from annotator.services.door.meeting import Meeting
from annotator.services.lazily import LazyModule

if TYPE_CHECKING:
    from annotator.domain.statement import Agreement, ClaimFigures, Statement
    from annotator.services import attributions, discourse, statements
    from annotator.services.datasets import Wish
    from annotator.services.discourse import Sayings
    from annotator.services.mentions import Mention
    from annotator.services.progress import Progress
    from annotator.services.selection import Selection
    from annotator.services.statements import Recoded
else:
    attributions = LazyModule("annotator.services.attributions")
    discourse = LazyModule("annotator.services.discourse")
    statements = LazyModule("annotator.services.statements")


class StatementsDoor(Meeting):
    """The registry of statements of an open project."""

    def statement_registry(self) -> "list[Statement]":
        """Return the registry of statements, in the order its entries came."""
        return statements.listed(self)

    def statement(self, statement_id: str) -> "Statement":
        """Return the statement with this id, or raise NotFoundError."""
        return statements.one(self, statement_id)

    def find_statements(self, query: str, limit: int = 12) -> "list[Statement]":
        """Return the statements that may be meant by words in any spelling, the likeliest first."""
        return statements.find(self, query, limit)

    def claims(
        self,
        statement_id: str | None = None,
        query: str = "",
        models: Collection[str] = (),
        limit: int | None = None,
    ) -> "list[Mention]":
        """Return the claims that say a statement, or (None) none yet, and these words (`statements.claims`)."""
        return statements.claims(self, statement_id, query, models, limit)

    def claim_counts(self, models: Collection[str] = ()) -> dict[str, int]:
        """Return how many claims each statement has that has any: everyone's, a model's only if it is named."""
        return statements.claim_counts(self, models)

    def claim_figures(self, models: Collection[str] = ()) -> "dict[str | None, ClaimFigures]":
        """Return claims, articles and agreement of each statement that has claims (`statements.claim_figures`)."""
        return statements.claim_figures(self, models)

    def claim_sources(self, span_ids: Collection[str]) -> dict[str, tuple[str, ...]]:
        """Return who says each of these claims, by name, in reading order; claims without a source are left out."""
        return attributions.sources(self, span_ids)

    def add_statement(self, text: str, *, parent_id: str | None = None, note: str = "", color: str = "") -> "Statement":
        """Register a statement; the same words (normalised) are the same entry (`statements.add`)."""
        return statements.add(self, text, parent_id, note, color)

    def state(self, span_id: str, text: str, agreement: "Agreement | None" = None) -> "Statement":
        """Register a statement, or find the one with these words, and link my claim to it: one action."""
        return statements.state(self, span_id, text, agreement)

    def update_statement(
        self,
        statement_id: str,
        *,
        text: str | UnsetType = UNSET,
        parent_id: str | UnsetType | None = UNSET,
        note: str | UnsetType = UNSET,
        color: str | UnsetType = UNSET,
    ) -> "Statement":
        """Correct a statement; what is not given stays as it is, and so does its id (`statements.update`)."""
        return statements.update(self, statement_id, text=text, parent_id=parent_id, note=note, color=color)

    def merge_statements(self, keep_id: str, *other_ids: str) -> "Statement":
        """Make several statements one, with the claims of all, in one action (`statements.merge`)."""
        return statements.merge(self, keep_id, other_ids)

    def split_statement(self, statement_id: str | None, span_ids: Iterable[str], *, text: str) -> "Statement":
        """Move some claims of a statement, or (None) of none, to a new one, in one action (`statements.split`)."""
        return statements.split(self, statement_id, span_ids, text=text)

    def delete_statement(self, statement_id: str) -> None:
        """Take a statement out of the registry; InputError while a claim is linked to it."""
        statements.remove(self, statement_id)

    def said(
        self, annotators: "Wish" = None, only: "Selection | None" = None, progress: "Progress | None" = None
    ) -> "Sayings":
        """Return what claims say, of which networks and a timeline are made (`discourse.said`)."""
        return discourse.said(self, annotators, only, progress)

    def recoding(
        self,
        span_ids: Iterable[str],
        statement_id: str | None,
        agreement: "Agreement | UnsetType | None" = UNSET,
    ) -> "list[Recoded]":
        """Return what `recode` would change, and change nothing."""
        return statements.recoding(self, span_ids, statement_id, agreement)

    def recode(
        self,
        span_ids: Iterable[str],
        statement_id: str | None,
        agreement: "Agreement | UnsetType | None" = UNSET,
    ) -> int:
        """Link claims, whoever marked them, to another statement in one action; how many (`statements.recode`)."""
        return statements.recode(self, span_ids, statement_id, agreement)
