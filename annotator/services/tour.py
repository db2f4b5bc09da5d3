"""The tour's project: one short invented article, on which somebody makes their first attribution."""

from pathlib import Path

from annotator import paths
from annotator.domain.document import Origin
from annotator.drafts import draft_folder
from annotator.errors import ProjectError
from annotator.services.project import Project

ACTOR, CUE, CLAIM = "المتحدث باسم البلدية فادي الصوّان", "قال", "الشبكة القديمة لا تحتمل ضغط الضخّ"
"""The words of the attribution, each once in the article."""
TITLE = "حيّ الملّاحة بلا ماء: البلدية تَعِد بصهاريج"
TEXT = f"""تعهّدت بلدية رأس الغزال بإرسال صهاريج مياه إلى حيّ الملّاحة مساء السبت، في ثالث انقطاع خلال شهر.
و{CUE} {ACTOR} إن {CLAIM}.
ونفت هيئة المياه من جهتها وجود صلة بين التجارب والانقطاع.
"""


def range_of(words: str) -> tuple[int, int]:
    """Return where the words stand in the tour's article, in code points."""
    start = TEXT.index(words)
    return start, start + len(words)


def make_tour(path: Path, annotator: str) -> Path:
    """Make the tour's project at `path`, unless it is there; nothing in it is marked as `annotator`, who takes it.

    Raises ProjectError if it cannot be written, or is no project.
    """
    if not paths.exists(path):
        with paths.making(path, ProjectError):
            path.parent.mkdir(parents=True, exist_ok=True)
        with paths.making(path, ProjectError), draft_folder(path.parent) as folder:
            draft = folder / path.name
            with Project.create(draft, annotator="musnad") as project:
                project.add_document(TEXT, title=TITLE, origin=Origin(publisher="جريدة الرافد", published="2026-11-14"))
            draft.rename(path)
    with Project.open(path, annotator=annotator) as project:
        for document in project.documents():
            held = [span.id for span in project.spans(document.id)]
            if held:
                project.delete(*held)
    return path
