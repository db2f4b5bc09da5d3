"""The door's part for those who read each other: each method is a line that leads to its use case."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.services.door.meeting import Meeting
from annotator.services.lazily import LazyModule

if TYPE_CHECKING:
    from annotator.agreement.differences import Difference
    from annotator.agreement.figures import Figures
    from annotator.agreement.tally import Universe
    from annotator.agreement.units import Tokenizer, Unit
    from annotator.domain.bundle import MergePreview, MergeReport, ShareReport
    from annotator.domain.comment import Comment
    from annotator.services import bundles, comments, comparing, merging
    from annotator.services.progress import Progress
else:
    bundles = LazyModule("annotator.services.bundles")
    comments = LazyModule("annotator.services.comments")
    comparing = LazyModule("annotator.services.comparing")
    merging = LazyModule("annotator.services.merging")


class ReviewDoor(Meeting):
    """The review of an open project: comments, and how far its readers agree."""

    # Comments

    def comments(self, document_id: str) -> "list[Comment]":
        """Return the comments on a document and its marks, everyone's, the oldest first."""
        return comments.listed(self, document_id)

    def comment(
        self, document_id: str, text: str, *, span_id: str | None = None, reply_to: str | None = None
    ) -> "Comment":
        """Say something about a document, a mark on it, or in answer to a comment (`comments.add`)."""
        return comments.add(self, document_id, text, span_id, reply_to)

    def update_comment(self, comment_id: str, text: str) -> "Comment":
        """Put a comment of mine in other words."""
        return comments.change(self, comment_id, text)

    def delete_comment(self, *comment_ids: str) -> None:
        """Delete comments of mine, as one action; answers to them stay."""
        comments.remove(self, comment_ids)

    # Comparing

    def differences(self, document_id: str, a: str, b: str) -> "list[Difference]":
        """Return where two annotators' readings of a document differ, in reading order (`comparing.comparison`)."""
        return list(comparing.comparison(self, document_id, a, b).differences)

    def agreement(
        self,
        between: Sequence[str] | None = None,
        *,
        unit: "Unit" = "token",
        universe: "Universe" = "all",
        tokenizer: "Tokenizer" = "words",
        labels: Sequence[str] | None = None,
        documents: Sequence[str] | None = None,
        progress: "Progress | None" = None,
    ) -> "Figures":
        """Return how far readers (None: all people) agree, with what each figure rests on (`comparing.agreement`)."""
        return comparing.agreement(self, between, unit, universe, tokenizer, labels, documents, progress)

    # Bundles

    def share(
        self,
        path: str | Path,
        *,
        annotators: Collection[str] | None = None,
        documents: Collection[str] | None = None,
        since: str | Path | None = None,
        everything: bool = False,
    ) -> "ShareReport":
        """Write a bundle with somebody's work (None: mine) for colleagues (`bundles.share`)."""
        earlier = None if since is None else Path(since)
        return bundles.share(self, Path(path), annotators, documents, earlier, everything=everything)

    def merge(self, path: str | Path, same: Mapping[str, str] | None = None) -> "MergeReport":
        """Take in a bundle as one action that undo takes back (`merging.merge`)."""
        return merging.merge(self, Path(path), same)

    def merge_preview(self, path: str | Path, same: Mapping[str, str] | None = None) -> "MergePreview":
        """Return what `merge` would do; nothing is written (`merging.preview`)."""
        return merging.preview(self, Path(path), same)
