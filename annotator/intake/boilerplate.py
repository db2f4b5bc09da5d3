"""Lines of a page that are no part of its article, although they stand in it: read more, subscribe, follow us.

Extraction leaves out boxes that are marked up as such. These are the ones that outlets write as paragraphs. A line goes
only if it is short and begins as such a line does, so that nothing an article says is lost.
"""

import re
from collections.abc import Iterable

LONGEST_LINE_CODE_POINTS = 160
"""The most code points of a line that may be left out."""

_STARTS = re.compile(
    r"[\W_]*(?:"
    # Arabic
    r"(?:ا|إ)ق(?:ر|رأ|رؤ)(?:أ|ا|ؤوا|أوا|ئي)?\s+(?:أ|ا)يض(?:ا|ًا|اً)|(?:ا|إ)قر(?:أ|ا)\s+(?:ال)?مزيد|للمزيد\s*(?:[:؛،]|من\s|$)|"
    r"المزيد\s+(?:من|عن|حول|على)\s|(?:شاهد|طالع|تابع)\s*(?:أ|ا)يض(?:ا|ًا|اً)|مواضيع\s+ذات\s+صلة|"
    r"(?:أخبار|اخبار|مقالات|مواد)\s+(?:ذات\s+صلة|متعلقة|قد\s+تهمك)|قد\s+(?:يهمك|يعجبك)|"
    r"(?:ا|إ)شترك(?:وا|ي)?\s+(?:الآن\s+)?(?:في|ب|على)|للاشتراك\s+في\s+(?:نشرت|النشرة|خدمة)|سجّ?ل\s+في\s+نشرت|"
    r"تابع(?:ونا|نا|وا)\s+(?:على|عبر)|انضم(?:وا)?\s+(?:إلى|الى)\s+(?:قنا|مجموع)|حمّ?ل(?:وا)?\s+تطبيق|شارك\s+(?:المقال|الخبر)|"
    r"جميع\s+الحقوق\s+محفوظة|الأكثر\s+(?:قراءة|مشاهدة)\s*$|"
    # Persian, Urdu, Hebrew
    r"(?:بیشتر|همچنین)\s+بخوانید|(?:مطالب|اخبار)\s+مرتبط|عضو\s+خبرنامه|مزید\s+پڑھیں|یہ\s+بھی\s+پڑھیں|"
    r"קרא(?:ו)?\s+(?:גם|עוד)|הירשמו\s+ל|"
    # English, French
    r"read\s+(?:more|also|next)\b|(?:see|watch)\s+also\b|also\s+read\b|related\s+(?:articles|stories|news)|"
    r"(?:subscribe|sign\s+up)\s+(?:to|for|now|here)\b|follow\s+us\s+on\b|join\s+our\s+(?:channel|newsletter)|"
    r"download\s+(?:our|the)\s+app|share\s+this\s+(?:article|story)|most\s+(?:read|viewed)\s*$|all\s+rights\s+reserved|"
    r"the\s+post\s.{1,200}\sappeared\s+first\s+on\b|"
    r"lire\s+aussi\b|à\s+lire\s+aussi|abonnez-vous\b|inscrivez-vous\s+à"
    r")",
    re.IGNORECASE,
)


def without_boilerplate(lines: Iterable[str]) -> list[str]:
    """Return the lines that an article says."""
    return [line for line in lines if len(line) > LONGEST_LINE_CODE_POINTS or not _STARTS.match(line)]
