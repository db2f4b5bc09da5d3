"""The keys that choose marks on the page: the same for the same actor, whatever is asked."""

from PySide6.QtWidgets import QApplication

from annotator.ui.linking.hint_letters import HintLetters


def test_who_had_a_key_keeps_it_whoever_comes_first(qapp: QApplication) -> None:
    assert qapp is not None
    letters = HintLetters()
    first = letters.deal([("1", "بوتين"), ("2", "روسيا")])
    assert letters.deal([("2", "روسيا"), ("1", "بوتين")]) == {"2": first["2"], "1": first["1"]}
    # Further down, another mention of the same actor.
    again = letters.deal([("3", "إيران"), ("4", "روسيا"), ("5", "روسيا")])
    assert again["4"] == first["2"]
    assert len(set(again.values())) == 3 and first["1"] not in again.values()


def test_a_key_is_dealt_anew_only_when_none_is_left(qapp: QApplication) -> None:
    assert qapp is not None
    letters = HintLetters()
    first = letters.deal((str(n), str(n)) for n in range(30))
    assert len(first) == len(set(first.values())) == 25
    after = letters.deal([("0", "0"), ("40", "40")])
    assert after["0"] == first["0"] and after["40"] != first["0"]
    letters.forget()
    assert letters.deal([("40", "40")]) == {"40": first["0"]}
