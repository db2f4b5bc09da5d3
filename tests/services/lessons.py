"""A small project whose marks teach a verb of saying that no lexicon of ours has: أسرّ."""

from annotator import Project
from annotator.domain.meanings import actor_label, claim_label, cue_label, role_of

SPEAKERS = ("ليلى المنصوري", "سامر الحلبي", "هدى النجار", "كريم الوهداني", "رنا العسلي", "فادي الخولي")
CLAIMS = (
    "الجسر سيغلق أسبوعين",
    "المصنع باع نصف آلاته",
    "الميناء لن يفتح هذا العام",
    "الأجور تأخرت شهرين",
    "القطار خرج عن سكته",
    "المدرسة تحتاج إلى سقف جديد",
)
UNSEEN = "اجتمع المجلس مساء الأحد.\nوأسرّت نادية البحري بأن السوق سينتقل إلى الضفة الأخرى. وانصرف الحاضرون."


def text_of(number: int) -> str:
    """Return an article with two attributions by the new verb and one by a verb that the rules know."""
    names = [SPEAKERS[(number + step) % len(SPEAKERS)] for step in range(3)]
    claims = [CLAIMS[(number + 2 * step) % len(CLAIMS)] for step in range(3)]
    return (
        f"وصل الوفد إلى البلدة {number} صباح السبت.\n"
        f"وأسرّت {names[0]} بأن {claims[0]}. وتفرق الناس بعد ذلك.\n"
        f"وقال {names[1]} إن {claims[1]}.\n"
        f"ثم أسرّت {names[2]} بأن {claims[2]}."
    )


def mark_article(project: Project, number: int) -> str:
    """Add an article and mark what is said in it as the scheme of the project has it; the article's id."""
    text = text_of(number)
    document = project.add_document(text, title=f"article {number}", language="ar")
    scheme = project.scheme
    claim = claim_label(scheme)
    assert claim is not None
    cue, source = role_of(scheme, claim.key, "cue"), role_of(scheme, claim.key, "source")
    speaker = actor_label(scheme)
    assert cue is not None
    assert source is not None
    assert speaker is not None
    verb = cue_label(scheme, cue)
    assert verb is not None
    begin = 0
    for step, word in enumerate(("أسرّت", "قال", "أسرّت")):
        said = CLAIMS[(number + 2 * step) % len(CLAIMS)]
        name = SPEAKERS[(number + step) % len(SPEAKERS)]
        spans = []
        for label, words in ((verb, word), (speaker, name), (claim, said)):
            begin = text.index(words, begin)
            spans.append(project.annotate(document.id, (begin, begin + len(words)), label.key).id)
        project.link(spans[2], spans[0], cue.key)
        project.link(spans[2], spans[1], source.key)
    project.set_status(document.id, "done")
    return document.id


def taught(project: Project, articles: int = 6) -> Project:
    """Mark articles, and add one that is not marked, the last."""
    for number in range(articles):
        mark_article(project, number)
    project.add_document(UNSEEN, title="unseen", language="ar")
    return project
