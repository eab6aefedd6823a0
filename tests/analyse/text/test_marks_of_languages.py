"""Quotation marks of many languages: what is between two quotations is nobody's spoken words."""

from typing import Final

import pytest

from generator.analyse.languages.known import WITH_FILE, language_of
from generator.analyse.languages.marks import CUSTOMARY
from generator.analyse.text.quotation_marks import quotations
from tests.analyse.makers import make_article


def quoted(text: str, language: str) -> list[str]:
    return [
        text[start:end] for start, end in quotations(make_article(text, language=language, ending=".txt"))
    ]


# Who speaks, the first quotation, prose, the second quotation, an end; and the language's marks.
NEWS: Final = {
    "en": ("She said: {We will build.} The opposition never agreed and says it is {a mistake}.", '“” ‘’ ""'),
    "de": (
        "Sie sagte: {Wir bauen.} Die Opposition war nie dafür und nennt es {einen Fehler}.",
        "„“ ‚‘ »« «»",
    ),
    "fr": ("Elle a dit : {Nous bâtirons.} L’opposition refuse et parle d’ {une erreur}.", '«» “” ""'),
    "es": ("Dijo: {Vamos a construir.} La oposición nunca quiso y lo llama {un error}.", '«» “” ""'),
    "it": ("Ha detto: {Costruiremo.} L’opposizione non voleva e lo chiama {un errore}.", '«» “” ""'),
    "pt": ("Ela disse: {Vamos construir.} A oposição nunca quis e chama a isso {um erro}.", '“” «» ""'),
    "nl": ("Zij zei: {Wij bouwen.} De oppositie wilde nooit en noemt het {een fout}.", '‘’ “” ""'),
    "sv": ("Hon sade: {Vi bygger.} Oppositionen ville aldrig och kallar det {ett misstag}.", '”” »» ""'),
    "fi": ("Hän sanoi: {Me rakennamme.} Oppositio ei suostunut ja sanoo sitä {virheeksi}.", '”” »» ""'),
    "da": ("Hun sagde: {Vi bygger.} Oppositionen ville aldrig og kalder det {en fejl}.", '»« „“ ”” ""'),
    "nb": ("Hun sa: {Vi bygger.} Opposisjonen ville aldri og kaller det {en feil}.", "«» “”"),
    "is": ("Hún sagði: {Við byggjum.} Andstaðan vildi aldrei og kallar það {mistök}.", '„“ ""'),
    "pl": ("Powiedziała: {Zbudujemy.} Opozycja nigdy nie chciała i mówi, że to {błąd}.", '„” «» ""'),
    "cs": ("Řekla: {Postavíme to.} Opozice nikdy nechtěla a říká, že je to {chyba}.", '„“ »« ""'),
    "sk": ("Povedala: {Postavíme to.} Opozícia nikdy nechcela a hovorí, že je to {chyba}.", "„“ »«"),
    "sl": ("Rekla je: {Gradili bomo.} Opozicija ni nikoli hotela in pravi, da je to {napaka}.", "„“ »«"),
    "hr": ("Rekla je: {Gradit ćemo.} Oporba nikad nije htjela i kaže da je to {pogreška}.", '„” »« ""'),
    "sr": ("Рекла је: {Градићемо.} Опозиција никад није хтела и каже да је то {грешка}.", "„” »« „“"),
    "hu": ("Azt mondta: {Építünk.} Az ellenzék sosem akarta, és azt mondja, ez {hiba}.", '„” »« ""'),
    "ro": ("A spus: {Vom construi.} Opoziția n-a vrut niciodată și spune că e {o greșeală}.", '„” «» ""'),
    "bg": ("Тя каза: {Ще строим.} Опозицията никога не искаше и казва, че е {грешка}.", '„“ «» ""'),
    "ru": ("Она сказала: {Мы построим.} Оппозиция не хотела и говорит, что это {ошибка}.", '«» „“ ""'),
    "uk": ("Вона сказала: {Ми збудуємо.} Опозиція не хотіла й каже, що це {помилка}.", "«» „“ “”"),
    "el": ("Είπε: {Θα χτίσουμε.} Η αντιπολίτευση δεν ήθελε και λέει ότι είναι {λάθος}.", "«» “”"),
    "tr": ("Dedi ki: {İnşa edeceğiz.} Muhalefet hiç istemedi ve buna {hata} diyor.", '“” ""'),
    "lt": ("Ji sakė: {Statysime.} Opozicija niekada nenorėjo ir sako, kad tai {klaida}.", '„“ ""'),
    "lv": ("Viņa teica: {Mēs būvēsim.} Opozīcija nekad negribēja un saka, ka tā ir {kļūda}.", "“” „“ „”"),
    "et": ("Ta ütles: {Me ehitame.} Opositsioon ei tahtnud kunagi ja ütleb, et see on {viga}.", '„“ „” ""'),
    "ka": ("მან თქვა: {ჩვენ ავაშენებთ.} ოპოზიციას არასდროს უნდოდა და ამბობს, რომ ეს {შეცდომაა}.", "„“ «» „”"),
    "hy": ("Նա ասաց. {Մենք կկառուցենք} Ընդդիմությունը երբեք չէր ուզում և դա կոչում է {սխալ}։", "«»"),
    "he": ("היא אמרה: {נבנה.} האופוזיציה לא הסכימה ואומרת שזו {טעות}.", '״״ ”” "" „”'),
    "ar": ("قالت: {سوف نبني.} المعارضة لم توافق قط وتقول إنه {خطأ}.", '«» “” ”“ ""'),
    "fa": ("او گفت: {ما می‌سازیم.} مخالفان هرگز نخواستند و آن را {اشتباه} می‌دانند.", "«» “”"),
    "ur": ("اس نے کہا: {ہم بنائیں گے۔} اپوزیشن نے کبھی نہیں چاہا اور اسے {غلطی} کہتی ہے۔", '“” ”“ ""'),
    "hi": ("उसने कहा: {हम बनाएँगे।} विपक्ष कभी नहीं माना और इसे {गलती} कहता है।", '“” ‘’ ""'),
    "bn": ("তিনি বলেন: {আমরা গড়ব।} বিরোধীরা কখনও চায়নি এবং একে {ভুল} বলে।", '“” ""'),
    "id": ("Dia berkata: {Kami akan membangun.} Oposisi tidak mau dan menyebutnya {kesalahan}.", '“” ""'),
    "vi": ("Bà nói: {Chúng tôi sẽ xây.} Phe đối lập không muốn và gọi đó là {sai lầm}.", '“” ""'),
    "sw": ("Alisema: {Tutajenga.} Upinzani haukutaka kamwe na unasema ni {kosa}.", '“” ""'),
    "ko": ("그는 {짓겠습니다}라고 말했다. 야당은 원하지 않았고 {큰 실수}라고 한다.", '“” ‘’ ""'),
    "zh": ("她说：{我们会建。}反对派从未同意，说这是{一个错误}。", '“” 「」 ""'),
    "ja": ("彼女は{私たちは建てます}と言った。野党は反対し、{間違い}だとしている。", "「」 ｢｣ “”"),
    "th": ("เธอกล่าวว่า {เราจะสร้าง} ฝ่ายค้านไม่เคยเห็นด้วยและบอกว่าเป็น {ความผิดพลาด}", '“” ""'),
    "my": ("သူမက {ငါတို့ဆောက်မယ်} လို့ပြောတယ်။ အတိုက်အခံက {အမှား} လို့ဆိုတယ်။", '“” ""'),
    "am": ("{እንገነባለን} አለች። ተቃዋሚዎች ፈጽሞ አልፈለጉም እና {ስህተት} ይሉታል።", "«» “”"),
}
CASES: Final = [(language, text, pair) for language, (text, pairs) in NEWS.items() for pair in pairs.split()]


def _parts(text: str) -> list[str]:
    return [part.split("}")[0] for part in text.split("{")[1:]]


@pytest.mark.parametrize(("language", "text", "pair"), CASES)
def test_prose_between_two_quotations_is_not_quoted(language: str, text: str, pair: str) -> None:
    marked = text.replace("{", pair[0]).replace("}", pair[1])
    assert quoted(marked, language) == _parts(text)


@pytest.mark.parametrize(("language", "text", "pair"), CASES)
def test_no_prose_is_quoted_where_a_mark_is_missing(language: str, text: str, pair: str) -> None:
    """Whichever of the four marks is left out, prose never becomes speech; at worst nothing is quoted."""
    pieces = text.replace("{", "\0{").replace("}", "\0}").split("\0")
    for missing in range(1, 5):
        cut = "".join(piece[1:] if index == missing else piece for index, piece in enumerate(pieces))
        marked = cut.replace("{", pair[0]).replace("}", pair[1])
        for stretch in quoted(marked, language):
            assert stretch in _parts(text), (marked, stretch)


@pytest.mark.parametrize(("language", "text", "pair"), CASES)
def test_glued_marks_quote_no_prose(language: str, text: str, pair: str) -> None:
    """As in scripts that set no space around marks: a pair of two directions is read all the same."""
    glued = text.replace(" {", "{").replace("} ", "}")
    found = quoted(glued.replace("{", pair[0]).replace("}", pair[1]), language)
    assert set(found) <= set(_parts(text))
    closing = {own[1] for own in language_of(language).marks}
    if pair in ("“”", "„“", "„”", "「」", "｢｣") and pair[0] not in closing:
        assert found == _parts(text)


def test_there_are_many_languages_and_all_have_marks() -> None:
    assert len(NEWS) >= 40
    assert set(NEWS) <= set(WITH_FILE) | set(CUSTOMARY)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        # A closing mark glued to the next letter.
        (
            "“We will build.”The opposition never agreed and says it is“a mistake”.",
            "en",
            ["We will build.", "a mistake"],
        ),
        (
            '"We will build."The opposition never agreed and says it is "a mistake".',
            "en",
            ["We will build.", "a mistake"],
        ),
        ("„Wir bauen.“Die Opposition nennt es„einen Fehler“.", "de", ["Wir bauen.", "einen Fehler"]),
        ("“큰 실수”라고 말했다. 그리고 “아니다”고 했다.", "ko", ["큰 실수", "아니다"]),
        ('"큰 실수"라고 말했다. 그리고 "아니다"고 했다.', "ko", ["큰 실수", "아니다"]),
        ("他说“我们会建”但她说“不”。", "zh", ["我们会建", "不"]),
        ('他说"我们会建"但她说"不"。', "zh", ["我们会建", "不"]),
        # An odd number of marks that nothing else tells apart.
        ('他说"我们会建，但"一个错误"。', "zh", []),
        # Guillemets as bullets, in breadcrumbs, and as marks of a language.
        ("» The mayor said that the wall will hold and «nothing else».", "en", ["nothing else"]),
        ("»The mayor said that the wall will hold and «nothing else».", "en", ["nothing else"]),
        ("Home » News » The mayor said that the wall «will hold».", "en", ["will hold"]),
        ("Start » Politik » Sie sagte: »Wir bauen«, und ging.", "de", ["Wir bauen"]),
        ("Accueil » Politique » Le maire a dit « oui » et non.", "fr", [" oui "]),
        ("› The mayor said ‹nothing else›.", "en", ["nothing else"]),
        ("More » The mayor left » and came back.", "en", []),
        ("»Vi bygger», sade hon. »Nej», sade han.", "sv", ["Vi bygger", "Nej"]),
        ("Home »News »The mayor left» and came.", "en", []),
        ("Sie sagte «Wir bauen» und »Nein«.", "de", []),
        # Two single marks for a double one.
        ("He said ''like this'' and left ''for good''.", "en", ["like this", "for good"]),
        ("He said ``like this'' and left.", "en", ["like this"]),
        ("He said ‘‘like this’’ and left.", "en", ["like this"]),
        ("He said ''like this and left.", "en", []),
        # Hebrew abbreviations hold the mark inside the word.
        ('צה"ל הודיע: "נבנה" והלך.', "he", ["נבנה"]),
        ("צה״ל הודיע: ״נבנה״ והלך.", "he", ["נבנה"]),
        # Titles and marks of emphasis are no speech.
        ("彼は『白い壁』を書いた。", "ja", []),
        ("他写了《白墙》。", "zh", []),
        # One inside the other.
        ("«Он сказал «нет», и ушёл», — пишет она.", "ru", ["Он сказал «нет», и ушёл"]),
        ("「彼は『いいえ』と言った」と彼女は書いた。", "ja", ["彼は『いいえ』と言った"]),
        # Marks that cross are a slip.
        ("He said “we «go” and left» then.", "en", []),
        # Invisible characters beside a mark.
        ('قال \u200f"نعم"\u200f ثم ذهب.', "ar", ["نعم"]),
    ],
)
def test_marks_by_their_language(text: str, language: str, expected: list[str]) -> None:
    assert quoted(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "« Nous bâtirons, a déclaré le maire, avant l’hiver. »",
            "fr",
            [" Nous bâtirons", ", avant l’hiver. "],
        ),
        (
            "« Nous bâtirons, explique-t-elle. Le mur tiendra. »",
            "fr",
            [" Nous bâtirons", ". Le mur tiendra. "],
        ),
        ("« Le mur, dit Anne Roy, tiendra », et rien.", "fr", [" Le mur", ", tiendra "]),
        ("« Le mur, selon le maire, tiendra »", "fr", [" Le mur", ", tiendra "]),
        ("« Le mur, haut de deux mètres, tiendra »", "fr", [" Le mur, haut de deux mètres, tiendra "]),
        (
            "«Vamos a construir, dijo el alcalde, antes del invierno»",
            "es",
            ["Vamos a construir", ", antes del invierno"],
        ),
        ("«Мы построим, – сказал мэр, – до зимы»", "ru", ["Мы построим", "до зимы"]),
        ("«Мы построим, – сказал мэр. – Стена стоит»", "ru", ["Мы построим", "Стена стоит"]),
        ("«Мы построим, – сказал мэр»", "ru", ["Мы построим"]),
        ("«Стена – это защита»", "ru", ["Стена – это защита"]),
        (
            "«Costruiremo - ha detto il sindaco - prima dell’inverno»",
            "it",
            ["Costruiremo", "prima dell’inverno"],
        ),
        ("„Zbudujemy – powiedział burmistrz. – Mur stoi”", "pl", ["Zbudujemy", "Mur stoi"]),
        # English has no such custom.
        ("“We will build, and this matters, a wall”", "en", ["We will build, and this matters, a wall"]),
    ],
)
def test_words_of_the_reporter_inside_a_quotation(text: str, language: str, expected: list[str]) -> None:
    assert [stretch for stretch in quoted(text, language) if stretch] == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("—Construiremos el muro —dijo el alcalde—, y aguantará.", "es"),
        ("— Мы построим стену, — сказал мэр.", "ru"),
        ("– Nous bâtirons, dit le maire.", "fr"),
    ],
)
def test_an_opening_dash_may_be_a_bullet_and_quotes_nothing(text: str, language: str) -> None:
    assert quoted(text, language) == []
