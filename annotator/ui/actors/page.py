"""The page of the registry of actors: its words, one entry with its mentions, several that are to be merged."""

from collections.abc import Sequence

from PySide6.QtGui import QAction

from annotator.domain.actor import Actor
from annotator.domain.scheme import Scheme
from annotator.services.mentions import Mention
from annotator.ui.actors.editor import ActorEditor
from annotator.ui.entries.entry_panel import EntryPanel
from annotator.ui.entries.mention_list import MentionList
from annotator.ui.entries.merge_panel import Mergeable, MergePanel
from annotator.ui.entries.page import RegistryPage
from annotator.ui.i18n import tr, tr_n


class ActorPanel(EntryPanel):
    """One actor: the card, and the mentions."""

    def __init__(self) -> None:
        self.editor = ActorEditor()
        super().__init__("actor", self.editor, MentionList("actor_mentions", ticks=True))
        self.retranslate()

    def show_entry(self, actor: Actor, mentions: Sequence[Mention], scheme: Scheme, *, fixed: bool) -> None:
        """Show this entry with its mentions."""
        self.editor.show_actor(actor, scheme, fixed=fixed)
        self.show_places(mentions, tr_n("{n} mentions", len(mentions)), fixed=fixed)

    def places_title(self) -> str:
        return tr("Mentions")

    def delete_words(self) -> str:
        return tr("Delete this actor")

    def new_words(self) -> str:
        return tr("Name of the new actor")

    def split_words(self, count: int) -> str:
        return tr_n("Move {n} mentions to a new actor", count) if count else tr("Tick mentions of somebody else")

    def retranslate(self) -> None:
        self.editor.retranslate()
        super().retranslate()


class ActorMerge(MergePanel):
    """Several actors that are one."""

    def __init__(self) -> None:
        super().__init__("actor", MentionList("actor_merge_mentions", ticks=False))

    def show_actors(self, actors: Sequence[Actor], counts: dict[str, int], mentions: Sequence[Mention]) -> None:
        """Offer these, with the mentions of all."""
        self.show_entries([Mergeable(one.id, one.name, counts.get(one.id, 0)) for one in actors])
        self.show_places(mentions)

    def caption(self, count: int) -> str:
        return tr_n("Merge {n} actors into one", count)

    def question(self, others: int) -> str:
        return tr_n(
            "Which one stays? It gains the names of the other {n}, with their mentions in all readings.", others
        )

    def counted(self, count: int) -> str:
        return tr_n("{n} mentions", count)


class ActorsPage(RegistryPage):
    """All actors of the project."""

    entry: ActorPanel
    merging: ActorMerge

    def __init__(self, import_: QAction, export: QAction) -> None:
        self.entry, self.merging = ActorPanel(), ActorMerge()
        super().__init__("actor", (self.entry, self.merging), (import_, export))

    def title(self) -> str:
        return tr("Actors")

    def find_words(self) -> str:
        return tr("Find an actor by any name")

    def new_words(self) -> str:
        return tr("New actor")

    def counted(self, count: int) -> str:
        return tr_n("{n} actors", count)

    def chosen_words(self, count: int) -> str:
        return tr_n("{n} actors are chosen.", count)

    def how(self) -> str:
        return tr("Choose an actor to correct it or to see where it is mentioned; several, to merge them.")
