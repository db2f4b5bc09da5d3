import pytest

from annotator.domain.scheme import Attribute, Label, RelationType, Scheme, Value
from annotator.errors import NotFoundError
from annotator.suggest.fitting import fit, whole
from annotator.suggest.proposal import Proposal, ProposedRelation
from annotator.suggest.registry import find_suggester, suggesters

KIND = Attribute(key="kind", values=(Value(key="person"),))
SCHEME = Scheme(
    name="small",
    version=1,
    labels=(Label(key="claim"), Label(key="actor", names_actor=True, attributes=(KIND,))),
    relations=(RelationType(key="source", from_=("claim",), to=("actor",)),),
)


def test_the_cue_suggester_registers_itself() -> None:
    assert "cues" in [one.name for one in suggesters()]
    assert find_suggester("cues").name == "cues"


def test_an_unknown_suggester_is_told_by_name() -> None:
    with pytest.raises(NotFoundError, match=r"'guess'.*cues"):
        find_suggester("guess")


def _proposal(key: str, label: str, *links: ProposedRelation, **attributes: str) -> Proposal:
    return Proposal(key=key, label=label, parts=((0, 1),), attributes=attributes, actor_id="x", relations=links)


def test_what_the_scheme_lacks_is_left_out() -> None:
    source = ProposedRelation(label="source", to="a", attributes={"stance": "for"})
    given = [
        _proposal(
            "c", "claim", source, ProposedRelation(label="cue", to="q"), ProposedRelation(label="source", to="q")
        ),
        _proposal("q", "cue"),
        _proposal("a", "actor", ProposedRelation(label="source", to="c"), kind="person", mood="glad"),
    ]
    claim, actor = fit(given, "text", SCHEME)
    assert claim.relations == (ProposedRelation(label="source", to="a"),)
    assert (claim.actor_id, actor.actor_id) == (None, "x")
    assert (actor.attributes, actor.relations) == ({"kind": "person"}, ())


def test_a_value_that_the_scheme_lacks_is_left_out() -> None:
    [actor] = fit([_proposal("a", "actor", kind="robot")], "text", SCHEME)
    assert actor.attributes == {}


def test_parts_are_widened_to_clusters_and_joined_where_they_meet() -> None:
    text = "قَالَ x"
    assert whole(text, ((1, 3),)) == ((0, 3),)
    assert whole(text, ((0, 1), (6, 7))) == ((0, 2), (6, 7))
    assert whole(text, ((0, 1), (1, 3))) == ((0, 3),)
    assert whole(text, ((0, 1), (2, 3))) == ((0, 3),)
