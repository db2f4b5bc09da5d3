"""Quotation marks and brackets that belong together."""

import pytest

from annotator.text.pairs import pairs


def quoted(text: str) -> list[str]:
    return [text[start : end + 1] for start, end in pairs(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قال «نعم» ثم «لا»", ["«نعم»", "«لا»"]),
        ("وكتب:”النتيجة مؤلمة.. ولن نيأس!”.", ["”النتيجة مؤلمة.. ولن نيأس!”"]),
        ("قالت ”نعم” ثم ”لا”", ["”نعم”", "”لا”"]),
        ("قالت »نعم» أمس", ["»نعم»"]),
        ("انتهى كلامه” أمس، وانتهى كلامها” اليوم", []),
        ("انتهى كلامه” أمس", []),
        ("قالت ”نعم“ أمس", ["”نعم“"]),
        ("قالت “نعم” أمس", ["“نعم”"]),
    ],
)
def test_a_writer_may_open_and_close_with_one_mark(text: str, found: list[str]) -> None:
    assert quoted(text) == found
