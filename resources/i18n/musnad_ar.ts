<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>QShortcut</name>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>↑</translation>
    </message>
</context>
<context>
    <name>musnad</name>
    <message>
        <source>&amp;Annotate</source>
        <translation>&amp;وسم</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>ت&amp;حرير</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;ملف</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>م&amp;ساعدة</translation>
    </message>
    <message>
        <source>&amp;Navigate</source>
        <translation>ت&amp;نقّل</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;عرض</translation>
    </message>
    <message>
        <source>A backup is a whole copy of the project, in a folder beside it. The oldest go as new ones come.</source>
        <translation>النسخة الاحتياطية نسخة كاملة من المشروع في مجلد بجانبه، وتُحذف أقدم النسخ كلما جاءت جديدة.</translation>
    </message>
    <message>
        <source>A byte order mark at the beginning was left out</source>
        <translation>حُذفت علامة ترتيب البايتات من أوله</translation>
    </message>
    <message>
        <source>A chain of {label!r} may be {depth} links long at most.</source>
        <translation>لا يجوز أن تطول سلسلة {label!r} على {depth} من الروابط.</translation>
    </message>
    <message>
        <source>A change in what came cannot be used ({reason}); nothing was taken in.</source>
        <translation>لا يمكن استعمال تغيير مما وصل ({reason})؛ لم يُؤخذ شيء.</translation>
    </message>
    <message>
        <source>A change of yours that waited to be saved cannot be: what it belongs to was taken away meanwhile.</source>
        <translation>تعذّر حفظ تغيير لك كان ينتظر: ما يتبعه حُذف في هذه الأثناء.</translation>
    </message>
    <message>
        <source>A claim agrees with a statement or not; link it to one first.</source>
        <translation>القول يوافق مقولة أو يخالفها؛ اربطه بمقولة أولًا.</translation>
    </message>
    <message>
        <source>A comment is about what stands on the same article.</source>
        <translation>التعليق يخص ما في المقال نفسه.</translation>
    </message>
    <message>
        <source>A comment may have {most} characters at most.</source>
        <translation>لا يزيد التعليق على {most} حرف.</translation>
    </message>
    <message>
        <source>A comment needs words.</source>
        <translation>التعليق يحتاج إلى كلام.</translation>
    </message>
    <message>
        <source>A comment on the article</source>
        <translation>تعليق على المقال</translation>
    </message>
    <message>
        <source>A comment on the mark {quote!r}</source>
        <translation>تعليق على العلامة {quote!r}</translation>
    </message>
    <message>
        <source>A comment on the words {quote!r}</source>
        <translation>تعليق على الكلمات {quote!r}</translation>
    </message>
    <message>
        <source>A dataset ({format}): its annotations come in with it</source>
        <translation>مجموعة بيانات ({format}): تدخل علاماتها معها</translation>
    </message>
    <message>
        <source>A drag takes exactly the letters it covers, as with Alt</source>
        <translation>لا يأخذ السحب إلا الحروف التي يمرّ عليها، كما مع ⁦Alt⁩</translation>
    </message>
    <message>
        <source>A folder with a card for Hugging Face</source>
        <translation>مجلد ببطاقة تعريف لمنصة Hugging Face</translation>
    </message>
    <message>
        <source>A mark at one of its ends is not here.</source>
        <translation>علامة في أحد طرفيه ليست هنا.</translation>
    </message>
    <message>
        <source>A mark cannot be linked to itself.</source>
        <translation>لا يمكن ربط علامة بنفسها.</translation>
    </message>
    <message>
        <source>A mark may have {most} {label!r} at most.</source>
        <translation>أقصى عدد لروابط {label!r} من علامة واحدة: {most}.</translation>
    </message>
    <message>
        <source>A name, what is marked in it, and your own name</source>
        <translation>اسم، وما يُوسَم فيه، واسمك</translation>
    </message>
    <message>
        <source>A network for each</source>
        <translation>شبكة لكل</translation>
    </message>
    <message>
        <source>A note may have {most} characters at most.</source>
        <translation>لا تزيد الملاحظة على {most} حرفًا.</translation>
    </message>
    <message>
        <source>A note to the annotators</source>
        <translation>ملاحظة للموسِّمين</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>عدد</translation>
    </message>
    <message>
        <source>A project file on this computer</source>
        <translation>ملف مشروع على هذا الجهاز</translation>
    </message>
    <message>
        <source>A project for QualCoder, NVivo, MAXQDA and ATLAS.ti</source>
        <translation>مشروع لبرامج التحليل النوعي QualCoder وNVivo وMAXQDA وATLAS.ti</translation>
    </message>
    <message>
        <source>A project is one file on this computer. There is no account, and nothing leaves it.</source>
        <translation>كل مشروع ملف واحد على هذا الجهاز. لا حساب ولا خادم، ولا يخرج منه شيء.</translation>
    </message>
    <message>
        <source>A review compares the readings of two annotators or more.</source>
        <translation>يقارن التحكيم قراءتَي موسِّمَين أو أكثر.</translation>
    </message>
    <message>
        <source>A row for each claim, for any spreadsheet or statistics program</source>
        <translation>صف لكل قول، لأي برنامج جداول أو إحصاء</translation>
    </message>
    <message>
        <source>A row for each claim, right to left, for Excel and LibreOffice</source>
        <translation>صف لكل قول من اليمين إلى اليسار، لبرنامجي Excel وLibreOffice</translation>
    </message>
    <message>
        <source>A small tag above each mark that says its label</source>
        <translation>بطاقة صغيرة فوق كل علامة تذكر وسمها</translation>
    </message>
    <message>
        <source>A span needs at least one part.</source>
        <translation>لا بد للعلامة من جزء واحد على الأقل.</translation>
    </message>
    <message>
        <source>A statement needs words.</source>
        <translation>لا بد للمقولة من كلمات.</translation>
    </message>
    <message>
        <source>A table of tokens for WebAnno and INCEpTION</source>
        <translation>جدول كلمات لبرنامجي WebAnno وINCEpTION</translation>
    </message>
    <message>
        <source>A token and its tag on a line, for training taggers</source>
        <translation>كلمة ووسمها في كل سطر، لتدريب الواسمات</translation>
    </message>
    <message>
        <source>A token on a line, with marks and links in its last column</source>
        <translation>كلمة في كل سطر، والعلامات والروابط في العمود الأخير</translation>
    </message>
    <message>
        <source>A wider statement, by its words</source>
        <translation>مقولة أعم، بكلماتها</translation>
    </message>
    <message>
        <source>A {label!r} cannot be linked to a mark {end!r} at that end; the scheme allows: {allowed}.</source>
        <translation>لا يصل الرابط {label!r} إلى علامة {end!r} في هذا الطرف، والمسموح به في مخطط الوسم: {allowed}.</translation>
    </message>
    <message>
        <source>A {label!r} does not name an actor, so it cannot be linked to one.</source>
        <translation>لا تُربط علامات الوسم {label!r} بسجل الفاعلين، فلا يمكن ربطها بفاعل.</translation>
    </message>
    <message>
        <source>A {label!r} links two marks of one annotator in one document.</source>
        <translation>الرابط {label!r} يصل علامتين لموسِّم واحد في مقال واحد.</translation>
    </message>
    <message>
        <source>A {label!r} says nothing, so it cannot be linked to a statement.</source>
        <translation>{label!r} لا يقول شيئًا، فلا يُربط بمقولة.</translation>
    </message>
    <message>
        <source>A {what} has no {unknown!r} to change; it has: {allowed}.</source>
        <translation>لا يوجد في {what} شيء اسمه {unknown!r} يمكن تغييره، والموجود: {allowed}.</translation>
    </message>
    <message>
        <source>About this article</source>
        <translation>عن هذا المقال</translation>
    </message>
    <message>
        <source>About whom</source>
        <translation>عمّن</translation>
    </message>
    <message>
        <source>Actions, the newest first</source>
        <translation>الإجراءات، الأحدث أولًا</translation>
    </message>
    <message>
        <source>Actor, cue, value or words</source>
        <translation>فاعل أو قرينة قول أو قيمة أو كلمات</translation>
    </message>
    <message>
        <source>Actors</source>
        <translation>الفاعلون</translation>
    </message>
    <message>
        <source>Actors and statements</source>
        <translation>الفاعلون والمقولات</translation>
    </message>
    <message>
        <source>Actors that are here already: {names}</source>
        <translation>فاعلون موجودون هنا: {names}</translation>
    </message>
    <message>
        <source>Add as an example against the label</source>
        <translation>إضافة مثالًا على ما ليس من الوسم</translation>
    </message>
    <message>
        <source>Add as an example for the label</source>
        <translation>إضافة مثالًا على الوسم</translation>
    </message>
    <message>
        <source>Add attribute</source>
        <translation>إضافة سمة</translation>
    </message>
    <message>
        <source>Add frame</source>
        <translation>إضافة إسناد</translation>
    </message>
    <message>
        <source>Add label</source>
        <translation>إضافة وسم</translation>
    </message>
    <message>
        <source>Add relation</source>
        <translation>إضافة علاقة</translation>
    </message>
    <message>
        <source>Add the selection to the mark</source>
        <translation>ضمّ التحديد إلى العلامة</translation>
    </message>
    <message>
        <source>Add the words to the guideline of the label as an example against it</source>
        <translation>تضاف الكلمات إلى إرشادات الوسم مثالًا على ما ليس منه</translation>
    </message>
    <message>
        <source>Add the words to the guideline of the label as an example for it</source>
        <translation>تضاف الكلمات إلى إرشادات الوسم مثالًا عليه</translation>
    </message>
    <message>
        <source>Add the words to the guideline of their label as an example against it (in the list: {Shift+G})</source>
        <translation>تضاف الكلمات إلى إرشادات وسمها مثالًا على ما ليس منه (في القائمة: {Shift+G})</translation>
    </message>
    <message>
        <source>Add the words to the guideline of their label as an example for it (in the list: {G})</source>
        <translation>تضاف الكلمات إلى إرشادات وسمها مثالًا عليه (في القائمة: {G})</translation>
    </message>
    <message>
        <source>Add value</source>
        <translation>إضافة قيمة</translation>
    </message>
    <message numerus="yes">
        <source>Add {n} copies in reading order</source>
        <translation>
            <numerusform>لا نسخ تُضاف</numerusform>
            <numerusform>إضافة نسخة بترتيب القراءة</numerusform>
            <numerusform>إضافة نسختين بترتيب القراءة</numerusform>
            <numerusform>إضافة {n} نسخ بترتيب القراءة</numerusform>
            <numerusform>إضافة {n} نسخة بترتيب القراءة</numerusform>
            <numerusform>إضافة {n} نسخة بترتيب القراءة</numerusform>
        </translation>
    </message>
    <message>
        <source>Address of a page or feed</source>
        <translation>عنوان صفحة أو خلاصة</translation>
    </message>
    <message>
        <source>Agree: {names}</source>
        <translation>الموافقة: {names}</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>متفق عليه</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>الاتفاق</translation>
    </message>
    <message>
        <source>Agreement by article</source>
        <translation>الاتفاق بحسب المقال</translation>
    </message>
    <message>
        <source>Agreement by month</source>
        <translation>الاتفاق بحسب الشهر</translation>
    </message>
    <message>
        <source>Agreement is between two readers or more, and there is {count}: name them with --between A,B.</source>
        <translation>يُحسب الاتفاق بين موسِّمين أو أكثر، والموجود {count}؛ سمّهم بالخيار ‎--between A,B.</translation>
    </message>
    <message>
        <source>Agreement less disagreement</source>
        <translation>الموافقة ناقص الخلاف</translation>
    </message>
    <message>
        <source>Agreement of pairs</source>
        <translation>اتفاق كل قارئَين</translation>
    </message>
    <message>
        <source>Agreement α</source>
        <translation>الاتفاق α</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>All actors</source>
        <translation>كل الفاعلين</translation>
    </message>
    <message>
        <source>All actors of the registry: correct, merge and split them</source>
        <translation>كل فاعلي السجل: تصحيح ودمج وفصل</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>كل المقالات</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>كل الأنواع</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>كل الوسوم</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>All people and gold</source>
        <translation>كل الموسِّمين والمرجعية</translation>
    </message>
    <message>
        <source>All people and gold, a record each</source>
        <translation>كل الموسِّمين والمرجعية، سجلّ لكل قراءة</translation>
    </message>
    <message>
        <source>All readers</source>
        <translation>كل القرّاء</translation>
    </message>
    <message>
        <source>All statements of an actor, or about one, over time</source>
        <translation>كل ما قاله فاعل، أو قيل عنه، على مرّ الزمن</translation>
    </message>
    <message>
        <source>All statements of the registry: who says them; correct, merge and split them, recode claims</source>
        <translation>كل مقولات السجل: من يقولها، وتصحيحها ودمجها وفصلها، وإعادة ترميز الأقوال</translation>
    </message>
    <message>
        <source>All suggesters</source>
        <translation>كل أدوات الاقتراح</translation>
    </message>
    <message>
        <source>All suggestions…</source>
        <translation>كل الاقتراحات…</translation>
    </message>
    <message>
        <source>All that they worked on</source>
        <translation>كل ما عملوا عليه</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>موجود من قبل</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>أسماء أخرى</translation>
    </message>
    <message>
        <source>An actor needs a name.</source>
        <translation>لا بد للفاعل من اسم.</translation>
    </message>
    <message>
        <source>An article needs a title.</source>
        <translation>لا بدّ للمقال من عنوان.</translation>
    </message>
    <message>
        <source>An example against {label} in its guideline: {words!r}</source>
        <translation>مثال على ما ليس من {label} في إرشاداته: {words!r}</translation>
    </message>
    <message>
        <source>An example for {label} in its guideline: {words!r}</source>
        <translation>مثال على {label} في إرشاداته: {words!r}</translation>
    </message>
    <message>
        <source>An example needs words.</source>
        <translation>المثال لا يكون بلا كلمات.</translation>
    </message>
    <message>
        <source>An older link leaves no room for it; remove that one, and this one is shown.</source>
        <translation>رابط أقدم لا يترك له مكانًا؛ أزِل ذاك يظهر هذا.</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>علامات</translation>
    </message>
    <message>
        <source>Annotations as the web standard describes them, in JSON-LD</source>
        <translation>التعليقات كما يصفها معيار الويب، بصيغة JSON-LD</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>الموسِّم</translation>
    </message>
    <message>
        <source>Another actor is called {name!r} already; merge the two, or choose a name that tells them apart.</source>
        <translation>يوجد فاعل آخر اسمه {name!r}؛ ادمج الاثنين أو اختر اسمًا يميّز بينهما.</translation>
    </message>
    <message>
        <source>Another file was put in the place of {name} while it was open; it stays as it is. Everything up to now is saved in {saved}.</source>
        <translation>وُضع ملف آخر مكان {name} وهو مفتوح؛ بقي ذلك الملف كما هو. كل ما عُمل حتى الآن محفوظ في {saved}.</translation>
    </message>
    <message>
        <source>Another program cut {name} short or wrote over it while it was open; it stays as it is. Everything up to now is saved in {saved}.</source>
        <translation>بتر برنامج آخر الملف {name} أو كتب فوقه وهو مفتوح؛ بقي الملف على حاله. كل ما عُمل حتى الآن محفوظ في {saved}.</translation>
    </message>
    <message>
        <source>Another statement says {name!r} already; merge the two, or choose words that tell them apart.</source>
        <translation>ثمة مقولة أخرى نصها {name!r}؛ ادمج الاثنتين أو اختر صياغة تميز بينهما.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>ردّ</translation>
    </message>
    <message>
        <source>Answer the reviewer</source>
        <translation>الردّ على المراجع</translation>
    </message>
    <message>
        <source>Answer what was decided about the chosen mark (in the list: {R})</source>
        <translation>الردّ على ما قُرّر في العلامة المختارة (في القائمة: {R})</translation>
    </message>
    <message>
        <source>Any attribute</source>
        <translation>أي سمة</translation>
    </message>
    <message>
        <source>Any publisher</source>
        <translation>كل الناشرين</translation>
    </message>
    <message>
        <source>Any stance</source>
        <translation>أي موقف</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>أي حالة</translation>
    </message>
    <message>
        <source>Anywhere in the text</source>
        <translation>في أي موضع من النص</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>تطبيق</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>العربية</translation>
    </message>
    <message>
        <source>Arabic letter mark</source>
        <translation>علامة حرف عربي</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>Article {n} of {count}</source>
        <translation>المقال {n} من {count}</translation>
    </message>
    <message>
        <source>Article: {title}</source>
        <translation>المقال: {title}</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>As the articles</source>
        <translation>مثل المقالات</translation>
    </message>
    <message>
        <source>As the language has them</source>
        <translation>بحسب لغة الواجهة</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>بحسب النظام</translation>
    </message>
    <message>
        <source>Asked at once (quick profile)</source>
        <translation>تظهر دون فتح «المزيد»</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>كلِّف</translation>
    </message>
    <message>
        <source>Assign the article…</source>
        <translation>التكليف بالمقال…</translation>
    </message>
    <message numerus="yes">
        <source>Assign {n} articles</source>
        <translation>
            <numerusform>تكليف بلا مقالات</numerusform>
            <numerusform>تكليف بمقال واحد</numerusform>
            <numerusform>تكليف بمقالين</numerusform>
            <numerusform>تكليف بـ{n} مقالات</numerusform>
            <numerusform>تكليف بـ{n} مقالًا</numerusform>
            <numerusform>تكليف بـ{n} مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>المكلَّفون</translation>
    </message>
    <message>
        <source>Assigned to anyone</source>
        <translation>لأي مكلَّف</translation>
    </message>
    <message>
        <source>Assigned to me</source>
        <translation>مما كُلِّفتُ به</translation>
    </message>
    <message>
        <source>Assigned to nobody</source>
        <translation>بلا مكلَّف</translation>
    </message>
    <message>
        <source>Assigned to: {names}</source>
        <translation>المكلَّفون: {names}</translation>
    </message>
    <message>
        <source>Assigning</source>
        <translation>تكليف القرّاء</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>تكليف…</translation>
    </message>
    <message>
        <source>Attached letters</source>
        <translation>الحروف المتصلة</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>السمة</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>السمات</translation>
    </message>
    <message>
        <source>Attributes: κ on matched marks</source>
        <translation>السمات: κ على العلامات المتقابلة</translation>
    </message>
    <message>
        <source>Attributions</source>
        <translation>الإسنادات</translation>
    </message>
    <message>
        <source>Attributions in this article</source>
        <translation>إسنادات هذا المقال</translation>
    </message>
    <message>
        <source>Attributions of this article</source>
        <translation>إسنادات هذا المقال</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>الكاتب</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>تلقائي</translation>
    </message>
    <message>
        <source>Automatic: {direction}</source>
        <translation>تلقائي: {direction}</translation>
    </message>
    <message>
        <source>BIO</source>
        <translation>BIO</translation>
    </message>
    <message>
        <source>BIOES</source>
        <translation>BIOES</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Back to the article</source>
        <translation>العودة إلى المقال</translation>
    </message>
    <message>
        <source>Back to the article ({Esc})</source>
        <translation>العودة إلى المقال ({Esc})</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>إنشاء نسخة الآن</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>حفظ نسخة احتياطية</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Before it is written</source>
        <translation>قبل الكتابة</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>تتبع</translation>
    </message>
    <message>
        <source>Beside {name} lay the log of another file (perhaps of another version of this one). It was not used; it is kept as {kept}.</source>
        <translation>وُجد بجانب {name} سجلّ كتابةٍ يعود إلى ملف آخر (ربما إلى نسخة أخرى منه). لم يُستعمل، وهو محفوظ باسم {kept}.</translation>
    </message>
    <message>
        <source>Break ties</source>
        <translation>كسر التعادل</translation>
    </message>
    <message>
        <source>Bring actors in from a CSV table</source>
        <translation>إدخال الفاعلين من جدول CSV</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>الإدخال</translation>
    </message>
    <message>
        <source>Bundles</source>
        <translation>حزم</translation>
    </message>
    <message>
        <source>Bundle…</source>
        <translation>حزمة…</translation>
    </message>
    <message>
        <source>By</source>
        <translation>بحسب</translation>
    </message>
    <message>
        <source>By article</source>
        <translation>بحسب المقال</translation>
    </message>
    <message>
        <source>By name; what models propose only so</source>
        <translation>بالاسم؛ ولا تُكتب اقتراحات النماذج إلا هكذا</translation>
    </message>
    <message>
        <source>By the hash of the text: what comes later moves no article.</source>
        <translation>بحسب بصمة النص: لا ينقل ما يُضاف لاحقًا مقالًا من قسمه.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>تتعذر قراءته</translation>
    </message>
    <message>
        <source>Central Kurdish</source>
        <translation>الكردية السورانية</translation>
    </message>
    <message>
        <source>Change the labels, attributes and relations of this project</source>
        <translation>تعديل وسوم هذا المشروع وسماتها وعلاقاتها</translation>
    </message>
    <message>
        <source>Change to: {keys}</source>
        <translation>لتغيير الوسم: {keys}</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>عُدّلت</translation>
    </message>
    <message>
        <source>Character {offset} of the text is half of a pair (U+{code}); save the text again as UTF-8.</source>
        <translation>الحرف رقم {offset} من النص نصف زوج لا يكتمل (U+{code})؛ احفظ النص من جديد بترميز UTF-8.</translation>
    </message>
    <message>
        <source>Characters that show nothing:</source>
        <translation>محارف لا تظهر:</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>رسوم</translation>
    </message>
    <message>
        <source>Check project</source>
        <translation>فحص المشروع</translation>
    </message>
    <message>
        <source>Checking the project</source>
        <translation>يُفحَص المشروع</translation>
    </message>
    <message>
        <source>Choose a mark in one piece: words with a gap between them stand nowhere else.</source>
        <translation>اختر علامة متصلة: فالكلمات التي بينها فجوة لا ترد في موضع آخر.</translation>
    </message>
    <message>
        <source>Choose a statement to correct it or to see who says it; several, to merge them.</source>
        <translation>اختر مقولة لتصحيحها أو لترى من يقولها، أو عدة مقولات لدمجها.</translation>
    </message>
    <message>
        <source>Choose an actor to correct it or to see where it is mentioned; several, to merge them.</source>
        <translation>اختر فاعلًا لتصحيحه أو لترى مواضع ذكره، أو اختر أكثر من واحد لدمجهم.</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>اختيار غيره…</translation>
    </message>
    <message>
        <source>Choose at least one person.</source>
        <translation>اختر شخصًا واحدًا على الأقل.</translation>
    </message>
    <message>
        <source>Choose claims of {name!r} to move to the new statement.</source>
        <translation>اختر من أقوال {name!r} ما ينتقل إلى المقولة الجديدة.</translation>
    </message>
    <message>
        <source>Choose claims that say no statement yet to link them to the new one.</source>
        <translation>اختر أقوالًا لم تُربط بعدُ بمقولة لربطها بالجديدة.</translation>
    </message>
    <message>
        <source>Choose mentions of {name!r} to move to the new actor.</source>
        <translation>اختر من مواضع ذكر {name!r} ما يُنقل إلى الفاعل الجديد.</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>ألغِ الاختيار</translation>
    </message>
    <message>
        <source>Choose the typeface of the article</source>
        <translation>اختيار الخط الذي يُعرض به المقال</translation>
    </message>
    <message>
        <source>Choose what these claims say, and see here what would change.</source>
        <translation>اختر ما تقوله هذه الأقوال، وسيظهر هنا ما سيتغير.</translation>
    </message>
    <message>
        <source>Choose who speaks, or about whom</source>
        <translation>اختر القائل أو من قيل عنه</translation>
    </message>
    <message>
        <source>Choose whose work goes into a bundle, on which articles, and what an earlier bundle held</source>
        <translation>اختر عمل من يدخل الحزمة، وفي أي مقالات، وما حملته حزمة سابقة</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>الأقوال</translation>
    </message>
    <message>
        <source>Claims as schema.org describes them, for the web</source>
        <translation>الأقوال كما يصفها schema.org، للويب</translation>
    </message>
    <message>
        <source>Claims behind it</source>
        <translation>الأقوال التي وراءه</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>إغلاق المشروع</translation>
    </message>
    <message>
        <source>Close the claims</source>
        <translation>إغلاق قائمة الأقوال</translation>
    </message>
    <message>
        <source>Close the comments</source>
        <translation>إغلاق التعليقات</translation>
    </message>
    <message>
        <source>Close the feedback</source>
        <translation>أغلق نتائج المراجعة</translation>
    </message>
    <message>
        <source>Close the guidelines</source>
        <translation>إغلاق الإرشادات</translation>
    </message>
    <message>
        <source>Close the history</source>
        <translation>أغلق السجل</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>إغلاق البحث</translation>
    </message>
    <message>
        <source>Close the search ({Esc})</source>
        <translation>إغلاق البحث ({Esc})</translation>
    </message>
    <message>
        <source>Close this list</source>
        <translation>إغلاق هذه القائمة</translation>
    </message>
    <message>
        <source>Close this list ({Esc})</source>
        <translation>إغلاق هذه القائمة ({Esc})</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>إغلاق هذه الرسالة</translation>
    </message>
    <message>
        <source>Close without them</source>
        <translation>الإغلاق من دونها</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>Columns: {columns}</source>
        <translation>الأعمدة: {columns}</translation>
    </message>
    <message>
        <source>Command for a terminal</source>
        <translation>أمر لسطر الأوامر</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>الأوامر</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>إضافة تعليق</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>التعليقات</translation>
    </message>
    <message>
        <source>Comments that mention me</source>
        <translation>تعليقات تذكرني</translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation>تعليق…</translation>
    </message>
    <message>
        <source>Comparing the readings</source>
        <translation>مقارنة القراءات</translation>
    </message>
    <message>
        <source>Compute γ</source>
        <translation>حساب γ</translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation>يجري الحساب…</translation>
    </message>
    <message>
        <source>Confidence is off by {percent} points on average (n = {n} proposals in held-out articles).</source>
        <translation>تبعد الثقة المعروضة عمّا صحّ فعلًا {percent} نقاط مئوية في المتوسط (n = {n} من الاقتراحات في مقالات لم يُتعلَّم منها).</translation>
    </message>
    <message>
        <source>Confusion of labels</source>
        <translation>خلط الوسوم</translation>
    </message>
    <message>
        <source>Confusion of labels: {a} down, {b} across</source>
        <translation>خلط الوسوم: {a} في الصفوف، {b} في الأعمدة</translation>
    </message>
    <message>
        <source>Copied as a picture.</source>
        <translation>نُسخ صورةً.</translation>
    </message>
    <message>
        <source>Copied to {path}</source>
        <translation>نُسخ إلى {path}</translation>
    </message>
    <message>
        <source>Copied with its marks.</source>
        <translation>نُسخ مع علاماته.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>نسخ جدولًا</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>نسخ صورةً</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>نسخ الرابط</translation>
    </message>
    <message>
        <source>Copy or save ▾</source>
        <translation>نسخ أو حفظ ▾</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>نسخ الأمر</translation>
    </message>
    <message>
        <source>Copy the edges as a table</source>
        <translation>نسخ الصلات جدولًا</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>نسخ الصورة</translation>
    </message>
    <message>
        <source>Copy the selected lines, or the whole article, as a picture</source>
        <translation>نسخ الأسطر المحددة، أو المقال كله، صورةً</translation>
    </message>
    <message>
        <source>Copy what is selected, or the whole article, with its marks (HTML)</source>
        <translation>نسخ المحدد، أو المقال كله، مع علاماته (HTML)</translation>
    </message>
    <message>
        <source>Copy with marks</source>
        <translation>نسخ مع العلامات</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>جارٍ النسخ</translation>
    </message>
    <message>
        <source>Count once what several outlets carry of the same report</source>
        <translation>ما تنقله عدة وسائل من الخبر نفسه يُعدّ مرة واحدة</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>يجري العدّ…</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>إنشاء</translation>
    </message>
    <message>
        <source>Cues</source>
        <translation>قرائن القول</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكنة</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>ألوان داكنة</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Decided by {who}: {what}</source>
        <translation>قرار {who}: {what}</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>القيمة المبدئية</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Delete mark</source>
        <translation>حذف العلامة</translation>
    </message>
    <message>
        <source>Delete this actor</source>
        <translation>حذف هذا الفاعل</translation>
    </message>
    <message>
        <source>Delete this statement</source>
        <translation>حذف هذه المقولة</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>الوصف</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Dhivehi</source>
        <translation>الديفيهية</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>الاختلافات</translation>
    </message>
    <message>
        <source>Differences along the article</source>
        <translation>الاختلافات على طول المقال</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>الاتجاه</translation>
    </message>
    <message>
        <source>Disagree: {names}</source>
        <translation>المخالفة: {names}</translation>
    </message>
    <message>
        <source>DocBin with span groups and relations, for spaCy</source>
        <translation>ملف DocBin بمجموعات العلامات والروابط، لمكتبة spaCy</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>منجز</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>رسم</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>جارٍ الرسم…</translation>
    </message>
    <message>
        <source>Drop files here, choose files or a folder, type an address, or paste a text. Texts, web pages, feeds, Word, PDF, tables and archives of them are shown first; nothing is written until you say so.</source>
        <translation>أفلت الملفات هنا، أو اختر ملفات أو مجلدًا، أو اكتب عنوانًا، أو ألصق نصًّا. تُعرض أولًا النصوص وصفحات الويب والخلاصات ومستندات وورد وPDF والجداول وما في الأرشيفات منها، ولا يُكتب شيء قبل موافقتك.</translation>
    </message>
    <message>
        <source>Drop files with articles here, or press {keys}.</source>
        <translation>أفلت هنا ملفات المقالات، أو اضغط {keys}.</translation>
    </message>
    <message>
        <source>Drop here to open {name}</source>
        <translation>أفلت هنا لفتح {name}</translation>
    </message>
    <message numerus="yes">
        <source>Drop {n} files here: what would come in is shown first</source>
        <translation>
            <numerusform>أفلت الملفات هنا: يُعرض ما سيدخل أولًا</numerusform>
            <numerusform>أفلت الملف هنا: يُعرض ما سيدخل أولًا</numerusform>
            <numerusform>أفلت الملفين هنا: يُعرض ما سيدخل أولًا</numerusform>
            <numerusform>أفلت {n} ملفات هنا: يُعرض ما سيدخل أولًا</numerusform>
            <numerusform>أفلت {n} ملفًا هنا: يُعرض ما سيدخل أولًا</numerusform>
            <numerusform>أفلت {n} ملف هنا: يُعرض ما سيدخل أولًا</numerusform>
        </translation>
    </message>
    <message>
        <source>Each article a dot: α</source>
        <translation>كل مقال نقطة: α</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>الصلات</translation>
    </message>
    <message>
        <source>Edges and parts of the mark</source>
        <translation>حدود العلامة وأجزاؤها</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>غير ذلك</translation>
    </message>
    <message>
        <source>Elsewhere…</source>
        <translation>مكان آخر…</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>الترميز</translation>
    </message>
    <message>
        <source>Encoding: detected</source>
        <translation>الترميز: يُكتشف</translation>
    </message>
    <message>
        <source>Encoding: {name}</source>
        <translation>الترميز: {name}</translation>
    </message>
    <message>
        <source>End of: {labels}</source>
        <translation>نهاية: {labels}</translation>
    </message>
    <message>
        <source>End the mark one letter earlier</source>
        <translation>تقديم نهاية العلامة حرفًا</translation>
    </message>
    <message>
        <source>End the mark one letter later</source>
        <translation>تأخير نهاية العلامة حرفًا</translation>
    </message>
    <message>
        <source>End the mark one word earlier</source>
        <translation>تقديم نهاية العلامة كلمة</translation>
    </message>
    <message>
        <source>End the mark one word later</source>
        <translation>تأخير نهاية العلامة كلمة</translation>
    </message>
    <message>
        <source>English</source>
        <translation>الإنجليزية</translation>
    </message>
    <message>
        <source>Entity={said} cannot be read: (e1-person opens a mention, and e1) closes it</source>
        <translation>تتعذر قراءة Entity={said}: القوس في (e1-person يفتح ذِكرًا، وفي e1) يغلقه</translation>
    </message>
    <message>
        <source>Errors by kind and time</source>
        <translation>الأخطاء بحسب النوع والزمن</translation>
    </message>
    <message>
        <source>Evenly</source>
        <translation>بالتساوي</translation>
    </message>
    <message>
        <source>Every article that several have read has its gold reading.</source>
        <translation>لكل مقال قرأه أكثر من واحد قراءته المرجعية.</translation>
    </message>
    <message>
        <source>Everything in this project holds together.</source>
        <translation>كل ما في هذا المشروع سليم.</translation>
    </message>
    <message>
        <source>Everything in {name} is here already.</source>
        <translation>كل ما في {name} موجود هنا.</translation>
    </message>
    <message>
        <source>Everything is as it was then.</source>
        <translation>كل شيء كما كان حينها.</translation>
    </message>
    <message>
        <source>Everything, a reading on a line; loads with datasets.load_dataset</source>
        <translation>كل شيء، قراءة في كل سطر؛ يُحمَّل بالأمر datasets.load_dataset</translation>
    </message>
    <message>
        <source>Everything, whatever was sent before</source>
        <translation>كل شيء، أيًّا كان ما أُرسل من قبل</translation>
    </message>
    <message>
        <source>Exact spelling</source>
        <translation>الرسم نفسه</translation>
    </message>
    <message>
        <source>Example against</source>
        <translation>مثال خطأ</translation>
    </message>
    <message>
        <source>Example for</source>
        <translation>مثال صواب</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Export actors</source>
        <translation>تصدير الفاعلين</translation>
    </message>
    <message>
        <source>Export actors…</source>
        <translation>تصدير الفاعلين…</translation>
    </message>
    <message>
        <source>Export the data…</source>
        <translation>تصدير البيانات…</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>جارٍ التصدير</translation>
    </message>
    <message>
        <source>Exporting actors</source>
        <translation>جارٍ تصدير الفاعلين</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Falling</source>
        <translation>تنازليًّا</translation>
    </message>
    <message>
        <source>Fewer than two people have read this article.</source>
        <translation>قرأ هذا المقالَ أقلُّ من شخصين.</translation>
    </message>
    <message>
        <source>Fewer than two readings of this article are here, or open to you.</source>
        <translation>ليس لهذا المقال قراءتان متاحتان لك.</translation>
    </message>
    <message>
        <source>Figures by label, role and attribute</source>
        <translation>الأرقام بحسب الوسم والدور والسمة</translation>
    </message>
    <message>
        <source>Figures of agreement in the card</source>
        <translation>أرقام اتفاق الموسِّمين في بطاقة التعريف</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>ملفات…</translation>
    </message>
    <message>
        <source>Filter the attributions</source>
        <translation>تصفية الإسنادات</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>المرشِّحات</translation>
    </message>
    <message>
        <source>Filters ({n})</source>
        <translation>المرشِّحات ({n})</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>البحث عن أمر…</translation>
    </message>
    <message>
        <source>Find a statement by its words</source>
        <translation>البحث عن مقولة بكلماتها</translation>
    </message>
    <message>
        <source>Find an actor by any name</source>
        <translation>ابحث عن فاعل بأي اسم من أسمائه</translation>
    </message>
    <message>
        <source>Find in all articles</source>
        <translation>البحث في المقالات كلها</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>البحث في المقال</translation>
    </message>
    <message>
        <source>Find in these claims</source>
        <translation>بحث في هذه الأقوال</translation>
    </message>
    <message>
        <source>Find in {n}</source>
        <translation>بحث في {n}</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>النتيجة التالية</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>النتيجة السابقة</translation>
    </message>
    <message>
        <source>Find words in all articles of the project, however they are spelt</source>
        <translation>ابحث عن كلمات في مقالات المشروع كلها، كيفما رُسمت</translation>
    </message>
    <message>
        <source>Find words in the article, however they are spelt</source>
        <translation>ابحث عن كلمات في المقال مهما اختلف رسمها</translation>
    </message>
    <message>
        <source>Finding the places</source>
        <translation>البحث عن المواضع</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Finish the gold reading</source>
        <translation>إنجاز القراءة المرجعية</translation>
    </message>
    <message numerus="yes">
        <source>Finish the gold reading: {n} left</source>
        <translation>
            <numerusform>إنجاز القراءة المرجعية: لم يبقَ شيء</numerusform>
            <numerusform>إنجاز القراءة المرجعية: بقي اختلاف</numerusform>
            <numerusform>إنجاز القراءة المرجعية: بقي اختلافان</numerusform>
            <numerusform>إنجاز القراءة المرجعية: بقيت {n} اختلافات</numerusform>
            <numerusform>إنجاز القراءة المرجعية: بقي {n} اختلافًا</numerusform>
            <numerusform>إنجاز القراءة المرجعية: بقي {n} اختلاف</numerusform>
        </translation>
    </message>
    <message>
        <source>Focus mode</source>
        <translation>وضع التركيز</translation>
    </message>
    <message>
        <source>Folder of the dataset</source>
        <translation>مجلد مجموعة البيانات</translation>
    </message>
    <message>
        <source>Folder of the network</source>
        <translation>مجلد الشبكة</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>مجلد…</translation>
    </message>
    <message>
        <source>Follow the system's colours</source>
        <translation>اتباع ألوان النظام</translation>
    </message>
    <message>
        <source>For INCEpTION and UIMA, with the layers and their types</source>
        <translation>لبرنامج INCEpTION ومنصة UIMA، بطبقاته وأنواعها</translation>
    </message>
    <message>
        <source>For analysts</source>
        <translation>للمحلّلين</translation>
    </message>
    <message>
        <source>For annotation tools</source>
        <translation>لأدوات الوسم</translation>
    </message>
    <message>
        <source>For the Hugging Face Hub: parts, a card and Croissant metadata</source>
        <translation>لمنصة Hugging Face: أقسام وبطاقة وبيانات Croissant الوصفية</translation>
    </message>
    <message>
        <source>For training</source>
        <translation>للتدريب</translation>
    </message>
    <message>
        <source>For whoever sets up this computer</source>
        <translation>لمن يُعدّ هذا الجهاز</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>الصيغ</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>الإسنادات</translation>
    </message>
    <message>
        <source>Frames as events</source>
        <translation>الإسنادات أحداثًا</translation>
    </message>
    <message>
        <source>French</source>
        <translation>الفرنسية</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>من ملف…</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>من تاريخ</translation>
    </message>
    <message>
        <source>From here on, every sentence is touched by a mark.</source>
        <translation>لا جملة بعد هذا الموضع إلا وفيها علامة.</translation>
    </message>
    <message>
        <source>Gamma needs the library pygamma-agreement, which is not part of Musnad: install it with "pip install pygamma-agreement" (it brings cvxopt, which is under the GPL).</source>
        <translation>يحتاج γ إلى مكتبة pygamma-agreement، وهي ليست من مُسنَد: ثبّتها بالأمر "pip install pygamma-agreement" (وهي تجلب cvxopt برخصة GPL).</translation>
    </message>
    <message>
        <source>Give out</source>
        <translation>الإخراج</translation>
    </message>
    <message>
        <source>Give the article on the page to people to read or to review</source>
        <translation>كلِّف أشخاصًا بقراءة المقال المعروض أو مراجعته</translation>
    </message>
    <message>
        <source>Give the article to a person who has not read it, because its differences are undecided</source>
        <translation>كلِّف بالمقال من لم يقرأه، لأن اختلافاته لم تُحسم</translation>
    </message>
    <message>
        <source>Give them to people to read or to review</source>
        <translation>كلِّف أشخاصًا بقراءتها أو مراجعتها</translation>
    </message>
    <message>
        <source>Give those with undecided differences to people who have not read them</source>
        <translation>كلِّف من لم يقرأها بقراءة ما فيه اختلافات لم تُحسم</translation>
    </message>
    <message>
        <source>Go back to this state</source>
        <translation>ارجع إلى هذه الحالة</translation>
    </message>
    <message>
        <source>Go on to the next one and come back to this one later</source>
        <translation>انتقل إلى التالي وعد إلى هذا لاحقًا</translation>
    </message>
    <message>
        <source>Go on with {title}</source>
        <translation>متابعة {title}</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>انتقال إليه</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>انتقال إلى</translation>
    </message>
    <message>
        <source>Go to publishing</source>
        <translation>الانتقال إلى النشر</translation>
    </message>
    <message>
        <source>Go to the agreement</source>
        <translation>الانتقال إلى الاتفاق</translation>
    </message>
    <message>
        <source>Go to the article</source>
        <translation>الانتقال إلى المقال</translation>
    </message>
    <message>
        <source>Go to the first</source>
        <translation>إلى الأول</translation>
    </message>
    <message>
        <source>Go to the next suggestion (in the article: {Tab})</source>
        <translation>الانتقال إلى الاقتراح التالي (في المقال: {Tab})</translation>
    </message>
    <message>
        <source>Go to the project</source>
        <translation>الانتقال إلى المشروع</translation>
    </message>
    <message>
        <source>Go to the review</source>
        <translation>الانتقال إلى المراجعة</translation>
    </message>
    <message>
        <source>Go to the suggestion before (in the article: {Shift+Tab})</source>
        <translation>الانتقال إلى الاقتراح السابق (في المقال: {Shift+Tab})</translation>
    </message>
    <message>
        <source>Going back</source>
        <translation>الرجوع إلى حالة سابقة</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>المرجعية</translation>
    </message>
    <message>
        <source>Grow the selection</source>
        <translation>توسيع التحديد</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>الدليل</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>إرشادات الوسم</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>الرأس</translation>
    </message>
    <message>
        <source>Heavy frame: the two agree. Bar: the cell's share of its row. {Enter} opens the places.</source>
        <translation>الإطار الثخين: اتفاق القراءتين. الشريط: نصيب الخانة من صفّها. {Enter} يفتح المواضع.</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>العبرية</translation>
    </message>
    <message>
        <source>Hidden characters</source>
        <translation>محارف خفية</translation>
    </message>
    <message>
        <source>Hide names</source>
        <translation>إخفاء الأسماء</translation>
    </message>
    <message>
        <source>Hide what the words propose for the selected claim (in the article: {Esc})</source>
        <translation>يُخفى ما يقترحه النص للقول المحدد (داخل المقال: {Esc})</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>History of this mark</source>
        <translation>سجل هذه العلامة</translation>
    </message>
    <message>
        <source>Holds: {features}</source>
        <translation>تحفظ: {features}</translation>
    </message>
    <message>
        <source>How</source>
        <translation>الطريقة</translation>
    </message>
    <message>
        <source>How many errors of each kind reviewers found in your marks, by month or week</source>
        <translation>عدد الأخطاء من كل نوع في علاماتك كما رآها المراجعون، بالشهر أو بالأسبوع</translation>
    </message>
    <message>
        <source>I am done with this article</source>
        <translation>فرغت من هذا المقال</translation>
    </message>
    <message>
        <source>If you take it: {marks}, {links}.</source>
        <translation>إن قبلته: {marks}، {links}.</translation>
    </message>
    <message>
        <source>Ignore outer punctuation:</source>
        <translation>تجاهل الترقيم الخارجي:</translation>
    </message>
    <message>
        <source>Ignore proclitics:</source>
        <translation>تجاهل السوابق المتصلة:</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>الاستيراد</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>استيراد مجلد</translation>
    </message>
    <message>
        <source>Import actors</source>
        <translation>استيراد الفاعلين</translation>
    </message>
    <message>
        <source>Import actors…</source>
        <translation>استيراد الفاعلين…</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>استيراد مقالات</translation>
    </message>
    <message>
        <source>Import articles…</source>
        <translation>استيراد مقالات…</translation>
    </message>
    <message>
        <source>Import as an article all the same</source>
        <translation>استيراده مقالًا مع ذلك</translation>
    </message>
    <message>
        <source>Import as {format}</source>
        <translation>إدخاله بصيغة {format}</translation>
    </message>
    <message>
        <source>Import what is chosen ({Ctrl+Return})</source>
        <translation>استيراد ما اختير ({Ctrl+Return})</translation>
    </message>
    <message numerus="yes">
        <source>Import {n} articles</source>
        <translation>
            <numerusform>لا مقالات تُدخل</numerusform>
            <numerusform>استيراد مقال واحد</numerusform>
            <numerusform>استيراد مقالين</numerusform>
            <numerusform>استيراد {n} مقالات</numerusform>
            <numerusform>استيراد {n} مقالًا</numerusform>
            <numerusform>استيراد {n} مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import {n} datasets</source>
        <translation>
            <numerusform>لا مجموعات تُدخل</numerusform>
            <numerusform>استيراد مجموعة بيانات</numerusform>
            <numerusform>استيراد مجموعتي بيانات</numerusform>
            <numerusform>استيراد {n} مجموعات بيانات</numerusform>
            <numerusform>استيراد {n} مجموعة بيانات</numerusform>
            <numerusform>استيراد {n} مجموعة بيانات</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import {n} files as articles all the same</source>
        <translation>
            <numerusform>إدخال الملفات مقالاتٍ مع ذلك</numerusform>
            <numerusform>إدخال الملف مقالًا مع ذلك</numerusform>
            <numerusform>إدخال الملفين مقالين مع ذلك</numerusform>
            <numerusform>إدخال {n} ملفات مقالاتٍ مع ذلك</numerusform>
            <numerusform>إدخال {n} ملفًا مقالاتٍ مع ذلك</numerusform>
            <numerusform>إدخال {n} ملف مقالاتٍ مع ذلك</numerusform>
        </translation>
    </message>
    <message>
        <source>Importing actors</source>
        <translation>جارٍ استيراد الفاعلين</translation>
    </message>
    <message>
        <source>Importing articles</source>
        <translation>جارٍ استيراد المقالات</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>المجموع</translation>
    </message>
    <message>
        <source>In all articles, the newest first</source>
        <translation>في كل المقالات، الأحدث أولًا</translation>
    </message>
    <message>
        <source>In lanes below the lines: {readers}</source>
        <translation>في مسارات تحت الأسطر: {readers}</translation>
    </message>
    <message>
        <source>In my marks</source>
        <translation>في علاماتي</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>قيد العمل</translation>
    </message>
    <message>
        <source>In the article {title!r}.</source>
        <translation>في المقال {title!r}.</translation>
    </message>
    <message>
        <source>In the texts</source>
        <translation>في النصوص</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>الناقصة</translation>
    </message>
    <message>
        <source>Intake cannot have changed {count} characters.</source>
        <translation>لا يمكن أن يكون الإدخال قد غيّر {count} حرفًا.</translation>
    </message>
    <message>
        <source>It failed: {reason}.</source>
        <translation>أخفق: {reason}.</translation>
    </message>
    <message>
        <source>It is of a project that was begun apart; the two become one.</source>
        <translation>الحزمة من مشروع بدأ على حدة؛ يصير المشروعان واحدًا.</translation>
    </message>
    <message>
        <source>It needs parts that are not on this computer. Everything else works without it; whoever looks after the computer can add them.</source>
        <translation>تحتاج هذه الأداة إلى أجزاء ليست على هذا الجهاز. كل ما عداها يعمل من دونها، ويمكن لمن يتولى أمر الجهاز أن يضيفها.</translation>
    </message>
    <message>
        <source>Its marks name actors of the registry</source>
        <translation>تُربط علاماته بسجل الفاعلين</translation>
    </message>
    <message>
        <source>Its value is</source>
        <translation>قيمتها</translation>
    </message>
    <message>
        <source>Jaccard</source>
        <translation>جاكار</translation>
    </message>
    <message>
        <source>Keep in order</source>
        <translation>الضبط</translation>
    </message>
    <message>
        <source>Keep web pages as they came</source>
        <translation>حفظ صفحات الويب كما وردت</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>بقيت</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Krippendorff’s α, nominal, over letters</source>
        <translation>معامل كريبندورف α الاسمي، على الحروف</translation>
    </message>
    <message>
        <source>Krippendorff’s α, nominal, over stretches that were marked</source>
        <translation>معامل كريبندورف α الاسمي، على المقاطع التي عليها علامات</translation>
    </message>
    <message>
        <source>Krippendorff’s α, nominal, over words</source>
        <translation>معامل كريبندورف α الاسمي، على الكلمات</translation>
    </message>
    <message>
        <source>Kunya, titles, names in Latin letters: one a line</source>
        <translation>الكنية والألقاب والاسم بحروف لاتينية: كل اسم في سطر</translation>
    </message>
    <message>
        <source>Kurdish</source>
        <translation>الكردية</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>Label tags</source>
        <translation>بطاقات الوسوم</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Labels: α</source>
        <translation>الوسوم: α</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Language and numbers</source>
        <translation>اللغة والأرقام</translation>
    </message>
    <message>
        <source>Language, digits, sizes, colours and backups</source>
        <translation>اللغة والأرقام والأحجام والألوان والنسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>اللغات</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>نص أكبر</translation>
    </message>
    <message>
        <source>Lately</source>
        <translation>آخر ما جرى</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>لاحقًا</translation>
    </message>
    <message>
        <source>Lay the readings beside each other, scrolled together, instead of over each other</source>
        <translation>ضع القراءات متقابلة تتحرك معًا، بدلًا من تراكبها</translation>
    </message>
    <message>
        <source>Leads from</source>
        <translation>تبدأ من</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>تنتهي إلى</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>تعلّم</translation>
    </message>
    <message>
        <source>Learn anew</source>
        <translation>تعلّم من جديد</translation>
    </message>
    <message>
        <source>Learned from your marks</source>
        <translation>ما تعلّمه من علاماتك</translation>
    </message>
    <message>
        <source>Learned here</source>
        <translation>متعلَّم من المشروع</translation>
    </message>
    <message>
        <source>Learned on {day} from {attributions} in {articles}.</source>
        <translation>تعلّم في {day} من {attributions} في {articles}.</translation>
    </message>
    <message numerus="yes">
        <source>Learned; {n} suggestions wait for an answer</source>
        <translation>
            <numerusform>انتهى التعلّم؛ لا اقتراحات تنتظر الرد</numerusform>
            <numerusform>انتهى التعلّم؛ اقتراح واحد ينتظر الرد</numerusform>
            <numerusform>انتهى التعلّم؛ اقتراحان ينتظران الرد</numerusform>
            <numerusform>انتهى التعلّم؛ {n} اقتراحات تنتظر الرد</numerusform>
            <numerusform>انتهى التعلّم؛ {n} اقتراحًا تنتظر الرد</numerusform>
            <numerusform>انتهى التعلّم؛ {n} اقتراح تنتظر الرد</numerusform>
        </translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation>منحنى التعلّم</translation>
    </message>
    <message>
        <source>Learning from the marks</source>
        <translation>التعلّم من العلامات</translation>
    </message>
    <message>
        <source>Least sure first</source>
        <translation>الأقل يقينًا أولًا</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>إسقاط</translation>
    </message>
    <message>
        <source>Leave out the next of و ف ب ك ل ال س at the start; after the last one, take the word whole again</source>
        <translation>إسقاط السابقة التالية من أول الكلمة (و ف ب ك ل ال س)، وبعد آخرها تعود الكلمة كاملة</translation>
    </message>
    <message>
        <source>Left to right</source>
        <translation>من اليسار إلى اليمين</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>الطول</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>أقل</translation>
    </message>
    <message>
        <source>Let somebody else break the tie</source>
        <translation>كلِّف غيرك بكسر التعادل</translation>
    </message>
    <message>
        <source>Let the program learn from your marks, and answer what it suggests in all articles</source>
        <translation>دع البرنامج يتعلّم من علاماتك، ورُدّ على ما يقترحه في المقالات كلها</translation>
    </message>
    <message>
        <source>Let the suggesters read this article; what they propose waits until you take it</source>
        <translation>تقرأ أدوات الاقتراح هذا المقال؛ وما تقترحه ينتظر قبولك</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>الحرف</translation>
    </message>
    <message>
        <source>Letters under marks</source>
        <translation>الحروف تحت العلامات</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>الرخصة</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتحة</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>ألوان فاتحة</translation>
    </message>
    <message>
        <source>Line {line}: {name} is {into}</source>
        <translation>السطر {line}: {name} هو {into}</translation>
    </message>
    <message>
        <source>Lines stored as they are seen were turned into reading order</source>
        <translation>كانت الأسطر مخزّنة كما تُرى فأُعيدت إلى ترتيب القراءة</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>الرابط</translation>
    </message>
    <message>
        <source>Link the claim to a statement of the registry</source>
        <translation>ربط القول بمقولة من السجل</translation>
    </message>
    <message>
        <source>Link the mention to an actor of the registry</source>
        <translation>ربط الذِّكر بفاعل في السجل</translation>
    </message>
    <message>
        <source>Link: {roles}</source>
        <translation>ربط: {roles}</translation>
    </message>
    <message>
        <source>Link: {role}…</source>
        <translation>ربط: {role}…</translation>
    </message>
    <message>
        <source>Linked to actor</source>
        <translation>مربوط بالفاعل</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>الروابط</translation>
    </message>
    <message>
        <source>Links in a chain, at most</source>
        <translation>أقصى عدد للروابط المتتالية</translation>
    </message>
    <message>
        <source>Links of one mark, at most</source>
        <translation>أقصى عدد لروابط العلامة الواحدة</translation>
    </message>
    <message>
        <source>List</source>
        <translation>قائمة</translation>
    </message>
    <message>
        <source>List of articles</source>
        <translation>قائمة المقالات</translation>
    </message>
    <message>
        <source>List the suggestions in this article, and take or refuse those that you leave ticked</source>
        <translation>عرض اقتراحات هذا المقال في قائمة لقبول المحدد منها أو رفضه</translation>
    </message>
    <message>
        <source>List who says what in this article, instead of its marks</source>
        <translation>قائمة بمن قال وماذا قال في هذا المقال، بدل علاماته</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Look for it…</source>
        <translation>البحث عنه…</translation>
    </message>
    <message>
        <source>Look for {name}</source>
        <translation>البحث عن {name}</translation>
    </message>
    <message>
        <source>Look through</source>
        <translation>البحث</translation>
    </message>
    <message>
        <source>Look whether everything in the project holds together</source>
        <translation>التحقّق من سلامة كل ما في المشروع</translation>
    </message>
    <message>
        <source>Looking everywhere</source>
        <translation>جارٍ البحث في كل موضع</translation>
    </message>
    <message>
        <source>Looking for suggestions</source>
        <translation>جارٍ البحث عن اقتراحات</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>ما لا يُحفظ</translation>
    </message>
    <message>
        <source>MUSNAD_ANNOTATOR is {name!r}, which cannot be an annotator's name: use 1 to {most} visible characters. Set another one, or none.</source>
        <translation>لا تصلح قيمة MUSNAD_ANNOTATOR، وهي {name!r}، اسمًا لموسِّم: من حرف إلى {most} حرفًا ظاهرًا. اجعلها غير ذلك أو احذفها.</translation>
    </message>
    <message>
        <source>Make a clean copy</source>
        <translation>إنشاء نسخة سليمة</translation>
    </message>
    <message>
        <source>Making the sample</source>
        <translation>جارٍ إعداد المثال</translation>
    </message>
    <message>
        <source>Mark and link what the words propose for the selected claim (in the article: {Enter})</source>
        <translation>يوسم ما يقترحه النص للقول المحدد ويُربط به (داخل المقال: {Enter})</translation>
    </message>
    <message>
        <source>Mark as</source>
        <translation>وضع علامة</translation>
    </message>
    <message>
        <source>Mark as: {keys}</source>
        <translation>للوسم: {keys}</translation>
    </message>
    <message>
        <source>Mark at the caret</source>
        <translation>العلامة عند المؤشر</translation>
    </message>
    <message>
        <source>Mark everywhere…</source>
        <translation>الوسم في كل موضع…</translation>
    </message>
    <message>
        <source>Mark the difference as viewed</source>
        <translation>علّم الاختلاف بأنه شوهد</translation>
    </message>
    <message>
        <source>Mark the words of the selected mark wherever they stand in the project</source>
        <translation>وسم كلمات العلامة المحددة حيثما وردت في المشروع</translation>
    </message>
    <message>
        <source>Mark what was decided as seen, and go to the next (in the list: {A})</source>
        <translation>وضع ما تقرر في المشاهَد والانتقال إلى التالي (في القائمة: {A})</translation>
    </message>
    <message numerus="yes">
        <source>Mark {n} places</source>
        <translation>
            <numerusform>لا مواضع للوسم</numerusform>
            <numerusform>وسم موضع واحد</numerusform>
            <numerusform>وسم موضعين</numerusform>
            <numerusform>وسم {n} مواضع</numerusform>
            <numerusform>وسم {n} موضعًا</numerusform>
            <numerusform>وسم {n} موضع</numerusform>
        </translation>
    </message>
    <message>
        <source>Marked articles and their claims on one page for the browser</source>
        <translation>المقالات الموسومة وأقوالها في صفحة واحدة للمتصفّح</translation>
    </message>
    <message>
        <source>Marked articles and their claims, to print and hand on</source>
        <translation>المقالات الموسومة وأقوالها، للطباعة والتداول</translation>
    </message>
    <message>
        <source>Marked by {name}</source>
        <translation>وسمه {name}</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>العلامات</translation>
    </message>
    <message>
        <source>Marks and their details</source>
        <translation>العلامات وتفاصيلها</translation>
    </message>
    <message>
        <source>Marks decided (n)</source>
        <translation>العلامات التي قُرّر فيها (n)</translation>
    </message>
    <message>
        <source>Marks in this article</source>
        <translation>علامات هذا المقال</translation>
    </message>
    <message>
        <source>Marks would lose their place in this scheme: {losses}.</source>
        <translation>ستفقد علامات موضعها في مخطط الوسم هذا: {losses}.</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>المعنى</translation>
    </message>
    <message>
        <source>Mend what can be mended</source>
        <translation>إصلاح ما يمكن إصلاحه</translation>
    </message>
    <message>
        <source>Mending the project</source>
        <translation>يُصلَح المشروع</translation>
    </message>
    <message>
        <source>Mentioning me</source>
        <translation>تذكرني</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>مواضع الذِّكر</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>دمج</translation>
    </message>
    <message>
        <source>Merge a bundle</source>
        <translation>دمج حزمة</translation>
    </message>
    <message>
        <source>Merge a bundle…</source>
        <translation>دمج حزمة…</translation>
    </message>
    <message>
        <source>Merge into {name}</source>
        <translation>دمج في {name}</translation>
    </message>
    <message>
        <source>Merge the boundaries</source>
        <translation>دمج الحدود</translation>
    </message>
    <message>
        <source>Merge the readers’ boundaries</source>
        <translation>دمج حدود القراءات</translation>
    </message>
    <message numerus="yes">
        <source>Merge {n} actors into one</source>
        <translation>
            <numerusform>لا فاعلين لدمجهم</numerusform>
            <numerusform>فاعل واحد لا يُدمج</numerusform>
            <numerusform>دمج فاعلَين في واحد</numerusform>
            <numerusform>دمج {n} فاعلين في واحد</numerusform>
            <numerusform>دمج {n} فاعلًا في واحد</numerusform>
            <numerusform>دمج {n} فاعل في واحد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge {n} statements into one</source>
        <translation>
            <numerusform>لا مقولات لدمجها</numerusform>
            <numerusform>مقولة واحدة لا تُدمج</numerusform>
            <numerusform>دمج مقولتين في واحدة</numerusform>
            <numerusform>دمج {n} مقولات في واحدة</numerusform>
            <numerusform>دمج {n} مقولة في واحدة</numerusform>
            <numerusform>دمج {n} مقولة في واحدة</numerusform>
        </translation>
    </message>
    <message>
        <source>Merging the bundle</source>
        <translation>دمج الحزمة</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>رسالة</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>لي</translation>
    </message>
    <message>
        <source>Mine ({name})</source>
        <translation>قراءتي ({name})</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>فاتت</translation>
    </message>
    <message>
        <source>Missing: {roles}</source>
        <translation>ينقص: {roles}</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>الأشهر</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Most quoted</source>
        <translation>الأكثر نقلًا عنهم</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>إلى أسفل</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>إلى أعلى</translation>
    </message>
    <message numerus="yes">
        <source>Move {n} claims to a new statement</source>
        <translation>
            <numerusform>لا أقوال تُنقل إلى مقولة جديدة</numerusform>
            <numerusform>نقل القول إلى مقولة جديدة</numerusform>
            <numerusform>نقل قولين إلى مقولة جديدة</numerusform>
            <numerusform>نقل {n} أقوال إلى مقولة جديدة</numerusform>
            <numerusform>نقل {n} قولًا إلى مقولة جديدة</numerusform>
            <numerusform>نقل {n} قول إلى مقولة جديدة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move {n} mentions to a new actor</source>
        <translation>
            <numerusform>لا مواضع لنقلها</numerusform>
            <numerusform>نقل موضع واحد إلى فاعل جديد</numerusform>
            <numerusform>نقل موضعين إلى فاعل جديد</numerusform>
            <numerusform>نقل {n} مواضع إلى فاعل جديد</numerusform>
            <numerusform>نقل {n} موضعًا إلى فاعل جديد</numerusform>
            <numerusform>نقل {n} موضع إلى فاعل جديد</numerusform>
        </translation>
    </message>
    <message>
        <source>Moving claims</source>
        <translation>نقل الأقوال</translation>
    </message>
    <message>
        <source>Musnad</source>
        <translation>مُسنَد</translation>
    </message>
    <message>
        <source>Musnad projects</source>
        <translation>مشاريع مُسنَد</translation>
    </message>
    <message>
        <source>My errors over time</source>
        <translation>أخطائي عبر الزمن</translation>
    </message>
    <message>
        <source>My mark</source>
        <translation>علامتي</translation>
    </message>
    <message>
        <source>My marks</source>
        <translation>علاماتي</translation>
    </message>
    <message>
        <source>My marks in review</source>
        <translation>علاماتي في المراجعة</translation>
    </message>
    <message>
        <source>My project</source>
        <translation>مشروعي</translation>
    </message>
    <message>
        <source>My status</source>
        <translation>حالة قراءتي</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Name of the new actor</source>
        <translation>اسم الفاعل الجديد</translation>
    </message>
    <message>
        <source>Named entities</source>
        <translation>الكيانات المسمّاة</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>المقصود</translation>
    </message>
    <message>
        <source>Names in Latin letters</source>
        <translation>الأسماء بحروف لاتينية</translation>
    </message>
    <message>
        <source>Names of the registry, in any spelling, wherever the text has them</source>
        <translation>أسماء السجل بأي إملاء كُتبت، حيثما وردت في النص</translation>
    </message>
    <message>
        <source>Names with commas between them</source>
        <translation>أسماء تفصل بينها فواصل</translation>
    </message>
    <message>
        <source>Names {name}. Press to link another actor</source>
        <translation>المقصود {name}. الضغط هنا لربط العلامة بفاعل آخر</translation>
    </message>
    <message>
        <source>Near-duplicate</source>
        <translation>شبه مكرر</translation>
    </message>
    <message>
        <source>Near-duplicates once</source>
        <translation>أشباه المكرر مرة واحدة</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>الشبكات</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source>New</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>New actor</source>
        <translation>فاعل جديد</translation>
    </message>
    <message>
        <source>New actor “{name}”</source>
        <translation>فاعل جديد «{name}»</translation>
    </message>
    <message>
        <source>New actors: {names}</source>
        <translation>فاعلون جدد: {names}</translation>
    </message>
    <message>
        <source>New articles: {names}</source>
        <translation>مقالات جديدة: {names}</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>مشروع جديد</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>مشروع جديد…</translation>
    </message>
    <message>
        <source>New statement</source>
        <translation>مقولة جديدة</translation>
    </message>
    <message>
        <source>New statement “{words}”</source>
        <translation>مقولة جديدة «{words}»</translation>
    </message>
    <message>
        <source>Newer work stays as it is: {what}.</source>
        <translation>يبقى العمل الأحدث كما هو: {what}.</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>المقال التالي</translation>
    </message>
    <message>
        <source>Next colours</source>
        <translation>تبديل المظهر</translation>
    </message>
    <message>
        <source>Next colours: light, dark, sepia</source>
        <translation>تبديل المظهر: فاتح ثم داكن ثم ورقي</translation>
    </message>
    <message>
        <source>Next comment</source>
        <translation>التعليق التالي</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>الاختلاف التالي</translation>
    </message>
    <message>
        <source>Next mark</source>
        <translation>العلامة التالية</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>اللوحة التالية</translation>
    </message>
    <message>
        <source>Next place in all articles</source>
        <translation>الموضع التالي في المقالات كلها</translation>
    </message>
    <message>
        <source>Next suggestion</source>
        <translation>الاقتراح التالي</translation>
    </message>
    <message>
        <source>Next unmarked sentence</source>
        <translation>الجملة التالية بلا علامة</translation>
    </message>
    <message>
        <source>No Arabic typeface is installed that joins its letters, so articles cannot be read well. On Debian and Ubuntu: {command}</source>
        <translation>لا يوجد خط عربي مثبّت يصل الحروف، فلن تُقرأ المقالات كما ينبغي. في دبيان وأوبونتو: {command}</translation>
    </message>
    <message>
        <source>No annotator is called {handle!r}; there are: {known}.</source>
        <translation>لا موسِّم اسمه {handle!r}؛ الموجودون: {known}.</translation>
    </message>
    <message>
        <source>No article among them has an undecided difference.</source>
        <translation>لا مقال بينها فيه اختلاف لم يُحسم.</translation>
    </message>
    <message>
        <source>No article is in {language!r}; there is: {known}.</source>
        <translation>لا مقال باللغة {language!r}؛ اللغات هنا: {known}.</translation>
    </message>
    <message>
        <source>No article is like that.</source>
        <translation>لا مقال يطابق هذه الشروط.</translation>
    </message>
    <message>
        <source>No article is of the outlet {outlet!r}; there is: {known}.</source>
        <translation>لا مقال من الناشر {outlet!r}؛ الناشرون هنا: {known}.</translation>
    </message>
    <message>
        <source>No articles yet</source>
        <translation>لا مقالات بعد</translation>
    </message>
    <message>
        <source>No difference is left. What is agreed can be taken in one step.</source>
        <translation>لم يبق اختلاف. يؤخذ المتفق عليه بخطوة واحدة.</translation>
    </message>
    <message>
        <source>No installed typeface has Arabic letters.</source>
        <translation>لا يوجد بين الخطوط المثبّتة خط فيه حروف عربية.</translation>
    </message>
    <message>
        <source>No label of the scheme {scheme} names actors, so none is proposed. Give a label names_actor = true.</source>
        <translation>لا وسم في مخطط الوسم {scheme} تُربط علاماته بسجل الفاعلين، فلا يُقترح منهم أحد. اجعل لأحد الوسوم names_actor = true.</translation>
    </message>
    <message>
        <source>No longer selected: {quote}</source>
        <translation>أُلغي تحديد: {quote}</translation>
    </message>
    <message>
        <source>No mark selected</source>
        <translation>لا علامة محددة</translation>
    </message>
    <message>
        <source>No open comments. Select a mark or words and write below; with neither, on the article.</source>
        <translation>لا تعليقات مفتوحة. حدّد علامة أو كلمات واكتب أدناه، وإن لم تحدّد شيئًا كان التعليق على المقال كله.</translation>
    </message>
    <message>
        <source>No place for: {features}</source>
        <translation>لا مكان فيها لـ: {features}</translation>
    </message>
    <message>
        <source>No resolved comments.</source>
        <translation>لا تعليقات محسومة.</translation>
    </message>
    <message>
        <source>No statement</source>
        <translation>بلا مقولة</translation>
    </message>
    <message>
        <source>No statement yet</source>
        <translation>بلا مقولة بعد</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>بلا قيمة</translation>
    </message>
    <message>
        <source>Nobody called {handle!r} has a reading in this project; there is: {known}.</source>
        <translation>لا قراءة في هذا المشروع باسم {handle!r}؛ الموجود: {known}.</translation>
    </message>
    <message>
        <source>Nobody else has a reading in this project.</source>
        <translation>لا قراءات لغيرك في هذا المشروع.</translation>
    </message>
    <message>
        <source>Nobody has reviewed your marks on this article yet.</source>
        <translation>لم يراجع أحد علاماتك في هذا المقال بعد.</translation>
    </message>
    <message>
        <source>Nobody has reviewed your marks yet.</source>
        <translation>لم يراجع أحد علاماتك بعد.</translation>
    </message>
    <message>
        <source>Nobody in the registry</source>
        <translation>ليس في السجل</translation>
    </message>
    <message>
        <source>Nobody mentions you.</source>
        <translation>لم يذكرك أحد.</translation>
    </message>
    <message>
        <source>Nodes without an edge too</source>
        <translation>مع العقد التي لا روابط لها</translation>
    </message>
    <message>
        <source>None of your marks.</source>
        <translation>لا علامة من علاماتك.</translation>
    </message>
    <message>
        <source>None yet. Each claim that you mark is listed here with its roles.</source>
        <translation>لا شيء بعد. يظهر هنا كل قول تضع عليه علامة، مع قائله وقرينة القول.</translation>
    </message>
    <message>
        <source>None yet. What you mark in the article is listed here.</source>
        <translation>لا علامات بعد. ما تضع عليه علامة في المقال يُدرج هنا.</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>التطبيع</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>لم يبدأ</translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation>لم يُحسم</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>Not said: {names}</source>
        <translation>الموقف غير مذكور: {names}</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>لم يُحفظ</translation>
    </message>
    <message>
        <source>Not shown: {what}</source>
        <translation>غير ظاهر: {what}</translation>
    </message>
    <message>
        <source>Not understood after all</source>
        <translation>إلغاء «فُهم»</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Nothing can be written in {folder} ({reason}). Copy the project to a folder of yours and open it there.</source>
        <translation>تتعذر الكتابة في المجلد {folder} ({reason}). انسخ المشروع إلى مجلد لك وافتحه هناك.</translation>
    </message>
    <message>
        <source>Nothing could be made anew.</source>
        <translation>لم يكن هناك ما يمكن إصلاحه.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>لا نتائج</translation>
    </message>
    <message>
        <source>Nothing has been learned in this project yet. Learn from its marks first.</source>
        <translation>لم يتعلّم المشروع شيئًا بعد. علّمه من علاماته أولًا.</translation>
    </message>
    <message>
        <source>Nothing has been learned yet. Mark who says what in some articles, then let the program learn.</source>
        <translation>لم يتعلّم البرنامج شيئًا بعد. سِم في بعض المقالات من قال ماذا، ثم دعه يتعلّم.</translation>
    </message>
    <message>
        <source>Nothing in the scheme {scheme} means what somebody says, so no claims are proposed. Give a relation means = "source" or means = "cue".</source>
        <translation>لا شيء في مخطط الوسم {scheme} يدل على ما يقوله أحد، فلا تُقترح أقوال. اجعل لإحدى العلاقات means = "source" أو means = "cue".</translation>
    </message>
    <message>
        <source>Nothing in the scheme {scheme} means what somebody says, so there is nothing to learn. Give a relation means = "source" or means = "cue".</source>
        <translation>ليس في الخطة {scheme} ما معناه كلام يقوله أحد، فليس هناك ما يُتعلَّم. اجعل لعلاقة means = "source" أو means = "cue".</translation>
    </message>
    <message>
        <source>Nothing is called “{words}”. Fewer letters find more.</source>
        <translation>لا شيء باسم «{words}». الأحرف الأقل تعثر على أكثر.</translation>
    </message>
    <message>
        <source>Nothing is lost: the format holds all of it.</source>
        <translation>لا يضيع شيء: الصيغة تحفظ كل ما يُكتب.</translation>
    </message>
    <message>
        <source>Nothing is suggested</source>
        <translation>لا اقتراحات</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>لم يُكتب شيء بعد.</translation>
    </message>
    <message>
        <source>Nothing new was found in these files</source>
        <translation>لا جديد في هذه الملفات</translation>
    </message>
    <message>
        <source>Nothing of yours is touched, and one undo takes all of it back.</source>
        <translation>لا يُمسّ شيء من عملك، وتراجعٌ واحد يلغي الدمج كله.</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>لا شيء محدَّد</translation>
    </message>
    <message>
        <source>Nothing was done to it yet.</source>
        <translation>لم يُجرَ عليه شيء بعد.</translation>
    </message>
    <message>
        <source>Number of nodes</source>
        <translation>عدد العُقد</translation>
    </message>
    <message>
        <source>Offsets</source>
        <translation>المواضع</translation>
    </message>
    <message>
        <source>On a mark that is gone</source>
        <translation>على علامة لم تعد موجودة</translation>
    </message>
    <message>
        <source>On the whole article</source>
        <translation>على المقال كله</translation>
    </message>
    <message>
        <source>On which articles</source>
        <translation>في أي مقالات</translation>
    </message>
    <message>
        <source>One undo takes that back.</source>
        <translation>ويكفي تراجع واحد لإلغاء ذلك.</translation>
    </message>
    <message>
        <source>Only the feed's summary of the article</source>
        <translation>ملخّص المقال كما في الخلاصة فحسب</translation>
    </message>
    <message>
        <source>Only the open one: {title}</source>
        <translation>المفتوح وحده: {title}</translation>
    </message>
    <message>
        <source>Only the page: no panes, no toolbar</source>
        <translation>الصفحة وحدها بلا لوحات جانبية ولا شريط أدوات</translation>
    </message>
    <message>
        <source>Only the same letters, with the same harakat and tatweel</source>
        <translation>الحروف نفسها بحركاتها وتطويلها</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>هذه وحدها</translation>
    </message>
    <message>
        <source>Only this part</source>
        <translation>هذا الجزء وحده</translation>
    </message>
    <message>
        <source>Only those without a source or a cue</source>
        <translation>ما ينقصه القائل أو قرينة القول فقط</translation>
    </message>
    <message>
        <source>Only what I have not seen ({n})</source>
        <translation>ما لم أره بعد فقط ({n})</translation>
    </message>
    <message>
        <source>Only what all readers marked alike</source>
        <translation>ما اتفق عليه كل القرّاء وحده</translation>
    </message>
    <message>
        <source>Only words that stand alone, without an attached و or ال</source>
        <translation>الكلمة وحدها، بلا ما يتصل بها كواو العطف و«ال» التعريف</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>مفتوحة</translation>
    </message>
    <message>
        <source>Open a backup</source>
        <translation>فتح نسخة احتياطية</translation>
    </message>
    <message>
        <source>Open a backup…</source>
        <translation>فتح نسخة احتياطية…</translation>
    </message>
    <message>
        <source>Open a map</source>
        <translation>فتح خريطة</translation>
    </message>
    <message>
        <source>Open a map…</source>
        <translation>فتح خريطة…</translation>
    </message>
    <message>
        <source>Open a project or begin one first; then drop the articles again.</source>
        <translation>افتح مشروعًا أو أنشئ واحدًا أولًا، ثم أفلت المقالات من جديد.</translation>
    </message>
    <message>
        <source>Open comments</source>
        <translation>تعليقات مفتوحة</translation>
    </message>
    <message>
        <source>Open differences</source>
        <translation>اختلافات مفتوحة</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>فتح ملف…</translation>
    </message>
    <message>
        <source>Open only</source>
        <translation>المفتوحة فقط</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>فتح مشروع</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>فتح مشروع…</translation>
    </message>
    <message>
        <source>Open scheme</source>
        <translation>فتح مخطط وسم</translation>
    </message>
    <message>
        <source>Open the article</source>
        <translation>فتح المقال</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>فتح المجلد</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>فتح المثال</translation>
    </message>
    <message>
        <source>Open {url} in the browser</source>
        <translation>فتح {url} في المتصفح</translation>
    </message>
    <message>
        <source>Options of {format}</source>
        <translation>خيارات {format}</translation>
    </message>
    <message>
        <source>Or choose “No statement yet”, tick claims that say the same, and write their statement below them.</source>
        <translation>أو اختر «بلا مقولة بعد»، وعلِّم الأقوال التي تقول الشيء نفسه، واكتب مقولتها تحتها.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الترتيب</translation>
    </message>
    <message>
        <source>Order of import</source>
        <translation>ترتيب الاستيراد</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>مصدر المقال</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>آخرون</translation>
    </message>
    <message>
        <source>Others repeat it</source>
        <translation>يتكرر في غيره</translation>
    </message>
    <message>
        <source>Over the months: α</source>
        <translation>على مر الأشهر: α</translation>
    </message>
    <message>
        <source>Overlaid</source>
        <translation>متراكبة</translation>
    </message>
    <message>
        <source>PDF files</source>
        <translation>ملفات PDF</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>صفحة {page} من {pages}</translation>
    </message>
    <message>
        <source>Painting the picture</source>
        <translation>تُرسم الصورة</translation>
    </message>
    <message>
        <source>Pairs: F₁ by overlap, and the number of articles</source>
        <translation>كل قارئَين: F₁ بالتداخل، وعدد المقالات</translation>
    </message>
    <message>
        <source>Parts in percent</source>
        <translation>الأقسام بالنسبة المئوية</translation>
    </message>
    <message>
        <source>Parts of the scheme</source>
        <translation>أجزاء مخطط الوسم</translation>
    </message>
    <message>
        <source>Parts of the split</source>
        <translation>أقسام التقسيم</translation>
    </message>
    <message>
        <source>Pashto</source>
        <translation>البشتوية</translation>
    </message>
    <message>
        <source>Passage: {quote}</source>
        <translation>مقطع: {quote}</translation>
    </message>
    <message>
        <source>Password of the coders</source>
        <translation>كلمة مرور المرمِّزين</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>لصق</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>نص ملصق</translation>
    </message>
    <message>
        <source>People</source>
        <translation>الأشخاص</translation>
    </message>
    <message>
        <source>People, organizations and places, as a language model of camel-tools sees them</source>
        <translation>الأشخاص والمؤسسات والأماكن كما يراها نموذج لغوي من camel-tools</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>الفارسية</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>صور</translation>
    </message>
    <message>
        <source>Place and label weighed together (Mathet et al. 2015). It takes seconds an article.</source>
        <translation>يوزن الموضع والوسم معًا (Mathet et al. 2015). يستغرق ثوانيَ لكل مقال.</translation>
    </message>
    <message>
        <source>Precision and recall</source>
        <translation>الدقة والاستدعاء</translation>
    </message>
    <message>
        <source>Precision, recall and F₁: {b} against {a}</source>
        <translation>الدقة والاستدعاء وF₁: {b} قياسًا إلى {a}</translation>
    </message>
    <message>
        <source>Preparing the tour</source>
        <translation>جارٍ إعداد الجولة</translation>
    </message>
    <message>
        <source>Press a letter, or select the words</source>
        <translation>اضغط حرفًا أو حدّد الكلمات</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>معاينة</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>المقال السابق</translation>
    </message>
    <message>
        <source>Previous comment</source>
        <translation>التعليق السابق</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>الاختلاف السابق</translation>
    </message>
    <message>
        <source>Previous mark</source>
        <translation>العلامة السابقة</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>اللوحة السابقة</translation>
    </message>
    <message>
        <source>Previous place in all articles</source>
        <translation>الموضع السابق في المقالات كلها</translation>
    </message>
    <message>
        <source>Previous suggestion</source>
        <translation>الاقتراح السابق</translation>
    </message>
    <message>
        <source>Previous unmarked sentence</source>
        <translation>الجملة السابقة بلا علامة</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>طباعة</translation>
    </message>
    <message>
        <source>Print the article with its marks</source>
        <translation>طباعة المقال بعلاماته</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>الطباعة جارية</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>طباعة…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>التقدّم</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>المشروع</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>النشر</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>الناشر</translation>
    </message>
    <message>
        <source>Publishers</source>
        <translation>الناشرون</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>الغرض</translation>
    </message>
    <message>
        <source>Putting letters in order</source>
        <translation>ترتيب الحروف</translation>
    </message>
    <message>
        <source>Python lacks {libraries}, and the model for named entities is not in {folder}.</source>
        <translation>تنقص بعض مكتبات بايثون ({libraries})، ونموذج الكيانات المسمّاة ليس في {folder}.</translation>
    </message>
    <message>
        <source>Python lacks {libraries}.</source>
        <translation>تنقص بعض مكتبات بايثون: {libraries}.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Read as {encoding}</source>
        <translation>قُرئ بترميز {encoding}</translation>
    </message>
    <message>
        <source>Read blind: hide others’ marks until one’s own reading is done</source>
        <translation>قراءة مستقلة: حجب علامات الآخرين حتى يُنجز القارئ قراءته</translation>
    </message>
    <message>
        <source>Read blind: others’ marks show here once your reading is done.</source>
        <translation>القراءة مستقلة: تظهر علامات الآخرين هنا بعد أن تُنجز قراءتك.</translation>
    </message>
    <message>
        <source>Read blind: others’ marks show once one’s own reading is done.</source>
        <translation>القراءة مستقلة: تظهر علامات الآخرين بعد أن يُنجز القارئ قراءته.</translation>
    </message>
    <message>
        <source>Read by several</source>
        <translation>يقرؤه أكثر من واحد</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>للقراءة فقط</translation>
    </message>
    <message>
        <source>Read the news, mark who says what about whom, and publish what you found.</source>
        <translation>اقرأ الأخبار، وحدّد من قال ماذا وعمّن، وانشر ما وجدت.</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>القرّاء</translation>
    </message>
    <message>
        <source>Readers each</source>
        <translation>القرّاء لكل مقال</translation>
    </message>
    <message>
        <source>Reading articles</source>
        <translation>تُقرأ المقالات</translation>
    </message>
    <message>
        <source>Reading of {who}: {label}</source>
        <translation>قراءة {who}: {label}</translation>
    </message>
    <message>
        <source>Reading the bundle</source>
        <translation>قراءة الحزمة</translation>
    </message>
    <message>
        <source>Reading the comments…</source>
        <translation>قراءة التعليقات…</translation>
    </message>
    <message>
        <source>Reading the dataset…</source>
        <translation>تُقرأ مجموعة البيانات…</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>قراءة السجل…</translation>
    </message>
    <message>
        <source>Reading what is said…</source>
        <translation>تجري قراءة ما يُقال…</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>يُقرأ {name}</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>القراءات</translation>
    </message>
    <message>
        <source>Readings of others</source>
        <translation>قراءات الآخرين</translation>
    </message>
    <message>
        <source>Readings side by side</source>
        <translation>القراءات متقابلة</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>القراءة جارية…</translation>
    </message>
    <message>
        <source>Reads {languages}</source>
        <translation>يقرأ {languages}</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>مشاريع حديثة</translation>
    </message>
    <message>
        <source>Recode</source>
        <translation>إعادة الترميز</translation>
    </message>
    <message numerus="yes">
        <source>Recode {n} claims</source>
        <translation>
            <numerusform>لا أقوال لإعادة ترميزها</numerusform>
            <numerusform>إعادة ترميز قول</numerusform>
            <numerusform>إعادة ترميز قولين</numerusform>
            <numerusform>إعادة ترميز {n} أقوال</numerusform>
            <numerusform>إعادة ترميز {n} قولًا</numerusform>
            <numerusform>إعادة ترميز {n} قول</numerusform>
        </translation>
    </message>
    <message>
        <source>Recode…</source>
        <translation>إعادة الترميز…</translation>
    </message>
    <message>
        <source>Recoding claims</source>
        <translation>إعادة ترميز الأقوال</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>إعادة: {what}</translation>
    </message>
    <message>
        <source>Redone: {what}</source>
        <translation>أُعيد: {what}</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Refuse if anything is lost</source>
        <translation>لا كتابة إن ضاع شيء</translation>
    </message>
    <message>
        <source>Refuse it</source>
        <translation>رفضه</translation>
    </message>
    <message>
        <source>Refuse the proposed source and cue</source>
        <translation>رفض القائل وقرينة القول المقترحين</translation>
    </message>
    <message>
        <source>Refuse the suggestion</source>
        <translation>رفض الاقتراح</translation>
    </message>
    <message>
        <source>Refuse the suggestion, now and later (in the article: {Backspace})</source>
        <translation>رفض الاقتراح الآن وفيما بعد (في المقال: {Backspace})</translation>
    </message>
    <message numerus="yes">
        <source>Refuse {n} suggestions</source>
        <translation>
            <numerusform>لا اقتراح لرفضه</numerusform>
            <numerusform>رفض اقتراح واحد</numerusform>
            <numerusform>رفض اقتراحين</numerusform>
            <numerusform>رفض {n} اقتراحات</numerusform>
            <numerusform>رفض {n} اقتراحًا</numerusform>
            <numerusform>رفض {n} اقتراح</numerusform>
        </translation>
    </message>
    <message>
        <source>Registry of actors</source>
        <translation>سجل الفاعلين</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>تعبير نمطي</translation>
    </message>
    <message>
        <source>Reject all</source>
        <translation>رفض الكل</translation>
    </message>
    <message>
        <source>Reject all readers’</source>
        <translation>رفض القراءات كلها</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>رُفضت</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>العلاقات</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Remove from the project</source>
        <translation>إزالة من المشروع</translation>
    </message>
    <message>
        <source>Remove the article from the project</source>
        <translation>إزالة المقال من المشروع</translation>
    </message>
    <message>
        <source>Remove the link</source>
        <translation>إزالة الربط</translation>
    </message>
    <message>
        <source>Remove value</source>
        <translation>إزالة القيمة</translation>
    </message>
    <message>
        <source>Removing articles</source>
        <translation>إزالة المقالات</translation>
    </message>
    <message>
        <source>Rename the article</source>
        <translation>إعادة تسمية المقال</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>إعادة التسمية…</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>إعادة فتح</translation>
    </message>
    <message>
        <source>Reopen the decision</source>
        <translation>إعادة فتح القرار</translation>
    </message>
    <message>
        <source>Reopen the gold reading</source>
        <translation>إعادة فتح القراءة المرجعية</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>استبدال</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>حسم</translation>
    </message>
    <message>
        <source>Resolve or reopen the comment</source>
        <translation>حسم التعليق أو إعادة فتحه</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>محسومة</translation>
    </message>
    <message>
        <source>Resolved by {who}</source>
        <translation>حسمه {who}</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>Right to left</source>
        <translation>من اليمين إلى اليسار</translation>
    </message>
    <message>
        <source>Rising</source>
        <translation>تصاعديًّا</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>الأدوار</translation>
    </message>
    <message>
        <source>Roles and links</source>
        <translation>الأدوار والروابط</translation>
    </message>
    <message>
        <source>Roles and links: F₁ where both ends match</source>
        <translation>الأدوار والروابط: F₁ حيث يتقابل الطرفان</translation>
    </message>
    <message>
        <source>Roles that a whole one has</source>
        <translation>الأدوار اللازمة لاكتماله</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>أقسام العمل</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>مثال</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>حفظ نسخة</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>حفظ نسخة…</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>حفظ بصيغة PDF</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>حفظ بصيغة PDF…</translation>
    </message>
    <message>
        <source>Save as file…</source>
        <translation>حفظ في ملف…</translation>
    </message>
    <message>
        <source>Save scheme</source>
        <translation>حفظ مخطط الوسم</translation>
    </message>
    <message>
        <source>Save the article with its marks as a PDF</source>
        <translation>حفظ المقال بعلاماته في ملف PDF</translation>
    </message>
    <message>
        <source>Save the list of errors</source>
        <translation>حفظ قائمة الأخطاء</translation>
    </message>
    <message>
        <source>Save the list of errors…</source>
        <translation>حفظ قائمة الأخطاء…</translation>
    </message>
    <message>
        <source>Save the map</source>
        <translation>حفظ الخريطة</translation>
    </message>
    <message>
        <source>Save the map…</source>
        <translation>حفظ الخريطة…</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>حفظ الصورة</translation>
    </message>
    <message>
        <source>Save the picture…</source>
        <translation>حفظ الصورة…</translation>
    </message>
    <message>
        <source>Save the whole project under another name; this one stays open</source>
        <translation>حفظ المشروع كله باسم آخر، مع بقاء هذا مفتوحًا</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>حُفظ</translation>
    </message>
    <message>
        <source>Saved · {time}</source>
        <translation>حُفظ · {time}</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>حُفظ: {path}</translation>
    </message>
    <message>
        <source>Saving a copy</source>
        <translation>حفظ نسخة</translation>
    </message>
    <message>
        <source>Saving the PDF</source>
        <translation>جارٍ حفظ ملف PDF</translation>
    </message>
    <message>
        <source>Saving the picture</source>
        <translation>حفظ الصورة</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
    <message>
        <source>Say how far I am with them</source>
        <translation>حدِّد أين وصلتَ فيها</translation>
    </message>
    <message>
        <source>Say something about the selected mark or words, or else the article; @ names a colleague</source>
        <translation>علّق على العلامة أو الكلمات المحددة، وإلا فعلى المقال. العلامة @ تذكر زميلًا</translation>
    </message>
    <message>
        <source>Say where the dataset shall be written.</source>
        <translation>حدّد أين تُكتب مجموعة البيانات.</translation>
    </message>
    <message>
        <source>Say where the project's file shall be.</source>
        <translation>حدّد أين يُحفظ ملف المشروع.</translation>
    </message>
    <message>
        <source>Says {words}. Press to link another statement</source>
        <translation>يقول {words}. اضغط لربطه بمقولة أخرى</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>مخطط الوسم</translation>
    </message>
    <message>
        <source>Scheme…</source>
        <translation>مخطط الوسم…</translation>
    </message>
    <message>
        <source>Search the project</source>
        <translation>البحث في المشروع</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>Select less: back the way the selection grew, in the end without clitics</source>
        <translation>يعود التحديد كما اتّسع، ثم تسقط السوابق الملتصقة بأول الكلمة</translation>
    </message>
    <message>
        <source>Select letter by letter</source>
        <translation>التحديد حرفًا حرفًا</translation>
    </message>
    <message>
        <source>Select more: the word, the phrase in quotation marks, the sentence, the paragraph</source>
        <translation>يتّسع التحديد إلى الكلمة، فالعبارة بين علامتي التنصيص، فالجملة، فالفقرة</translation>
    </message>
    <message>
        <source>Select the mark at the caret; again, the next one out (in the article: {Enter})</source>
        <translation>تحديد العلامة التي عند المؤشر، ثم التي تحيط بها (وفي المقال: {Enter})</translation>
    </message>
    <message>
        <source>Select the words</source>
        <translation>حدّد الكلمات</translation>
    </message>
    <message>
        <source>Select words in the article and press the key of a label, or click a mark.</source>
        <translation>حدّد كلمات في المقال واضغط مفتاح وسم، أو انقر علامة.</translation>
    </message>
    <message>
        <source>Select words to mark them</source>
        <translation>حدّد كلمات لوسمها</translation>
    </message>
    <message>
        <source>Selected mark</source>
        <translation>العلامة المحددة</translation>
    </message>
    <message>
        <source>Selected: {label}</source>
        <translation>العلامة المحددة: {label}</translation>
    </message>
    <message>
        <source>Selected: {quote}</source>
        <translation>حُدِّد: {quote}</translation>
    </message>
    <message>
        <source>Send them in a bundle…</source>
        <translation>أرسلها في حزمة…</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>ورقية</translation>
    </message>
    <message>
        <source>Sepia colours</source>
        <translation>ألوان ورقية</translation>
    </message>
    <message>
        <source>Setting the status</source>
        <translation>تغيير الحالة</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>الإعدادات…</translation>
    </message>
    <message>
        <source>Share a part</source>
        <translation>مشاركة جزء</translation>
    </message>
    <message>
        <source>Share a part…</source>
        <translation>مشاركة جزء…</translation>
    </message>
    <message>
        <source>Share my work</source>
        <translation>مشاركة عملي</translation>
    </message>
    <message>
        <source>Share my work…</source>
        <translation>مشاركة عملي…</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>مشاركة…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>اعرض الكل</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>عرض الخطوة</translation>
    </message>
    <message>
        <source>Show the names of actors in Latin letters as well</source>
        <translation>إظهار أسماء الفاعلين بالحروف اللاتينية أيضًا</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>عرض الموضع</translation>
    </message>
    <message>
        <source>Show the window in Arabic</source>
        <translation>عرض النافذة بالعربية</translation>
    </message>
    <message>
        <source>Show the window in English</source>
        <translation>عرض النافذة بالإنجليزية</translation>
    </message>
    <message>
        <source>Show what others marked in this article, each in a lane of their own below the lines</source>
        <translation>إظهار ما وسمه الآخرون في هذا المقال، كل قراءة في مسار خاص بها تحت الأسطر</translation>
    </message>
    <message>
        <source>Shrink the selection</source>
        <translation>تضييق التحديد</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>متقابلة</translation>
    </message>
    <message>
        <source>Since an earlier bundle</source>
        <translation>منذ حزمة سابقة</translation>
    </message>
    <message>
        <source>Sindhi</source>
        <translation>السندية</translation>
    </message>
    <message>
        <source>Six things to do by hand, in two minutes</source>
        <translation>ست خطوات باليد في دقيقتين</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Size and typeface of the text</source>
        <translation>حجم النص وخطه</translation>
    </message>
    <message>
        <source>Size of the interface</source>
        <translation>حجم الواجهة</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>نص أصغر</translation>
    </message>
    <message>
        <source>Somebody else is writing to the project just now.</source>
        <translation>تُكتب في المشروع الآن بيانات أخرى.</translation>
    </message>
    <message>
        <source>Something went wrong in Musnad itself. What you did before is saved. The details help us mend it.</source>
        <translation>حدث خلل في مُسنَد نفسه. ما عملته قبل ذلك محفوظ، والتفاصيل تعيننا على إصلاح الخلل.</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>الترتيب حسب</translation>
    </message>
    <message>
        <source>Sources, cues and contents of quotations for Citron</source>
        <translation>قائلو الاقتباسات وقرائنها ومضامينها، لبرنامج Citron</translation>
    </message>
    <message>
        <source>Spans and relations on tokens, for Prodigy</source>
        <translation>علامات وروابط على الكلمات، لبرنامج Prodigy</translation>
    </message>
    <message>
        <source>Spans and relations to go on with in doccano</source>
        <translation>علامات وروابط يُستكمل العمل عليها في doccano</translation>
    </message>
    <message>
        <source>Spans that end inside a token</source>
        <translation>علامات تنتهي داخل كلمة</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>التقسيم</translation>
    </message>
    <message>
        <source>Split off a clitic</source>
        <translation>فصل السابقة عن الكلمة</translation>
    </message>
    <message>
        <source>Stance</source>
        <translation>الموقف</translation>
    </message>
    <message>
        <source>Stances over time</source>
        <translation>المواقف على مرّ الزمن</translation>
    </message>
    <message>
        <source>Standard input has more than {most} MiB; save it to files.</source>
        <translation>في الدخل القياسي أكثر من {most} ميبيبايت؛ احفظه في ملفات.</translation>
    </message>
    <message>
        <source>Start the mark one letter earlier</source>
        <translation>تقديم بداية العلامة حرفًا</translation>
    </message>
    <message>
        <source>Start the mark one letter later</source>
        <translation>تأخير بداية العلامة حرفًا</translation>
    </message>
    <message>
        <source>Start the mark one word earlier</source>
        <translation>تقديم بداية العلامة كلمة</translation>
    </message>
    <message>
        <source>Start the mark one word later</source>
        <translation>تأخير بداية العلامة كلمة</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>المقولة</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>المقولات</translation>
    </message>
    <message>
        <source>Statements in the database of Discourse Network Analyzer</source>
        <translation>المقولات في قاعدة بيانات Discourse Network Analyzer</translation>
    </message>
    <message>
        <source>Statements of the registry</source>
        <translation>مقولات السجل</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Status of {who}</source>
        <translation>حالة {who}</translation>
    </message>
    <message>
        <source>Stays out, since the sender’s clock runs ahead:</source>
        <translation>يبقى خارجًا لأن ساعة المرسل متقدّمة:</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Stopped: these were read until then.</source>
        <translation>أُوقفت القراءة: هذا ما قُرئ قبل ذلك.</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>أُوقف التصدير ولم يُكتب شيء.</translation>
    </message>
    <message>
        <source>Stored in the order of the screen</source>
        <translation>مخزّن كما يُرى على الشاشة</translation>
    </message>
    <message>
        <source>Suggest marks in all articles</source>
        <translation>اقتراح علامات في كل المقالات</translation>
    </message>
    <message>
        <source>Suggest marks in this article</source>
        <translation>اقتراح علامات في هذا المقال</translation>
    </message>
    <message>
        <source>Suggested: {label}</source>
        <translation>اقتراح: {label}</translation>
    </message>
    <message>
        <source>Suggested: {label} ({who})</source>
        <translation>اقتراح: {label} (من {who})</translation>
    </message>
    <message>
        <source>Suggesters</source>
        <translation>أدوات الاقتراح</translation>
    </message>
    <message>
        <source>Suggesters…</source>
        <translation>أدوات الاقتراح…</translation>
    </message>
    <message>
        <source>Suggestion, not stored yet</source>
        <translation>اقتراح لم يُحفظ بعد</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>الاقتراحات</translation>
    </message>
    <message>
        <source>Suggestions in all articles</source>
        <translation>الاقتراحات في المقالات كلها</translation>
    </message>
    <message>
        <source>Suggestions in this article</source>
        <translation>الاقتراحات في هذا المقال</translation>
    </message>
    <message>
        <source>Syriac</source>
        <translation>السريانية</translation>
    </message>
    <message>
        <source>Table of actors</source>
        <translation>جدول الفاعلين</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>جداول</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>الرموز</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>أخذ الكل</translation>
    </message>
    <message>
        <source>Take all readers’</source>
        <translation>أخذ القراءات كلها</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Take back what waits to be saved</source>
        <translation>التراجع عما ينتظر الحفظ</translation>
    </message>
    <message>
        <source>Take in the work of a colleague; what it would do is shown first</source>
        <translation>أخذ عمل زميل؛ يُعرض أولًا ما سيفعله الدمج</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>قبوله</translation>
    </message>
    <message>
        <source>Take it ({Enter})</source>
        <translation>قبوله ({Enter})</translation>
    </message>
    <message>
        <source>Take it off this list</source>
        <translation>إزالته من هذه القائمة</translation>
    </message>
    <message>
        <source>Take only this part of the suggestion</source>
        <translation>قبول هذا الجزء من الاقتراح وحده</translation>
    </message>
    <message>
        <source>Take the article on the page out of the project, with everyone’s marks; undo brings it back</source>
        <translation>أخرج المقال المعروض من المشروع مع علامات الجميع عليه، والتراجع يعيده</translation>
    </message>
    <message>
        <source>Take the claim, the source or the cue alone (in the article: {Shift+Enter})</source>
        <translation>قبول القول أو القائل أو قرينة القول وحده (في المقال: {Shift+Enter})</translation>
    </message>
    <message>
        <source>Take the first reader’s</source>
        <translation>أخذ القراءة الأولى</translation>
    </message>
    <message>
        <source>Take the proposed source and cue</source>
        <translation>قبول القائل وقرينة القول المقترحين</translation>
    </message>
    <message>
        <source>Take the second reader’s</source>
        <translation>أخذ القراءة الثانية</translation>
    </message>
    <message>
        <source>Take the selected words</source>
        <translation>أخذ الكلمات المحددة</translation>
    </message>
    <message>
        <source>Take the selection out of the mark</source>
        <translation>إخراج التحديد من العلامة</translation>
    </message>
    <message>
        <source>Take the suggestion</source>
        <translation>قبول الاقتراح</translation>
    </message>
    <message>
        <source>Take the suggestion, a claim with its source and cue (in the article: {Enter})</source>
        <translation>قبول الاقتراح، والقولِ مع قائله وقرينة القول (في المقال: {Enter})</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>جولة تعريفية</translation>
    </message>
    <message>
        <source>Take the whole attribution</source>
        <translation>قبول الإسناد كاملًا</translation>
    </message>
    <message>
        <source>Take the words that are selected in the article, or what was picked of several readers, instead</source>
        <translation>خذ بدلًا من ذلك الكلمات المحددة في المقال، أو ما اختير من قراءات عدة</translation>
    </message>
    <message>
        <source>Take them out of the project, with everyone’s marks; undo brings them back</source>
        <translation>أخرجها من المشروع مع علامات الجميع عليها، والتراجع يعيدها</translation>
    </message>
    <message>
        <source>Take what is agreed</source>
        <translation>أخذ المتفق عليه</translation>
    </message>
    <message>
        <source>Take what is agreed, mark the gold reading as done, and go on to the next article to review</source>
        <translation>أخذ المتفق عليه، ووضع القراءة المرجعية في المنجز، والانتقال إلى المقال التالي للمراجعة</translation>
    </message>
    <message>
        <source>Take what is agreed:</source>
        <translation>أخذ المتفق عليه:</translation>
    </message>
    <message>
        <source>Take what is picked</source>
        <translation>أخذ المختار</translation>
    </message>
    <message>
        <source>Take what is selected or picked</source>
        <translation>خذ المحدد أو المختار</translation>
    </message>
    <message>
        <source>Take what is typed for a regular expression</source>
        <translation>اعتبار المكتوب تعبيرًا نمطيًّا</translation>
    </message>
    <message>
        <source>Take what most say:</source>
        <translation>أخذ رأي الأكثرية:</translation>
    </message>
    <message>
        <source>Take {name} off this list</source>
        <translation>إزالة {name} من هذه القائمة</translation>
    </message>
    <message numerus="yes">
        <source>Take {n} agreed marks, finish the gold reading</source>
        <translation>
            <numerusform>إنجاز القراءة المرجعية</numerusform>
            <numerusform>أخذ علامة متفق عليها وإنجاز المرجعية</numerusform>
            <numerusform>أخذ علامتين متفق عليهما وإنجاز المرجعية</numerusform>
            <numerusform>أخذ {n} علامات متفق عليها وإنجاز المرجعية</numerusform>
            <numerusform>أخذ {n} علامة متفقًا عليها وإنجاز المرجعية</numerusform>
            <numerusform>أخذ {n} علامة متفق عليها وإنجاز المرجعية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take {n} suggestions</source>
        <translation>
            <numerusform>لا اقتراح لقبوله</numerusform>
            <numerusform>قبول اقتراح واحد</numerusform>
            <numerusform>قبول اقتراحين</numerusform>
            <numerusform>قبول {n} اقتراحات</numerusform>
            <numerusform>قبول {n} اقتراحًا</numerusform>
            <numerusform>قبول {n} اقتراح</numerusform>
        </translation>
    </message>
    <message>
        <source>Take ة and ه for the same letter</source>
        <translation>عدّ التاء المربوطة والهاء حرفًا واحدًا</translation>
    </message>
    <message>
        <source>Taking back a large change</source>
        <translation>التراجع عن تغيير كبير</translation>
    </message>
    <message>
        <source>Tasks with annotations and the labelling configuration</source>
        <translation>مهام بعلاماتها مع إعدادات الوسم</translation>
    </message>
    <message>
        <source>Ten articles that two people have marked</source>
        <translation>عشرة مقالات وسمها اثنان</translation>
    </message>
    <message>
        <source>Text in its usual size</source>
        <translation>النص بحجمه المعتاد</translation>
    </message>
    <message>
        <source>Text with marks beside it for brat, and for tools that read standoff</source>
        <translation>نص وعلاماته إلى جانبه، لبرنامج brat وما يقرأ standoff</translation>
    </message>
    <message>
        <source>Texts with standoff marks, for digital editions</source>
        <translation>نصوص بعلامات منفصلة عنها، للطبعات الرقمية</translation>
    </message>
    <message>
        <source>That is an attribution: who said what</source>
        <translation>هذا إسناد: من قال ماذا</translation>
    </message>
    <message>
        <source>The actor {name!r} needs a kind.</source>
        <translation>لا بد للفاعل {name!r} من نوع.</translation>
    </message>
    <message>
        <source>The actors of the registry, for investigation tools</source>
        <translation>فاعلو السجلّ، لأدوات التحقيق</translation>
    </message>
    <message>
        <source>The arrows walk through the nodes, {Enter} opens what is said.</source>
        <translation>تتنقّل الأسهم بين العُقد، ويفتح {Enter} ما يُقال.</translation>
    </message>
    <message>
        <source>The article is empty.</source>
        <translation>المقال فارغ.</translation>
    </message>
    <message>
        <source>The article was sent to the printer.</source>
        <translation>أُرسل المقال إلى الطابعة.</translation>
    </message>
    <message>
        <source>The article's text</source>
        <translation>نص المقال</translation>
    </message>
    <message>
        <source>The best one there is</source>
        <translation>أفضل خط متاح</translation>
    </message>
    <message>
        <source>The card reads it as a sentence. Undo takes back each step, and the guide tells more.</source>
        <translation>تعرضه البطاقة الجانبية جملةً واحدة. والتراجع يعمل في كل خطوة، وفي الدليل المزيد.</translation>
    </message>
    <message>
        <source>The command is on the clipboard.</source>
        <translation>الأمر في الحافظة.</translation>
    </message>
    <message>
        <source>The dataset has no marks.</source>
        <translation>لا علامات في مجموعة البيانات.</translation>
    </message>
    <message>
        <source>The disk did not take the data ({reason}): the last action was not saved, everything before it is. Check the disk and its free space, then repeat it.</source>
        <translation>لم يقبل القرص البيانات ({reason}): لم يُحفظ آخر إجراء، وكل ما قبله محفوظ. تحقق من القرص ومساحته الخالية ثم كرّر الإجراء.</translation>
    </message>
    <message>
        <source>The disk is full: the last action was not saved, everything before it is. Free some space and repeat it.</source>
        <translation>القرص ممتلئ: لم يُحفظ آخر إجراء، وكل ما قبله محفوظ. أفرغ بعض المساحة ثم كرّر الإجراء.</translation>
    </message>
    <message>
        <source>The disk is full: {path} was not written. Free some space, or write it elsewhere.</source>
        <translation>القرص ممتلئ: لم يُكتب {path}. أفرغ بعض المساحة أو اكتبه في مكان آخر.</translation>
    </message>
    <message>
        <source>The files hold {found}, and the manifest says {told}.</source>
        <translation>في الملفات {found}، وبيان المحتوى يقول {told}.</translation>
    </message>
    <message>
        <source>The folder {folder} may not be entered by you. Ask its owner for permission, or use another folder.</source>
        <translation>ليس لك أن تدخل المجلد {folder}. استأذن صاحبه، أو استعمل مجلدًا آخر.</translation>
    </message>
    <message numerus="yes">
        <source>The format has no place for {n} kinds of things:</source>
        <translation>
            <numerusform>لا نوع يضيع.</numerusform>
            <numerusform>في الصيغة نوع واحد لا مكان له:</numerusform>
            <numerusform>في الصيغة نوعان لا مكان لهما:</numerusform>
            <numerusform>{n} أنواع لا مكان لها في الصيغة:</numerusform>
            <numerusform>{n} نوعًا لا مكان له في الصيغة:</numerusform>
            <numerusform>{n} نوع لا مكان له في الصيغة:</numerusform>
        </translation>
    </message>
    <message>
        <source>The frozen split {name!r} is damaged: {reason}.</source>
        <translation>التقسيم المجمّد {name!r} تالف: {reason}.</translation>
    </message>
    <message>
        <source>The gold reading</source>
        <translation>القراءة المرجعية</translation>
    </message>
    <message>
        <source>The gold reading is done. This is the next article to review.</source>
        <translation>أُنجزت القراءة المرجعية. وهذا المقال التالي للمراجعة.</translation>
    </message>
    <message>
        <source>The gold reading, and nobody else, is called {gold!r}.</source>
        <translation>الاسم {gold!r} للقراءة المرجعية وحدها.</translation>
    </message>
    <message>
        <source>The id {id!r} belongs to a mark of {annotator!r} in another reading already.</source>
        <translation>المعرّف {id!r} لعلامة من علامات {annotator!r} في قراءة أخرى.</translation>
    </message>
    <message>
        <source>The id {id!r} belongs to another comment already.</source>
        <translation>المعرّف {id!r} لتعليق آخر.</translation>
    </message>
    <message>
        <source>The labels alone, for programs of qualitative analysis</source>
        <translation>الوسوم وحدها، لبرامج التحليل النوعي</translation>
    </message>
    <message>
        <source>The link {id!r} does not begin at this mark.</source>
        <translation>الرابط {id!r} لا يبدأ من هذه العلامة.</translation>
    </message>
    <message>
        <source>The lock {lock} cannot be opened ({reason}). If nobody else has {name} open, delete it.</source>
        <translation>تعذر فتح ملف القفل {lock} ({reason}). إن لم يكن {name} مفتوحًا عند غيرك فاحذفه.</translation>
    </message>
    <message>
        <source>The manifest names {name}, which is no file of a dataset.</source>
        <translation>يذكر بيان المحتوى {name}، وليس من ملفات مجموعة بيانات.</translation>
    </message>
    <message>
        <source>The mark becomes what it was after the chosen action, with its links.</source>
        <translation>تعود العلامة بروابطها كما كانت بعد الإجراء المختار.</translation>
    </message>
    <message>
        <source>The mark {id!r} is linked to a statement that is not there.</source>
        <translation>العلامة {id!r} مربوطة بمقولة غير موجودة.</translation>
    </message>
    <message>
        <source>The mark {id!r} is linked to an actor that is not there.</source>
        <translation>العلامة {id!r} مربوطة بفاعل غير موجود.</translation>
    </message>
    <message>
        <source>The model for named entities is not in {folder}.</source>
        <translation>نموذج الكيانات المسمّاة ليس في {folder}.</translation>
    </message>
    <message>
        <source>The model in {folder} cannot be read: {reason}.</source>
        <translation>لا يمكن قراءة النموذج في {folder}: {reason}.</translation>
    </message>
    <message>
        <source>The morphology database {path} cannot be read: {reason}.</source>
        <translation>لا يمكن قراءة القاعدة الصرفية {path}: {reason}.</translation>
    </message>
    <message>
        <source>The offset {offset} lies inside a character or outside the text, counted in {unit}.</source>
        <translation>الموضع {offset} يقع داخل محرف أو خارج النص، والعدّ بوحدة {unit}.</translation>
    </message>
    <message>
        <source>The option {key} cannot be {value!r}; it is one of: {known}.</source>
        <translation>لا يمكن أن يكون الخيار {key} هو {value!r}؛ فهو أحد: {known}.</translation>
    </message>
    <message>
        <source>The options do not fit: {reason}.</source>
        <translation>الخيارات لا تصلح: {reason}.</translation>
    </message>
    <message>
        <source>The output cannot be written: {reason}. Write it elsewhere.</source>
        <translation>تتعذر كتابة الخرج: {reason}. اكتبه في مكان آخر.</translation>
    </message>
    <message>
        <source>The page is kept as it came: {file}</source>
        <translation>الصفحة محفوظة كما وردت: {file}</translation>
    </message>
    <message>
        <source>The part [{start}, {end}) does not lie inside a text of {length} characters.</source>
        <translation>الجزء من {start} إلى {end} خارج نص طوله بالمحارف {length}.</translation>
    </message>
    <message>
        <source>The part {name!r} of a split needs a percentage above 0, not {share!r}.</source>
        <translation>نصيب القسم {name!r} يجب أن يكون نسبة مئوية فوق الصفر، لا {share!r}.</translation>
    </message>
    <message>
        <source>The parts [{first}, {first_end}) and [{start}, {end}) of one span overlap.</source>
        <translation>جزءا العلامة من {first} إلى {first_end} ومن {start} إلى {end} متداخلان.</translation>
    </message>
    <message>
        <source>The parts of a split are needed to stratify it; add --split train=80,dev=10,test=10.</source>
        <translation>لا بد من ذكر أجزاء التقسيم ليكون طبقيًا؛ أضف ⁦--split train=80,dev=10,test=10⁩.</translation>
    </message>
    <message>
        <source>The parts of the split {wish!r} make {sum} percent together; they must make 100.</source>
        <translation>مجموع أقسام {wish!r} هو {sum} في المئة، ويجب أن يكون ١٠٠.</translation>
    </message>
    <message>
        <source>The path {path} is too long for the system. Use a folder nearer to the top.</source>
        <translation>المسار {path} أطول مما يقبله النظام. استعمل مجلدًا أقرب إلى الجذر.</translation>
    </message>
    <message>
        <source>The path {path} is too long: {size} bytes, and {most} are allowed (an Arabic letter takes two). Use a folder nearer to the top.</source>
        <translation>المسار {path} طويل جدًا: {size} بايت والحد {most} (الحرف العربي بايتان). استعمل مجلدًا أقرب إلى الأعلى.</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>الصورة في الحافظة.</translation>
    </message>
    <message>
        <source>The printer does not take the article. See whether it is on, or save it as a PDF.</source>
        <translation>لا تقبل الطابعة المقال. تحقّق من تشغيلها، أو احفظه بصيغة PDF.</translation>
    </message>
    <message>
        <source>The project</source>
        <translation>المشروع</translation>
    </message>
    <message>
        <source>The project is not backed up any more until it is opened anew: {reason}</source>
        <translation>توقّف النسخ الاحتياطي لهذا المشروع حتى يُفتح من جديد: {reason}</translation>
    </message>
    <message>
        <source>The readers do not differ in {detail!r}.</source>
        <translation>لا يختلف القرّاء في {detail!r}.</translation>
    </message>
    <message>
        <source>The registry has no actor {id!r}.</source>
        <translation>لا يوجد في السجل الفاعل {id!r}.</translation>
    </message>
    <message>
        <source>The registry has no statement {id!r}.</source>
        <translation>ليس في السجل مقولة {id!r}.</translation>
    </message>
    <message>
        <source>The regular expression calls a part of itself ({call}…), which may never end. Write that part out.</source>
        <translation>يستدعي التعبير النمطي جزءًا من نفسه ({call}…)، وقد لا ينتهي ذلك أبدًا. اكتب ذلك الجزء كاملًا.</translation>
    </message>
    <message>
        <source>The regular expression does not hold together at character {place}: {reason}.</source>
        <translation>التعبير النمطي غير سليم عند المحرف {place}: {reason}.</translation>
    </message>
    <message>
        <source>The regular expression is nested too deeply. Make it simpler.</source>
        <translation>التعبير النمطي متداخل أكثر مما ينبغي. بسِّطه.</translation>
    </message>
    <message>
        <source>The regular expression repeats something more than {most} times. Make it simpler.</source>
        <translation>يكرر التعبير النمطي شيئًا أكثر من {most} مرة. بسِّطه.</translation>
    </message>
    <message>
        <source>The regular expression takes too long. Make it simpler.</source>
        <translation>يستغرق التعبير النمطي وقتًا طويلًا. بسِّطه.</translation>
    </message>
    <message>
        <source>The review of your marks on this article, with the reasons, beside it</source>
        <translation>مراجعة علاماتك في هذا المقال مع الأسباب، بجانبه</translation>
    </message>
    <message>
        <source>The same as CAS XMI, in JSON</source>
        <translation>مثل CAS XMI، بصيغة JSON</translation>
    </message>
    <message>
        <source>The same as a command</source>
        <translation>الأمر المكافئ</translation>
    </message>
    <message>
        <source>The same counts once per</source>
        <translation>يُعد المكرر مرة واحدة لكل</translation>
    </message>
    <message>
        <source>The same share of each</source>
        <translation>بالنسبة نفسها من كل</translation>
    </message>
    <message>
        <source>The same text is in the project; it gains an origin</source>
        <translation>النص نفسه في المشروع؛ يضاف إليه مصدر ورود</translation>
    </message>
    <message>
        <source>The scheme changes in: {parts}</source>
        <translation>يتغيّر مخطط الوسم في: {parts}</translation>
    </message>
    <message>
        <source>The scheme does not allow it between such marks.</source>
        <translation>لا يسمح به مخطط الوسم بين علامات كهذه.</translation>
    </message>
    <message>
        <source>The scheme does not hold together: {reason}.</source>
        <translation>مخطط الوسم غير متماسك: {reason}.</translation>
    </message>
    <message>
        <source>The scheme has no label {label!r}; it has: {known}.</source>
        <translation>ليس في مخطط الوسم وسم {label!r}؛ وسومه: {known}.</translation>
    </message>
    <message>
        <source>The scheme has no stance {stance!r}; it has: {known}.</source>
        <translation>ليس في مخطط الوسم موقف {stance!r}؛ ومواقفه: {known}.</translation>
    </message>
    <message>
        <source>The scheme has no such link.</source>
        <translation>ليس في مخطط الوسم رابط كهذا.</translation>
    </message>
    <message>
        <source>The scheme inside this project cannot be read: {reason}.</source>
        <translation>تتعذر قراءة مخطط الوسم الذي في هذا المشروع: {reason}.</translation>
    </message>
    <message>
        <source>The scheme says nothing more about this label.</source>
        <translation>لا يذكر مخطط الوسم شيئًا آخر عن هذا الوسم.</translation>
    </message>
    <message>
        <source>The scheme {scheme} has no {what} {key!r}; it has: {known}.</source>
        <translation>لا يوجد في مخطط الوسم {scheme} ({what}) ما مفتاحه {key!r}، والموجود: {known}.</translation>
    </message>
    <message>
        <source>The sentence alone</source>
        <translation>الجملة وحدها</translation>
    </message>
    <message>
        <source>The sentence shows both, in dashed frames. Press {Enter}, and they belong to the claim.</source>
        <translation>تُظهر الجملة كليهما في إطار متقطّع. اضغط {Enter} فيرتبطان بالقول.</translation>
    </message>
    <message>
        <source>The share of documents that several read is between 0 and 1.</source>
        <translation>نصيب المقالات التي يقرؤها عدة قرّاء بين 0 و1.</translation>
    </message>
    <message>
        <source>The source</source>
        <translation>القائل</translation>
    </message>
    <message>
        <source>The split is kept in the project under this name when the dataset is written.</source>
        <translation>يُحفظ التقسيم في المشروع بهذا الاسم حين تُكتب مجموعة البيانات.</translation>
    </message>
    <message>
        <source>The split {name!r} is frozen with other shares ({shares}); use it without --split, or another name.</source>
        <translation>التقسيم {name!r} مجمّد بنسب أخرى ({shares})؛ استعمله بلا ⁦--split⁩ أو اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>The split {wish!r} is not of the form train=80,dev=10,test=10.</source>
        <translation>التقسيم {wish!r} ليس على صورة ⁦train=80,dev=10,test=10⁩.</translation>
    </message>
    <message>
        <source>The split {wish!r} needs a name for each part, each of them once.</source>
        <translation>لا بد لكل قسم في {wish!r} من اسم لا يتكرر.</translation>
    </message>
    <message>
        <source>The system refuses: {reason}.</source>
        <translation>النظام لا يسمح بهذا: {reason}.</translation>
    </message>
    <message>
        <source>The table is on the clipboard.</source>
        <translation>الجدول في الحافظة.</translation>
    </message>
    <message>
        <source>The team: readings done</source>
        <translation>الفريق: القراءات المنجزة</translation>
    </message>
    <message>
        <source>The tokeniser changed the words of a sentence: {word!r} is not in it.</source>
        <translation>غيّر المقطِّع كلمات جملة: {word!r} ليست فيها.</translation>
    </message>
    <message>
        <source>The tour is under Help, whenever you want it.</source>
        <translation>الجولة في قائمة «مساعدة» متى أردتها.</translation>
    </message>
    <message>
        <source>The window cannot be made: {reason}. Set up again to get what is missing: python3 packaging/start.py demo</source>
        <translation>تعذّر إنشاء النافذة: {reason}. إعادة الإعداد تأتي بما ينقص: python3 packaging/start.py demo</translation>
    </message>
    <message>
        <source>Then select words and press the key of a label, and link who says what. The tour shows it once.</source>
        <translation>ثم حدّد كلمات واضغط مفتاح وسم، واربط كل قول بقائله. تبيّن الجولة ذلك مرة واحدة.</translation>
    </message>
    <message>
        <source>There are no actors in this table</source>
        <translation>لا فاعلين في هذا الجدول</translation>
    </message>
    <message>
        <source>There is more: narrow the search</source>
        <translation>النتائج أكثر من أن تُعرض كلها: ضيّق البحث</translation>
    </message>
    <message>
        <source>There is no article with the id {id!r} in this project.</source>
        <translation>لا مقال في هذا المشروع معرّفه {id!r}.</translation>
    </message>
    <message>
        <source>There is no backup of this project yet. They are kept in the folder {name}.</source>
        <translation>لا نسخة احتياطية من هذا المشروع بعد. تُحفظ النسخ في المجلد {name}.</translation>
    </message>
    <message>
        <source>There is no comment {id!r}.</source>
        <translation>لا يوجد تعليق {id!r}.</translation>
    </message>
    <message>
        <source>There is no dataset {path}.</source>
        <translation>لا توجد مجموعة بيانات {path}.</translation>
    </message>
    <message>
        <source>There is no decision {id!r}.</source>
        <translation>لا قرار معرّفه {id!r}.</translation>
    </message>
    <message>
        <source>There is no display to open the window on. `musnad --help` lists what works without.{reason}</source>
        <translation>لا شاشة تُفتح عليها النافذة. الأمر ⁦musnad --help⁩ يسرد ما يعمل من دونها.{reason}</translation>
    </message>
    <message>
        <source>There is no encoding {encoding!r}; known are utf-8, utf-16, windows-1256, iso-8859-6 and many more.</source>
        <translation>لا ترميز اسمه {encoding!r}؛ من المعروف utf-8 وutf-16 وwindows-1256 وiso-8859-6 وغيرها كثير.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>لا يوجد ملف {path}.</translation>
    </message>
    <message>
        <source>There is no folder {folder}. Make it first.</source>
        <translation>لا يوجد مجلد {folder}. أنشئه أولًا.</translation>
    </message>
    <message>
        <source>There is no format {id!r} that can be read; there is: {known}.</source>
        <translation>لا توجد صيغة {id!r} يمكن قراءتها؛ الموجود: {known}.</translation>
    </message>
    <message>
        <source>There is no format {id!r} that can be {done}; there is: {known}.</source>
        <translation>لا توجد صيغة {id!r} لهذا الغرض ({done})؛ الموجود: {known}.</translation>
    </message>
    <message>
        <source>There is no frozen split {name!r}; there is: {known}. Add --split to make it.</source>
        <translation>لا تقسيم مجمّدًا باسم {name!r}؛ الموجود: {known}. أضف ⁦--split⁩ لإنشائه.</translation>
    </message>
    <message>
        <source>There is no manifest {path} to hold the dataset against.</source>
        <translation>لا يوجد بيان محتوى {path} تُقابَل به مجموعة البيانات.</translation>
    </message>
    <message>
        <source>There is no mark or link {id!r}.</source>
        <translation>لا توجد علامة أو رابط {id!r}.</translation>
    </message>
    <message>
        <source>There is no mark {id!r} to link.</source>
        <translation>لا توجد علامة {id!r} لربطها.</translation>
    </message>
    <message>
        <source>There is no mark {id!r}.</source>
        <translation>لا توجد علامة {id!r}.</translation>
    </message>
    <message>
        <source>There is no option {key!r}; this format has: {known}.</source>
        <translation>لا يوجد خيار {key!r}؛ لهذه الصيغة: {known}.</translation>
    </message>
    <message>
        <source>There is no page {first}: the article ends with page {pages}.</source>
        <translation>لا توجد صفحة {first}: آخر صفحات المقال هي {pages}.</translation>
    </message>
    <message>
        <source>There is no project {path}. Make one with: musnad new {path}</source>
        <translation>لا يوجد مشروع {path}. أنشئه بالأمر: ⁦musnad new {path}⁩</translation>
    </message>
    <message>
        <source>There is no scheme {name!r}: give a TOML file, or one of {known}.</source>
        <translation>لا يوجد مخطط وسم {name!r}: اذكر ملف TOML أو واحدًا من هذه: {known}.</translation>
    </message>
    <message>
        <source>There is no suggester {name!r}; there is: {known}.</source>
        <translation>لا توجد أداة اقتراح باسم {name!r}؛ المتاح: {known}.</translation>
    </message>
    <message>
        <source>There is no suggestion {id!r}.</source>
        <translation>لا يوجد اقتراح {id!r}.</translation>
    </message>
    <message>
        <source>There is no text to paste.</source>
        <translation>لا نص يُلصق.</translation>
    </message>
    <message>
        <source>There is nothing to draw.</source>
        <translation>لا شيء يُرسم.</translation>
    </message>
    <message>
        <source>There is nothing to look for: type a word.</source>
        <translation>لا شيء للبحث عنه: اكتب كلمة.</translation>
    </message>
    <message>
        <source>There is too little to learn from: {attributions} attributions in {articles} articles that somebody marked. Mark at least {least} in {least_articles} articles.</source>
        <translation>ما يُتعلَّم منه قليل: الإسنادات الموسومة {attributions} وعدد مقالاتها {articles}. سِم {least} إسنادًا على الأقل، والحد الأدنى للمقالات {least_articles}.</translation>
    </message>
    <message>
        <source>These changes were made by a newer Musnad; update Musnad to take them in.</source>
        <translation>صُنعت هذه التغييرات بإصدار أحدث من مسند؛ حدّث مسند لأخذها.</translation>
    </message>
    <message>
        <source>These marks have no place in the new scheme. What becomes of them? Undo brings them back.</source>
        <translation>لا موضع لهذه العلامات في مخطط الوسم الجديد. ما مصيرها؟ يمكن استعادتها بالتراجع.</translation>
    </message>
    <message>
        <source>These rest on fewer than thirty cases and should not be published alone: {names}.</source>
        <translation>تقوم هذه على أقل من ثلاثين حالة فلا تُنشر وحدها: {names}.</translation>
    </message>
    <message>
        <source>These two marks are already linked as {label!r}.</source>
        <translation>هاتان العلامتان مربوطتان من قبل بالرابط {label!r}.</translation>
    </message>
    <message>
        <source>These words stand nowhere else unmarked.</source>
        <translation>لا ترد هذه الكلمات في موضع آخر بلا علامة.</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>هذا المقال</translation>
    </message>
    <message>
        <source>This cannot be brought back: the scheme no longer has {label!r}.</source>
        <translation>لا يمكن استعادة هذا: لم يعد في مخطط الوسم {label!r}.</translation>
    </message>
    <message>
        <source>This cannot be brought back: {annotator} has taken away what it belongs to, or its place ({name}).</source>
        <translation>لا يمكن استرجاع هذا: أزال {annotator} ما يتبعه أو شغل موضعه ({name}).</translation>
    </message>
    <message>
        <source>This cannot be done, because other work in the project rests on it ({reason}).</source>
        <translation>يتعذر ذلك لأن عملًا آخر في المشروع مبني عليه ({reason}).</translation>
    </message>
    <message>
        <source>This cannot be taken back: newer work of {annotator} rests on it ({name}).</source>
        <translation>لا يمكن التراجع عن هذا: يستند إليه عمل أحدث من {annotator} ({name}).</translation>
    </message>
    <message>
        <source>This comment is {annotator!r}'s; only they can change it.</source>
        <translation>هذا تعليق {annotator!r}، ولا يغيّره سواه.</translation>
    </message>
    <message>
        <source>This difference is no longer there; look at the document again.</source>
        <translation>لم يعد هذا الفرق قائمًا؛ أعد النظر في المقال.</translation>
    </message>
    <message>
        <source>This does not come back, because its place has gone or is taken: {what}.</source>
        <translation>لم يُسترجع هذا لأن موضعه زال أو شُغل: {what}.</translation>
    </message>
    <message>
        <source>This is the clean copy {name}. The file that it was made of stays as it is.</source>
        <translation>هذه النسخة السليمة {name}. أما الملف الأصلي فباقٍ على حاله.</translation>
    </message>
    <message>
        <source>This is too long for a picture. Select fewer paragraphs, or save the article as a PDF.</source>
        <translation>هذا أطول من أن يكون صورة. حدّد فقرات أقل، أو احفظ المقال بصيغة PDF.</translation>
    </message>
    <message>
        <source>This link would make {label!r} run in a circle.</source>
        <translation>هذا الرابط يجعل سلسلة {label!r} تدور على نفسها.</translation>
    </message>
    <message>
        <source>This mark</source>
        <translation>هذه العلامة</translation>
    </message>
    <message>
        <source>This mark is {annotator!r}'s; only they can change it.</source>
        <translation>هذه علامة {annotator!r}، ولا يغيّرها غير صاحبها.</translation>
    </message>
    <message>
        <source>This project has no actor {name!r}. `musnad actors` lists those it has.</source>
        <translation>ليس في هذا المشروع فاعل باسم {name!r}. يعرض الأمر `musnad actors` قائمة الفاعلين فيه.</translation>
    </message>
    <message>
        <source>This project has no document {id!r}.</source>
        <translation>لا يوجد في هذا المشروع المقال {id!r}.</translation>
    </message>
    <message>
        <source>This project has no scheme; it was not made whole. Go back to a copy of it.</source>
        <translation>لا مخطط وسم في هذا المشروع، فإنشاؤه لم يكتمل. عُد إلى نسخة منه.</translation>
    </message>
    <message>
        <source>This project is read blind: the marks of {names} on this article are hidden from you until your own reading is done. Who leads the project can give you its review.</source>
        <translation>القراءة في هذا المشروع مستقلة: علامات {names} على هذا المقال محجوبة عنك حتى تُنجز قراءتك. ويمكن لمن يقود المشروع أن يكلّفك بمراجعته.</translation>
    </message>
    <message>
        <source>This rests on fewer than thirty marks and should not be published alone.</source>
        <translation>يقوم على أقل من ثلاثين علامة، فلا ينبغي نشره وحده.</translation>
    </message>
    <message>
        <source>This screen has room for {percent}%.</source>
        <translation>تتسع هذه الشاشة لحجم {percent}٪.</translation>
    </message>
    <message>
        <source>This split is frozen: its articles stay where they are, new ones join by their hash.</source>
        <translation>هذا التقسيم مجمَّد: تبقى مقالاته في أقسامها، وينضمّ ما يُضاف بحسب بصمته.</translation>
    </message>
    <message>
        <source>This stays, because newer work rests on it: {what}.</source>
        <translation>يبقى هذا لأن عملًا أحدث يستند إليه: {what}.</translation>
    </message>
    <message>
        <source>This was the first place.</source>
        <translation>كان هذا أول موضع في النتائج.</translation>
    </message>
    <message>
        <source>This was the last place that was found.</source>
        <translation>كان هذا آخر موضع في النتائج.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>النقاشات</translation>
    </message>
    <message>
        <source>Tick claims that say something else</source>
        <translation>علِّم الأقوال التي تقول شيئًا آخر</translation>
    </message>
    <message>
        <source>Tick mentions of somebody else</source>
        <translation>حدّد مواضع تخصّ فاعلًا آخر</translation>
    </message>
    <message>
        <source>Ticked: {mention}</source>
        <translation>محدَّد: {mention}</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>الخط الزمني</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Title of the dataset</source>
        <translation>عنوان مجموعة البيانات</translation>
    </message>
    <message>
        <source>Title or publisher</source>
        <translation>العنوان أو الناشر</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>To be looked at</source>
        <translation>يحتاج إلى نظر</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>إلى تاريخ</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>لم يبدأ</translation>
    </message>
    <message>
        <source>To each of them</source>
        <translation>لكل واحد منهم</translation>
    </message>
    <message>
        <source>To keep and exchange</source>
        <translation>للحفظ والتبادل</translation>
    </message>
    <message>
        <source>Told apart from the word (و ف ب ك ل س) by rules; the morphology database of camel-tools is surer</source>
        <translation>تُفصل عن الكلمة (و ف ب ك ل س) بالقواعد؛ وقاعدة camel-tools الصرفية أدق</translation>
    </message>
    <message>
        <source>Told apart from the word (و ف ب ك ل س) with the morphology database of camel-tools</source>
        <translation>تُفصل عن الكلمة (و ف ب ك ل س) بقاعدة camel-tools الصرفية</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>الأدوات</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>جولة</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>التركية</translation>
    </message>
    <message>
        <source>Turn the order round</source>
        <translation>اعكس الترتيب</translation>
    </message>
    <message>
        <source>Two minutes: your first attribution, with your own hands</source>
        <translation>دقيقتان: أول إسناد، بيدك</translation>
    </message>
    <message numerus="yes">
        <source>Two readers differ on {n} lines (page {pages})</source>
        <translation>
            <numerusform>لا يختلف القارئان في أي سطر ({pages})</numerusform>
            <numerusform>يختلف قارئا الملف في سطر واحد (الصفحة {pages})</numerusform>
            <numerusform>يختلف قارئا الملف في سطرين (الصفحة {pages})</numerusform>
            <numerusform>يختلف قارئا الملف في {n} أسطر (الصفحة {pages})</numerusform>
            <numerusform>يختلف قارئا الملف في {n} سطرًا (الصفحة {pages})</numerusform>
            <numerusform>يختلف قارئا الملف في {n} سطر (الصفحة {pages})</numerusform>
        </translation>
    </message>
    <message>
        <source>Type what you want to do, or the name of an article or actor</source>
        <translation>اكتب ما تريد عمله، أو اسم مقال أو فاعل</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>الخط</translation>
    </message>
    <message>
        <source>Typeface of the article</source>
        <translation>خط المقال</translation>
    </message>
    <message>
        <source>Typeface…</source>
        <translation>الخط…</translation>
    </message>
    <message>
        <source>UTF-16 units (older browsers' files)</source>
        <translation>وحدات UTF-16 (ملفات المتصفحات الأقدم)</translation>
    </message>
    <message>
        <source>Unassign</source>
        <translation>اسحب التكليف</translation>
    </message>
    <message>
        <source>Unclear: {names}</source>
        <translation>غير واضح: {names}</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>الخط السفلي</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>فُهم</translation>
    </message>
    <message>
        <source>Undetermined</source>
        <translation>غير محددة</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>تراجع عن: {what}</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>تُراجِع عن: {what}</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>الوحدة</translation>
    </message>
    <message>
        <source>Universe</source>
        <translation>النطاق</translation>
    </message>
    <message>
        <source>Up to here, every sentence is touched by a mark.</source>
        <translation>لا جملة قبل هذا الموضع إلا وفيها علامة.</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>الأردية</translation>
    </message>
    <message>
        <source>Uyghur</source>
        <translation>الأويغورية</translation>
    </message>
    <message>
        <source>Value of attribute {n}</source>
        <translation>قيمة السمة {n}</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>القيم</translation>
    </message>
    <message>
        <source>Waiting for another program to finish writing</source>
        <translation>في انتظار انتهاء برنامج آخر من الكتابة</translation>
    </message>
    <message>
        <source>Waiting for my answer ({n})</source>
        <translation>ينتظر ردّي ({n})</translation>
    </message>
    <message>
        <source>Waits for what it belongs to, which has not come:</source>
        <translation>ينتظر ما يتبعه ولم يصل بعد:</translation>
    </message>
    <message>
        <source>Waits, since the scheme has no such label:</source>
        <translation>ينتظر، إذ ليس في مخطط الوسم وسم كهذا:</translation>
    </message>
    <message>
        <source>Week of {day}</source>
        <translation>أسبوع {day}</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>أسابيع</translation>
    </message>
    <message>
        <source>What all readers agree on</source>
        <translation>ما اتفق عليه كل القرّاء</translation>
    </message>
    <message>
        <source>What became of my marks</source>
        <translation>ما صارت إليه علاماتي</translation>
    </message>
    <message>
        <source>What became of the marks</source>
        <translation>ما صارت إليه العلامات</translation>
    </message>
    <message>
        <source>What comes in</source>
        <translation>ما سيدخل</translation>
    </message>
    <message>
        <source>What different people say in different words is one statement here. Mark a claim in an article, then press {K}: it asks which statement the claim expresses, and makes a new one.</source>
        <translation>ما يقوله مختلف الناس بكلمات مختلفة مقولة واحدة هنا. علِّم قولًا في مقال ثم اضغط {K}: تُسأل عن المقولة التي يعبّر عنها القول، وتُنشأ مقولة جديدة.</translation>
    </message>
    <message>
        <source>What does it say?</source>
        <translation>ماذا يقول؟</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>محتوى القائمة</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>ما يُقال</translation>
    </message>
    <message>
        <source>What is said?</source>
        <translation>ما الذي قيل؟</translation>
    </message>
    <message>
        <source>What kind of actor is {name}?</source>
        <translation>ما نوع {name}؟</translation>
    </message>
    <message>
        <source>What more than half of the readers marked</source>
        <translation>ما وسمه أكثر من نصف القرّاء</translation>
    </message>
    <message>
        <source>What next?</source>
        <translation>ما التالي؟</translation>
    </message>
    <message>
        <source>What the majority marked</source>
        <translation>ما وسمته الأغلبية</translation>
    </message>
    <message>
        <source>What to do first</source>
        <translation>من أين تبدأ</translation>
    </message>
    <message>
        <source>What to do with the chosen articles</source>
        <translation>ما يُفعل بالمقالات المختارة</translation>
    </message>
    <message>
        <source>What to mark with the label at hand, beside the article</source>
        <translation>ما يوضع عليه هذا الوسم، إلى جانب المقال</translation>
    </message>
    <message>
        <source>What was done to this article and to the project, by whom, and the way back</source>
        <translation>ما أُجري على هذا المقال وعلى المشروع، ومن أجراه، وطريق الرجوع</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>نتائج البحث</translation>
    </message>
    <message>
        <source>What was learned in this project is damaged. Learn anew.</source>
        <translation>ما تعلّمه المشروع تالف. ابدأ التعلّم من جديد.</translation>
    </message>
    <message>
        <source>What was learned in this project is of another version. Learn anew.</source>
        <translation>ما تعلّمه المشروع من إصدار آخر. ابدأ التعلّم من جديد.</translation>
    </message>
    <message>
        <source>What was said about this article and its marks, beside it</source>
        <translation>ما قيل عن هذا المقال وعلاماته، بجانبه</translation>
    </message>
    <message>
        <source>What you have marked, wherever else it stands</source>
        <translation>ما وسمتَه، حيثما ورد في غير موضعه</translation>
    </message>
    <message>
        <source>What {name} did not hold</source>
        <translation>ما لم تحمله {name}</translation>
    </message>
    <message>
        <source>When it came in</source>
        <translation>عند الاستيراد</translation>
    </message>
    <message>
        <source>Where comments are from</source>
        <translation>مصدر التعليقات</translation>
    </message>
    <message>
        <source>Where readers differ: {name}</source>
        <translation>مواضع اختلاف القرّاء: {name}</translation>
    </message>
    <message>
        <source>Where to write</source>
        <translation>مكان الكتابة</translation>
    </message>
    <message>
        <source>Which articles are listed</source>
        <translation>المقالات المعروضة</translation>
    </message>
    <message>
        <source>Which comments</source>
        <translation>أيّ التعليقات</translation>
    </message>
    <message numerus="yes">
        <source>Which one stays? It gains the names of the other {n}, with their mentions in all readings.</source>
        <translation>
            <numerusform>أيّهم يبقى؟</numerusform>
            <numerusform>أيّهما يبقى؟ تنتقل إليه أسماء الآخر ومواضع ذكره في جميع القراءات.</numerusform>
            <numerusform>أيّهم يبقى؟ تنتقل إليه أسماء الآخرَين ومواضع ذكرهما في جميع القراءات.</numerusform>
            <numerusform>أيّهم يبقى؟ تنتقل إليه أسماء الباقين ({n}) ومواضع ذكرهم في جميع القراءات.</numerusform>
            <numerusform>أيّهم يبقى؟ تنتقل إليه أسماء الباقين ({n}) ومواضع ذكرهم في جميع القراءات.</numerusform>
            <numerusform>أيّهم يبقى؟ تنتقل إليه أسماء الباقين ({n}) ومواضع ذكرهم في جميع القراءات.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Which one stays? It gains the notes of the other {n}, with their claims in all readings.</source>
        <translation>
            <numerusform>أيها يبقى؟</numerusform>
            <numerusform>أيهما تبقى؟ تضاف إليها ملاحظة الأخرى وأقوالها في كل القراءات.</numerusform>
            <numerusform>أيها تبقى؟ تضاف إليها ملاحظات الأخريين وأقوالهما في كل القراءات.</numerusform>
            <numerusform>أيها تبقى؟ تضاف إليها ملاحظات الـ{n} الأخرى وأقوالها في كل القراءات.</numerusform>
            <numerusform>أيها تبقى؟ تضاف إليها ملاحظات الـ{n} الأخرى وأقوالها في كل القراءات.</numerusform>
            <numerusform>أيها تبقى؟ تضاف إليها ملاحظات الـ{n} الأخرى وأقوالها في كل القراءات.</numerusform>
        </translation>
    </message>
    <message>
        <source>Which word tells that something is said?</source>
        <translation>أيّ كلمة تدلّ على أن كلامًا يُنقل؟</translation>
    </message>
    <message>
        <source>While you work, every</source>
        <translation>في أثناء العمل، كل</translation>
    </message>
    <message>
        <source>Who agrees with whom</source>
        <translation>من يوافق من</translation>
    </message>
    <message>
        <source>Who disagrees with whom</source>
        <translation>من يخالف من</translation>
    </message>
    <message>
        <source>Who is it?</source>
        <translation>من هو؟</translation>
    </message>
    <message>
        <source>Who is speaking?</source>
        <translation>من المتكلم؟</translation>
    </message>
    <message>
        <source>Who said what</source>
        <translation>من قال ماذا</translation>
    </message>
    <message>
        <source>Who said what about whom</source>
        <translation>من قال ماذا عمّن</translation>
    </message>
    <message>
        <source>Who says it, and by which word?</source>
        <translation>من قاله، وبأيّ كلمة؟</translation>
    </message>
    <message>
        <source>Who says what about whom, who agrees with whom, and when</source>
        <translation>من يقول ماذا عمّن، ومن يتفق مع من، ومتى</translation>
    </message>
    <message>
        <source>Who says what about whom, who agrees with whom, for network programs</source>
        <translation>من يقول ماذا عمّن، ومن يتفق مع من، لبرامج الشبكات</translation>
    </message>
    <message>
        <source>Who says what, as the marks of this project teach it; it has to learn first</source>
        <translation>من قال ماذا، كما تعلّمه علامات هذا المشروع؛ ولا بد من التعلّم أولًا</translation>
    </message>
    <message>
        <source>Who says what, by the words for saying and what follows them</source>
        <translation>من قال ماذا، استنادًا إلى قرائن القول وما يليها</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>من القائل</translation>
    </message>
    <message>
        <source>Who speaks about whom</source>
        <translation>من يتحدث عمّن</translation>
    </message>
    <message>
        <source>Who suggests marks, and what is missing where one cannot</source>
        <translation>من يقترح العلامات، وما ينقص من لا يستطيع</translation>
    </message>
    <message>
        <source>Whole attributions</source>
        <translation>الإسنادات كاملةً</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>كلمات كاملة</translation>
    </message>
    <message>
        <source>Whose history</source>
        <translation>سجل ماذا</translation>
    </message>
    <message>
        <source>Whose reading?</source>
        <translation>قراءة مَن؟</translation>
    </message>
    <message>
        <source>Whose status</source>
        <translation>حالة مَن</translation>
    </message>
    <message>
        <source>Whose work</source>
        <translation>عمل من</translation>
    </message>
    <message>
        <source>Wikidata</source>
        <translation>ويكي بيانات</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>الكلمات</translation>
    </message>
    <message>
        <source>Words for saying</source>
        <translation>قرائن القول</translation>
    </message>
    <message>
        <source>Words of the new statement</source>
        <translation>كلمات المقولة الجديدة</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>كتابة</translation>
    </message>
    <message>
        <source>Write a bundle of these articles, my work on them and who is to read them</source>
        <translation>اكتب حزمة بهذه المقالات وعملي عليها ومن كُلِّف بقراءتها</translation>
    </message>
    <message>
        <source>Write a dataset of these articles alone</source>
        <translation>اكتب مجموعة بيانات من هذه المقالات وحدها</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>اكتب ملاحظة</translation>
    </message>
    <message>
        <source>Write another title for the article on the page, in the list of articles</source>
        <translation>اكتب للمقال المعروض عنوانًا آخر في قائمة المقالات</translation>
    </message>
    <message>
        <source>Write my marks, with the articles and the registry, to a bundle for colleagues</source>
        <translation>كتابة علاماتي، مع المقالات والسجل، في حزمة للزملاء</translation>
    </message>
    <message>
        <source>Write the dataset ({Ctrl+Return})</source>
        <translation>كتابة مجموعة البيانات ({Ctrl+Return})</translation>
    </message>
    <message>
        <source>Write the registry of actors as a CSV table for spreadsheets</source>
        <translation>كتابة سجل الفاعلين جدولَ CSV لبرامج الجداول</translation>
    </message>
    <message numerus="yes">
        <source>Write {n} articles</source>
        <translation>
            <numerusform>كتابة</numerusform>
            <numerusform>كتابة مقال واحد</numerusform>
            <numerusform>كتابة مقالين</numerusform>
            <numerusform>كتابة {n} مقالات</numerusform>
            <numerusform>كتابة {n} مقالًا</numerusform>
            <numerusform>كتابة {n} مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>Write… {sign} names a colleague</source>
        <translation>اكتب… ‏{sign} تذكر زميلًا</translation>
    </message>
    <message>
        <source>Writing the bundle</source>
        <translation>كتابة الحزمة</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>تجري الكتابة…</translation>
    </message>
    <message>
        <source>Written: {path} ({actors})</source>
        <translation>كُتب الملف {path} ({actors})</translation>
    </message>
    <message>
        <source>Written: {path} ({documents}, {spans}); its manifest: {manifest}</source>
        <translation>كُتب: {path} ({documents}، {spans})؛ وبيانه: {manifest}</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>السنوات</translation>
    </message>
    <message>
        <source>Yiddish</source>
        <translation>اليديشية</translation>
    </message>
    <message>
        <source>You have seen all of it.</source>
        <translation>لم يبقَ ما لم تره.</translation>
    </message>
    <message>
        <source>You have written no comments.</source>
        <translation>لم تكتب أي تعليق.</translation>
    </message>
    <message>
        <source>You mark as {name}</source>
        <translation>تَسِم باسم {name}</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>ردّك</translation>
    </message>
    <message>
        <source>Your comment in other words</source>
        <translation>تعليقك بصياغة أخرى</translation>
    </message>
    <message>
        <source>Your marks on all articles become what they were after the chosen action.</source>
        <translation>تعود علاماتك في كل المقالات كما كانت بعد الإجراء المختار.</translation>
    </message>
    <message>
        <source>Your marks on this article become what they were after the chosen action.</source>
        <translation>تعود علاماتك في هذا المقال كما كانت بعد الإجراء المختار.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>اسمك</translation>
    </message>
    <message>
        <source>Your own marks</source>
        <translation>علاماتك أنت</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>لك</translation>
    </message>
    <message>
        <source>a chain has the features referenceType and referenceRelation, and no others</source>
        <translation>للسلسلة السمتان referenceType وreferenceRelation لا غير</translation>
    </message>
    <message>
        <source>a change</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>a comment of ours cannot be read: {reason}</source>
        <translation>تعذّرت قراءة أحد تعليقات مسند في الملف: {reason}</translation>
    </message>
    <message>
        <source>a feature structure has no %ID that is a number, or no %TYPE</source>
        <translation>بنية سمات ينقصها %ID رقمي أو %TYPE</translation>
    </message>
    <message>
        <source>a link</source>
        <translation>رابط</translation>
    </message>
    <message>
        <source>a link is missing</source>
        <translation>رابط ناقص</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>عدد</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>شخص</translation>
    </message>
    <message>
        <source>a place</source>
        <translation>مكان</translation>
    </message>
    <message>
        <source>a region is said to read {quote!r}, which does not stand at [{start}, {end})</source>
        <translation>نص إحدى المناطق {quote!r} بحسب الملف، وليس هذا ما في الموضع [{start}, {end})</translation>
    </message>
    <message>
        <source>a region lies at {start} to {end}, which are no offsets</source>
        <translation>موضع إحدى المناطق من {start} إلى {end}، وهذان ليسا موضعين في النص</translation>
    </message>
    <message>
        <source>a relation leads from {name!r}, which is no token</source>
        <translation>علاقة تبدأ من {name!r} وليس كلمة في النص</translation>
    </message>
    <message>
        <source>a relation leads to token {token}, and there are {count}</source>
        <translation>علاقة تصل إلى الوحدة {token}، وعدد الوحدات {count}</translation>
    </message>
    <message>
        <source>a relation {label} leads to {end}, which is no mark here</source>
        <translation>العلاقة {label} تصل إلى {end}، وليس هذا معرّف علامة هنا</translation>
    </message>
    <message>
        <source>a scheme may have {most} of these</source>
        <translation>لا يجوز أن تزيد هذه في مخطط الوسم على {most}</translation>
    </message>
    <message>
        <source>a scheme needs a name</source>
        <translation>يحتاج مخطط الوسم إلى اسم</translation>
    </message>
    <message>
        <source>a scheme needs at least one label</source>
        <translation>لا بد لمخطط الوسم من وسم واحد على الأقل</translation>
    </message>
    <message>
        <source>a span goes from token {first} to {last}; there are {count}</source>
        <translation>علامة تمتد من الوحدة {first} إلى {last}، وعدد الوحدات {count}</translation>
    </message>
    <message>
        <source>a statement needs an id and words</source>
        <translation>لا بد للمقولة من معرّف ومن كلمات</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>a type has no name, or there are more than {most} of them</source>
        <translation>نوع بلا اسم، أو الأنواع أكثر من {most}</translation>
    </message>
    <message>
        <source>actor</source>
        <translation>فاعل</translation>
    </message>
    <message>
        <source>actors</source>
        <translation>الفاعلون</translation>
    </message>
    <message>
        <source>actors called as another one</source>
        <translation>فاعلون لهم اسم فاعل آخر</translation>
    </message>
    <message>
        <source>against −</source>
        <translation>ضد −</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>المتفق عليه</translation>
    </message>
    <message>
        <source>agreement not said</source>
        <translation>الموقف غير مذكور</translation>
    </message>
    <message>
        <source>agreements that are unclear</source>
        <translation>مواقف موافقة غير واضحة</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>يوافق</translation>
    </message>
    <message>
        <source>agrees +</source>
        <translation>يوافق +</translation>
    </message>
    <message>
        <source>all of the text</source>
        <translation>النص كله</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>كلها</translation>
    </message>
    <message>
        <source>all people and gold</source>
        <translation>كل الموسِّمين والمرجعية</translation>
    </message>
    <message>
        <source>all rejected</source>
        <translation>رُفض الكل</translation>
    </message>
    <message>
        <source>all taken</source>
        <translation>أُخذ الكل</translation>
    </message>
    <message>
        <source>all text</source>
        <translation>النص كله</translation>
    </message>
    <message>
        <source>all together</source>
        <translation>الكل معًا</translation>
    </message>
    <message>
        <source>also called {name}</source>
        <translation>يُعرف أيضًا باسم {name}</translation>
    </message>
    <message>
        <source>an actor needs an id and a name</source>
        <translation>لا بد للفاعل من معرّف واسم</translation>
    </message>
    <message>
        <source>an attribute differs</source>
        <translation>السمة مختلفة</translation>
    </message>
    <message>
        <source>an organization</source>
        <translation>منظمة</translation>
    </message>
    <message numerus="yes">
        <source>and {n} others</source>
        <translation>
            <numerusform>لا غير</numerusform>
            <numerusform>وواحد آخر</numerusform>
            <numerusform>واثنان آخران</numerusform>
            <numerusform>و{n} أخرى</numerusform>
            <numerusform>و{n} غيرها</numerusform>
            <numerusform>و{n} غيرها</numerusform>
        </translation>
    </message>
    <message>
        <source>annotation {number}: {reason}</source>
        <translation>التوسيم {number}: {reason}</translation>
    </message>
    <message>
        <source>annotations of a kind that brat has and a project has not</source>
        <translation>توسيمات من نوع يعرفه brat ولا يعرفه المشروع</translation>
    </message>
    <message>
        <source>another</source>
        <translation>أخرى</translation>
    </message>
    <message>
        <source>another actor is meant</source>
        <translation>المقصود فاعل آخر</translation>
    </message>
    <message>
        <source>another attribute of {key!r} means {means!r}</source>
        <translation>لسمة أخرى في {key!r} المعنى {means!r}</translation>
    </message>
    <message>
        <source>another claim</source>
        <translation>قول آخر</translation>
    </message>
    <message>
        <source>another entry, {id}, has this name and kind already.</source>
        <translation>لمدخل آخر ({id}) هذا الاسم والنوع.</translation>
    </message>
    <message>
        <source>another statement is meant</source>
        <translation>المقصود مقولة أخرى</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>أي عدد</translation>
    </message>
    <message>
        <source>are left out</source>
        <translation>تُترك</translation>
    </message>
    <message>
        <source>article</source>
        <translation>مقال</translation>
    </message>
    <message>
        <source>articles among the files of the dataset</source>
        <translation>مقالات بين ملفات البيانات</translation>
    </message>
    <message>
        <source>articles in their part of the split</source>
        <translation>مقالات في أجزائها من التقسيم</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>بلا تغيير</translation>
    </message>
    <message>
        <source>assign an article</source>
        <translation>إسناد مقال إلى قارئ</translation>
    </message>
    <message>
        <source>at most {n} nodes</source>
        <translation>{n} عقدة على الأكثر</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>سمة</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>السمات</translation>
    </message>
    <message>
        <source>attributes and notes of what is missing</source>
        <translation>سمات وملاحظات على ما ليس موجودًا</translation>
    </message>
    <message>
        <source>attributes of relations</source>
        <translation>سمات العلاقات</translation>
    </message>
    <message>
        <source>attributes of spans</source>
        <translation>سمات العلامات</translation>
    </message>
    <message>
        <source>attributes of values that are no actors</source>
        <translation>سمات قيم ليست لفاعلين</translation>
    </message>
    <message>
        <source>attributes that the scheme has not</source>
        <translation>سمات ليست في المخطط</translation>
    </message>
    <message>
        <source>average activity</source>
        <translation>متوسط النشاط</translation>
    </message>
    <message>
        <source>becomes {title}</source>
        <translation>تصير: {title}</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>أزرق</translation>
    </message>
    <message>
        <source>both ±</source>
        <translation>كلاهما ±</translation>
    </message>
    <message>
        <source>boundaries merged</source>
        <translation>دُمجت الحدود</translation>
    </message>
    <message>
        <source>boundary</source>
        <translation>حدود</translation>
    </message>
    <message>
        <source>by day</source>
        <translation>باليوم</translation>
    </message>
    <message>
        <source>by month</source>
        <translation>بالشهر</translation>
    </message>
    <message>
        <source>by week</source>
        <translation>بالأسبوع</translation>
    </message>
    <message>
        <source>by white space</source>
        <translation>بالمسافات</translation>
    </message>
    <message>
        <source>byte order mark</source>
        <translation>علامة ترتيب البايتات</translation>
    </message>
    <message>
        <source>byte {place} is not UTF-8; save the file in UTF-8</source>
        <translation>البايت {place} ليس بترميز UTF-8؛ احفظ الملف بترميز UTF-8</translation>
    </message>
    <message>
        <source>cells cut at 32,767 characters</source>
        <translation>خلايا قُطعت عند ٣٢٬٧٦٧ حرفًا</translation>
    </message>
    <message>
        <source>change a comment</source>
        <translation>تعديل تعليق</translation>
    </message>
    <message>
        <source>change a setting</source>
        <translation>تغيير إعداد</translation>
    </message>
    <message numerus="yes">
        <source>change marks {n} times</source>
        <translation>
            <numerusform>تغيير العلامات</numerusform>
            <numerusform>تغيير العلامات مرة</numerusform>
            <numerusform>تغيير العلامات مرتين</numerusform>
            <numerusform>تغيير العلامات {n} مرات</numerusform>
            <numerusform>تغيير العلامات {n} مرة</numerusform>
            <numerusform>تغيير العلامات {n} مرة</numerusform>
        </translation>
    </message>
    <message>
        <source>change the attributes of {label}</source>
        <translation>تغيير سمات {label}</translation>
    </message>
    <message>
        <source>change the boundaries of {label}</source>
        <translation>تغيير حدود {label}</translation>
    </message>
    <message>
        <source>change the label to {label}</source>
        <translation>تغيير الوسم إلى {label}</translation>
    </message>
    <message>
        <source>change the link {label}</source>
        <translation>تغيير الرابط {label}</translation>
    </message>
    <message>
        <source>change the registry of actors</source>
        <translation>تغيير سجل الفاعلين</translation>
    </message>
    <message>
        <source>change the scheme</source>
        <translation>تغيير مخطط الوسم</translation>
    </message>
    <message>
        <source>change the statements</source>
        <translation>تغيير المقولات</translation>
    </message>
    <message>
        <source>change what is said about the article</source>
        <translation>تعديل بيانات المقال</translation>
    </message>
    <message>
        <source>change whether the source agrees</source>
        <translation>تغيير موقف القائل</translation>
    </message>
    <message numerus="yes">
        <source>change whether the sources of {n} claims agree</source>
        <translation>
            <numerusform>تغيير مواقف القائلين</numerusform>
            <numerusform>تغيير موقف القائل</numerusform>
            <numerusform>تغيير مواقف القائلين في قولين</numerusform>
            <numerusform>تغيير مواقف القائلين في {n} أقوال</numerusform>
            <numerusform>تغيير مواقف القائلين في {n} قولًا</numerusform>
            <numerusform>تغيير مواقف القائلين في {n} قول</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>change {n} actors</source>
        <translation>
            <numerusform>تغيير الفاعلين</numerusform>
            <numerusform>تغيير فاعل واحد</numerusform>
            <numerusform>تغيير فاعلَين</numerusform>
            <numerusform>تغيير {n} فاعلين</numerusform>
            <numerusform>تغيير {n} فاعلًا</numerusform>
            <numerusform>تغيير {n} فاعل</numerusform>
        </translation>
    </message>
    <message>
        <source>characters that XML cannot hold</source>
        <translation>محارف لا يقبلها XML</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>مختار</translation>
    </message>
    <message>
        <source>chosen for this name before</source>
        <translation>سبق اختياره لهذا الاسم</translation>
    </message>
    <message>
        <source>claim</source>
        <translation>قول</translation>
    </message>
    <message>
        <source>claims about nobody</source>
        <translation>أقوال ليست عن أحد</translation>
    </message>
    <message>
        <source>claims that neither agree nor disagree</source>
        <translation>أقوال لا توافق ولا تخالف</translation>
    </message>
    <message>
        <source>claims without a cue</source>
        <translation>أقوال بلا قرينة قول</translation>
    </message>
    <message>
        <source>claims without a source</source>
        <translation>أقوال بلا قائل</translation>
    </message>
    <message>
        <source>claims without a statement</source>
        <translation>أقوال بلا مقولة</translation>
    </message>
    <message>
        <source>code points (Label Studio since 2024)</source>
        <translation>نقاط الترميز (Label Studio منذ 2024)</translation>
    </message>
    <message>
        <source>codings by codes that are not there</source>
        <translation>ترميزات برموز غير موجودة</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>تعليق</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>تعليقات</translation>
    </message>
    <message>
        <source>confidence {percent} %</source>
        <translation>اليقين {percent}٪</translation>
    </message>
    <message>
        <source>confidences of quotations</source>
        <translation>درجات ثقة الاقتباسات</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>جيب التمام</translation>
    </message>
    <message>
        <source>crossing marks</source>
        <translation>العلامات المتقاطعة</translation>
    </message>
    <message>
        <source>cut the token</source>
        <translation>تُقطع الكلمة</translation>
    </message>
    <message>
        <source>cyan</source>
        <translation>سماوي</translation>
    </message>
    <message>
        <source>dash and dot</source>
        <translation>شرطة ونقطة</translation>
    </message>
    <message>
        <source>dashed</source>
        <translation>متقطّع</translation>
    </message>
    <message>
        <source>decide a difference</source>
        <translation>حسم اختلاف</translation>
    </message>
    <message numerus="yes">
        <source>decide {n} differences</source>
        <translation>
            <numerusform>حسم الاختلافات</numerusform>
            <numerusform>حسم اختلاف واحد</numerusform>
            <numerusform>حسم اختلافين</numerusform>
            <numerusform>حسم {n} اختلافات</numerusform>
            <numerusform>حسم {n} اختلافًا</numerusform>
            <numerusform>حسم {n} اختلاف</numerusform>
        </translation>
    </message>
    <message>
        <source>delete a comment</source>
        <translation>حذف تعليق</translation>
    </message>
    <message>
        <source>delete {label}</source>
        <translation>حذف {label}</translation>
    </message>
    <message numerus="yes">
        <source>delete {n} marks</source>
        <translation>
            <numerusform>حذف العلامات</numerusform>
            <numerusform>حذف علامة واحدة</numerusform>
            <numerusform>حذف علامتين</numerusform>
            <numerusform>حذف {n} علامات</numerusform>
            <numerusform>حذف {n} علامة</numerusform>
            <numerusform>حذف {n} علامة</numerusform>
        </translation>
    </message>
    <message>
        <source>disagrees</source>
        <translation>يخالف</translation>
    </message>
    <message>
        <source>disagrees −</source>
        <translation>يخالف −</translation>
    </message>
    <message>
        <source>discontinuous spans</source>
        <translation>علامات متقطعة</translation>
    </message>
    <message>
        <source>doc {number} is cut short</source>
        <translation>المستند {number} مبتور</translation>
    </message>
    <message>
        <source>doc {number}: its user data are no mapping</source>
        <translation>المستند {number}: ليست بيانات user_data فيه قاموسًا</translation>
    </message>
    <message>
        <source>doc {number}: {reason}</source>
        <translation>المستند {number}: {reason}</translation>
    </message>
    <message>
        <source>documents without a text</source>
        <translation>مقالات بلا نص</translation>
    </message>
    <message>
        <source>does not join Arabic letters</source>
        <translation>لا يصل الحروف العربية</translation>
    </message>
    <message>
        <source>dotted</source>
        <translation>منقّط</translation>
    </message>
    <message>
        <source>double</source>
        <translation>مزدوج</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>حُرّر</translation>
    </message>
    <message>
        <source>empty articles</source>
        <translation>مقالات فارغة</translation>
    </message>
    <message>
        <source>end of embedding or override</source>
        <translation>نهاية تضمين أو قلب اتجاه</translation>
    </message>
    <message>
        <source>end of isolate</source>
        <translation>نهاية عزل</translation>
    </message>
    <message>
        <source>ends of notes that are too long</source>
        <translation>أواخر ملاحظات أطول من اللازم</translation>
    </message>
    <message>
        <source>ends of values that are too long</source>
        <translation>أواخر قيم أطول من اللازم</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>بالحدود</translation>
    </message>
    <message>
        <source>file {name}</source>
        <translation>الملف {name}</translation>
    </message>
    <message>
        <source>finish the gold reading</source>
        <translation>إنجاز القراءة المرجعية</translation>
    </message>
    <message>
        <source>first-strong isolate</source>
        <translation>عزل بحسب أول حرف</translation>
    </message>
    <message numerus="yes">
        <source>for {n} articles nobody is left who has not read them</source>
        <translation>
            <numerusform>لا مقالات بلا قارئ جديد</numerusform>
            <numerusform>مقال واحد لم يبقَ من لم يقرأه</numerusform>
            <numerusform>مقالان لم يبقَ من لم يقرأهما</numerusform>
            <numerusform>{n} مقالات لم يبقَ من لم يقرأها</numerusform>
            <numerusform>{n} مقالًا لم يبقَ من لم يقرأها</numerusform>
            <numerusform>{n} مقال لم يبقَ من لم يقرأها</numerusform>
        </translation>
    </message>
    <message>
        <source>frozen by name</source>
        <translation>مجمَّد باسم</translation>
    </message>
    <message>
        <source>further cues of a claim</source>
        <translation>قرائن قول زائدة على الأولى</translation>
    </message>
    <message>
        <source>further readings of a document</source>
        <translation>قراءات أخرى للمقال نفسه</translation>
    </message>
    <message>
        <source>global.columns must name the columns ID and FORM</source>
        <translation>يجب أن يذكر global.columns العمودين ID وFORM</translation>
    </message>
    <message>
        <source>go back to an earlier state</source>
        <translation>الرجوع إلى حالة سابقة</translation>
    </message>
    <message>
        <source>gray</source>
        <translation>رمادي</translation>
    </message>
    <message>
        <source>green</source>
        <translation>أخضر</translation>
    </message>
    <message>
        <source>guideline unclear</source>
        <translation>الإرشادات غير واضحة</translation>
    </message>
    <message>
        <source>half a character (a surrogate without its pair) is written as \ud800 or the like; write the file again with whole characters</source>
        <translation>في الملف نصف محرف (بديل بلا زوجه) مكتوب مثل ⁦\ud800⁩؛ اكتب الملف من جديد بمحارف كاملة</translation>
    </message>
    <message>
        <source>hidden until done</source>
        <translation>محجوبة حتى تُنجز</translation>
    </message>
    <message>
        <source>import an article</source>
        <translation>استيراد مقال</translation>
    </message>
    <message>
        <source>import annotations</source>
        <translation>استيراد علامات</translation>
    </message>
    <message numerus="yes">
        <source>import {n} articles</source>
        <translation>
            <numerusform>استيراد المقالات</numerusform>
            <numerusform>استيراد مقال واحد</numerusform>
            <numerusform>استيراد مقالين</numerusform>
            <numerusform>استيراد {n} مقالات</numerusform>
            <numerusform>استيراد {n} مقالًا</numerusform>
            <numerusform>استيراد {n} مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>in favour +</source>
        <translation>مؤيّد +</translation>
    </message>
    <message>
        <source>it breaks off in the middle; the file was cut short, get it again</source>
        <translation>ينقطع في وسطه؛ الملف مبتور، فاحصل عليه من جديد</translation>
    </message>
    <message>
        <source>it declares a document type, which may hide anything; take the declaration out</source>
        <translation>فيه تصريح بنوع المستند (DOCTYPE) قد يُخفي أي شيء؛ احذف التصريح</translation>
    </message>
    <message>
        <source>it declares a layer without a name, or with too many features</source>
        <translation>يصرّح بطبقة بلا اسم أو بسمات أكثر من اللازم</translation>
    </message>
    <message>
        <source>it describes {name} without a text</source>
        <translation>يصف {name} بلا نص</translation>
    </message>
    <message>
        <source>it does not begin with #FORMAT=WebAnno TSV 3.3</source>
        <translation>لا يبدأ بـ #FORMAT=WebAnno TSV 3.3</translation>
    </message>
    <message>
        <source>it does not say how its tokens are spelled (ORTH)</source>
        <translation>لا يذكر تهجئة وحداته (ORTH)</translation>
    </message>
    <message>
        <source>it ends with a comma; each line must be one whole object, with nothing after it</source>
        <translation>ينتهي بفاصلة؛ كل سطر كائن واحد كامل لا شيء بعده</translation>
    </message>
    <message>
        <source>it has more than {most} MiB</source>
        <translation>حجمه أكبر من {most} ميبيبايت</translation>
    </message>
    <message>
        <source>it has more than {most} lines</source>
        <translation>أسطره أكثر من {most}</translation>
    </message>
    <message>
        <source>it has more than {most} rows</source>
        <translation>صفوفه أكثر من {most}</translation>
    </message>
    <message>
        <source>it has no column text; it has: {known}</source>
        <translation>ليس فيه عمود باسم text؛ وفيه: {known}</translation>
    </message>
    <message>
        <source>it has no table {table}, so it is no database of DNA</source>
        <translation>ليس فيه جدول {table}، فليس قاعدة بيانات لبرنامج DNA</translation>
    </message>
    <message>
        <source>it has {count} columns; CoNLL-U has {wanted}, with a tab between them</source>
        <translation>فيه {count} من الأعمدة، وأعمدة CoNLL-U {wanted} بينها علامات جدولة</translation>
    </message>
    <message>
        <source>it has {found} columns behind its token; its head declares {width}</source>
        <translation>بعد الكلمة {found} من الأعمدة، والترويسة تصرّح بـ {width}</translation>
    </message>
    <message>
        <source>it holds bytes of value 0: the file is damaged or in UTF-16; save it in UTF-8</source>
        <translation>فيه بايتات قيمتها صفر: الملف تالف أو بترميز UTF-16؛ احفظه بترميز UTF-8</translation>
    </message>
    <message>
        <source>it holds codes and no texts; make a project of it with: musnad new PROJECT --scheme-from FILE</source>
        <translation>فيه رموز بلا نصوص؛ أنشئ منه مشروعًا بالأمر: musnad new PROJECT --scheme-from FILE</translation>
    </message>
    <message>
        <source>it holds no file that looks like {title}</source>
        <translation>ليس فيه ملف يشبه {title}</translation>
    </message>
    <message>
        <source>it holds no text</source>
        <translation>ليس فيه نص</translation>
    </message>
    <message>
        <source>it holds something that is no annotation: {what}</source>
        <translation>فيه ما ليس توسيمًا: {what}</translation>
    </message>
    <message>
        <source>it is UTF-16; save the file in UTF-8</source>
        <translation>هو بترميز UTF-16؛ احفظ الملف بترميز UTF-8</translation>
    </message>
    <message>
        <source>it is WebAnno TSV {version}; export it as version 3.3</source>
        <translation>هو WebAnno TSV {version}؛ صدّره بالإصدار 3.3</translation>
    </message>
    <message>
        <source>it is a comment, which JSON does not have; take it out</source>
        <translation>هو تعليق، ولا تعليقات في JSON؛ احذفه</translation>
    </message>
    <message>
        <source>it is a damaged database ({reason}); go back to a copy of it</source>
        <translation>قاعدة البيانات تالفة ({reason})؛ ارجع إلى نسخة منها</translation>
    </message>
    <message>
        <source>it is a web page or XML, not JSON Lines</source>
        <translation>هو صفحة ويب أو XML وليس JSON Lines</translation>
    </message>
    <message>
        <source>it is larger than {most} MiB</source>
        <translation>حجمه أكبر من {most} ميبيبايت</translation>
    </message>
    <message>
        <source>it is larger than {most} MiB; each file holds one article</source>
        <translation>حجمه أكبر من {most} ميبيبايت؛ في كل ملف مقال واحد</translation>
    </message>
    <message>
        <source>it is larger than {most} MiB; export it in several files</source>
        <translation>حجمه أكبر من {most} ميبيبايت؛ صدّره في عدة ملفات</translation>
    </message>
    <message>
        <source>it is longer than {most} KiB; each line holds one token</source>
        <translation>أطول من {most} كيبيبايت؛ في كل سطر كلمة واحدة</translation>
    </message>
    <message>
        <source>it is longer than {most} MiB</source>
        <translation>طوله يتجاوز {most} ميبيبايت</translation>
    </message>
    <message>
        <source>it is longer than {most} MiB; each line must hold one article</source>
        <translation>طوله يتجاوز {most} ميبيبايت؛ يجب أن يضم كل سطر مقالًا واحدًا</translation>
    </message>
    <message>
        <source>it is no DocBin of spaCy's ({reason})</source>
        <translation>ليس ملف DocBin من spaCy ({reason})</translation>
    </message>
    <message>
        <source>it is no SQLite database</source>
        <translation>ليس قاعدة بيانات SQLite</translation>
    </message>
    <message>
        <source>it is no XML: {reason}</source>
        <translation>ليس XML: {reason}</translation>
    </message>
    <message>
        <source>it is no ZIP archive, or a damaged one ({reason})</source>
        <translation>ليس أرشيف ZIP أو هو تالف ({reason})</translation>
    </message>
    <message>
        <source>it is no annotation of brat: these begin with T1, E1, R1, A1, N1, #1 or * and a tab</source>
        <translation>ليس توسيمًا من توسيمات brat، فهي تبدأ بـ T1 أو E1 أو R1 أو A1 أو N1 أو #1 أو * تليها علامة جدولة</translation>
    </message>
    <message>
        <source>it is no parquet file that can be read ({reason})</source>
        <translation>ليس ملف Parquet صالحًا للقراءة ({reason})</translation>
    </message>
    <message>
        <source>it is no row of WebAnno TSV 2: 1-1, tab, a token, then {width} columns</source>
        <translation>ليس صفًّا من WebAnno TSV 2: 1-1 ثم علامة جدولة ثم كلمة ثم أعمدة عددها {width}</translation>
    </message>
    <message>
        <source>it is no row of WebAnno TSV: 1-1, tab, 0-4, tab, a token, then {width} columns</source>
        <translation>ليس صفًا من WebAnno TSV: 1-1 ثم علامة جدولة ثم ⁦0-4⁩ ثم علامة جدولة ثم كلمة ثم {width} من الأعمدة</translation>
    </message>
    <message>
        <source>it is not UTF-8; save the file in UTF-8</source>
        <translation>ليس بترميز UTF-8؛ احفظ الملف بترميز UTF-8</translation>
    </message>
    <message>
        <source>it is not valid JSON ({reason})</source>
        <translation>ليس JSON صحيحًا ({reason})</translation>
    </message>
    <message>
        <source>it is not valid JSON ({reason}); each line must be one object in braces</source>
        <translation>ليس JSON صحيحًا ({reason})؛ كل سطر كائن واحد بين حاصرتين معقوفتين</translation>
    </message>
    <message>
        <source>it is said to read {given!r}, but the text reads {quote!r} at [{start}, {end})</source>
        <translation>نصها في الملف {given!r} وفي المقال {quote!r} من {start} إلى {end}</translation>
    </message>
    <message>
        <source>it is {what}, not JSON</source>
        <translation>هو {what} وليس JSON</translation>
    </message>
    <message>
        <source>it is {what}, not JSON Lines</source>
        <translation>هو {what} وليس JSON Lines</translation>
    </message>
    <message>
        <source>it names no place in the text that can be found</source>
        <translation>لا يذكر موضعًا يمكن العثور عليه في النص</translation>
    </message>
    <message>
        <source>it names the string {id}, which is not in it</source>
        <translation>يذكر السلسلة {id} وليست فيه</translation>
    </message>
    <message>
        <source>it needs a token and a tag, with a tab between them</source>
        <translation>لا بد فيه من كلمة ورمز بينهما مسافة جدولة</translation>
    </message>
    <message>
        <source>it unpacks to more than {most} bytes</source>
        <translation>حجمه بعد فك الضغط يتجاوز {most} بايت</translation>
    </message>
    <message>
        <source>its archive holds more than {most} files</source>
        <translation>في أرشيفه أكثر من {most} ملف</translation>
    </message>
    <message>
        <source>its archive holds no {name}</source>
        <translation>ليس في أرشيفه {name}</translation>
    </message>
    <message>
        <source>its article {name} is not in the file</source>
        <translation>مقاله {name} ليس في الملف</translation>
    </message>
    <message>
        <source>its brackets are nested too deep</source>
        <translation>أقواسه متداخلة أكثر مما يُحتمل</translation>
    </message>
    <message>
        <source>its data has no field text, nor one text alone; it has: {known}</source>
        <translation>ليس في بياناته حقل text ولا نص وحيد؛ وفيها: {known}</translation>
    </message>
    <message>
        <source>its id is {given!r}, but this text has the id {id}; the text was changed, or leave the id out</source>
        <translation>معرّفه {given!r} ومعرّف هذا النص {id}؛ تغيّر النص، أو احذف المعرّف</translation>
    </message>
    <message>
        <source>its marks follow the scheme {theirs!r} and this project has {ours!r}; import it into a project made with that scheme (musnad new PROJECT --scheme FILE)</source>
        <translation>علاماته على مخطط الوسم {theirs!r} ومخطط هذا المشروع {ours!r}؛ استورده في مشروع أُنشئ بذلك المخطط (⁦musnad new PROJECT --scheme FILE⁩)</translation>
    </message>
    <message>
        <source>its object does not end on this line; JSON Lines needs one whole object a line, and this is JSON over several lines</source>
        <translation>كائنه لا ينتهي في هذا السطر؛ يقتضي JSON Lines كائنًا كاملًا في كل سطر، وهذا JSON موزع على عدة أسطر</translation>
    </message>
    <message>
        <source>its offsets are counted in {unit}; they must be counted in code points</source>
        <translation>مواضعه معدودة بوحدة {unit}، والواجب عدّها بنقاط الترميز</translation>
    </message>
    <message>
        <source>its rows {group} unpack to {size} bytes; {most} are allowed</source>
        <translation>كتلة الصفوف {group} حجمها بعد فك الضغط {size} بايت؛ والمسموح {most}</translation>
    </message>
    <message>
        <source>its second column does not say what follows the token, as those of this document do</source>
        <translation>عموده الثاني لا يقول ما يلي الكلمة، كما تقول أعمدة هذا المقال</translation>
    </message>
    <message>
        <source>its status is {status}, but it names no annotator</source>
        <translation>حالته {status} لكن بلا موسِّم</translation>
    </message>
    <message>
        <source>its table {table} has no column VariableId; this version of DNA is not known</source>
        <translation>ليس في جدوله {table} عمود VariableId؛ هذا الإصدار من DNA غير معروف</translation>
    </message>
    <message>
        <source>its text holds carriage returns, line separators or control characters, which no article here does; import the article as a text file and mark it here</source>
        <translation>في النص رموز رجوع إلى أول السطر أو فواصل أسطر أو رموز تحكم لا تكون في مقال هنا؛ استورد المقال ملفًّا نصيًّا ثم ضع علاماتك هنا</translation>
    </message>
    <message>
        <source>label</source>
        <translation>وسم</translation>
    </message>
    <message>
        <source>lacks Arabic letters</source>
        <translation>ليست فيه حروف عربية</translation>
    </message>
    <message numerus="yes">
        <source>lacks {n} letters of {languages}</source>
        <translation>
            <numerusform>لا ينقصه حرف من حروف {languages}</numerusform>
            <numerusform>ينقصه حرف من حروف {languages}</numerusform>
            <numerusform>ينقصه حرفان من حروف {languages}</numerusform>
            <numerusform>تنقصه {n} أحرف من حروف {languages}</numerusform>
            <numerusform>ينقصه {n} حرفًا من حروف {languages}</numerusform>
            <numerusform>ينقصه {n} حرف من حروف {languages}</numerusform>
        </translation>
    </message>
    <message>
        <source>language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>languages and directions of articles</source>
        <translation>لغات المقالات واتجاهاتها</translation>
    </message>
    <message>
        <source>leave the token out</source>
        <translation>تُترك الكلمة خارجها</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>متروك</translation>
    </message>
    <message>
        <source>left-to-right embedding</source>
        <translation>تضمين إلى اليمين</translation>
    </message>
    <message>
        <source>left-to-right isolate</source>
        <translation>عزل إلى اليمين</translation>
    </message>
    <message>
        <source>left-to-right mark</source>
        <translation>علامة اتجاه إلى اليمين</translation>
    </message>
    <message>
        <source>left-to-right override</source>
        <translation>قلب الاتجاه إلى اليمين</translation>
    </message>
    <message>
        <source>letter</source>
        <translation>حرف</translation>
    </message>
    <message>
        <source>line {line}, column {column}: an actor needs a name.</source>
        <translation>السطر {line}، العمود {column}: لا بد للفاعل من اسم.</translation>
    </message>
    <message>
        <source>line {line}, column {column}: {reason}</source>
        <translation>السطر {line}، العمود {column}: {reason}</translation>
    </message>
    <message>
        <source>line {line}: it has {count} cells under {width} columns; put a cell with a comma between quotation marks.</source>
        <translation>السطر {line}: عدد خلاياه {count} وعدد الأعمدة {width}؛ ضع الخلية التي فيها فاصلة بين علامتي تنصيص.</translation>
    </message>
    <message>
        <source>line {line}: it must name the columns, at least {needed!r}; known are: {known}.</source>
        <translation>السطر {line}: يجب أن تُذكر فيه أسماء الأعمدة، وأقلها {needed!r}؛ والأعمدة المعروفة: {known}.</translation>
    </message>
    <message>
        <source>line {line}: the column {name} stands there twice.</source>
        <translation>السطر {line}: العمود {name} مكرر.</translation>
    </message>
    <message>
        <source>line {line}: the quotation marks around its cells do not match ({reason}).</source>
        <translation>السطر {line}: علامات التنصيص حول الخلايا غير متوازنة ({reason}).</translation>
    </message>
    <message>
        <source>line {line}: {reason}</source>
        <translation>السطر {line}: {reason}</translation>
    </message>
    <message>
        <source>link</source>
        <translation>رابط</translation>
    </message>
    <message>
        <source>link {label}</source>
        <translation>ربط {label}</translation>
    </message>
    <message>
        <source>link {label} to a statement</source>
        <translation>ربط {label} بمقولة</translation>
    </message>
    <message>
        <source>link {label} to the registry</source>
        <translation>ربط {label} بسجل الفاعلين</translation>
    </message>
    <message numerus="yes">
        <source>link {n} claims to a statement</source>
        <translation>
            <numerusform>ربط أقوال بمقولة</numerusform>
            <numerusform>ربط قول بمقولة</numerusform>
            <numerusform>ربط قولين بمقولة</numerusform>
            <numerusform>ربط {n} أقوال بمقولة</numerusform>
            <numerusform>ربط {n} قولًا بمقولة</numerusform>
            <numerusform>ربط {n} قول بمقولة</numerusform>
        </translation>
    </message>
    <message>
        <source>links</source>
        <translation>الروابط</translation>
    </message>
    <message>
        <source>links between statements</source>
        <translation>روابط بين العبارات</translation>
    </message>
    <message>
        <source>links that lead to no mark</source>
        <translation>روابط لا تؤدي إلى علامة</translation>
    </message>
    <message>
        <source>links to actors</source>
        <translation>روابط بالفاعلين</translation>
    </message>
    <message>
        <source>links to actors of marks that name none</source>
        <translation>روابط بفاعلين على علامات لا تُربط بسجل الفاعلين</translation>
    </message>
    <message>
        <source>links to statements</source>
        <translation>روابط بالمقولات</translation>
    </message>
    <message>
        <source>lists in brackets behind relations</source>
        <translation>قوائم بين معقوفين بعد العلاقات</translation>
    </message>
    <message>
        <source>majority</source>
        <translation>الأغلبية</translation>
    </message>
    <message numerus="yes">
        <source>make {n} assignments</source>
        <translation>
            <numerusform>إسناد المقالات إلى القراء</numerusform>
            <numerusform>إسناد واحد إلى قارئ</numerusform>
            <numerusform>إسنادان إلى القراء</numerusform>
            <numerusform>{n} إسنادات إلى القراء</numerusform>
            <numerusform>{n} إسنادًا إلى القراء</numerusform>
            <numerusform>{n} إسناد إلى القراء</numerusform>
        </translation>
    </message>
    <message>
        <source>mark as viewed</source>
        <translation>التعليم بأنه شوهد</translation>
    </message>
    <message>
        <source>mark the article as done</source>
        <translation>وضع المقال في المنجز</translation>
    </message>
    <message>
        <source>mark the article as in progress</source>
        <translation>وضع المقال قيد العمل</translation>
    </message>
    <message>
        <source>mark the article as not begun</source>
        <translation>وضع المقال فيما لم يبدأ</translation>
    </message>
    <message>
        <source>mark {label}</source>
        <translation>وسم {label}</translation>
    </message>
    <message numerus="yes">
        <source>mark {n} articles as done</source>
        <translation>
            <numerusform>وضع المقالات في المنجز</numerusform>
            <numerusform>وضع المقال في المنجز</numerusform>
            <numerusform>وضع مقالين في المنجز</numerusform>
            <numerusform>وضع {n} مقالات في المنجز</numerusform>
            <numerusform>وضع {n} مقالًا في المنجز</numerusform>
            <numerusform>وضع {n} مقال في المنجز</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mark {n} places</source>
        <translation>
            <numerusform>وسم المواضع</numerusform>
            <numerusform>وسم موضع واحد</numerusform>
            <numerusform>وسم موضعين</numerusform>
            <numerusform>وسم {n} مواضع</numerusform>
            <numerusform>وسم {n} موضعًا</numerusform>
            <numerusform>وسم {n} موضع</numerusform>
        </translation>
    </message>
    <message>
        <source>marked by anyone</source>
        <translation>ما عليه علامة</translation>
    </message>
    <message>
        <source>marks that are no claims</source>
        <translation>علامات ليست أقوالًا</translation>
    </message>
    <message>
        <source>marks that belong to no claim</source>
        <translation>علامات لا تتبع قولًا</translation>
    </message>
    <message>
        <source>marks that stand twice</source>
        <translation>علامات مكررة</translation>
    </message>
    <message>
        <source>marks without text</source>
        <translation>علامات بلا نص</translation>
    </message>
    <message>
        <source>median {median}, longest {longest}</source>
        <translation>الوسيط {median}، والأطول {longest}</translation>
    </message>
    <message>
        <source>merge a bundle</source>
        <translation>دمج حزمة</translation>
    </message>
    <message>
        <source>merge actors</source>
        <translation>دمج فاعلين</translation>
    </message>
    <message>
        <source>merge statements</source>
        <translation>دمج مقولات</translation>
    </message>
    <message>
        <source>misplaces vowel marks</source>
        <translation>يضع التشكيل في غير موضعه</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>غاب عن القراءة</translation>
    </message>
    <message>
        <source>moments of publication that are no whole day or second</source>
        <translation>أوقات نشر ليست يومًا كاملًا أو ثانية كاملة</translation>
    </message>
    <message>
        <source>month</source>
        <translation>شهر</translation>
    </message>
    <message>
        <source>names of annotators</source>
        <translation>أسماء الموسِّمين</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>لا هذا ولا ذاك</translation>
    </message>
    <message>
        <source>nested marks</source>
        <translation>العلامات المتداخلة</translation>
    </message>
    <message>
        <source>nested spans</source>
        <translation>علامات متداخلة</translation>
    </message>
    <message>
        <source>no article yet</source>
        <translation>لا مقالات بعد</translation>
    </message>
    <message>
        <source>no claim yet</source>
        <translation>لا أقوال بعد</translation>
    </message>
    <message>
        <source>no differences</source>
        <translation>لا اختلافات</translation>
    </message>
    <message>
        <source>no mark</source>
        <translation>بلا علامة</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>بلا سبب</translation>
    </message>
    <message>
        <source>no stance</source>
        <translation>بلا موقف</translation>
    </message>
    <message>
        <source>no statement</source>
        <translation>بلا مقولة</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>قائل غير مذكور</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>none of them</source>
        <translation>لا شيء منها</translation>
    </message>
    <message>
        <source>not in every reading</source>
        <translation>ليس في كل القراءات</translation>
    </message>
    <message>
        <source>notes of what intake changed</source>
        <translation>ملاحظات ما غيّره الإدخال</translation>
    </message>
    <message>
        <source>notes on nothing that is read</source>
        <translation>ملاحظات ليست على شيء مما قُرئ</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>nothing left</source>
        <translation>لم يبقَ شيء</translation>
    </message>
    <message>
        <source>nothing more</source>
        <translation>لا معنى آخر</translation>
    </message>
    <message>
        <source>of mine</source>
        <translation>حالتي</translation>
    </message>
    <message>
        <source>of which kind?</source>
        <translation>من أي نوع؟</translation>
    </message>
    <message>
        <source>olive</source>
        <translation>زيتوني</translation>
    </message>
    <message>
        <source>one mark</source>
        <translation>علامة واحدة</translation>
    </message>
    <message>
        <source>one of a list</source>
        <translation>من قائمة</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>برتقالي</translation>
    </message>
    <message>
        <source>origins of articles after the first, and files they came in</source>
        <translation>مصادر نشر المقالات بعد الأول، والملفات التي جاءت فيها</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>بالتداخل</translation>
    </message>
    <message>
        <source>overlapping spans</source>
        <translation>علامات متقاطعة</translation>
    </message>
    <message>
        <source>paints in colours of its own</source>
        <translation>يرسم بألوانه الخاصة</translation>
    </message>
    <message>
        <source>part of {wider}</source>
        <translation>من {wider}</translation>
    </message>
    <message>
        <source>parts</source>
        <translation>أقسام</translation>
    </message>
    <message>
        <source>parts of words</source>
        <translation>أجزاء الكلمات</translation>
    </message>
    <message>
        <source>passages that comments are about</source>
        <translation>مقاطع تخصّها تعليقات</translation>
    </message>
    <message>
        <source>pictures, recordings and pages of PDF files</source>
        <translation>صور وتسجيلات وصفحات من ملفات PDF</translation>
    </message>
    <message>
        <source>pink</source>
        <translation>وردي</translation>
    </message>
    <message>
        <source>prominence of statements</source>
        <translation>بروز المقولات</translation>
    </message>
    <message>
        <source>publisher</source>
        <translation>ناشر</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>بنفسجي</translation>
    </message>
    <message>
        <source>quarter</source>
        <translation>ربع سنة</translation>
    </message>
    <message>
        <source>rarest label</source>
        <translation>أندر وسم</translation>
    </message>
    <message>
        <source>readings of texts that are not there</source>
        <translation>قراءات نصوصها غير موجودة</translation>
    </message>
    <message>
        <source>readings without a mark</source>
        <translation>قراءات بلا علامة</translation>
    </message>
    <message>
        <source>red</source>
        <translation>أحمر</translation>
    </message>
    <message>
        <source>refuse the suggestion</source>
        <translation>رفض الاقتراح</translation>
    </message>
    <message numerus="yes">
        <source>refuse {n} suggestions</source>
        <translation>
            <numerusform>رفض الاقتراحات</numerusform>
            <numerusform>رفض اقتراح واحد</numerusform>
            <numerusform>رفض اقتراحين</numerusform>
            <numerusform>رفض {n} اقتراحات</numerusform>
            <numerusform>رفض {n} اقتراحًا</numerusform>
            <numerusform>رفض {n} اقتراح</numerusform>
        </translation>
    </message>
    <message>
        <source>relations</source>
        <translation>علاقات</translation>
    </message>
    <message>
        <source>relations of a mark to itself</source>
        <translation>علاقات علامة بنفسها</translation>
    </message>
    <message>
        <source>relations that stand twice</source>
        <translation>علاقات مكررة</translation>
    </message>
    <message>
        <source>relations that the scheme does not allow</source>
        <translation>علاقات لا يسمح بها المخطط</translation>
    </message>
    <message>
        <source>relations whose end is missing</source>
        <translation>علاقات طرفها مفقود</translation>
    </message>
    <message>
        <source>remove a statement</source>
        <translation>إزالة مقولة</translation>
    </message>
    <message>
        <source>remove an actor</source>
        <translation>إزالة فاعل</translation>
    </message>
    <message>
        <source>remove an article</source>
        <translation>إزالة مقال</translation>
    </message>
    <message numerus="yes">
        <source>remove {n} articles</source>
        <translation>
            <numerusform>إزالة المقالات</numerusform>
            <numerusform>إزالة مقال واحد</numerusform>
            <numerusform>إزالة مقالين</numerusform>
            <numerusform>إزالة {n} مقالات</numerusform>
            <numerusform>إزالة {n} مقالًا</numerusform>
            <numerusform>إزالة {n} مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>reopen a comment</source>
        <translation>إعادة فتح تعليق</translation>
    </message>
    <message>
        <source>reopen a decision</source>
        <translation>إعادة فتح قرار</translation>
    </message>
    <message>
        <source>resolve a comment</source>
        <translation>حسم تعليق</translation>
    </message>
    <message>
        <source>right-to-left embedding</source>
        <translation>تضمين إلى اليسار</translation>
    </message>
    <message>
        <source>right-to-left isolate</source>
        <translation>عزل إلى اليسار</translation>
    </message>
    <message>
        <source>right-to-left mark</source>
        <translation>علامة اتجاه إلى اليسار</translation>
    </message>
    <message>
        <source>right-to-left override</source>
        <translation>قلب الاتجاه إلى اليسار</translation>
    </message>
    <message>
        <source>rights of coders</source>
        <translation>صلاحيات المرمِّزين</translation>
    </message>
    <message>
        <source>role</source>
        <translation>دور</translation>
    </message>
    <message>
        <source>search patterns</source>
        <translation>أنماط البحث</translation>
    </message>
    <message>
        <source>select words</source>
        <translation>حدّد الكلمات</translation>
    </message>
    <message>
        <source>selections outside their text</source>
        <translation>تحديدات خارج نصها</translation>
    </message>
    <message>
        <source>sets, graphs and variables of texts</source>
        <translation>مجموعات ورسوم ومتغيرات للنصوص</translation>
    </message>
    <message>
        <source>several readings</source>
        <translation>عدّة قراءات</translation>
    </message>
    <message>
        <source>similar: {name}</source>
        <translation>قريب منه: {name}</translation>
    </message>
    <message>
        <source>soft hyphen</source>
        <translation>واصلة اختيارية</translation>
    </message>
    <message>
        <source>solid</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>somebody else plays the role</source>
        <translation>صاحب الدور مختلف</translation>
    </message>
    <message>
        <source>spans inside a token</source>
        <translation>علامات داخل كلمة</translation>
    </message>
    <message>
        <source>spans of other labels</source>
        <translation>علامات بوسوم أخرى</translation>
    </message>
    <message>
        <source>spans that an older Label Studio places elsewhere</source>
        <translation>علامات يضعها إصدار أقدم من Label Studio في غير موضعها</translation>
    </message>
    <message>
        <source>split a statement</source>
        <translation>فصل مقولة</translation>
    </message>
    <message>
        <source>split parts</source>
        <translation>الأجزاء المتفرقة</translation>
    </message>
    <message>
        <source>spurious</source>
        <translation>زائد</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>مقولة</translation>
    </message>
    <message>
        <source>statements</source>
        <translation>المقولات</translation>
    </message>
    <message>
        <source>statements of documents that are not there</source>
        <translation>عبارات مقالات غير موجودة</translation>
    </message>
    <message>
        <source>statements outside their text</source>
        <translation>عبارات خارج نصها</translation>
    </message>
    <message>
        <source>statuses of readings</source>
        <translation>حالات القراءات</translation>
    </message>
    <message>
        <source>stopped before the end</source>
        <translation>توقف قبل النهاية</translation>
    </message>
    <message>
        <source>stretches marked</source>
        <translation>المقاطع ذات العلامات</translation>
    </message>
    <message>
        <source>structures that are no marks</source>
        <translation>بنى ليست علامات</translation>
    </message>
    <message>
        <source>such as {day}</source>
        <translation>مثل {day}</translation>
    </message>
    <message>
        <source>table {table}, row {id}: {reason}</source>
        <translation>الجدول {table}، الصف {id}: {reason}</translation>
    </message>
    <message>
        <source>take an assignment back</source>
        <translation>سحب إسناد مقال</translation>
    </message>
    <message>
        <source>take it away</source>
        <translation>تُحذف</translation>
    </message>
    <message>
        <source>take the suggestion: {label}</source>
        <translation>قبول اقتراح: {label}</translation>
    </message>
    <message>
        <source>take the whole token</source>
        <translation>تشمل الكلمة كلها</translation>
    </message>
    <message numerus="yes">
        <source>take {n} assignments back</source>
        <translation>
            <numerusform>سحب الإسنادات</numerusform>
            <numerusform>سحب إسناد واحد</numerusform>
            <numerusform>سحب إسنادين</numerusform>
            <numerusform>سحب {n} إسنادات</numerusform>
            <numerusform>سحب {n} إسنادًا</numerusform>
            <numerusform>سحب {n} إسناد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>take {n} suggestions</source>
        <translation>
            <numerusform>قبول الاقتراحات</numerusform>
            <numerusform>قبول اقتراح واحد</numerusform>
            <numerusform>قبول اقتراحين</numerusform>
            <numerusform>قبول {n} اقتراحات</numerusform>
            <numerusform>قبول {n} اقتراحًا</numerusform>
            <numerusform>قبول {n} اقتراح</numerusform>
        </translation>
    </message>
    <message>
        <source>taken</source>
        <translation>أُخذ</translation>
    </message>
    <message>
        <source>task {number}: {reason}</source>
        <translation>المهمة {number}: {reason}</translation>
    </message>
    <message>
        <source>texts that are not in the package, or not plain</source>
        <translation>نصوص ليست في الحزمة أو ليست نصًا مجردًا</translation>
    </message>
    <message>
        <source>the actor {id} is {name!r} ({kind}) here and {known!r} ({known_kind}) before</source>
        <translation>الفاعل {id} هو هنا {name!r} ({kind}) وكان من قبل {known!r} ({known_kind})</translation>
    </message>
    <message>
        <source>the article is empty</source>
        <translation>المقال فارغ</translation>
    </message>
    <message>
        <source>the boundaries differ</source>
        <translation>الحدود مختلفة</translation>
    </message>
    <message>
        <source>the claim that reports it</source>
        <translation>القول الذي ينقله</translation>
    </message>
    <message>
        <source>the default {default!r} of {place!r} is not one of its values</source>
        <translation>القيمة المبدئية {default!r} للسمة {place!r} ليست من قيمها</translation>
    </message>
    <message>
        <source>the document has more than {most} tokens</source>
        <translation>في المقال أكثر من {most} كلمة</translation>
    </message>
    <message>
        <source>the document has no words</source>
        <translation>ليس في المستند كلمات</translation>
    </message>
    <message>
        <source>the document holds carriage returns, line separators or control characters</source>
        <translation>في المقال محارف رجوع أو فواصل أسطر أو محارف تحكم</translation>
    </message>
    <message>
        <source>the document is empty</source>
        <translation>المقال فارغ</translation>
    </message>
    <message>
        <source>the document is said to be {given}, but its text has the id {id}</source>
        <translation>يُقال إن المقال هو {given}، ومعرّف نصه {id}</translation>
    </message>
    <message>
        <source>the element {tag} belongs to no type of UIMA</source>
        <translation>العنصر {tag} لا ينتمي إلى نوع من أنواع UIMA</translation>
    </message>
    <message>
        <source>the entry {name!r} is {item} already; give one of them another name.</source>
        <translation>المدخل {name!r} مرتبط بـ{item} من قبل؛ غيّر اسم أحدهما.</translation>
    </message>
    <message numerus="yes">
        <source>the first {n} are shown</source>
        <translation>
            <numerusform>لا يظهر منها شيء</numerusform>
            <numerusform>يظهر أولها</numerusform>
            <numerusform>يظهر أول اثنين منها</numerusform>
            <numerusform>تظهر {n} الأولى</numerusform>
            <numerusform>يظهر أول {n}</numerusform>
            <numerusform>يظهر أول {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>the head {head!r} is not a label</source>
        <translation>الرأس {head!r} ليس وسمًا</translation>
    </message>
    <message>
        <source>the id {id!r} is empty or stands twice in the file</source>
        <translation>المعرّف {id!r} فارغ أو مكرر في الملف</translation>
    </message>
    <message>
        <source>the id {id!r} stands twice in the file</source>
        <translation>المعرّف {id!r} مكرر في الملف</translation>
    </message>
    <message>
        <source>the id {id} stands twice in the file</source>
        <translation>المعرّف {id} مكرر في الملف</translation>
    </message>
    <message>
        <source>the id {id} stands twice in the file, or there are too many</source>
        <translation>المعرّف {id} مكرر في الملف، أو المعرّفات أكثر من اللازم</translation>
    </message>
    <message>
        <source>the key {key!r} must be lower-case letters, digits and _, beginning with a letter</source>
        <translation>يجب أن يتألف المفتاح {key!r} من أحرف لاتينية صغيرة وأرقام والشرطة _، وأن يبدأ بحرف</translation>
    </message>
    <message>
        <source>the label differs</source>
        <translation>الوسم مختلف</translation>
    </message>
    <message>
        <source>the last one of {day}, {time}</source>
        <translation>آخرها في {day} الساعة {time}</translation>
    </message>
    <message>
        <source>the letter {letter!r} of {key!r} is taken by the program</source>
        <translation>الحرف {letter!r} المختار للعنصر {key!r} محجوز للبرنامج</translation>
    </message>
    <message>
        <source>the mention {tag!r} is opened and never closed: write {end} where it ends</source>
        <translation>الذِّكر {tag!r} مفتوح ولا يُغلق أبدًا: اكتب {end} حيث ينتهي</translation>
    </message>
    <message>
        <source>the path {path!r} leads out of the package</source>
        <translation>المسار {path!r} يخرج من الحزمة</translation>
    </message>
    <message>
        <source>the program's</source>
        <translation>كلمات البرنامج</translation>
    </message>
    <message>
        <source>the program’s words</source>
        <translation>كلمات البرنامج</translation>
    </message>
    <message>
        <source>the relation {id} ({label}) leads from {start} to {end}; the scheme allows {allowed}</source>
        <translation>العلاقة {id} ({label}) تصل من {start} إلى {end}، والمسموح به في مخطط الوسم {allowed}</translation>
    </message>
    <message>
        <source>the relation {id} leads to the span {end}, which is not on this line</source>
        <translation>العلاقة {id} تصل إلى العلامة {end} وليست في هذا السطر</translation>
    </message>
    <message>
        <source>the role {role!r} does not lead from {head!r}</source>
        <translation>الدور {role!r} لا ينطلق من {head!r}</translation>
    </message>
    <message>
        <source>the role {role!r} is not a relation</source>
        <translation>الدور {role!r} ليس علاقة</translation>
    </message>
    <message>
        <source>the row has no text</source>
        <translation>الصف بلا نص</translation>
    </message>
    <message>
        <source>the scheme</source>
        <translation>مخطط الوسم</translation>
    </message>
    <message>
        <source>the scheme has no claims with a source and a cue, of which quotations could be made</source>
        <translation>ليس في مخطط الوسم أقوال لها قائل وقرينة قول تُصنع منها اقتباسات</translation>
    </message>
    <message>
        <source>the scheme has no label for the statements {name!r}, and none of claims</source>
        <translation>ليس في مخطط الوسم وسم للعبارات {name!r}، ولا وسم للأقوال</translation>
    </message>
    <message>
        <source>the scheme has no place for the {table} {unknown}; say what becomes of them in a map (--map FILE), which --propose-map FILE begins for you.</source>
        <translation>لا مكان في مخطط الوسم ({table}) لهذه: {unknown}؛ قل ما تصير إليه في خريطة (⁦--map FILE⁩)، ويبدؤها لك ⁦--propose-map FILE⁩.</translation>
    </message>
    <message>
        <source>the selection {id} has no place ({start} to {end})</source>
        <translation>التحديد {id} بلا موضع ({start} إلى {end})</translation>
    </message>
    <message>
        <source>the sentence begins at {begin}, but the text reaches to {reached}</source>
        <translation>تبدأ الجملة عند {begin}، لكن النص يبلغ {reached}</translation>
    </message>
    <message>
        <source>the shortcut {letter!r} of {key!r} must be one letter from A to Z</source>
        <translation>يجب أن يكون اختصار {key!r} حرفًا واحدًا من A إلى Z، لا {letter!r}</translation>
    </message>
    <message>
        <source>the span {id} has an agreement, and no statement that its source agrees with</source>
        <translation>للعلامة {id} موقف موافقة، وليس لها مقولة يوافقها قائلها</translation>
    </message>
    <message>
        <source>the span {id} is a {label} and cannot name an actor</source>
        <translation>العلامة {id} وسمها {label} فلا تُربط بفاعل</translation>
    </message>
    <message>
        <source>the span {id} is a {label} and cannot say a statement</source>
        <translation>العلامة {id} من نوع {label}، فلا تقول مقولة</translation>
    </message>
    <message>
        <source>the span {id} is said to read {given!r}, but the text reads {quote!r} at [{start}, {end}); offsets must be counted in code points</source>
        <translation>نص العلامة {id} في الملف {given!r} وفي المقال {quote!r} من {start} إلى {end}؛ تُعدّ المواضع بنقاط الترميز</translation>
    </message>
    <message>
        <source>the span {id} sends out {sent} relations {label}; the scheme allows {most}</source>
        <translation>عدد علاقات {label} الخارجة من العلامة {id} هو {sent}، والمسموح به في مخطط الوسم {most}</translation>
    </message>
    <message>
        <source>the span {id}: its offsets [{start}, {end}) are counted in {unit}; they must be counted in code points</source>
        <translation>العلامة {id}: موضعاها [{start}, {end}) معدودان بوحدة {unit}، والواجب عدّهما بنقاط الترميز</translation>
    </message>
    <message>
        <source>the span {id}: its parts {parts} must be sorted and apart, from its start {start} to its end {end}</source>
        <translation>العلامة {id}: يجب أن تكون أجزاؤها {parts} مرتبة متباعدة من بدايتها {start} إلى نهايتها {end}</translation>
    </message>
    <message>
        <source>the span {id}: {reason}</source>
        <translation>العلامة {id}: {reason}</translation>
    </message>
    <message>
        <source>the statement {id} is another here than on an earlier line</source>
        <translation>المقولة {id} هنا غيرها في سطر سابق</translation>
    </message>
    <message>
        <source>the stretches that one of the readers marked</source>
        <translation>المقاطع التي وضع عليها أحد القرّاء علامة</translation>
    </message>
    <message>
        <source>the strongest {n} of {nodes}</source>
        <translation>أقوى {n} من {nodes}</translation>
    </message>
    <message>
        <source>the text of {name} is another one than before</source>
        <translation>نص {name} غير ما ورد من قبل</translation>
    </message>
    <message>
        <source>the text {path} is not UTF-8 (byte {place})</source>
        <translation>النص {path} ليس UTF-8 (البايت {place})</translation>
    </message>
    <message>
        <source>the token {form!r} does not follow in its sentence, or has not {width} columns</source>
        <translation>الكلمة {form!r} لا تلي ما قبلها في جملتها، أو ليست أعمدتها {width}</translation>
    </message>
    <message>
        <source>the version must be 1 or more</source>
        <translation>يجب أن يكون رقم الإصدار ١ أو أكثر</translation>
    </message>
    <message>
        <source>the version must be {most} at most</source>
        <translation>لا يجوز أن يزيد رقم الإصدار على {most}</translation>
    </message>
    <message>
        <source>the words that say so</source>
        <translation>قرينة القول</translation>
    </message>
    <message>
        <source>there is no file {name} beside it</source>
        <translation>لا يوجد ملف {name} بجواره</translation>
    </message>
    <message>
        <source>there is no piece of a mention before {tag!r}</source>
        <translation>لا توجد قطعة من ذِكر قبل {tag!r}</translation>
    </message>
    <message>
        <source>they agree +</source>
        <translation>يتفقان +</translation>
    </message>
    <message>
        <source>they disagree −</source>
        <translation>يختلفان −</translation>
    </message>
    <message>
        <source>this article and annotator stand on an earlier line already</source>
        <translation>هذا المقال وهذا الموسِّم في سطر سابق</translation>
    </message>
    <message>
        <source>this entry stands on line {line} already.</source>
        <translation>هذا المدخل ورد في السطر {line}.</translation>
    </message>
    <message>
        <source>this format needs {library}, which is not installed; install it with: pip install "musnad[{extra}]"</source>
        <translation>تحتاج هذه الصيغة إلى المكتبة {library} وهي غير مثبتة؛ ثبّتها بالأمر: pip install "musnad[{extra}]"</translation>
    </message>
    <message>
        <source>this may have {most} characters at most</source>
        <translation>لا يزيد هذا على {most} حرفًا</translation>
    </message>
    <message>
        <source>three and more</source>
        <translation>ثلاث فأكثر</translation>
    </message>
    <message>
        <source>times of comments</source>
        <translation>أوقات التعليقات</translation>
    </message>
    <message>
        <source>titles and origins of articles</source>
        <translation>عناوين المقالات ومصادر نشرها</translation>
    </message>
    <message>
        <source>to read</source>
        <translation>للقراءة</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>للمراجعة</translation>
    </message>
    <message>
        <source>two marks</source>
        <translation>علامتان</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>غير واضح</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>غير معرَّف</translation>
    </message>
    <message>
        <source>understood</source>
        <translation>فُهم</translation>
    </message>
    <message>
        <source>unlink {label}</source>
        <translation>فكّ ربط {label}</translation>
    </message>
    <message>
        <source>unlink {label} from its statement</source>
        <translation>فك ربط {label} بمقولته</translation>
    </message>
    <message numerus="yes">
        <source>unlink {n} claims from their statement</source>
        <translation>
            <numerusform>فك ربط أقوال بمقولتها</numerusform>
            <numerusform>فك ربط قول بمقولته</numerusform>
            <numerusform>فك ربط قولين بمقولتهما</numerusform>
            <numerusform>فك ربط {n} أقوال بمقولتها</numerusform>
            <numerusform>فك ربط {n} قولًا بمقولتها</numerusform>
            <numerusform>فك ربط {n} قول بمقولتها</numerusform>
        </translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>غير مؤكد</translation>
    </message>
    <message>
        <source>user_data: {reason}</source>
        <translation>user_data: {reason}</translation>
    </message>
    <message>
        <source>value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>values that no statement has</source>
        <translation>قيم لا ترد في أي عبارة</translation>
    </message>
    <message>
        <source>values that the scheme has not</source>
        <translation>قيم ليست في المخطط</translation>
    </message>
    <message>
        <source>viewed: {words}</source>
        <translation>شوهد: {words}</translation>
    </message>
    <message>
        <source>waits for an answer</source>
        <translation>ينتظر ردًّا</translation>
    </message>
    <message>
        <source>wavy</source>
        <translation>متموّج</translation>
    </message>
    <message>
        <source>week</source>
        <translation>أسبوع</translation>
    </message>
    <message>
        <source>week from {day}</source>
        <translation>الأسبوع من {day}</translation>
    </message>
    <message>
        <source>what is said</source>
        <translation>ما يُقال</translation>
    </message>
    <message>
        <source>what marks were taken from</source>
        <translation>ما أُخذت منه العلامات</translation>
    </message>
    <message>
        <source>what one of the readers compared marked</source>
        <translation>ما وضع عليه أحد القارئَين المقارَنين علامة</translation>
    </message>
    <message>
        <source>where the scheme came with them</source>
        <translation>حيث جاء المخطط بها</translation>
    </message>
    <message>
        <source>who decided on marks</source>
        <translation>من حكم في العلامات</translation>
    </message>
    <message>
        <source>who resolved comments</source>
        <translation>من حسم التعليقات</translation>
    </message>
    <message>
        <source>who says it</source>
        <translation>من قاله</translation>
    </message>
    <message>
        <source>whom it is about</source>
        <translation>من يدور حوله</translation>
    </message>
    <message>
        <source>whom it is said to</source>
        <translation>من قيل له</translation>
    </message>
    <message>
        <source>with comments</source>
        <translation>عليها تعليقات</translation>
    </message>
    <message>
        <source>word</source>
        <translation>كلمة</translation>
    </message>
    <message>
        <source>word joiner</source>
        <translation>واصل كلمات</translation>
    </message>
    <message>
        <source>words apart by white space</source>
        <translation>كلمات تفصلها المسافات</translation>
    </message>
    <message>
        <source>year</source>
        <translation>سنة</translation>
    </message>
    <message>
        <source>zero-width joiner</source>
        <translation>واصل بلا عرض</translation>
    </message>
    <message>
        <source>zero-width non-joiner</source>
        <translation>فاصل بلا عرض</translation>
    </message>
    <message>
        <source>zero-width space</source>
        <translation>مسافة بلا عرض</translation>
    </message>
    <message>
        <source>{A} assigns</source>
        <translation>{A}: تكليف</translation>
    </message>
    <message>
        <source>{A} understood</source>
        <translation>{A} فُهم</translation>
    </message>
    <message>
        <source>{Backspace} refuses it</source>
        <translation>{Backspace}: رفضه</translation>
    </message>
    <message>
        <source>{B} all</source>
        <translation>{B}: الكل</translation>
    </message>
    <message>
        <source>{Ctrl+Enter} finishes</source>
        <translation>{Ctrl+Enter} إنجاز</translation>
    </message>
    <message>
        <source>{Ctrl+Enter} writes the dataset</source>
        <translation>{Ctrl+Enter} لكتابة مجموعة البيانات</translation>
    </message>
    <message>
        <source>{Ctrl+PgDown} next article</source>
        <translation>{Ctrl+PgDown}: المقال التالي</translation>
    </message>
    <message>
        <source>{Del} deletes</source>
        <translation>{Del}: حذف</translation>
    </message>
    <message>
        <source>{Del} removes</source>
        <translation>{Del}: إزالة</translation>
    </message>
    <message>
        <source>{Enter} finishes</source>
        <translation>{Enter}: إنهاء</translation>
    </message>
    <message>
        <source>{Enter} goes there   ·   {F2} chooses another   ·   {Del} removes the link</source>
        <translation>{Enter}: انتقال إليه   ·   {F2}: اختيار غيره   ·   {Del}: إزالة الربط</translation>
    </message>
    <message>
        <source>{Enter} links the chosen actor   ·   {Ctrl+Enter} makes a new one   ·   {Esc} leaves</source>
        <translation>{Enter}: ربط بالفاعل المختار   ·   {Ctrl+Enter}: فاعل جديد   ·   {Esc}: خروج</translation>
    </message>
    <message>
        <source>{Enter} links the chosen statement   ·   {Ctrl+Enter} makes a new one   ·   {Esc} leaves</source>
        <translation>{Enter} لربط المقولة المختارة   ·   {Ctrl+Enter} لمقولة جديدة   ·   {Esc} للخروج</translation>
    </message>
    <message>
        <source>{Enter} opens</source>
        <translation>{Enter}: فتح</translation>
    </message>
    <message>
        <source>{Enter} opens the claims behind it</source>
        <translation>{Enter} لفتح الأقوال التي وراءه</translation>
    </message>
    <message>
        <source>{Enter} shows it</source>
        <translation>{Enter}: عرض الخطوة</translation>
    </message>
    <message>
        <source>{Enter} takes it</source>
        <translation>{Enter}: قبوله</translation>
    </message>
    <message>
        <source>{Enter} takes the nearest</source>
        <translation>{Enter}: أقرب علامة</translation>
    </message>
    <message>
        <source>{Enter} takes the selection</source>
        <translation>{Enter}: ربط النص المحدد</translation>
    </message>
    <message>
        <source>{Enter} takes the whole attribution</source>
        <translation>{Enter} لقبول الإسناد كاملًا</translation>
    </message>
    <message>
        <source>{Enter} takes what is proposed: {roles}</source>
        <translation>{Enter}: قبول المقترح ({roles})</translation>
    </message>
    <message>
        <source>{Esc} ends the tour</source>
        <translation>{Esc}: إنهاء الجولة</translation>
    </message>
    <message>
        <source>{Esc} goes to the article</source>
        <translation>{Esc}: إلى المقال</translation>
    </message>
    <message>
        <source>{Esc} leaves</source>
        <translation>{Esc}: خروج</translation>
    </message>
    <message>
        <source>{Esc} leaves focus mode</source>
        <translation>{Esc}: إنهاء وضع التركيز</translation>
    </message>
    <message>
        <source>{Esc} refuses</source>
        <translation>{Esc}: رفض</translation>
    </message>
    <message>
        <source>{E} takes what is selected or picked</source>
        <translation>{E} أخذ المحدد أو المختار</translation>
    </message>
    <message>
        <source>{G} example for the label</source>
        <translation>{G}: مثال على الوسم</translation>
    </message>
    <message>
        <source>{M} merges</source>
        <translation>{M}: دمج</translation>
    </message>
    <message>
        <source>{N} next mark</source>
        <translation>{N}: العلامة التالية</translation>
    </message>
    <message>
        <source>{N} {P} walk</source>
        <translation>{N} {P}: تنقّل</translation>
    </message>
    <message>
        <source>{R} answers</source>
        <translation>{R}: ردّ</translation>
    </message>
    <message>
        <source>{R} {C} reason, note</source>
        <translation>{R} {C} السبب والملاحظة</translation>
    </message>
    <message>
        <source>{Shift+Enter} only this part</source>
        <translation>{Shift+Enter} لهذا الجزء وحده</translation>
    </message>
    <message>
        <source>{Shift+G} example against it</source>
        <translation>{Shift+G}: مثال على ما ليس منه</translation>
    </message>
    <message>
        <source>{Space} chooses</source>
        <translation>{Space}: اختيار</translation>
    </message>
    <message>
        <source>{Tab} goes on</source>
        <translation>{Tab}: التالي</translation>
    </message>
    <message>
        <source>{U} reopens</source>
        <translation>{U}: إعادة فتح</translation>
    </message>
    <message>
        <source>{V} viewed</source>
        <translation>{V} شوهد</translation>
    </message>
    <message>
        <source>{X} rejects</source>
        <translation>{X}: رفض</translation>
    </message>
    <message>
        <source>{action}. {n} of {count}</source>
        <translation>{action}. {n} من {count}</translation>
    </message>
    <message>
        <source>{alpha} over {units} in {articles}, by {readers}. Universe: {universe}. Words: {words}. F₁ exact and by overlap, pooled over articles and pairs; comments are not counted.</source>
        <translation>{alpha} على {units} في {articles}، بقراءات {readers}. النطاق: {universe}. الكلمات: {words}. ‏F₁ بالحدود وبالتداخل، مجموعًا على المقالات وعلى كل قارئَين؛ التعليقات لا تُحسب.</translation>
    </message>
    <message>
        <source>{annotator} changed a mark of {owner} ({table} {id}); only {owner} can do that, so nothing was taken in.</source>
        <translation>غيّر {annotator} علامة لـ{owner} ({table} {id})؛ ولا يحق ذلك إلا لـ{owner}، فلم يؤخذ شيء.</translation>
    </message>
    <message>
        <source>{articles}: cues {cue}, whole {whole}</source>
        <translation>{articles}: قرائن القول {cue}، الإسنادات كاملةً {whole}</translation>
    </message>
    <message>
        <source>{a} and {b} differ</source>
        <translation>اختلاف {a} و{b}</translation>
    </message>
    <message>
        <source>{a}: {first} · {b}: {second}</source>
        <translation>{a}: {first} · {b}: {second}</translation>
    </message>
    <message>
        <source>{before}, then {after}</source>
        <translation>{before}، ثم {after}</translation>
    </message>
    <message>
        <source>{count} articles have an id that begins with {id!r}.</source>
        <translation>عدد المقالات التي يبدأ معرّفها بـ {id!r}: {count}.</translation>
    </message>
    <message>
        <source>{count} differences are open; decide them first.</source>
        <translation>ما زال {count} من الاختلافات مفتوحًا؛ احسمها أولًا.</translation>
    </message>
    <message>
        <source>{count} documents have ids that begin with {id!r}: write more of it.</source>
        <translation>تبدأ معرّفات {count} من المقالات بـ{id!r}؛ اكتب حروفًا أكثر.</translation>
    </message>
    <message numerus="yes">
        <source>{count} of {n} marks ({share})</source>
        <translation>
            <numerusform>{count} من {n} علامة ({share})</numerusform>
            <numerusform>{count} من علامة واحدة ({share})</numerusform>
            <numerusform>{count} من علامتين ({share})</numerusform>
            <numerusform>{count} من {n} علامات ({share})</numerusform>
            <numerusform>{count} من {n} علامة ({share})</numerusform>
            <numerusform>{count} من {n} علامة ({share})</numerusform>
        </translation>
    </message>
    <message>
        <source>{date!r} is no date; write it as 2024, 2024-01 or 2024-01-31.</source>
        <translation>{date!r} ليس تاريخًا؛ اكتبه هكذا: 2024 أو ⁦2024-01⁩ أو ⁦2024-01-31⁩.</translation>
    </message>
    <message>
        <source>{direction!r} is not a direction: use rtl or ltr.</source>
        <translation>{direction!r} ليس اتجاهًا؛ استعمل rtl أو ltr.</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} من {all}</translation>
    </message>
    <message>
        <source>{done} of {all} decided</source>
        <translation>حُسم {done} من {all}</translation>
    </message>
    <message>
        <source>{done} of {total} articles</source>
        <translation>{done} من {total} من المقالات</translation>
    </message>
    <message>
        <source>{end} closes a mention that is not open</source>
        <translation>{end} يغلق ذِكرًا غير مفتوح</translation>
    </message>
    <message>
        <source>{family} does not join Arabic letters. The article is set in {better}.</source>
        <translation>الخط {family} لا يصل الحروف العربية، فعُرض المقال بالخط {better}.</translation>
    </message>
    <message>
        <source>{fault} More than {count} rows cannot be used.</source>
        <translation>{fault} ولا يصلح أكثر من {count} صف.</translation>
    </message>
    <message>
        <source>{fault} {count} more rows cannot be used.</source>
        <translation>{fault} وهناك صفوف أخرى لا تصلح، عددها {count}.</translation>
    </message>
    <message>
        <source>{first} {second} take a reader’s</source>
        <translation>{first} {second} أخذ قراءة</translation>
    </message>
    <message>
        <source>{folder} is a file and not a folder. Name a folder.</source>
        <translation>{folder} ملف لا مجلد. سمِّ مجلدًا.</translation>
    </message>
    <message>
        <source>{frame}. {n} of {count}</source>
        <translation>{frame}. {n} من {count}</translation>
    </message>
    <message>
        <source>{gamma} over {marks} in {articles}, by {readers}; the mean of the articles, weighted by their marks. Unit: {unit}. Universe: the stretches that one of the readers marked. Place and label weigh the same.</source>
        <translation>{gamma} على {marks} في {articles}، بين {readers}؛ متوسط المقالات موزونًا بعدد علاماتها. الوحدة: {unit}. النطاق: ما علّمه أحد القرّاء. للموضع والوسم الوزن نفسه.</translation>
    </message>
    <message>
        <source>{groups} ({articles}), each in one part</source>
        <translation>{groups} ({articles})، كلٌّ منها في قسم واحد</translation>
    </message>
    <message>
        <source>{handle!r} cannot be a {kind}: the names of models, and no others, begin with model:.</source>
        <translation>لا يمكن أن يكون {handle!r} من النوع {kind}: أسماء النماذج وحدها تبدأ بـ model:.</translation>
    </message>
    <message>
        <source>{handle!r} cannot be an annotator's name: use 1 to {most} visible characters without spaces or slashes.</source>
        <translation>لا يصلح {handle!r} اسمًا لموسِّم: استعمل من محرف واحد إلى {most} من المحارف الظاهرة بلا مسافات ولا شرطات مائلة.</translation>
    </message>
    <message>
        <source>{handle!r} is no person, who could read a document.</source>
        <translation>ليس {handle!r} شخصًا ليقرأ مقالًا.</translation>
    </message>
    <message>
        <source>{head!r} expects the role {role!r}, which it does not have</source>
        <translation>ينتظر {head!r} الدور {role!r}، وليس هذا من أدواره</translation>
    </message>
    <message>
        <source>{id!r} is no number of a word, or there is no word behind it</source>
        <translation>{id!r} ليس رقم كلمة، أو ليست بعده كلمة</translation>
    </message>
    <message>
        <source>{id} has the trigger {trigger!r}, which is not there</source>
        <translation>الحدث {id} زناده {trigger!r} وهو غير موجود</translation>
    </message>
    <message>
        <source>{id} is said to read {quote!r}, but the text reads {text!r} at {parts}; offsets count code points</source>
        <translation>يُفترض أن نص {id} هو {quote!r}، لكن النص في {parts} هو {text!r}؛ تُعدّ المواضع بنقاط الترميز</translation>
    </message>
    <message>
        <source>{id} lies at {parts}, outside the text of {length} characters</source>
        <translation>يقع {id} في {parts} خارج النص وطوله {length} محرفًا</translation>
    </message>
    <message>
        <source>{id} needs a label and two ends: R1, tab, Label Arg1:T1 Arg2:T2</source>
        <translation>يحتاج {id} إلى وسم وطرفين: R1 ثم علامة جدولة ثم Label Arg1:T1 Arg2:T2</translation>
    </message>
    <message>
        <source>{id} needs a label, its offsets and its text: T1, tab, Label 0 5, tab, words</source>
        <translation>يحتاج {id} إلى وسم ومواضع ونص: T1 ثم علامة جدولة ثم Label 0 5 ثم علامة جدولة ثم الكلمات</translation>
    </message>
    <message>
        <source>{id} needs a name and what it is said of: A1, tab, Negation E1</source>
        <translation>يحتاج {id} إلى اسم وما يوصف به: A1 ثم علامة جدولة ثم Negation E1</translation>
    </message>
    <message>
        <source>{id} needs a trigger (E1, tab, Label:T1), or two ends</source>
        <translation>يحتاج {id} إلى زناد (E1 ثم علامة جدولة ثم Label:T1) أو إلى طرفين</translation>
    </message>
    <message>
        <source>{id} needs what it names and an entry: N1, tab, Reference T1 Name:12, tab, words</source>
        <translation>يحتاج {id} إلى علامة ومدخل: N1 ثم علامة جدولة ثم Reference T1 Name:12 ثم علامة جدولة ثم الكلمات</translation>
    </message>
    <message>
        <source>{kept}; {when}.</source>
        <translation>{kept}؛ {when}.</translation>
    </message>
    <message>
        <source>{key!r} and {other!r} both mean the {means} of {head!r}</source>
        <translation>لكل من {key!r} و{other!r} المعنى {means} في {head!r}</translation>
    </message>
    <message>
        <source>{key!r} and {other!r} have the same shortcut {letter!r}</source>
        <translation>للعنصرين {key!r} و{other!r} الاختصار نفسه {letter!r}</translation>
    </message>
    <message>
        <source>{key!r} has a depth, so both its ends must be the same labels</source>
        <translation>للعلاقة {key!r} عمق محدد، فيجب أن يكون طرفاها من الوسوم نفسها</translation>
    </message>
    <message>
        <source>{key!r} names the label {end!r}, which does not exist</source>
        <translation>تذكر العلاقة {key!r} الوسم {end!r}، وهو غير موجود</translation>
    </message>
    <message>
        <source>{key!r} needs a label at both ends</source>
        <translation>يحتاج {key!r} إلى وسم في كلا طرفيه</translation>
    </message>
    <message>
        <source>{key!r} stands twice</source>
        <translation>تكرّر {key!r} مرتين</translation>
    </message>
    <message>
        <source>{key!r}: {name} must be 1 or more</source>
        <translation>{key!r}: يجب أن تكون قيمة {name} واحدًا أو أكثر</translation>
    </message>
    <message>
        <source>{key!r}: {name} must be {most} at most</source>
        <translation>{key!r}: لا يجوز أن يزيد {name} على {most}</translation>
    </message>
    <message>
        <source>{keys} try another   ·   {Enter} keeps it</source>
        <translation>{keys} لتجربة خط آخر   ·   {Enter} لإبقائه</translation>
    </message>
    <message>
        <source>{key} is {value!r}, which is no number</source>
        <translation>{key} قيمته {value!r} وليست رقمًا</translation>
    </message>
    <message>
        <source>{key}: {reason}</source>
        <translation>{key}: {reason}</translation>
    </message>
    <message>
        <source>{kind!r} is no kind of actor; write one of: {known}.</source>
        <translation>{kind!r} ليس نوعًا من أنواع الفاعلين؛ اكتب واحدًا منها: {known}.</translation>
    </message>
    <message>
        <source>{label} of {who}: {quote}</source>
        <translation>{label} ({who}): {quote}</translation>
    </message>
    <message>
        <source>{label}: changed</source>
        <translation>{label}: عُدّلت</translation>
    </message>
    <message>
        <source>{label}: kept</source>
        <translation>{label}: بقيت</translation>
    </message>
    <message>
        <source>{label}: length in words</source>
        <translation>{label}: الطول بالكلمات</translation>
    </message>
    <message>
        <source>{label}: missed</source>
        <translation>{label}: فاتت</translation>
    </message>
    <message>
        <source>{label}: now {other}</source>
        <translation>{label}: صارت {other}</translation>
    </message>
    <message>
        <source>{label}: other boundaries</source>
        <translation>{label}: حدود أخرى</translation>
    </message>
    <message>
        <source>{label}: rejected</source>
        <translation>{label}: رُفضت</translation>
    </message>
    <message>
        <source>{label}: {new} new, {changed} changed, {gone} gone</source>
        <translation>{label}: جديد {new}، تغيّر {changed}، حُذف {gone}</translation>
    </message>
    <message>
        <source>{label}: {what}</source>
        <translation>{label}: {what}</translation>
    </message>
    <message>
        <source>{line}. {n} of {count}</source>
        <translation>{line}. {n} من {count}</translation>
    </message>
    <message>
        <source>{made!r} is no time; write it like 2026-03-01T12:00:00+00:00.</source>
        <translation>{made!r} ليس وقتًا؛ اكتبه هكذا: ⁦2026-03-01T12:00:00+00:00⁩.</translation>
    </message>
    <message>
        <source>{marks} in {articles}: {name}</source>
        <translation>{marks} في {articles}: {name}</translation>
    </message>
    <message>
        <source>{marks}: {errors}. A bar is the share of the marks of its column.</source>
        <translation>{marks}: {errors}. طول الشريط نصيبه من علامات عموده.</translation>
    </message>
    <message>
        <source>{mark}. It has comments</source>
        <translation>{mark}. عليها تعليقات</translation>
    </message>
    <message>
        <source>{mark}. {n} of {count}</source>
        <translation>{mark}. {n} من {count}</translation>
    </message>
    <message>
        <source>{mark}: {quote}</source>
        <translation>{mark}: {quote}</translation>
    </message>
    <message>
        <source>{measure} on articles that were held out (n = {n}): cues {cue}, by rules alone {rules_cue}; whole attributions {whole}, by rules alone {rules_whole}.</source>
        <translation>مقياس {measure} على مقالات لم يُتعلَّم منها (n = {n}): قرائن القول {cue}، وبالقواعد وحدها {rules_cue}؛ الإسنادات كاملةً {whole}، وبالقواعد وحدها {rules_whole}.</translation>
    </message>
    <message>
        <source>{moment!r} is no time; write it like 2026-03-01.</source>
        <translation>ليس {moment!r} وقتًا؛ اكتبه هكذا: ⁦2026-03-01⁩.</translation>
    </message>
    <message>
        <source>{name!r} cannot be the name of a split.</source>
        <translation>{name!r} لا يصلح اسمًا لتقسيم.</translation>
    </message>
    <message>
        <source>{name!r} cannot belong to a statement that belongs to it.</source>
        <translation>لا يمكن أن تندرج {name!r} تحت مقولة مندرجة تحتها.</translation>
    </message>
    <message>
        <source>{name!r} does not lie beside this file</source>
        <translation>{name!r} ليس بجوار هذا الملف</translation>
    </message>
    <message>
        <source>{name!r} has {count} claims; merge it with another statement, or link them elsewhere first.</source>
        <translation>للمقولة {name!r} أقوال عددها {count}؛ ادمجها في مقولة أخرى، أو اربط أقوالها بغيرها أولًا.</translation>
    </message>
    <message>
        <source>{name!r} has {count} mentions; merge it with another actor, or link them elsewhere first.</source>
        <translation>للفاعل {name!r} مواضع ذكر عددها {count}؛ ادمجه في فاعل آخر أو اربطها بغيره أولًا.</translation>
    </message>
    <message>
        <source>{name!r} is {item} and {other!r} is {other_item} at Wikidata; if they are one, correct one of them first.</source>
        <translation>{name!r} هو {item} و{other!r} هو {other_item} في ويكي بيانات؛ إن كانا واحدًا فصحّح أحدهما أولًا.</translation>
    </message>
    <message>
        <source>{name} ({annotator})</source>
        <translation>{name} (عمل {annotator})</translation>
    </message>
    <message>
        <source>{name} ({n})</source>
        <translation>{name} ({n})</translation>
    </message>
    <message>
        <source>{name} cannot be read as a PDF: {reason}.</source>
        <translation>تتعذر قراءة {name} بصيغة PDF: {reason}.</translation>
    </message>
    <message>
        <source>{name} cannot be read as a Word document: {reason}. Open it in Word and save it again.</source>
        <translation>تتعذر قراءة {name} بوصفه مستند وورد: {reason}. افتحه في وورد واحفظه من جديد.</translation>
    </message>
    <message>
        <source>{name} cannot be read as a web page: {reason}</source>
        <translation>تتعذر قراءة {name} بوصفه صفحة ويب: {reason}</translation>
    </message>
    <message>
        <source>{name} cannot be read as a workbook: {reason}. Open it and save it again.</source>
        <translation>تتعذر قراءة {name} بوصفه مصنف جداول: {reason}. افتحه واحفظه من جديد.</translation>
    </message>
    <message>
        <source>{name} cannot be written: the file or its folder is read-only. Copy it to a folder of your own.</source>
        <translation>تتعذر الكتابة في {name}: الملف أو مجلده للقراءة فقط. انسخه إلى مجلد لك.</translation>
    </message>
    <message>
        <source>{name} cannot be written: the name is too long, {size} bytes where {most} are allowed (an Arabic letter takes two). Choose a shorter one.</source>
        <translation>تتعذر كتابة {name}: الاسم أطول مما يُسمح به، {size} بايت والحد {most} (الحرف العربي بايتان). اختر اسمًا أقصر.</translation>
    </message>
    <message>
        <source>{name} declares a document type, which such a file does not have</source>
        <translation>يعلن {name} نوع مستند، ولا يكون ذلك في ملف كهذا</translation>
    </message>
    <message>
        <source>{name} exists already. Choose another name, or open it.</source>
        <translation>{name} موجود من قبل. اختر اسمًا آخر أو افتحه.</translation>
    </message>
    <message>
        <source>{name} exists already. Replace it, or choose another name.</source>
        <translation>الملف {name} موجود من قبل. استبدله أو اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>{name} has a cell at {place!r}, which is no place of a sheet; open it and save it again.</source>
        <translation>في {name} خلية في {place!r}، وليس ذلك موضعًا في ورقة؛ افتحه واحفظه من جديد.</translation>
    </message>
    <message>
        <source>{name} has a cell in column {column} and one in row {row}: a sheet may have {most} cells in all.</source>
        <translation>في {name} خلية في العمود {column} وأخرى في الصف {row}، وأقصى عدد لخلايا الورقة كلها {most}.</translation>
    </message>
    <message>
        <source>{name} has a log beside it ({log}) with work that is not in the file yet, and it cannot be read where nothing can be written. Copy both files, {name} and {log}, into a folder of your own and open the copy there.</source>
        <translation>بجانب {name} سجلّ كتابة ({log}) فيه عمل لم يدخل الملف بعد، ولا يمكن قراءته حيث لا تمكن الكتابة. انسخ الملفين {name} و{log} معًا إلى مجلد لك وافتح النسخة هناك.</translation>
    </message>
    <message>
        <source>{name} has a second name (a hard link), through which others could write to it unseen. Copy it with musnad copy {name} NEW.musnad, and open the copy.</source>
        <translation>للملف {name} اسم ثانٍ (رابط صلب) قد يكتب فيه غيرك من خلاله دون أن يُرى. انسخه بالأمر musnad copy {name} NEW.musnad ثم افتح النسخة.</translation>
    </message>
    <message>
        <source>{name} has more than {most} elements, which no article has.</source>
        <translation>في {name} أكثر من {most} عنصر، ولا يبلغ ذلك مقال.</translation>
    </message>
    <message>
        <source>{name} has more than {most} items.</source>
        <translation>في {name} أكثر من {most} مادة.</translation>
    </message>
    <message>
        <source>{name} has more than {most} rows; split it.</source>
        <translation>في {name} أكثر من {most} صف؛ قسّمه.</translation>
    </message>
    <message>
        <source>{name} has no column {column!r}; it has: {columns}.</source>
        <translation>لا عمود في {name} اسمه {column!r}، والموجود: {columns}.</translation>
    </message>
    <message>
        <source>{name} has no text that can be read: its pages are pictures, or its letters are drawn without saying which they are. Run a text recogniser (OCR) on it, and import its result.</source>
        <translation>لا نص في {name} يمكن أن يُقرأ: صفحاته صور، أو حروفه مرسومة لا يُعرف ما هي. مرّره ببرنامج للتعرف الضوئي على الحروف (OCR) ثم أدخل ناتجه.</translation>
    </message>
    <message>
        <source>{name} has only white space in it.</source>
        <translation>ليس في الملف {name} إلا فراغات.</translation>
    </message>
    <message>
        <source>{name} has {count} columns; it may have {most}.</source>
        <translation>أعمدة {name} عددها {count}، والحد الأقصى {most}.</translation>
    </message>
    <message>
        <source>{name} has {count} pages; it may have {most}.</source>
        <translation>صفحات {name} عددها {count}، والحد الأقصى {most}.</translation>
    </message>
    <message>
        <source>{name} has {size} MiB of text; a page may have {most} MiB.</source>
        <translation>في {name} من النص {size} ميبيبايت، والحد الأقصى للصفحة {most} ميبيبايت.</translation>
    </message>
    <message>
        <source>{name} holds a sheet in UTF-16; open it and save it again.</source>
        <translation>في {name} ورقة بترميز UTF-16؛ افتحه واحفظه من جديد.</translation>
    </message>
    <message>
        <source>{name} holds files of several formats ({formats}); say which of them to read with --format.</source>
        <translation>في {name} ملفات بصيغ عدة ({formats})؛ حدد أيها يُقرأ بالخيار --format.</translation>
    </message>
    <message>
        <source>{name} holds no annotations that are known; name its format (--format).</source>
        <translation>لا وسوم معروفة في {name}؛ سمِّ صيغته (⁦--format⁩).</translation>
    </message>
    <message>
        <source>{name} holds no codebook but {found!r}</source>
        <translation>في {name} {found!r} لا دفتر رموز</translation>
    </message>
    <message>
        <source>{name} holds no files.</source>
        <translation>لا ملفات في {name}.</translation>
    </message>
    <message>
        <source>{name} holds no marks of which a scheme could be made.</source>
        <translation>لا علامات في {name} يُصنع منها مخطط وسم.</translation>
    </message>
    <message>
        <source>{name} holds no project but {found!r}</source>
        <translation>في {name} {found!r} لا مشروع</translation>
    </message>
    <message>
        <source>{name} holds parts that are not Musnad's ({parts}); they could change marks or never end, so it was not opened. Make a copy without them: musnad check {name} --clean COPY</source>
        <translation>في الملف {name} أجزاء ليست من صنع مُسنَد ({parts})، وقد تغيّر العلامات أو لا تنتهي، فلم يُفتح. أنشئ نسخة منه خالية منها: musnad check {name} --clean COPY</translation>
    </message>
    <message>
        <source>{name} holds {count} files; it may hold {most}.</source>
        <translation>ملفات {name} عددها {count}، والحد الأقصى {most}.</translation>
    </message>
    <message>
        <source>{name} in it is damaged or locked ({reason})</source>
        <translation>{name} فيه تالف أو مقفل ({reason})</translation>
    </message>
    <message>
        <source>{name} in it unpacks to more than such a file can have</source>
        <translation>فك {name} الذي فيه يعطي أكثر مما يحويه ملف كهذا</translation>
    </message>
    <message>
        <source>{name} is JSON Lines, not an article; if it is a dataset of Musnad's, import it with --format jsonl.</source>
        <translation>{name} ملف JSON Lines لا مقال؛ إن كان مجموعة بيانات من مسند فأدخله بالخيار ⁦--format jsonl⁩.</translation>
    </message>
    <message>
        <source>{name} is JSON, not an article; write it as JSON Lines, one object a line, and import it with --format jsonl.</source>
        <translation>{name} ملف JSON لا مقال؛ اكتبه بصيغة JSON Lines، كائنًا في كل سطر، وأدخله بالخيار ⁦--format jsonl⁩.</translation>
    </message>
    <message>
        <source>{name} is a Musnad project, not an article; open it instead (musnad {name}).</source>
        <translation>{name} مشروع مسند لا مقال؛ افتحه بدل إدخاله (⁦musnad {name}⁩).</translation>
    </message>
    <message>
        <source>{name} is a Word document without text.</source>
        <translation>{name} مستند وورد بلا نص.</translation>
    </message>
    <message>
        <source>{name} is a feed without items{reason}.</source>
        <translation>{name} خلاصة بلا مواد{reason}.</translation>
    </message>
    <message>
        <source>{name} is a list of words with their tags (CoNLL), not an article; import the text itself.</source>
        <translation>{name} قائمة كلمات مع وسومها (CoNLL) لا مقال؛ أدخل النص نفسه.</translation>
    </message>
    <message>
        <source>{name} is a project, not a bundle. Make a bundle of it first: musnad share {name} --out FILE</source>
        <translation>{name} مشروع لا حزمة. أنشئ منه حزمة أولًا: musnad share {name} --out FILE</translation>
    </message>
    <message>
        <source>{name} is a scheme, not an article; make a project with it (musnad new PROJECT --scheme FILE).</source>
        <translation>{name} مخطط وسم لا مقال؛ أنشئ به مشروعًا (⁦musnad new PROJECT --scheme FILE⁩).</translation>
    </message>
    <message>
        <source>{name} is a table of actors, not an article; bring it in with: musnad actors PROJECT --import FILE.</source>
        <translation>{name} جدول فاعلين لا مقال؛ أدخله بالأمر: ⁦musnad actors PROJECT --import FILE⁩.</translation>
    </message>
    <message>
        <source>{name} is a table with names of columns and no rows.</source>
        <translation>{name} جدول فيه أسماء أعمدة بلا صفوف.</translation>
    </message>
    <message>
        <source>{name} is a table, not an article, and none of its columns is known to hold the text of articles: {columns}. Name it (--column text=NAME), or save each article's text as a .txt file.</source>
        <translation>{name} جدول لا مقال، ولا يُعرف من أعمدته عمود فيه نصوص المقالات: {columns}. سمّه بالخيار ⁦--column text=NAME⁩، أو احفظ نص كل مقال في ملف ‎.txt.</translation>
    </message>
    <message>
        <source>{name} is a table, not an article; save each article's text as a .txt file.</source>
        <translation>{name} جدول لا مقال؛ احفظ نص كل مقال في ملف ‎.txt.</translation>
    </message>
    <message>
        <source>{name} is a web page or XML, not a text; save the article's text as a .txt file.</source>
        <translation>{name} صفحة ويب أو XML لا نص؛ احفظ نص المقال في ملف ‎.txt.</translation>
    </message>
    <message>
        <source>{name} is a web page without an article that can be told from the rest of it; save the article's text as a .txt file.</source>
        <translation>{name} صفحة ويب لا يتميز فيها مقال عن سائر ما فيها؛ احفظ نص المقال في ملف ‎.txt.</translation>
    </message>
    <message>
        <source>{name} is a workbook without a table in it.</source>
        <translation>{name} مصنف لا جدول فيه.</translation>
    </message>
    <message>
        <source>{name} is an archive {depth} deep in others; unpack it.</source>
        <translation>{name} أرشيف في عمق {depth} داخل غيره؛ فُكّه.</translation>
    </message>
    <message>
        <source>{name} is being written by another program. Close it there and try again.</source>
        <translation>يكتب برنامج آخر في {name}. أغلقه هناك وحاول ثانية.</translation>
    </message>
    <message>
        <source>{name} is being written; take the changes in again in a moment.</source>
        <translation>يُكتب الآن في {name}؛ أعد أخذ التغييرات بعد لحظة.</translation>
    </message>
    <message>
        <source>{name} is brat standoff, not an article; import the .txt beside it.</source>
        <translation>{name} وسوم brat لا مقال؛ أدخل ملف ‎.txt المجاور له.</translation>
    </message>
    <message>
        <source>{name} is damaged ({reason}). Keep the file as it is and go back to a copy or backup of it.</source>
        <translation>الملف {name} تالف ({reason}). أبقه كما هو وعُد إلى نسخة منه.</translation>
    </message>
    <message>
        <source>{name} is damaged ({reason}). This puts back what can be put back: musnad check {name} --repair</source>
        <translation>الملف {name} تالف ({reason}). هذا الأمر يعيد ما يمكن إعادته: musnad check {name} --repair</translation>
    </message>
    <message>
        <source>{name} is damaged or cut off: {reason}. Get the file again.</source>
        <translation>{name} تالف أو مبتور: {reason}. احصل على الملف من جديد.</translation>
    </message>
    <message>
        <source>{name} is damaged, or no bundle of Musnad ({reason}); nothing was taken in. Ask for it again.</source>
        <translation>الملف {name} تالف أو ليس حزمة من مُسنَد ({reason})؛ لم يُؤخذ منه شيء. اطلبه من جديد.</translation>
    </message>
    <message>
        <source>{name} is damaged: {reason}. Get the archive again.</source>
        <translation>{name} تالف: {reason}. احصل على الأرشيف من جديد.</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>الملف {name} فارغ.</translation>
    </message>
    <message>
        <source>{name} is larger than its archive says; it was not read.</source>
        <translation>{name} أكبر مما يذكره أرشيفه؛ لم يُقرأ.</translation>
    </message>
    <message>
        <source>{name} is locked with a password; unpack it and import the files.</source>
        <translation>{name} مقفل بكلمة مرور؛ فُكّه وأدخل الملفات.</translation>
    </message>
    <message>
        <source>{name} is missing.</source>
        <translation>{name} مفقود.</translation>
    </message>
    <message>
        <source>{name} is no XML: {reason}</source>
        <translation>{name} ليس XML: {reason}</translation>
    </message>
    <message>
        <source>{name} is no file of annotations.</source>
        <translation>{name} ليس ملف علامات.</translation>
    </message>
    <message>
        <source>{name} is no file: a name has at most {most} bytes, and this one {size}.</source>
        <translation>لا ملف باسم {name}: للاسم {most} بايت على الأكثر، وهذا {size}.</translation>
    </message>
    <message>
        <source>{name} is no map of labels: {reason}</source>
        <translation>{name} ليس خريطة وسوم: {reason}</translation>
    </message>
    <message>
        <source>{name} is no table in CSV; save the sheet as CSV (UTF-8).</source>
        <translation>{name} ليس جدول CSV؛ احفظ ورقة العمل بصيغة CSV (UTF-8).</translation>
    </message>
    <message>
        <source>{name} is not a Musnad project.</source>
        <translation>{name} ليس مشروعًا من مشاريع مُسنَد.</translation>
    </message>
    <message>
        <source>{name} is not a text: it is full of control characters; save the article's text as a .txt file.</source>
        <translation>{name} ليس نصًا فهو مليء بمحارف التحكم؛ احفظ نص المقال في ملف ⁦.txt⁩.</translation>
    </message>
    <message>
        <source>{name} is not a whole Word document: {part} is missing.</source>
        <translation>{name} مستند وورد ناقص: لا يوجد فيه {part}.</translation>
    </message>
    <message>
        <source>{name} is not in its place any more: it was deleted or moved while it was open. Everything up to now is saved in {saved}.</source>
        <translation>لم يعد {name} في مكانه: حُذف أو نُقل وهو مفتوح. كل ما عُمل حتى الآن محفوظ في {saved}.</translation>
    </message>
    <message>
        <source>{name} is not in the manifest: it was added later.</source>
        <translation>{name} ليس في بيان المحتوى: أُضيف بعده.</translation>
    </message>
    <message>
        <source>{name} is of this kind now, wherever it is mentioned. Undo takes it back.</source>
        <translation>صار هذا نوع {name} حيثما ذُكر، والتراجع يعيده.</translation>
    </message>
    <message>
        <source>{name} is open for reading only; nothing was changed.</source>
        <translation>{name} مفتوح للقراءة فقط، ولم يتغير شيء.</translation>
    </message>
    <message>
        <source>{name} is open in another Musnad. Close it there first; nothing was changed.</source>
        <translation>{name} مفتوح في نافذة أخرى من مُسنَد. أغلقه هناك أولًا؛ لم يتغير شيء.</translation>
    </message>
    <message>
        <source>{name} is {what}, not a text; save the article's text as a .txt file.</source>
        <translation>{name} ليس نصًا ({what})؛ احفظ نص المقال في ملف ⁦.txt⁩.</translation>
    </message>
    <message>
        <source>{name} looks like {title} and is not called so: import it with --format {format}, or, if it is an article all the same, with --format text.</source>
        <translation>يبدو {name} بصيغة {title} ولا يدل اسمه على ذلك: أدخله بالخيار ⁦--format {format}⁩، أو بالخيار ⁦--format text⁩ إن كان مقالًا مع ذلك.</translation>
    </message>
    <message>
        <source>{name} makes no scheme: {reason}</source>
        <translation>لا يُصنع من {name} مخطط وسم: {reason}</translation>
    </message>
    <message>
        <source>{name} nests its elements {depth} deep; a page may nest them {most} deep.</source>
        <translation>تتداخل عناصر {name} إلى عمق {depth}، والحد الأقصى للصفحة {most}.</translation>
    </message>
    <message>
        <source>{name} restores characters at {at}, outside the text of {file}</source>
        <translation>يستعيد {name} محارف عند {at} خارج نص {file}</translation>
    </message>
    <message>
        <source>{name} unpacks to more than {most} MiB, which no article does; it was not opened.</source>
        <translation>فك {name} يعطي أكثر من {most} ميبيبايت، ولا يبلغ ذلك مقال؛ لم يُفتح.</translation>
    </message>
    <message>
        <source>{name} unpacks to more than {most} MiB; {inside} was not read.</source>
        <translation>فك {name} يعطي أكثر من {most} ميبيبايت؛ لم يُقرأ {inside}.</translation>
    </message>
    <message>
        <source>{name} unpacks to {size} MiB; it may unpack to {most} MiB.</source>
        <translation>فك {name} يعطي {size} ميبيبايت، والحد الأقصى {most} ميبيبايت.</translation>
    </message>
    <message>
        <source>{name} was changed: it has {size} bytes with the hash {hash}, and had {old_size} with {old_hash}.</source>
        <translation>تغيّر {name}: فيه {size} بايت وبصمته {hash}، وكان فيه {old_size} وبصمته {old_hash}.</translation>
    </message>
    <message>
        <source>{name} was deleted, moved or overwritten by another program while it was open, and what it held cannot be saved elsewhere: {reason}. Make room on the disk and change something here: each change tries again.</source>
        <translation>حذف برنامج آخر الملف {name} أو نقله أو كتب فوقه وهو مفتوح، وتعذر حفظ ما كان فيه في مكان آخر: {reason}. أفرغ بعض المساحة على القرص ثم غيّر شيئًا هنا: كل تغيير يحاول من جديد.</translation>
    </message>
    <message>
        <source>{name} was made by a newer Musnad (file version {version}, this program knows {known}). Update Musnad to open it; nothing was changed.</source>
        <translation>أُنشئ {name} بإصدار أحدث من مُسنَد (إصدار الملف {version}، وهذا البرنامج يعرف {known}). حدّث مُسنَد لفتحه؛ لم يتغير شيء.</translation>
    </message>
    <message>
        <source>{name} was made by a newer Musnad; update Musnad to take it in.</source>
        <translation>أنشأ {name} إصدارٌ أحدث من مُسنَد؛ حدّث مُسنَد لتأخذ ما فيه.</translation>
    </message>
    <message>
        <source>{name} was made by an older Musnad, and the backup that is made before it is brought up to date cannot be written ({reason}). Make room for it in {folder} and open it again; nothing was changed.</source>
        <translation>أُنشئ {name} بإصدار أقدم من مُسنَد، وتعذرت كتابة النسخة الاحتياطية التي تسبق تحديثه ({reason}). أفرغ لها مساحة في {folder} وافتحه من جديد؛ لم يتغير شيء.</translation>
    </message>
    <message>
        <source>{name} was not closed properly, and indexes of it were broken ({reason}). They were made anew.</source>
        <translation>لم يُغلق {name} كما ينبغي وتلفت فهارس فيه ({reason}). أُنشئت من جديد.</translation>
    </message>
    <message>
        <source>{name} was not closed properly, and the last changes do not hold together ({first}). Look at it with musnad check {name}; with --repair it puts back what can be put back.</source>
        <translation>لم يُغلق {name} كما ينبغي، وآخر التغييرات فيه لا تتسق ({first}). افحصه بالأمر musnad check {name}؛ ومع ‎--repair‎ يعيد ما يمكن إعادته.</translation>
    </message>
    <message>
        <source>{name}, by {sender}</source>
        <translation>{name}، من {sender}</translation>
    </message>
    <message>
        <source>{name}, item {number}: {reason}</source>
        <translation>{name}، المادة {number}: {reason}</translation>
    </message>
    <message>
        <source>{name}, line {line}: a cell holds more than {most} MiB.</source>
        <translation>{name}، السطر {line}: في خلية أكثر من {most} ميبيبايت.</translation>
    </message>
    <message>
        <source>{name}, line {line}: a quotation mark is opened here and not closed before the file ends; close it, or get the file again.</source>
        <translation>{name}، السطر {line}: علامة اقتباس تُفتح هنا ولا تُغلق حتى آخر الملف؛ أغلقها أو احصل على الملف من جديد.</translation>
    </message>
    <message>
        <source>{name}, line {line}: it declares entities of its own, which are not read; save it without its DOCTYPE.</source>
        <translation>{name}، السطر {line}: يعلن كيانات خاصة به لا تُقرأ؛ احفظه بلا DOCTYPE.</translation>
    </message>
    <message>
        <source>{name}, line {line}: it holds annotations ({fields}), not only an article; name the dataset's format (--format), or bring the bare articles in with --format articles-jsonl.</source>
        <translation>{name}، السطر {line}: فيه علامات ({fields}) لا مقال وحده؛ سمِّ صيغة مجموعة البيانات (⁦--format⁩)، أو أدخل المقالات مجردة بالخيار ⁦--format articles-jsonl⁩.</translation>
    </message>
    <message>
        <source>{name}, line {line}: it is longer than {most} MiB.</source>
        <translation>{name}، السطر {line}: أطول من {most} ميبيبايت.</translation>
    </message>
    <message>
        <source>{name}, line {line}: it is no object; each line must hold one article.</source>
        <translation>{name}، السطر {line}: ليس كائنًا؛ لا بد لكل سطر من مقال واحد.</translation>
    </message>
    <message>
        <source>{name}, line {line}: the feed ends before its {root} does; get the file again.</source>
        <translation>{name}، السطر {line}: تنتهي الخلاصة قبل أن يُغلق عنصرها {root}؛ احصل على الملف من جديد.</translation>
    </message>
    <message>
        <source>{name}, line {line}: the table is broken here ({reason}); save the sheet as CSV again.</source>
        <translation>{name}، السطر {line}: الجدول معطوب هنا ({reason})؛ احفظ الورقة بصيغة CSV من جديد.</translation>
    </message>
    <message>
        <source>{name}, line {line}: {reason}</source>
        <translation>{name}، السطر {line}: {reason}</translation>
    </message>
    <message>
        <source>{name}, {fault}</source>
        <translation>{name}، {fault}</translation>
    </message>
    <message>
        <source>{name}, {n} times: becomes</source>
        <translation>{name}، وروده {n}: يصير</translation>
    </message>
    <message>
        <source>{name}, {sheet}, row {row}: {reason}</source>
        <translation>{name}، {sheet}، الصف {row}: {reason}</translation>
    </message>
    <message>
        <source>{name}: a map may have {most} KiB.</source>
        <translation>{name}: لا يجوز أن تزيد الخريطة على {most} كيبيبايت.</translation>
    </message>
    <message>
        <source>{name}: a scheme may have {most} KiB.</source>
        <translation>{name}: لا يجوز أن يزيد مخطط الوسم على {most} كيبيبايت.</translation>
    </message>
    <message>
        <source>{name}: byte {offset} of {size} is not {encoding}; the file is damaged or cut off, or it is in another encoding (--encoding).</source>
        <translation>{name}: البايت {offset} من {size} ليس بترميز {encoding}؛ الملف تالف أو مبتور، أو ترميزه غير ذلك (⁦--encoding⁩).</translation>
    </message>
    <message>
        <source>{name}: byte {place} is not UTF-8.</source>
        <translation>{name}: البايت {place} ليس بترميز UTF-8.</translation>
    </message>
    <message>
        <source>{name}: byte {place} is not UTF-8. Save the scheme as UTF-8.</source>
        <translation>{name}: البايت {place} ليس بترميز UTF-8. احفظ مخطط الوسم بترميز UTF-8.</translation>
    </message>
    <message>
        <source>{name}: this text is neither UTF-8 nor UTF-16 nor Arabic in windows-1256 or ISO-8859-6; name its encoding (--encoding), or save it as UTF-8.</source>
        <translation>{name}: ليس هذا النص بترميز UTF-8 ولا UTF-16، ولا عربيًا بترميز windows-1256 أو ISO-8859-6؛ اذكر ترميزه (⁦--encoding⁩) أو احفظه بترميز UTF-8.</translation>
    </message>
    <message>
        <source>{name}: {foreign!r} in [{table}] becomes {target!r}, which the scheme does not have; it has: {known}.</source>
        <translation>{name}: {foreign!r} في [{table}] يصير {target!r}، وليس في مخطط الوسم؛ ففيه: {known}.</translation>
    </message>
    <message>
        <source>{name}: {inside} leads out of the archive; it was not read.</source>
        <translation>{name}: يخرج {inside} عن الأرشيف؛ لم يُقرأ.</translation>
    </message>
    <message>
        <source>{name}: {inside} unpacks to {ratio} times its size, which no text does; it was not opened.</source>
        <translation>{name}: فك {inside} يعطي {ratio} ضعف حجمه، ولا يكون ذلك في نص؛ لم يُفتح.</translation>
    </message>
    <message>
        <source>{name}: {inside} unpacks to {size} MiB; it may unpack to {most} MiB.</source>
        <translation>{name}: فك {inside} يعطي {size} ميبيبايت، والحد الأقصى {most} ميبيبايت.</translation>
    </message>
    <message>
        <source>{name}: {part} declares entities of its own, which no Word document does; it was not opened.</source>
        <translation>{name}: يعلن {part} كيانات خاصة به، ولا يكون ذلك في مستند وورد؛ لم يُفتح.</translation>
    </message>
    <message>
        <source>{name}: {part} declares entities of its own, which no workbook does; it was not opened.</source>
        <translation>{name}: يعلن {part} كيانات خاصة به، ولا يكون ذلك في مصنف جداول؛ لم يُفتح.</translation>
    </message>
    <message>
        <source>{name}: {reason}</source>
        <translation>{name}: {reason}</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <source>{name}={lead} cannot be read: write {name}=e1&lt;e2</source>
        <translation>تتعذر قراءة {name}={lead}: اكتب {name}=e1&lt;e2</translation>
    </message>
    <message>
        <source>{name}={value!r} is no number</source>
        <translation>{name}={value!r} ليس رقمًا</translation>
    </message>
    <message numerus="yes">
        <source>{n} actors</source>
        <translation>
            <numerusform>لا فاعلين</numerusform>
            <numerusform>فاعل واحد</numerusform>
            <numerusform>فاعلان</numerusform>
            <numerusform>{n} فاعلين</numerusform>
            <numerusform>{n} فاعلًا</numerusform>
            <numerusform>{n} فاعل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} actors added</source>
        <translation>
            <numerusform>لم يُضف فاعل</numerusform>
            <numerusform>أُضيف فاعل واحد</numerusform>
            <numerusform>أُضيف فاعلان</numerusform>
            <numerusform>أُضيف {n} فاعلين</numerusform>
            <numerusform>أُضيف {n} فاعلًا</numerusform>
            <numerusform>أُضيف {n} فاعل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} actors are chosen.</source>
        <translation>
            <numerusform>لم يُختر أي فاعل.</numerusform>
            <numerusform>اختير فاعل واحد.</numerusform>
            <numerusform>اختير فاعلان.</numerusform>
            <numerusform>اختير {n} فاعلين.</numerusform>
            <numerusform>اختير {n} فاعلًا.</numerusform>
            <numerusform>اختير {n} فاعل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} actors are now {name}. Undo takes it back.</source>
        <translation>
            <numerusform>لم يُدمج أحد في {name}. التراجع يعيده.</numerusform>
            <numerusform>فاعل واحد صار {name}. التراجع يعيده.</numerusform>
            <numerusform>فاعلان صارا واحدًا: {name}. التراجع يعيدهما.</numerusform>
            <numerusform>{n} فاعلين صاروا واحدًا: {name}. التراجع يعيدهم.</numerusform>
            <numerusform>{n} فاعلًا صاروا واحدًا: {name}. التراجع يعيدهم.</numerusform>
            <numerusform>{n} فاعل صاروا واحدًا: {name}. التراجع يعيدهم.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} actors as before</source>
        <translation>
            <numerusform>ولم يبقَ فاعل بلا تغيير</numerusform>
            <numerusform>وبقي فاعل واحد بلا تغيير</numerusform>
            <numerusform>وبقي فاعلان بلا تغيير</numerusform>
            <numerusform>وبقي {n} بلا تغيير</numerusform>
            <numerusform>وبقي {n} بلا تغيير</numerusform>
            <numerusform>وبقي {n} بلا تغيير</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} actors changed</source>
        <translation>
            <numerusform>لم يتغير فاعل</numerusform>
            <numerusform>تغيّر فاعل واحد</numerusform>
            <numerusform>تغيّر فاعلان</numerusform>
            <numerusform>تغيّر {n} فاعلين</numerusform>
            <numerusform>تغيّر {n} فاعلًا</numerusform>
            <numerusform>تغيّر {n} فاعل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} agree</source>
        <translation>
            <numerusform>لا موافقة</numerusform>
            <numerusform>موافقة واحدة</numerusform>
            <numerusform>موافقتان</numerusform>
            <numerusform>{n} موافقات</numerusform>
            <numerusform>{n} موافقة</numerusform>
            <numerusform>{n} موافقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} already here</source>
        <translation>
            <numerusform>لا شيء موجود من قبل</numerusform>
            <numerusform>مقال واحد موجود من قبل</numerusform>
            <numerusform>مقالان موجودان من قبل</numerusform>
            <numerusform>{n} مقالات موجودة من قبل</numerusform>
            <numerusform>{n} مقالًا موجودًا من قبل</numerusform>
            <numerusform>{n} مقال موجود من قبل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} answers</source>
        <translation>
            <numerusform>لا ردود</numerusform>
            <numerusform>ردّ واحد</numerusform>
            <numerusform>ردّان</numerusform>
            <numerusform>{n} ردود</numerusform>
            <numerusform>{n} ردًّا</numerusform>
            <numerusform>{n} ردّ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} answers: {what}</source>
        <translation>
            <numerusform>لا إجابات: {what}</numerusform>
            <numerusform>إجابة واحدة: {what}</numerusform>
            <numerusform>إجابتان: {what}</numerusform>
            <numerusform>{n} إجابات: {what}</numerusform>
            <numerusform>{n} إجابة: {what}</numerusform>
            <numerusform>{n} إجابة: {what}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} art.</source>
        <translation>
            <numerusform>لا مقال</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>{n} مقالات</numerusform>
            <numerusform>{n} مقالًا</numerusform>
            <numerusform>{n} مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>{n} مقالات</numerusform>
            <numerusform>{n} مقالًا</numerusform>
            <numerusform>{n} مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles added</source>
        <translation>
            <numerusform>لم يُضف مقال</numerusform>
            <numerusform>أُضيف مقال واحد</numerusform>
            <numerusform>أُضيف مقالان</numerusform>
            <numerusform>أُضيفت {n} مقالات</numerusform>
            <numerusform>أُضيف {n} مقالًا</numerusform>
            <numerusform>أُضيف {n} مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles are now: {status}</source>
        <translation>
            <numerusform>لم تتغيّر حالة أي مقال: {status}</numerusform>
            <numerusform>مقال واحد صار: {status}</numerusform>
            <numerusform>مقالان صارا: {status}</numerusform>
            <numerusform>{n} مقالات صارت: {status}</numerusform>
            <numerusform>{n} مقالًا صارت: {status}</numerusform>
            <numerusform>{n} مقال صارت: {status}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles chosen</source>
        <translation>
            <numerusform>لم يُختر أي مقال</numerusform>
            <numerusform>اختير مقال واحد</numerusform>
            <numerusform>اختير مقالان</numerusform>
            <numerusform>اختيرت {n} مقالات</numerusform>
            <numerusform>اختير {n} مقالًا</numerusform>
            <numerusform>اختير {n} مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles come in</source>
        <translation>
            <numerusform>لا مقالات تدخل</numerusform>
            <numerusform>يدخل مقال واحد</numerusform>
            <numerusform>يدخل مقالان</numerusform>
            <numerusform>تدخل {n} مقالات</numerusform>
            <numerusform>يدخل {n} مقالًا</numerusform>
            <numerusform>يدخل {n} مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles left for you</source>
        <translation>
            <numerusform>لم يبقَ لك مقال</numerusform>
            <numerusform>بقي لك مقال</numerusform>
            <numerusform>بقي لك مقالان</numerusform>
            <numerusform>بقيت لك {n} مقالات</numerusform>
            <numerusform>بقي لك {n} مقالًا</numerusform>
            <numerusform>بقي لك {n} مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles not read, in a language that it does not know</source>
        <translation>
            <numerusform>لا مقال بلغة لا يعرفها</numerusform>
            <numerusform>لم يقرأ مقالًا واحدًا بلغة لا يعرفها</numerusform>
            <numerusform>لم يقرأ مقالين بلغة لا يعرفها</numerusform>
            <numerusform>لم يقرأ {n} مقالات بلغات لا يعرفها</numerusform>
            <numerusform>لم يقرأ {n} مقالًا بلغات لا يعرفها</numerusform>
            <numerusform>لم يقرأ {n} مقال بلغات لا يعرفها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles removed, with everyone’s marks</source>
        <translation>
            <numerusform>لم يُزل أي مقال</numerusform>
            <numerusform>أُزيل مقال واحد مع علامات الجميع عليه</numerusform>
            <numerusform>أُزيل مقالان مع علامات الجميع عليهما</numerusform>
            <numerusform>أُزيلت {n} مقالات مع علامات الجميع عليها</numerusform>
            <numerusform>أُزيل {n} مقالًا مع علامات الجميع عليها</numerusform>
            <numerusform>أُزيل {n} مقال مع علامات الجميع عليها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles seem to stand in the order of the screen, as PDF files give them: last letter first.</source>
        <translation>
            <numerusform>لا مقالات معكوسة الترتيب.</numerusform>
            <numerusform>يبدو أن حروف هذا المقال محفوظة بترتيب ظهورها على الشاشة، كما تُنسخ من ملفات PDF: آخر الحروف أولها.</numerusform>
            <numerusform>يبدو أن حروف مقالين محفوظة بترتيب ظهورها على الشاشة، كما تُنسخ من ملفات PDF: آخر الحروف أولها.</numerusform>
            <numerusform>يبدو أن حروف {n} مقالات محفوظة بترتيب ظهورها على الشاشة، كما تُنسخ من ملفات PDF: آخر الحروف أولها.</numerusform>
            <numerusform>يبدو أن حروف {n} مقالًا محفوظة بترتيب ظهورها على الشاشة، كما تُنسخ من ملفات PDF: آخر الحروف أولها.</numerusform>
            <numerusform>يبدو أن حروف {n} مقال محفوظة بترتيب ظهورها على الشاشة، كما تُنسخ من ملفات PDF: آخر الحروف أولها.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles taken back</source>
        <translation>
            <numerusform>لم يُسحب أي مقال</numerusform>
            <numerusform>سُحب مقال واحد</numerusform>
            <numerusform>سُحب مقالان</numerusform>
            <numerusform>سُحبت {n} مقالات</numerusform>
            <numerusform>سُحب {n} مقالًا</numerusform>
            <numerusform>سُحب {n} مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles to review</source>
        <translation>
            <numerusform>لا مقالات للمراجعة</numerusform>
            <numerusform>مقال واحد للمراجعة</numerusform>
            <numerusform>مقالان للمراجعة</numerusform>
            <numerusform>{n} مقالات للمراجعة</numerusform>
            <numerusform>{n} مقالًا للمراجعة</numerusform>
            <numerusform>{n} مقال للمراجعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles with two readings or more</source>
        <translation>
            <numerusform>لا مقال له قراءتان فأكثر</numerusform>
            <numerusform>مقال واحد له قراءتان فأكثر</numerusform>
            <numerusform>مقالين لكل منهما قراءتان فأكثر</numerusform>
            <numerusform>{n} مقالات لكل منها قراءتان فأكثر</numerusform>
            <numerusform>{n} مقالًا لكل منها قراءتان فأكثر</numerusform>
            <numerusform>{n} مقال لكل منها قراءتان فأكثر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} assignments</source>
        <translation>
            <numerusform>لا تكليفات</numerusform>
            <numerusform>تكليف واحد</numerusform>
            <numerusform>تكليفان</numerusform>
            <numerusform>{n} تكليفات</numerusform>
            <numerusform>{n} تكليفًا</numerusform>
            <numerusform>{n} تكليف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} attributions</source>
        <translation>
            <numerusform>لا إسنادات</numerusform>
            <numerusform>إسناد واحد</numerusform>
            <numerusform>إسنادان</numerusform>
            <numerusform>{n} إسنادات</numerusform>
            <numerusform>{n} إسنادًا</numerusform>
            <numerusform>{n} إسناد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} backups are kept in the folder {name}</source>
        <translation>
            <numerusform>لا نسخ احتياطية في المجلد {name}</numerusform>
            <numerusform>نسخة احتياطية واحدة محفوظة في المجلد {name}</numerusform>
            <numerusform>نسختان احتياطيتان محفوظتان في المجلد {name}</numerusform>
            <numerusform>{n} نسخ احتياطية محفوظة في المجلد {name}</numerusform>
            <numerusform>{n} نسخة احتياطية محفوظة في المجلد {name}</numerusform>
            <numerusform>{n} نسخة احتياطية محفوظة في المجلد {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} cannot be read</source>
        <translation>
            <numerusform>كل شيء يُقرأ</numerusform>
            <numerusform>تتعذر قراءة واحد</numerusform>
            <numerusform>تتعذر قراءة اثنين</numerusform>
            <numerusform>تتعذر قراءة {n}</numerusform>
            <numerusform>تتعذر قراءة {n}</numerusform>
            <numerusform>تتعذر قراءة {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changes are not saved yet: another program is writing to {project}. The project is closed as soon as they are saved.</source>
        <translation>
            <numerusform>كل التغييرات محفوظة في {project}.</numerusform>
            <numerusform>تغيير واحد لم يُحفظ بعد: برنامج آخر يكتب في {project}. سيُغلق المشروع فور حفظه.</numerusform>
            <numerusform>تغييران لم يُحفظا بعد: برنامج آخر يكتب في {project}. سيُغلق المشروع فور حفظهما.</numerusform>
            <numerusform>{n} تغييرات لم تُحفظ بعد: برنامج آخر يكتب في {project}. سيُغلق المشروع فور حفظها.</numerusform>
            <numerusform>{n} تغييرًا لم يُحفظ بعد: برنامج آخر يكتب في {project}. سيُغلق المشروع فور حفظها.</numerusform>
            <numerusform>{n} تغيير لم يُحفظ بعد: برنامج آخر يكتب في {project}. سيُغلق المشروع فور حفظها.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changes taken in; one undo takes them back</source>
        <translation>
            <numerusform>لم يُؤخذ تغيير</numerusform>
            <numerusform>أُخذ تغيير واحد؛ تراجعٌ واحد يلغيه</numerusform>
            <numerusform>أُخذ تغييران؛ تراجعٌ واحد يلغيهما</numerusform>
            <numerusform>أُخذت {n} تغييرات؛ تراجعٌ واحد يلغيها</numerusform>
            <numerusform>أُخذ {n} تغييرًا؛ تراجعٌ واحد يلغيها</numerusform>
            <numerusform>أُخذ {n} تغيير؛ تراجعٌ واحد يلغيها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changes wait to be saved</source>
        <translation>
            <numerusform>لا تغييرات تنتظر الحفظ</numerusform>
            <numerusform>تغيير واحد ينتظر الحفظ</numerusform>
            <numerusform>تغييران ينتظران الحفظ</numerusform>
            <numerusform>{n} تغييرات تنتظر الحفظ</numerusform>
            <numerusform>{n} تغييرًا ينتظر الحفظ</numerusform>
            <numerusform>{n} تغيير ينتظر الحفظ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} characters</source>
        <translation>
            <numerusform>بلا محارف</numerusform>
            <numerusform>محرف واحد</numerusform>
            <numerusform>محرفان</numerusform>
            <numerusform>{n} محارف</numerusform>
            <numerusform>{n} محرفًا</numerusform>
            <numerusform>{n} محرف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} characters of the page around the article were left out</source>
        <translation>
            <numerusform>لم يُترك شيء من الصفحة</numerusform>
            <numerusform>تُرك محرف واحد من الصفحة حول المقال</numerusform>
            <numerusform>تُرك محرفان من الصفحة حول المقال</numerusform>
            <numerusform>تُركت {n} محارف من الصفحة حول المقال</numerusform>
            <numerusform>تُرك {n} محرفًا من الصفحة حول المقال</numerusform>
            <numerusform>تُرك {n} محرف من الصفحة حول المقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} claims</source>
        <translation>
            <numerusform>لا أقوال</numerusform>
            <numerusform>قول واحد</numerusform>
            <numerusform>قولان</numerusform>
            <numerusform>{n} أقوال</numerusform>
            <numerusform>{n} قولًا</numerusform>
            <numerusform>{n} قول</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} claims were recoded. Undo takes it back.</source>
        <translation>
            <numerusform>لم يُعَد ترميز شيء.</numerusform>
            <numerusform>أُعيد ترميز قول واحد. التراجع يعيده.</numerusform>
            <numerusform>أُعيد ترميز قولين. التراجع يعيدهما.</numerusform>
            <numerusform>أُعيد ترميز {n} أقوال. التراجع يعيدها.</numerusform>
            <numerusform>أُعيد ترميز {n} قولًا. التراجع يعيدها.</numerusform>
            <numerusform>أُعيد ترميز {n} قول. التراجع يعيدها.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} claims would move</source>
        <translation>
            <numerusform>لا أقوال ستنتقل</numerusform>
            <numerusform>قول واحد سينتقل</numerusform>
            <numerusform>قولان سينتقلان</numerusform>
            <numerusform>{n} أقوال ستنتقل</numerusform>
            <numerusform>{n} قولًا ستنتقل</numerusform>
            <numerusform>{n} قول ستنتقل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} control characters were replaced by �</source>
        <translation>
            <numerusform>لم تُستبدل محارف تحكّم</numerusform>
            <numerusform>استُبدل محرف تحكّم واحد بالعلامة �</numerusform>
            <numerusform>استُبدل محرفا تحكّم بالعلامة �</numerusform>
            <numerusform>استُبدلت {n} محارف تحكّم بالعلامة �</numerusform>
            <numerusform>استُبدل {n} محرف تحكّم بالعلامة �</numerusform>
            <numerusform>استُبدل {n} محرف تحكّم بالعلامة �</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} copies in reading order were added; the originals are untouched.</source>
        <translation>
            <numerusform>لم تُضف نسخ، والأصول على حالها.</numerusform>
            <numerusform>أُضيفت نسخة بترتيب القراءة، والأصل على حاله.</numerusform>
            <numerusform>أُضيفت نسختان بترتيب القراءة، والأصلان على حالهما.</numerusform>
            <numerusform>أُضيفت {n} نسخ بترتيب القراءة، والأصول على حالها.</numerusform>
            <numerusform>أُضيفت {n} نسخة بترتيب القراءة، والأصول على حالها.</numerusform>
            <numerusform>أُضيفت {n} نسخة بترتيب القراءة، والأصول على حالها.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} datasets</source>
        <translation>
            <numerusform>لا مجموعات بيانات</numerusform>
            <numerusform>مجموعة بيانات واحدة</numerusform>
            <numerusform>مجموعتا بيانات</numerusform>
            <numerusform>{n} مجموعات بيانات</numerusform>
            <numerusform>{n} مجموعة بيانات</numerusform>
            <numerusform>{n} مجموعة بيانات</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} decided</source>
        <translation>
            <numerusform>لم يُحسم شيء</numerusform>
            <numerusform>حُسم اختلاف واحد</numerusform>
            <numerusform>حُسم اختلافان</numerusform>
            <numerusform>حُسمت {n} اختلافات</numerusform>
            <numerusform>حُسم {n} اختلافًا</numerusform>
            <numerusform>حُسم {n} اختلاف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} differences</source>
        <translation>
            <numerusform>لا اختلاف</numerusform>
            <numerusform>اختلاف واحد</numerusform>
            <numerusform>اختلافين</numerusform>
            <numerusform>{n} اختلافات</numerusform>
            <numerusform>{n} اختلافًا</numerusform>
            <numerusform>{n} اختلاف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} direction overrides, shown without their effect</source>
        <translation>
            <numerusform>لا قلب للاتجاه</numerusform>
            <numerusform>قلب واحد للاتجاه أُبطل أثره في العرض</numerusform>
            <numerusform>قلبان للاتجاه أُبطل أثرهما في العرض</numerusform>
            <numerusform>{n} مواضع قلب للاتجاه أُبطل أثرها في العرض</numerusform>
            <numerusform>{n} موضع قلب للاتجاه أُبطل أثرها في العرض</numerusform>
            <numerusform>{n} موضع قلب للاتجاه أُبطل أثرها في العرض</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} disagree</source>
        <translation>
            <numerusform>لا مخالفة</numerusform>
            <numerusform>مخالفة واحدة</numerusform>
            <numerusform>مخالفتان</numerusform>
            <numerusform>{n} مخالفات</numerusform>
            <numerusform>{n} مخالفة</numerusform>
            <numerusform>{n} مخالفة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} done</source>
        <translation>
            <numerusform>لا مقالات منجزة</numerusform>
            <numerusform>مقال منجز</numerusform>
            <numerusform>مقالان منجزان</numerusform>
            <numerusform>{n} مقالات منجزة</numerusform>
            <numerusform>{n} مقالًا منجزًا</numerusform>
            <numerusform>{n} مقال منجز</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} edges</source>
        <translation>
            <numerusform>لا صلات</numerusform>
            <numerusform>صلة واحدة</numerusform>
            <numerusform>صلتان</numerusform>
            <numerusform>{n} صلات</numerusform>
            <numerusform>{n} صلة</numerusform>
            <numerusform>{n} صلة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} errors ({share})</source>
        <translation>
            <numerusform>لا أخطاء ({share})</numerusform>
            <numerusform>خطأ واحد ({share})</numerusform>
            <numerusform>خطآن ({share})</numerusform>
            <numerusform>{n} أخطاء ({share})</numerusform>
            <numerusform>{n} خطأً ({share})</numerusform>
            <numerusform>{n} خطأ ({share})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files could not be read</source>
        <translation>
            <numerusform>قُرئت الملفات كلها</numerusform>
            <numerusform>تعذرت قراءة ملف واحد</numerusform>
            <numerusform>تعذرت قراءة ملفين</numerusform>
            <numerusform>تعذرت قراءة {n} ملفات</numerusform>
            <numerusform>تعذرت قراءة {n} ملفًا</numerusform>
            <numerusform>تعذرت قراءة {n} ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} groups of near-duplicates</source>
        <translation>
            <numerusform>لا مجموعات متقاربة</numerusform>
            <numerusform>مجموعة متقاربة واحدة</numerusform>
            <numerusform>مجموعتان متقاربتان</numerusform>
            <numerusform>{n} مجموعات متقاربة</numerusform>
            <numerusform>{n} مجموعة متقاربة</numerusform>
            <numerusform>{n} مجموعة متقاربة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} here already gain an origin</source>
        <translation>
            <numerusform>لا شيء موجود من قبل</numerusform>
            <numerusform>واحد موجود من قبل يضاف إليه مصدر ورود</numerusform>
            <numerusform>اثنان موجودان من قبل يضاف إليهما مصدر ورود</numerusform>
            <numerusform>{n} موجودة من قبل يضاف إليها مصدر ورود</numerusform>
            <numerusform>{n} موجودة من قبل يضاف إليها مصدر ورود</numerusform>
            <numerusform>{n} موجودة من قبل يضاف إليها مصدر ورود</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hidden characters</source>
        <translation>
            <numerusform>لا محارف خفية</numerusform>
            <numerusform>محرف خفي واحد</numerusform>
            <numerusform>محرفان خفيان</numerusform>
            <numerusform>{n} محارف خفية</numerusform>
            <numerusform>{n} محرفًا خفيًا</numerusform>
            <numerusform>{n} محرف خفي</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hits</source>
        <translation>
            <numerusform>لا نتائج</numerusform>
            <numerusform>نتيجة واحدة</numerusform>
            <numerusform>نتيجتان</numerusform>
            <numerusform>{n} نتائج</numerusform>
            <numerusform>{n} نتيجة</numerusform>
            <numerusform>{n} نتيجة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} in progress</source>
        <translation>
            <numerusform>لا مقالات قيد العمل</numerusform>
            <numerusform>مقال قيد العمل</numerusform>
            <numerusform>مقالان قيد العمل</numerusform>
            <numerusform>{n} مقالات قيد العمل</numerusform>
            <numerusform>{n} مقالًا قيد العمل</numerusform>
            <numerusform>{n} مقال قيد العمل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} letters</source>
        <translation>
            <numerusform>لا حروف</numerusform>
            <numerusform>حرف واحد</numerusform>
            <numerusform>حرفان</numerusform>
            <numerusform>{n} حروف</numerusform>
            <numerusform>{n} حرفًا</numerusform>
            <numerusform>{n} حرف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} letters are stored as they are drawn (presentation forms)</source>
        <translation>
            <numerusform>لا حروف مخزّنة بأشكال الرسم</numerusform>
            <numerusform>حرف واحد مخزّن بشكل رسمه لا بأصله</numerusform>
            <numerusform>حرفان مخزّنان بشكل رسمهما لا بأصلهما</numerusform>
            <numerusform>{n} حروف مخزّنة بأشكال رسمها لا بأصولها</numerusform>
            <numerusform>{n} حرفًا مخزّنة بأشكال رسمها لا بأصولها</numerusform>
            <numerusform>{n} حرف مخزّنة بأشكال رسمها لا بأصولها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} line ends ({kinds}) were made alike</source>
        <translation>
            <numerusform>لا نهايات أسطر ({kinds}) وُحّدت</numerusform>
            <numerusform>وُحّدت نهاية سطر واحدة ({kinds})</numerusform>
            <numerusform>وُحّدت نهايتا سطرين ({kinds})</numerusform>
            <numerusform>وُحّدت {n} نهايات أسطر ({kinds})</numerusform>
            <numerusform>وُحّدت {n} نهاية سطر ({kinds})</numerusform>
            <numerusform>وُحّدت {n} نهاية سطر ({kinds})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} links</source>
        <translation>
            <numerusform>لا روابط</numerusform>
            <numerusform>رابط واحد</numerusform>
            <numerusform>رابطان</numerusform>
            <numerusform>{n} روابط</numerusform>
            <numerusform>{n} رابطًا</numerusform>
            <numerusform>{n} رابط</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} links are kept and not shown.</source>
        <translation>
            <numerusform>لا روابط محفوظة غير معروضة.</numerusform>
            <numerusform>رابط واحد محفوظ وغير معروض.</numerusform>
            <numerusform>رابطان محفوظان وغير معروضين.</numerusform>
            <numerusform>{n} روابط محفوظة وغير معروضة.</numerusform>
            <numerusform>{n} رابطًا محفوظًا وغير معروض.</numerusform>
            <numerusform>{n} رابط محفوظ وغير معروض.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} links of the kind {what}</source>
        <translation>
            <numerusform>لا روابط من نوع {what}</numerusform>
            <numerusform>رابط واحد من نوع {what}</numerusform>
            <numerusform>رابطان من نوع {what}</numerusform>
            <numerusform>{n} روابط من نوع {what}</numerusform>
            <numerusform>{n} رابطًا من نوع {what}</numerusform>
            <numerusform>{n} رابط من نوع {what}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} links of the kind {what}, between marks that it may no longer join</source>
        <translation>
            <numerusform>لا روابط من نوع {what} بين علامات لم يعد يجوز ربطها</numerusform>
            <numerusform>رابط واحد من نوع {what} بين علامتين لم يعد يجوز ربطهما</numerusform>
            <numerusform>رابطان من نوع {what} بين علامات لم يعد يجوز ربطها</numerusform>
            <numerusform>{n} روابط من نوع {what} بين علامات لم يعد يجوز ربطها</numerusform>
            <numerusform>{n} رابطًا من نوع {what} بين علامات لم يعد يجوز ربطها</numerusform>
            <numerusform>{n} رابط من نوع {what} بين علامات لم يعد يجوز ربطها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} links of the kind {what}, more than are allowed</source>
        <translation>
            <numerusform>لا روابط زائدة من نوع {what}</numerusform>
            <numerusform>رابط زائد واحد من نوع {what}</numerusform>
            <numerusform>رابطان زائدان من نوع {what}</numerusform>
            <numerusform>{n} روابط زائدة من نوع {what}</numerusform>
            <numerusform>{n} رابطًا زائدًا من نوع {what}</numerusform>
            <numerusform>{n} رابط زائد من نوع {what}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks</source>
        <translation>
            <numerusform>لا علامات</numerusform>
            <numerusform>علامة واحدة</numerusform>
            <numerusform>علامتان</numerusform>
            <numerusform>{n} علامات</numerusform>
            <numerusform>{n} علامة</numerusform>
            <numerusform>{n} علامة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks and links are what they were</source>
        <translation>
            <numerusform>لم يتغير شيء</numerusform>
            <numerusform>عاد عنصر واحد كما كان</numerusform>
            <numerusform>عاد عنصران كما كانا</numerusform>
            <numerusform>عادت {n} علامات وروابط كما كانت</numerusform>
            <numerusform>عاد {n} علامةً ورابطًا كما كان</numerusform>
            <numerusform>عاد {n} علامة ورابط كما كان</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks and links have no place in the project and stay out</source>
        <translation>
            <numerusform>لكل علامة مكان في المشروع</numerusform>
            <numerusform>علامة واحدة أو رابط لا مكان له في المشروع فلا يدخل</numerusform>
            <numerusform>علامتان أو رابطان لا مكان لهما في المشروع فلا يدخلان</numerusform>
            <numerusform>{n} علامات وروابط لا مكان لها في المشروع فلا تدخل</numerusform>
            <numerusform>{n} علامة ورابطًا لا مكان لها في المشروع فلا تدخل</numerusform>
            <numerusform>{n} علامة ورابط لا مكان لها في المشروع فلا تدخل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks were decided</source>
        <translation>
            <numerusform>لم يُقرَّر في أي علامة</numerusform>
            <numerusform>قُرّر في علامة واحدة</numerusform>
            <numerusform>قُرّر في علامتين</numerusform>
            <numerusform>قُرّر في {n} علامات</numerusform>
            <numerusform>قُرّر في {n} علامة</numerusform>
            <numerusform>قُرّر في {n} علامة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks with the label {what}</source>
        <translation>
            <numerusform>لا علامات بالوسم {what}</numerusform>
            <numerusform>علامة واحدة بالوسم {what}</numerusform>
            <numerusform>علامتان بالوسم {what}</numerusform>
            <numerusform>{n} علامات بالوسم {what}</numerusform>
            <numerusform>{n} علامة بالوسم {what}</numerusform>
            <numerusform>{n} علامة بالوسم {what}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marks with the label {what}, which name an actor of the registry</source>
        <translation>
            <numerusform>لا علامات بالوسم {what} مربوطة بفاعل في السجل</numerusform>
            <numerusform>علامة واحدة بالوسم {what} مربوطة بفاعل في السجل</numerusform>
            <numerusform>علامتان بالوسم {what} مربوطتان بفاعلين في السجل</numerusform>
            <numerusform>{n} علامات بالوسم {what} مربوطة بفاعلين في السجل</numerusform>
            <numerusform>{n} علامة بالوسم {what} مربوطة بفاعلين في السجل</numerusform>
            <numerusform>{n} علامة بالوسم {what} مربوطة بفاعلين في السجل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} mentions</source>
        <translation>
            <numerusform>لا مواضع ذكر</numerusform>
            <numerusform>موضع ذكر واحد</numerusform>
            <numerusform>موضعا ذكر</numerusform>
            <numerusform>مواضع الذكر: {n}</numerusform>
            <numerusform>مواضع الذكر: {n}</numerusform>
            <numerusform>مواضع الذكر: {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} minutes</source>
        <translation>
            <numerusform>لا دقائق</numerusform>
            <numerusform>دقيقة</numerusform>
            <numerusform>دقيقتان</numerusform>
            <numerusform>{n} دقائق</numerusform>
            <numerusform>{n} دقيقة</numerusform>
            <numerusform>{n} دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more</source>
        <translation>
            <numerusform>لا مزيد</numerusform>
            <numerusform>وسم آخر</numerusform>
            <numerusform>وسمان آخران</numerusform>
            <numerusform>{n} وسوم أخرى</numerusform>
            <numerusform>{n} وسمًا آخر</numerusform>
            <numerusform>{n} وسم آخر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more labels</source>
        <translation>
            <numerusform>لا وسوم أخرى</numerusform>
            <numerusform>وسم آخر</numerusform>
            <numerusform>وسمان آخران</numerusform>
            <numerusform>{n} وسوم أخرى</numerusform>
            <numerusform>{n} وسمًا آخر</numerusform>
            <numerusform>{n} وسم آخر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more rooms</source>
        <translation>
            <numerusform>لا أقسام أخرى</numerusform>
            <numerusform>قسم آخر</numerusform>
            <numerusform>قسمان آخران</numerusform>
            <numerusform>{n} أقسام أخرى</numerusform>
            <numerusform>{n} قسمًا آخر</numerusform>
            <numerusform>{n} قسم آخر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} new assignments</source>
        <translation>
            <numerusform>لا تكليف جديد</numerusform>
            <numerusform>تكليف جديد واحد</numerusform>
            <numerusform>تكليفان جديدان</numerusform>
            <numerusform>{n} تكليفات جديدة</numerusform>
            <numerusform>{n} تكليفًا جديدًا</numerusform>
            <numerusform>{n} تكليف جديد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} new comments</source>
        <translation>
            <numerusform>لا تعليق جديد</numerusform>
            <numerusform>تعليق جديد واحد</numerusform>
            <numerusform>تعليقان جديدان</numerusform>
            <numerusform>{n} تعليقات جديدة</numerusform>
            <numerusform>{n} تعليقًا جديدًا</numerusform>
            <numerusform>{n} تعليق جديد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} new decisions</source>
        <translation>
            <numerusform>لا قرار جديد</numerusform>
            <numerusform>قرار جديد واحد</numerusform>
            <numerusform>قراران جديدان</numerusform>
            <numerusform>{n} قرارات جديدة</numerusform>
            <numerusform>{n} قرارًا جديدًا</numerusform>
            <numerusform>{n} قرار جديد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} new links</source>
        <translation>
            <numerusform>لا رابط جديد</numerusform>
            <numerusform>رابط جديد واحد</numerusform>
            <numerusform>رابطان جديدان</numerusform>
            <numerusform>{n} روابط جديدة</numerusform>
            <numerusform>{n} رابطًا جديدًا</numerusform>
            <numerusform>{n} رابط جديد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} nodes</source>
        <translation>
            <numerusform>لا عُقد</numerusform>
            <numerusform>عقدة واحدة</numerusform>
            <numerusform>عقدتان</numerusform>
            <numerusform>{n} عُقد</numerusform>
            <numerusform>{n} عقدة</numerusform>
            <numerusform>{n} عقدة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} not begun</source>
        <translation>
            <numerusform>لا مقالات لم يبدأ العمل فيها</numerusform>
            <numerusform>مقال لم يبدأ العمل فيه</numerusform>
            <numerusform>مقالان لم يبدأ العمل فيهما</numerusform>
            <numerusform>{n} مقالات لم يبدأ العمل فيها</numerusform>
            <numerusform>{n} مقالًا لم يبدأ العمل فيه</numerusform>
            <numerusform>{n} مقال لم يبدأ العمل فيه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of your marks stand as you made them; nothing else was decided.</source>
        <translation>
            <numerusform>لم يُقرَّر في علاماتك شيء.</numerusform>
            <numerusform>بقيت علامة واحدة كما وضعتها، ولم يُقرَّر غير ذلك.</numerusform>
            <numerusform>بقيت علامتان كما وضعتهما، ولم يُقرَّر غير ذلك.</numerusform>
            <numerusform>بقيت {n} من علاماتك كما وضعتها، ولم يُقرَّر غير ذلك.</numerusform>
            <numerusform>بقيت {n} علامة كما وضعتها، ولم يُقرَّر غير ذلك.</numerusform>
            <numerusform>بقيت {n} علامة كما وضعتها، ولم يُقرَّر غير ذلك.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>{n} من {count}</translation>
    </message>
    <message numerus="yes">
        <source>{n} of {count} attributions</source>
        <translation>
            <numerusform>لا إسناد من {count}</numerusform>
            <numerusform>إسناد واحد من {count}</numerusform>
            <numerusform>إسنادان من {count}</numerusform>
            <numerusform>{n} إسنادات من {count}</numerusform>
            <numerusform>{n} إسنادًا من {count}</numerusform>
            <numerusform>{n} إسناد من {count}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} of {of} claims would change</source>
        <translation>
            <numerusform>لن يتغير شيء من {of}</numerusform>
            <numerusform>سيتغير قول واحد من {of}</numerusform>
            <numerusform>سيتغير قولان من {of}</numerusform>
            <numerusform>ستتغير {n} أقوال من {of}</numerusform>
            <numerusform>سيتغير {n} قولًا من {of}</numerusform>
            <numerusform>سيتغير {n} قول من {of}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} open comments</source>
        <translation>
            <numerusform>لا تعليقات مفتوحة</numerusform>
            <numerusform>تعليق مفتوح واحد</numerusform>
            <numerusform>تعليقان مفتوحان</numerusform>
            <numerusform>{n} تعليقات مفتوحة</numerusform>
            <numerusform>{n} تعليقًا مفتوحًا</numerusform>
            <numerusform>{n} تعليق مفتوح</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} others</source>
        <translation>
            <numerusform>لا غيرها</numerusform>
            <numerusform>واحد غيرها</numerusform>
            <numerusform>اثنان غيرها</numerusform>
            <numerusform>{n} غيرها</numerusform>
            <numerusform>{n} غيرها</numerusform>
            <numerusform>{n} غيرها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} pages are pictures and have no text ({pages})</source>
        <translation>
            <numerusform>كل الصفحات لها نص ({pages})</numerusform>
            <numerusform>صفحة واحدة صورة بلا نص ({pages})</numerusform>
            <numerusform>صفحتان صورتان بلا نص ({pages})</numerusform>
            <numerusform>{n} صفحات صور بلا نص ({pages})</numerusform>
            <numerusform>{n} صفحة صور بلا نص ({pages})</numerusform>
            <numerusform>{n} صفحة صور بلا نص ({pages})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} places</source>
        <translation>
            <numerusform>لا موضع</numerusform>
            <numerusform>موضع واحد</numerusform>
            <numerusform>موضعان</numerusform>
            <numerusform>{n} مواضع</numerusform>
            <numerusform>{n} موضعًا</numerusform>
            <numerusform>{n} موضع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} places marked; one undo takes them back</source>
        <translation>
            <numerusform>لم يوسم أي موضع</numerusform>
            <numerusform>وُسم موضع واحد؛ تراجعٌ واحد يلغيه</numerusform>
            <numerusform>وُسم موضعان؛ تراجعٌ واحد يلغيهما</numerusform>
            <numerusform>وُسمت {n} مواضع؛ تراجعٌ واحد يلغيها</numerusform>
            <numerusform>وُسم {n} موضعًا؛ تراجعٌ واحد يلغيها</numerusform>
            <numerusform>وُسم {n} موضع؛ تراجعٌ واحد يلغيها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} points</source>
        <translation>
            <numerusform>لا نقاط</numerusform>
            <numerusform>نقطة واحدة</numerusform>
            <numerusform>نقطتان</numerusform>
            <numerusform>{n} نقاط</numerusform>
            <numerusform>{n} نقطة</numerusform>
            <numerusform>{n} نقطة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} readings</source>
        <translation>
            <numerusform>لا قراءات</numerusform>
            <numerusform>قراءة واحدة</numerusform>
            <numerusform>قراءتان</numerusform>
            <numerusform>{n} قراءات</numerusform>
            <numerusform>{n} قراءة</numerusform>
            <numerusform>{n} قراءة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} readings are hidden from you until yours are done, and were left out.</source>
        <translation>
            <numerusform>لا قراءات محجوبة عنك.</numerusform>
            <numerusform>قراءة واحدة محجوبة عنك حتى تُنجز قراءتك، ولم تُكتب.</numerusform>
            <numerusform>قراءتان محجوبتان عنك حتى تُنجز قراءتك، ولم تُكتبا.</numerusform>
            <numerusform>{n} قراءات محجوبة عنك حتى تُنجز قراءاتك، ولم تُكتب.</numerusform>
            <numerusform>{n} قراءة محجوبة عنك حتى تُنجز قراءاتك، ولم تُكتب.</numerusform>
            <numerusform>{n} قراءة محجوبة عنك حتى تُنجز قراءاتك، ولم تُكتب.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows merged</source>
        <translation>
            <numerusform>لم يُدمج صف</numerusform>
            <numerusform>دُمج صف واحد</numerusform>
            <numerusform>دُمج صفان</numerusform>
            <numerusform>دُمجت {n} صفوف</numerusform>
            <numerusform>دُمج {n} صفًا</numerusform>
            <numerusform>دُمج {n} صف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows wait for what they belong to.</source>
        <translation>
            <numerusform>لا شيء ينتظر.</numerusform>
            <numerusform>صف واحد ينتظر ما يتبعه.</numerusform>
            <numerusform>صفان ينتظران ما يتبعانه.</numerusform>
            <numerusform>{n} صفوف تنتظر ما تتبعه.</numerusform>
            <numerusform>{n} صفًّا تنتظر ما تتبعه.</numerusform>
            <numerusform>{n} صف تنتظر ما تتبعه.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rows were left behind, because no Musnad wrote them.</source>
        <translation>
            <numerusform>لم يُترك أي صف.</numerusform>
            <numerusform>تُرك صف واحد لأنه ليس من كتابة مُسنَد.</numerusform>
            <numerusform>تُرك صفان لأنهما ليسا من كتابة مُسنَد.</numerusform>
            <numerusform>تُركت {n} صفوف لأنها ليست من كتابة مُسنَد.</numerusform>
            <numerusform>تُرك {n} صفًّا لأنها ليست من كتابة مُسنَد.</numerusform>
            <numerusform>تُرك {n} صف لأنها ليست من كتابة مُسنَد.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} settled; one undo takes them back</source>
        <translation>
            <numerusform>لم يُحسم شيء</numerusform>
            <numerusform>حُسم واحد؛ تراجعٌ واحد يلغيه</numerusform>
            <numerusform>حُسم اثنان؛ تراجعٌ واحد يلغيهما</numerusform>
            <numerusform>حُسمت {n}؛ تراجعٌ واحد يلغيها</numerusform>
            <numerusform>حُسم {n}؛ تراجعٌ واحد يلغيها</numerusform>
            <numerusform>حُسم {n}؛ تراجعٌ واحد يلغيها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} statements</source>
        <translation>
            <numerusform>لا أقوال</numerusform>
            <numerusform>قول واحد</numerusform>
            <numerusform>قولان</numerusform>
            <numerusform>{n} أقوال</numerusform>
            <numerusform>{n} قولًا</numerusform>
            <numerusform>{n} قول</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} statements are chosen.</source>
        <translation>
            <numerusform>لا مقولات مختارة.</numerusform>
            <numerusform>مقولة واحدة مختارة.</numerusform>
            <numerusform>مقولتان مختارتان.</numerusform>
            <numerusform>{n} مقولات مختارة.</numerusform>
            <numerusform>{n} مقولة مختارة.</numerusform>
            <numerusform>{n} مقولة مختارة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} statements are now {name}. Undo takes it back.</source>
        <translation>
            <numerusform>لم تُدمج مقولة في {name}. التراجع يعيدها.</numerusform>
            <numerusform>مقولة واحدة صارت {name}. التراجع يعيدها.</numerusform>
            <numerusform>مقولتان صارتا واحدة: {name}. التراجع يعيدهما.</numerusform>
            <numerusform>{n} مقولات صارت واحدة: {name}. التراجع يعيدها.</numerusform>
            <numerusform>{n} مقولة صارت واحدة: {name}. التراجع يعيدها.</numerusform>
            <numerusform>{n} مقولة صارت واحدة: {name}. التراجع يعيدها.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} statements in the registry</source>
        <translation>
            <numerusform>لا مقولات في السجل</numerusform>
            <numerusform>مقولة واحدة في السجل</numerusform>
            <numerusform>مقولتان في السجل</numerusform>
            <numerusform>{n} مقولات في السجل</numerusform>
            <numerusform>{n} مقولة في السجل</numerusform>
            <numerusform>{n} مقولة في السجل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} suggestions</source>
        <translation>
            <numerusform>لا اقتراحات</numerusform>
            <numerusform>اقتراح واحد</numerusform>
            <numerusform>اقتراحان</numerusform>
            <numerusform>{n} اقتراحات</numerusform>
            <numerusform>{n} اقتراحًا</numerusform>
            <numerusform>{n} اقتراح</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} suggestions   ·   {Tab} walks them</source>
        <translation>
            <numerusform>لا اقتراحات   ·   {Tab} ينقلك بينها</numerusform>
            <numerusform>اقتراح واحد   ·   {Tab} ينقلك إليه</numerusform>
            <numerusform>اقتراحان   ·   {Tab} ينقلك بينهما</numerusform>
            <numerusform>{n} اقتراحات   ·   {Tab} ينقلك بينها</numerusform>
            <numerusform>{n} اقتراحًا   ·   {Tab} ينقلك بينها</numerusform>
            <numerusform>{n} اقتراح   ·   {Tab} ينقلك بينها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} suggestions not answered</source>
        <translation>
            <numerusform>لا اقتراحات تنتظر الرد</numerusform>
            <numerusform>اقتراح واحد ينتظر الرد</numerusform>
            <numerusform>اقتراحان ينتظران الرد</numerusform>
            <numerusform>{n} اقتراحات تنتظر الرد</numerusform>
            <numerusform>{n} اقتراحًا تنتظر الرد</numerusform>
            <numerusform>{n} اقتراح تنتظر الرد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} suggestions refused; one undo brings them back</source>
        <translation>
            <numerusform>لم يُرفض أي اقتراح</numerusform>
            <numerusform>رُفض اقتراح واحد؛ تراجعٌ واحد يعيده</numerusform>
            <numerusform>رُفض اقتراحان؛ تراجعٌ واحد يعيدهما</numerusform>
            <numerusform>رُفضت {n} اقتراحات؛ تراجعٌ واحد يعيدها</numerusform>
            <numerusform>رُفض {n} اقتراحًا؛ تراجعٌ واحد يعيدها</numerusform>
            <numerusform>رُفض {n} اقتراح؛ تراجعٌ واحد يعيدها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} suggestions taken; one undo gives them back</source>
        <translation>
            <numerusform>لم يُقبل أي اقتراح</numerusform>
            <numerusform>قُبل اقتراح واحد؛ تراجعٌ واحد يعيده</numerusform>
            <numerusform>قُبل اقتراحان؛ تراجعٌ واحد يعيدهما</numerusform>
            <numerusform>قُبلت {n} اقتراحات؛ تراجعٌ واحد يعيدها</numerusform>
            <numerusform>قُبل {n} اقتراحًا؛ تراجعٌ واحد يعيدها</numerusform>
            <numerusform>قُبل {n} اقتراح؛ تراجعٌ واحد يعيدها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} things in this project do not hold together.</source>
        <translation>
            <numerusform>لا خلل في هذا المشروع.</numerusform>
            <numerusform>في هذا المشروع خلل واحد.</numerusform>
            <numerusform>في هذا المشروع خللان.</numerusform>
            <numerusform>في هذا المشروع {n} مواضع خلل.</numerusform>
            <numerusform>في هذا المشروع {n} موضع خلل.</numerusform>
            <numerusform>في هذا المشروع {n} موضع خلل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} things were made anew.</source>
        <translation>
            <numerusform>لم يُصلَح شيء.</numerusform>
            <numerusform>أُصلح موضع واحد.</numerusform>
            <numerusform>أُصلح موضعان.</numerusform>
            <numerusform>أُصلحت {n} مواضع.</numerusform>
            <numerusform>أُصلح {n} موضعًا.</numerusform>
            <numerusform>أُصلح {n} موضع.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} threads</source>
        <translation>
            <numerusform>لا نقاشات</numerusform>
            <numerusform>نقاش واحد</numerusform>
            <numerusform>نقاشان</numerusform>
            <numerusform>{n} نقاشات</numerusform>
            <numerusform>{n} نقاشًا</numerusform>
            <numerusform>{n} نقاش</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} ties assigned</source>
        <translation>
            <numerusform>لم يُكلَّف أحد بكسر تعادل</numerusform>
            <numerusform>تكليف واحد بكسر التعادل</numerusform>
            <numerusform>تكليفان بكسر التعادل</numerusform>
            <numerusform>{n} تكليفات بكسر التعادل</numerusform>
            <numerusform>{n} تكليفًا بكسر التعادل</numerusform>
            <numerusform>{n} تكليف بكسر التعادل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} units</source>
        <translation>
            <numerusform>لا وحدة</numerusform>
            <numerusform>وحدة واحدة</numerusform>
            <numerusform>وحدتين</numerusform>
            <numerusform>{n} وحدات</numerusform>
            <numerusform>{n} وحدة</numerusform>
            <numerusform>{n} وحدة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} without a day</source>
        <translation>
            <numerusform>لا شيء بلا تاريخ</numerusform>
            <numerusform>واحد بلا تاريخ</numerusform>
            <numerusform>اثنان بلا تاريخ</numerusform>
            <numerusform>{n} بلا تاريخ</numerusform>
            <numerusform>{n} بلا تاريخ</numerusform>
            <numerusform>{n} بلا تاريخ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} words</source>
        <translation>
            <numerusform>لا كلمات</numerusform>
            <numerusform>كلمة واحدة</numerusform>
            <numerusform>كلمتان</numerusform>
            <numerusform>{n} كلمات</numerusform>
            <numerusform>{n} كلمة</numerusform>
            <numerusform>{n} كلمة</numerusform>
        </translation>
    </message>
    <message>
        <source>{n}%</source>
        <translation>{n}٪</translation>
    </message>
    <message>
        <source>{open} of {all} open</source>
        <translation>{open} مفتوحة من {all}</translation>
    </message>
    <message>
        <source>{outer}; inside it: {inner}</source>
        <translation>{outer}؛ وفي داخله: {inner}</translation>
    </message>
    <message>
        <source>{owner!r} has no attribute {key!r}; it has: {known}.</source>
        <translation>لا توجد في {owner!r} السمة {key!r}، والموجود: {known}.</translation>
    </message>
    <message>
        <source>{part}, by {order}</source>
        <translation>{part}، حسب {order}</translation>
    </message>
    <message>
        <source>{path!r} is not the name of a file. Choose another name.</source>
        <translation>لا يصلح {path!r} اسمًا لملف. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>{path} belongs to the project {name} and is not written over. Choose another name.</source>
        <translation>{path} جزء من المشروع {name} فلا يُكتب فوقه. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>{path} cannot be made: {reason}. {cause}</source>
        <translation>يتعذر إنشاء {path}: {reason}. {cause}</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>تتعذر قراءة {path}: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}. It may not be read by you; ask its owner for permission.</source>
        <translation>تتعذر قراءة {path}: {reason}. ليس لك أن تقرأه؛ استأذن صاحبه.</translation>
    </message>
    <message>
        <source>{path} cannot be unpacked: {reason}.</source>
        <translation>تعذر فك {path}: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be written: it or its folder {folder} is read-only. Choose another folder.</source>
        <translation>تتعذر كتابة {path}: هو أو مجلده {folder} للقراءة فقط. اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}</source>
        <translation>تتعذر كتابة {path}: {reason}</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>تتعذر كتابة {path}: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. Choose another place.</source>
        <translation>تتعذر كتابة {path}: {reason}. اختر مكانًا آخر.</translation>
    </message>
    <message>
        <source>{path} has {size} MiB; an article may have {most} MiB. Split it into articles.</source>
        <translation>حجم {path} هو {size} ميبيبايت، وأقصى حجم للمقال {most} ميبيبايت. قسّمه إلى مقالات.</translation>
    </message>
    <message>
        <source>{path} holds files that are no part of a dataset ({names}); name a new folder.</source>
        <translation>في {path} ملفات ليست من مجموعة بيانات ({names})؛ سمِّ مجلدًا جديدًا.</translation>
    </message>
    <message>
        <source>{path} holds more than {most} files.</source>
        <translation>في {path} أكثر من {most} ملف.</translation>
    </message>
    <message>
        <source>{path} is a Musnad project and is not written over. Choose another name.</source>
        <translation>{path} مشروع من مشاريع مُسنَد فلا يُكتب فوقه. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>{path} is a device or a pipe, not a project.</source>
        <translation>{path} جهاز أو أنبوب لا مشروع.</translation>
    </message>
    <message>
        <source>{path} is a file; this format makes a folder. Name a new one.</source>
        <translation>{path} ملف، وهذه الصيغة تصنع مجلدًا. سمِّ مجلدًا جديدًا.</translation>
    </message>
    <message>
        <source>{path} is a folder without files to import.</source>
        <translation>{path} مجلد لا ملفات فيه تُدخل.</translation>
    </message>
    <message>
        <source>{path} is a folder, not a project.</source>
        <translation>{path} مجلد لا مشروع.</translation>
    </message>
    <message>
        <source>{path} is a folder; name a file in it.</source>
        <translation>{path} مجلد؛ سمِّ ملفًا فيه.</translation>
    </message>
    <message>
        <source>{path} is a link that leads back to itself. Name the file that is meant.</source>
        <translation>{path} رابط يعود إلى نفسه. سمِّ الملف المقصود.</translation>
    </message>
    <message>
        <source>{path} is no manifest of a dataset: {reason}</source>
        <translation>{path} ليس بيان محتوى لمجموعة بيانات: {reason}</translation>
    </message>
    <message>
        <source>{path} is the project itself; write to another file.</source>
        <translation>{path} هو المشروع نفسه؛ اكتب في ملف آخر.</translation>
    </message>
    <message>
        <source>{path} unpacks to more than a dataset can have.</source>
        <translation>فك {path} يعطي أكثر مما تحويه مجموعة بيانات.</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}٪</translation>
    </message>
    <message>
        <source>{percent}%</source>
        <translation>{percent}٪</translation>
    </message>
    <message>
        <source>{place!r} means something, so it needs a list of values</source>
        <translation>للسمة {place!r} معنى، فلا بد لها من قائمة قيم</translation>
    </message>
    <message>
        <source>{place!r} needs values that differ</source>
        <translation>تحتاج السمة {place!r} إلى قيم لا تتكرر</translation>
    </message>
    <message>
        <source>{place!r}: a value cannot mean {means!r}; write each of these once: {known}</source>
        <translation>{place!r}: لا تكون لقيمة الدلالة {means!r}؛ اكتب كلًّا من هذه مرة واحدة: {known}</translation>
    </message>
    <message>
        <source>{place} has no contents</source>
        <translation>{place} بلا محتوى</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} من {count}</translation>
    </message>
    <message>
        <source>{place} takes a number in the digits 0 to 9, such as 12 or -0.5, not {value!r}.</source>
        <translation>تأخذ {place} عددًا بالأرقام 0 إلى 9، مثل 12 أو ‎-0.5، لا {value!r}.</translation>
    </message>
    <message>
        <source>{place} takes a text of 1 to {most} characters, not {value!r}.</source>
        <translation>تأخذ {place} نصًّا من 1 إلى {most} حرف، لا {value!r}.</translation>
    </message>
    <message>
        <source>{place} takes an address that begins with http:// or https://, not {value!r}.</source>
        <translation>تأخذ {place} عنوانًا يبدأ بـ http:// أو https://، لا {value!r}.</translation>
    </message>
    <message>
        <source>{place}, line {line}: {reason}</source>
        <translation>{place}، السطر {line}: {reason}</translation>
    </message>
    <message>
        <source>{place}: [{start}, {end}) does not lie in a text of {length} characters</source>
        <translation>{place}: النطاق [{start}, {end}) خارج نص من {length} حرف</translation>
    </message>
    <message>
        <source>{place}: the text reads {read!r} at [{start}, {end}), not {given!r}; offsets count code points</source>
        <translation>{place}: النص في [{start}, {end}) هو {read!r} لا {given!r}؛ المواضع تُعد بنقاط الترميز</translation>
    </message>
    <message>
        <source>{place}: {reason}</source>
        <translation>{place}: {reason}</translation>
    </message>
    <message>
        <source>{problem} Bring it with: {commands}</source>
        <translation>{problem} أحضره بالأمر: {commands}</translation>
    </message>
    <message>
        <source>{project} – Musnad</source>
        <translation>{project} – مُسنَد</translation>
    </message>
    <message>
        <source>{published!r} is no day of publication: write it as 2024-01-31 or 2024-01-31T08:00.</source>
        <translation>{published!r} ليس تاريخ نشر: اكتبه على صورة ⁦2024-01-31⁩ أو ⁦2024-01-31T08:00⁩.</translation>
    </message>
    <message>
        <source>{purpose!r} is no purpose; there are: {known}.</source>
        <translation>ليس {purpose!r} غرضًا؛ الأغراض: {known}.</translation>
    </message>
    <message>
        <source>{reader!r} has no such mark to pick from.</source>
        <translation>ليست لدى {reader!r} علامة كهذه يُختار منها.</translation>
    </message>
    <message>
        <source>{reader!r} is none of the readers compared.</source>
        <translation>ليس {reader!r} من القرّاء الذين تُقارن قراءاتهم.</translation>
    </message>
    <message>
        <source>{readers} cannot read a document: name 1 to {most}.</source>
        <translation>لا يصح أن يقرأ {readers} مقالًا واحدًا؛ اكتب عددًا من 1 إلى {most}.</translation>
    </message>
    <message>
        <source>{reader} alone</source>
        <translation>{reader} وحده</translation>
    </message>
    <message>
        <source>{reader} taken</source>
        <translation>أُخذت {reader}</translation>
    </message>
    <message>
        <source>{reader}: take</source>
        <translation>{reader}: أخذ</translation>
    </message>
    <message>
        <source>{reader}: {value}</source>
        <translation>{reader}: {value}</translation>
    </message>
    <message>
        <source>{reason!r} is no reason of a decision; there are: {known}.</source>
        <translation>ليس {reason!r} سببًا لقرار؛ الأسباب: {known}.</translation>
    </message>
    <message>
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
    <message>
        <source>{reason} If it is an article all the same, import it with --format text.</source>
        <translation>{reason} وإن كان مقالًا مع ذلك فأدخله بالخيار ⁦--format text⁩.</translation>
    </message>
    <message>
        <source>{reason} Until then you work as {name}.</source>
        <translation>{reason} وإلى ذلك الحين تعمل باسم {name}.</translation>
    </message>
    <message>
        <source>{reason}; write each object of the list on a line of its own</source>
        <translation>{reason}؛ اكتب كل كائن من القائمة في سطر وحده</translation>
    </message>
    <message>
        <source>{reference!r} leads nowhere: write it as 1-3, or as 1-3[2_0]</source>
        <translation>{reference!r} لا يؤدي إلى شيء: اكتبه ⁦1-3⁩ أو ⁦1-3[2_0]⁩</translation>
    </message>
    <message>
        <source>{relation!r} is no link of a chain: write it as coref-&gt;1-2</source>
        <translation>{relation!r} ليست حلقة من سلسلة: اكتبها coref-&gt;1-2</translation>
    </message>
    <message>
        <source>{role!r} is nothing that a column can hold; there is: {known}.</source>
        <translation>{role!r} ليس مما يحمله عمود، والموجود: {known}.</translation>
    </message>
    <message>
        <source>{role} of</source>
        <translation>{role} في</translation>
    </message>
    <message>
        <source>{role}?</source>
        <translation>{role}؟</translation>
    </message>
    <message>
        <source>{share} like «{title}»</source>
        <translation>يماثل «{title}» بنسبة {share}</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} من {all}</translation>
    </message>
    <message>
        <source>{slash} filters</source>
        <translation>{slash}: تصفية</translation>
    </message>
    <message>
        <source>{speakers}</source>
        <translation>{speakers}</translation>
    </message>
    <message>
        <source>{speakers} about {targets}</source>
        <translation>{speakers} عن {targets}</translation>
    </message>
    <message>
        <source>{status!r} is not a status: use todo, doing or done.</source>
        <translation>{status!r} ليس من حالات المقال: استعمل todo أو doing أو done.</translation>
    </message>
    <message>
        <source>{tag!r} is no tag: it must be O, or B-, I-, E- or S- with a label</source>
        <translation>{tag!r} ليس رمزًا: يكون O، أو B-‎ أو I-‎ أو E-‎ أو S-‎ مع وسم</translation>
    </message>
    <message>
        <source>{tag!r} is not a language: use a tag such as ar, fa or ur.</source>
        <translation>{tag!r} ليس رمز لغة؛ استعمل رمزًا مثل ar أو fa أو ur.</translation>
    </message>
    <message>
        <source>{tag} has no xmi:id that is a number</source>
        <translation>ليس للعنصر {tag} معرّف xmi:id رقمي</translation>
    </message>
    <message>
        <source>{text!r} has {length} characters; it may have {most}.</source>
        <translation>في {text!r} من الحروف {length}، والحد الأقصى {most}.</translation>
    </message>
    <message>
        <source>{text!r} holds half a character (a surrogate), which no file can keep.</source>
        <translation>في {text!r} نصف حرف (نصف زوج بديل) لا يحفظه أي ملف.</translation>
    </message>
    <message>
        <source>{text!r} is no Wikidata item; write it like Q42, or leave it empty.</source>
        <translation>{text!r} ليس عنصرًا في ويكي بيانات؛ اكتبه على صورة Q42 أو اترك الحقل فارغًا.</translation>
    </message>
    <message>
        <source>{text!r} is no agreement: use yes, no or unclear.</source>
        <translation>{text!r} ليست درجة موافقة: استعمل yes أو no أو unclear.</translation>
    </message>
    <message>
        <source>{text!r} is no colour; write it like #1f78b4, or leave it empty.</source>
        <translation>{text!r} ليس لونًا؛ اكتبه مثل ⁦#1f78b4⁩ أو اتركه فارغًا.</translation>
    </message>
    <message>
        <source>{text!r} is no day: write it as 2024-01-31, 2024-01 or 2024.</source>
        <translation>{text!r} ليس تاريخًا: اكتبه هكذا ⁦2024-01-31⁩ أو ⁦2024-01⁩ أو 2024.</translation>
    </message>
    <message>
        <source>{text!r} is no option: write it as KEY=VALUE.</source>
        <translation>{text!r} ليس خيارًا: اكتبه على صورة KEY=VALUE.</translation>
    </message>
    <message>
        <source>{text!r} is no text: it holds half of a character.</source>
        <translation>ليس {text!r} نصًا: ففيه نصف محرف.</translation>
    </message>
    <message>
        <source>{theirs!r} and {ours!r} cannot be one person.</source>
        <translation>لا يمكن أن يكون {theirs!r} و{ours!r} شخصًا واحدًا.</translation>
    </message>
    <message>
        <source>{theirs} and {ours} are one person</source>
        <translation>{theirs} و{ours} شخص واحد</translation>
    </message>
    <message>
        <source>{thread}. {n} of {count}</source>
        <translation>{thread}. {n} من {count}</translation>
    </message>
    <message>
        <source>{title!r} has no text.</source>
        <translation>{title!r} بلا نص.</translation>
    </message>
    <message>
        <source>{title} is one file that cannot say which part an article belongs to; export without --split.</source>
        <translation>{title} ملف واحد لا يستطيع أن يقول إلى أي جزء ينتمي المقال؛ صدّر بلا ⁦--split⁩.</translation>
    </message>
    <message>
        <source>{title} would lose {lost}; nothing was written.</source>
        <translation>تفقد صيغة {title} ما يلي: {lost}؛ لم يُكتب شيء.</translation>
    </message>
    <message>
        <source>{title}: all</source>
        <translation>{title}: الكل</translation>
    </message>
    <message>
        <source>{title}: {line}. {n} of {count}</source>
        <translation>{title}: {line}. {n} من {count}</translation>
    </message>
    <message>
        <source>{title}: {n} of {all}</source>
        <translation>{title}: {n} من {all}</translation>
    </message>
    <message>
        <source>{title}: {what}</source>
        <translation>{title}: {what}</translation>
    </message>
    <message>
        <source>{told} It is open here now.</source>
        <translation>{told} وهو الآن مفتوح هنا.</translation>
    </message>
    <message>
        <source>{told}. In the article, {Tab} leads to them.</source>
        <translation>{told}. ينقلك {Tab} إليها في المقال.</translation>
    </message>
    <message>
        <source>{told}. This format cannot hold everything.</source>
        <translation>{told}. هذه الصيغة لا تتسع لكل شيء.</translation>
    </message>
    <message>
        <source>{type} {id} lies at [{begin}, {end}), outside the text of {length} UTF-16 units</source>
        <translation>يقع {type} {id} في [{begin}, {end}) خارج النص وطوله {length} وحدة UTF-16</translation>
    </message>
    <message>
        <source>{url!r} is no address of a page.</source>
        <translation>{url!r} ليس عنوان صفحة.</translation>
    </message>
    <message>
        <source>{url!r} is no address of a page: it begins with http:// or https://.</source>
        <translation>{url!r} ليس عنوان صفحة: العنوان يبدأ بـ http:// أو https://.</translation>
    </message>
    <message>
        <source>{url} answers {status} ({reason}); open it in a browser, and save the page from there.</source>
        <translation>يجيب {url} بالرمز {status} ({reason})؛ افتحه في متصفح واحفظ الصفحة منه.</translation>
    </message>
    <message>
        <source>{url} cannot be reached: {reason}. Check the address and the connection.</source>
        <translation>يتعذر الوصول إلى {url}: {reason}. تحقق من العنوان ومن الاتصال.</translation>
    </message>
    <message>
        <source>{url} has more than {most} MiB; it was not read.</source>
        <translation>في {url} أكثر من {most} ميبيبايت؛ لم يُقرأ.</translation>
    </message>
    <message>
        <source>{url} holds a name or a password; leave it out.</source>
        <translation>في {url} اسم أو كلمة مرور؛ احذفهما.</translation>
    </message>
    <message>
        <source>{url} leads to {there}, an address of the local network; it was not followed.</source>
        <translation>يقود {url} إلى {there}، وهو عنوان في الشبكة المحلية؛ لم يُتبع.</translation>
    </message>
    <message>
        <source>{url} leads to {there}, which is no page of the web; it was not followed.</source>
        <translation>يقود {url} إلى {there}، وليس صفحة ويب؛ لم يُتبع.</translation>
    </message>
    <message>
        <source>{url} takes longer than {most} seconds; try it later.</source>
        <translation>يستغرق {url} أكثر من {most} ثانية؛ حاول لاحقًا.</translation>
    </message>
    <message>
        <source>{url} was cut off after {size} of {all} bytes; try again.</source>
        <translation>انقطع {url} بعد {size} من {all} بايت؛ حاول من جديد.</translation>
    </message>
    <message>
        <source>{value!r} is not a value of {owner}.{key}; it has: {known}.</source>
        <translation>{value!r} ليست من قيم ⁦{owner}.{key}⁩، والموجود: {known}.</translation>
    </message>
    <message>
        <source>{what} ({where})</source>
        <translation>{what} ({where})</translation>
    </message>
    <message>
        <source>{what} {name!r}</source>
        <translation>{what} {name!r}</translation>
    </message>
    <message>
        <source>{what}: {n}</source>
        <translation>{what}: {n}</translation>
    </message>
    <message>
        <source>{what}: {words}</source>
        <translation>{what}: {words}</translation>
    </message>
    <message>
        <source>{who} is not to read it</source>
        <translation>{who} غير مكلَّف بقراءته</translation>
    </message>
    <message>
        <source>{who}: {counts}</source>
        <translation>{who}: {counts}</translation>
    </message>
    <message>
        <source>{who}: {done} of {all} done</source>
        <translation>{who}: أُنجز {done} من {all}</translation>
    </message>
    <message>
        <source>{word!r} is not UTF-8. Set the terminal to UTF-8 and type it again.</source>
        <translation>{word!r} ليس بترميز UTF-8. اضبط الطرفية على UTF-8 واكتبه من جديد.</translation>
    </message>
    <message>
        <source>{words} as {label}, everywhere</source>
        <translation>{words}: {label} في كل موضع</translation>
    </message>
    <message>
        <source>“{words}” is selected. Press {key}, and it is the claim, with a double line below it.</source>
        <translation>«{words}» محدَّدة. اضغط {key} فتصير قولًا، بخط مزدوج تحتها.</translation>
    </message>
    <message>
        <source>“{words}” is selected. Press {key}, and it is the cue, with a dashed line below it.</source>
        <translation>«{words}» محدَّدة. اضغط {key} فتصير قرينة القول، بخط متقطّع تحتها.</translation>
    </message>
    <message>
        <source>“{words}” is selected. Press {key}, and the words are an actor, with a line below them.</source>
        <translation>«{words}» محدَّدة. اضغط {key} فتصير فاعلًا، بخط تحتها.</translation>
    </message>
    <message>
        <source>⚠ {name} is not there now</source>
        <translation>⚠ {name} ليس هناك الآن</translation>
    </message>
</context>
</TS>
