"""A registry is filled once, and nobody who asks meanwhile sees half of it."""

from threading import Event, Thread

import pytest

from annotator.registry import Registry


def test_who_asks_while_it_is_filled_waits_for_all_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    made: Registry[str] = Registry(("one", "two"), "musnad.nothing")
    begun, go_on = Event(), Event()

    def load(name: str) -> None:
        made.add(name, name)
        begun.set()
        assert go_on.wait(10)
        # What is loaded may ask for what was loaded before it.
        assert made.get("one") == "one"

    monkeypatch.setattr("annotator.registry.import_module", load)
    found: list[list[str]] = []
    first, second = (Thread(target=lambda: found.append(made.ids())) for _ in range(2))
    first.start()
    assert begun.wait(10)
    second.start()
    second.join(0.05)
    assert found == []
    go_on.set()
    for thread in (first, second):
        thread.join(10)
    assert found == [["one", "two"], ["one", "two"]]
