"""Plain text files."""

from annotator.domain.document import IntakeNote, Origin
from annotator.errors import InputError
from annotator.intake.decoding import decode
from annotator.intake.files import File
from annotator.intake.kinds import Intake, kind
from annotator.intake.not_articles import refuse_binary, refuse_other_kinds
from annotator.text.cleaning import clean
from annotator.text.titles import is_visible, title_of


@kind(id="text", title="Text", suffixes=(".txt", ".text"))
def read_text(file: File) -> list[Intake]:
    """Return the whole file as the article; its first line that is not blank is the title."""
    if not file.data:
        raise InputError("{name} is empty.", name=file.name)
    refuse_binary(file.name, file.data)
    raw, encoding = decode(file)
    if not file.chosen:
        refuse_other_kinds(file.name, raw)
    text, changes = clean(raw)
    if not is_visible(text):
        raise InputError("{name} has only white space in it.", name=file.name)
    article = Intake(
        text=text,
        title=title_of(text),
        notes=(IntakeNote(kind="encoding", detail=encoding), *changes),
        origin=Origin(path=file.name),
    )
    return [article]
