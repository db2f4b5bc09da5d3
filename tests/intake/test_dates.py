"""Days as outlets write them; a day that may be another is not guessed."""

from datetime import date, datetime

import pytest

from annotator.intake.dates import day_first, moment


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("2026-03-03", "2026-03-03"),
        ("2026/3/3", "2026-03-03"),
        ("٢٠٢٦-٠٣-٠٣", "2026-03-03"),
        ("2026-03-03T08:00:00+03:00", "2026-03-03T08:00:00+03:00"),
        ("2026-03-03 08:05", "2026-03-03T08:05"),
        ("2026-03", "2026-03"),
        ("2026", "2026"),
        ("13/02/2026", "2026-02-13"),
        ("02/13/2026", "2026-02-13"),
        ("05.05.2026", "2026-05-05"),
        ("3 مارس 2026", "2026-03-03"),
        ("٣ آذار ٢٠٢٦", "2026-03-03"),
        ("الثلاثاء، 3 كانون الثاني 2026", "2026-01-03"),
        ("4 تشرين الثاني، 2026", "2026-11-04"),
        ("March 3, 2026", "2026-03-03"),
        ("3rd March 2026", "2026-03-03"),
        ("3 mars 2026", "2026-03-03"),
        ("Tue, 03 Mar 2026 08:00:00 +0300", "2026-03-03T08:00:00+03:00"),
        (datetime(2026, 5, 6), "2026-05-06"),
        (datetime(2026, 5, 6, 7, 8), "2026-05-06T07:08:00"),
        (date(2026, 5, 6), "2026-05-06"),
        ("03/04/2026", None),
        ("2026-13-01", None),
        ("31/31/2026", None),
        ("أمس", None),
        ("", None),
        ("0000-01-01", None),
        ("x" * 500, None),
    ],
)
def test_a_day_is_read_one_way_or_not_at_all(written: str | date, wanted: str | None) -> None:
    assert moment(written) == wanted


def test_a_column_says_how_its_days_are_meant() -> None:
    assert day_first(["03/04/2026", "13/04/2026"]) is True
    assert day_first(["03/04/2026", "04/13/2026"]) is False
    assert day_first(["13/04/2026", "04/13/2026"]) is None
    assert day_first(["03/04/2026", "nothing"]) is None
    assert moment("03/04/2026", day_first=True) == "2026-04-03"
    assert moment("03/04/2026", day_first=False) == "2026-03-04"
