"""The registry as a table: what is written is read back, and what spreadsheets make of tables can be read."""

import csv
import io
import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.domain.actor import Actor
from annotator.errors import InputError
from annotator.formats.actors_csv import BOM, COLUMNS, TableRow, read_actors, write_actors

WORDS = st.text(st.sampled_from('=+@"|\\,;\r\n\t \u200f\u2028قالa1') | st.characters(exclude_categories=["Cs"]))
NAMES = WORDS.filter(lambda text: bool(text.strip()))
ACTORS = st.builds(
    Actor,
    id=st.uuids().map(lambda uuid: uuid.hex),
    name=NAMES,
    kind=st.sampled_from(["person", "state"]),
    aliases=st.lists(NAMES, unique=True).map(tuple),
    wikidata=st.none() | st.integers(1).map(lambda number: f"Q{number}"),
    note=WORDS,
)


def written(*actors: Actor) -> str:
    return "".join(write_actors(actors))


def actor_of(row: TableRow) -> Actor:
    assert row.kind is not None and row.aliases is not None and row.note is not None
    return Actor(
        id=row.id, name=row.name, kind=row.kind, aliases=row.aliases, wikidata=row.wikidata or None, note=row.note
    )


def reason(text: str) -> str:
    with pytest.raises(InputError) as told:
        read_actors(text)
    return str(told.value)


@given(st.lists(ACTORS))
@example([Actor(id="1" * 32, name="=1", kind="person", aliases=("a|b", "\\", "'=c"), note="'@")])
def test_what_is_written_is_read_back(actors: list[Actor]) -> None:
    assert [actor_of(row) for row in read_actors(written(*actors))] == actors


@given(st.lists(ACTORS))
def test_other_programs_read_a_table_without_formulas(actors: list[Actor]) -> None:
    header, *rows = csv.reader(io.StringIO(written(*actors).removeprefix(BOM), newline=""))
    assert header == list(COLUMNS)
    assert len(rows) == len(actors)
    assert not any(cell.lstrip().startswith(tuple("=+-@")) for row in rows for cell in row)


def test_it_begins_with_a_mark_that_spreadsheets_understand_and_readers_do_not_see() -> None:
    text = written()
    assert text.encode().startswith(b"\xef\xbb\xbfid,name,")
    assert read_actors("\ufeff\ufeffid,name\n1,قال")[0].id == "1"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_delimiters_and_line_ends_of_every_spreadsheet(delimiter: str, end: str) -> None:
    rows = [["name", "kind", "aliases"], ["سامر، الحلبي; x", "person", "أبو سامر|Samer"], ["", "", ""]]
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter, lineterminator=end).writerows(rows)
    [row] = read_actors(buffer.getvalue())
    assert (row.name, row.kind, row.aliases, row.line) == ("سامر، الحلبي; x", "person", ("أبو سامر", "Samer"), 2)


@pytest.mark.parametrize("first", ["sep=;", "\ufeffsep=;", "SEP=;", '"sep=;"', "sep=;;;"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_separator_that_excel_writes_first_is_believed(first: str, end: str) -> None:
    rows = read_actors(end.join([first, "name;kind", "كريم, x;person", ";"]))
    assert [(row.name, row.kind, row.line) for row in rows[:1]] == [("كريم, x", "person", 3)]
    assert reason(end.join([first, "name;kind", ";person"])).startswith("line 3, column name")
    assert reason(f"{first}{end}نص;kind").startswith("line 2: it must name the columns")
    assert [row.name for row in read_actors("sep=|\nname|kind\nكريم|person")] == ["كريم"]


def test_a_cell_may_be_longer_than_pythons_own_bound() -> None:
    aliases = "|".join(f"اسم {number}" for number in range(40_000))
    assert len(read_actors(f"name,kind,aliases\nكريم,person,{aliases}")[0].aliases or ()) == 40_000


def test_columns_may_be_missing_in_any_order_and_between_others() -> None:
    [row] = read_actors('Comment, NAME ,"Wikidata"\nx,  الوزارة  ,https://www.wikidata.org/wiki/q42')
    assert (row.name, row.wikidata) == ("الوزارة", "Q42")
    assert (row.id, row.kind, row.aliases, row.note) == ("", None, None, None)


def test_cells_left_away_at_the_end_of_a_row_are_empty() -> None:
    [row] = read_actors("name,kind,note\nالوزارة,organization")
    assert row.note == ""


def test_a_line_is_where_its_row_begins() -> None:
    rows = read_actors('name,kind,note\nأ,state,"one\ntwo"\n\nب,state,')
    assert [row.line for row in rows] == [2, 5]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "line 1: it must name the columns"),
        ("id,نص\n1,قال\n", "line 1: it must name the columns"),
        ("name,kind,name\n", "line 1: the column name stands there twice."),
        ("id,name\n,أ\n5, \n", "line 3, column name: an actor needs a name."),
        ("name,wikidata\nأ,Q1\nب,douglas\n", "line 3, column wikidata: 'douglas' is no Wikidata item"),
        ("name,kind\nأ,state,b\n", "line 2: it has 3 cells under 2 columns"),
        ('name,kind\nأ,"state"x\n', "line 2: the quotation marks around its cells do not match"),
        ('name,kind\nأ,state\nب,"state\n', "line 3: the quotation marks around its cells do not match"),
        ("name,wikidata\nأ,x\nب,y\nج,z\n", "2 more rows cannot be used."),
    ],
)
def test_faults_are_named_by_line_and_column(text: str, told: str) -> None:
    assert told in reason(text)


def test_a_table_of_nothing_but_faults_is_given_up() -> None:
    told = reason("name,wikidata\n" + "x,douglas\n" * 300_000)
    assert told.startswith("line 2, column wikidata") and told.endswith("More than 1000 rows cannot be used.")


def test_writing_needs_no_qt() -> None:
    code = "import sys, annotator.formats.actors_csv; print('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


@pytest.mark.parametrize(
    "header",
    [
        "الاسم,النوع,أسماء أخرى,ملاحظة",
        "الأسم,النَّوع,الاسماء الاخرى,ملاحظات",
        "Name,Type,Also called,Notes",
        "NAME;kind;aliases;note",
        '"اسم الفاعل"\tالنوع\tأسماء بديلة\tملاحظة',
    ],
)
def test_headings_may_be_arabic_or_english_in_any_spelling(header: str) -> None:
    delimiter = next(one for one in ",;\t" if one in header)
    text = "\n".join((header, delimiter.join(("روسيا", "دولة", "روسيا الاتحادية|موسكو", "تُراجع"))))
    (row,) = read_actors(text)
    assert (row.name, row.kind, row.aliases, row.note) == ("روسيا", "دولة", ("روسيا الاتحادية", "موسكو"), "تُراجع")


def test_two_headings_of_one_column_are_refused() -> None:
    with pytest.raises(InputError, match="the column name stands there twice"):
        read_actors("الاسم,name\nروسيا,Russia\n")


def test_a_table_without_names_is_told_what_headings_there_are() -> None:
    with pytest.raises(InputError, match=r"name \(الاسم\)"):
        read_actors("العمود الأول,الثاني\nأ,ب\n")
