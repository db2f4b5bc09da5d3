from hypothesis import given
from hypothesis import strategies as st

from annotator.text.overrides import NEUTRAL, without_overrides

LRE, RLE, PDF, LRO, RLO = "\u202a\u202b\u202c\u202d\u202e"
LRI, RLI, FSI, PDI = "\u2066\u2067\u2068\u2069"


def shown(text: str) -> str:
    return without_overrides(text).replace(NEUTRAL, "_")


def test_a_text_without_overrides_is_laid_out_as_it_is() -> None:
    text = f"قال {RLE}Ali{PDF} {RLI}و{PDI}"
    assert without_overrides(text) is text


def test_an_override_and_its_end_lose_their_force() -> None:
    assert shown(f"دفع {RLO}100{PDF} دولار") == "دفع _100_ دولار"
    assert shown(f"{LRO}abc") == "_abc"


def test_an_embedding_inside_or_outside_keeps_its_own_end() -> None:
    assert shown(f"{RLE}a{LRO}b{PDF}c{PDF}d") == f"{RLE}a_b_c{PDF}d"
    assert shown(f"{LRO}a{RLE}b{PDF}c{PDF}d") == f"_a{RLE}b{PDF}c_d"


def test_an_end_that_ends_nothing_stays_what_it_is() -> None:
    assert shown(f"{PDF}a{RLO}b{PDF}c{PDF}") == f"{PDF}a_b_c{PDF}"


def test_an_isolate_holds_its_ends_apart() -> None:
    # The PDF inside does not reach out, and the PDI ends what was left open inside.
    assert shown(f"{RLO}a{LRI}b{PDF}c{PDI}d{PDF}e") == f"_a{LRI}b{PDF}c{PDI}d_e"
    assert shown(f"{FSI}a{RLO}b{PDI}c{PDF}") == f"{FSI}a_b{PDI}c{PDF}"
    assert shown(f"{RLO}a{PDI}b{PDF}") == f"_a{PDI}b_"


@given(st.text(st.sampled_from(f"ab جد😀{LRE}{RLE}{PDF}{LRO}{RLO}{LRI}{RLI}{FSI}{PDI}"), max_size=30))
def test_nothing_moves_and_nothing_else_changes(text: str) -> None:
    laid_out = without_overrides(text)
    assert len(laid_out) == len(text)
    assert LRO not in laid_out
    assert RLO not in laid_out
    changed = [old for old, new in zip(text, laid_out, strict=True) if old != new]
    assert set(changed) <= {LRO, RLO, PDF}
    assert changed.count(PDF) <= changed.count(LRO) + changed.count(RLO)
    # What is left of the controls is as balanced as it was.
    assert without_overrides(laid_out) == laid_out
