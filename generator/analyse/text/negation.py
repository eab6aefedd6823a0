"""Words that deny, by language."""

import re
from typing import Final

from generator.model.texts import primary_language


def _words_pattern(*words: str, opening: str = "(?!)") -> re.Pattern[str]:
    """Makes one pattern of whole ``words``, and of ``opening``, with which words may begin.

    An underscore is no part of a word here, as Markdown writes _not_.
    """
    return re.compile(rf"(?<![^\W_])(?:(?:{'|'.join(words)})(?![^\W_])|{opening})", re.IGNORECASE)


NEGATIONS: Final[dict[str, re.Pattern[str]]] = {
    "en": _words_pattern(
        r"not|nor|never|neither|none|nobody|nothing|nowhere|without|cannot|hardly|scarcely|barely",
        # "No. 5", the number of a decree, denies nothing.
        r"(?!(?-i:No)\.\s?[0-9])no",
        r"[^\W_]+n['´`′ʼ]t",
        r"den(?:y|ies|ied|ying|ials?)|refut(?:e[sd]?|ing)|reject(?:s|ed|ing)?|rul(?:e[sd]?|ing)\W{1,3}out",
        r"(?:fail(?:s|ed|ing|ures?)?|refus(?:e[sd]?|ing|als?)|declin(?:e[sd]?|ing)|ceas(?:e[sd]?|ing)|unable"
        r"|unlikely|unwilling|yet)\W{1,3}to",
        r"lack(?:s|ed|ing)?|stop(?:s|ped|ping)?\W{1,3}short|impossible|rather\W{1,3}than|instead\W{1,3}of",
    ),
    "de": _words_pattern(
        r"nicht|nichts|nein|kein\w*|nie|niemals|niemand\w*|nirgends|weder|ohne|kaum",
        r"bestreit\w*|bestritt\w*|vernein\w*|leugne\w*|dementier\w*|weiger\w*|verweiger\w*|abgelehnt|zurückgewiesen",
    ),
    "fr": _words_pattern(
        r"ne|pas|non|jamais|aucun\w*|rien|personne|ni|sans|nul|nulle?\W{1,3}part|guère",
        r"nie|nient|niait|niaient|nier|niant|niée?s?|dément\w*|refus\w+\W{1,3}(?:de|d')|rejet\w+",
        opening="n'",
    ),
    "es": _words_pattern(
        r"no|nunca|jamás|nadie|nada|ningun[oa]s?|ningún|ni|sin|tampoco",
        r"neg(?:ó|aron|aba|aban|ado|ar|ando)|niega[ns]?|desmie?nt\w+|rechaz\w+",
    ),
    "ru": _words_pattern(
        r"не|нет|ни|никогда|никто|никого|ничего|ничто|нигде|без|отри[цч]\w+|опров[её]р[гж]\w*|отказ\w+"
    ),
    "uk": _words_pattern(
        r"не|ні|ані|немає|ніколи|ніхто|нікого|нічого|ніщо|ніде|без|запереч\w+|спрост\w+|відмов\w+"
    ),
}
"""The words that deny, by language (BCP 47)."""


def negation(folded: str, start: int, end: int, language: str = "en") -> re.Match[str] | None:
    """Finds the first word that denies in ``language`` and begins in ``folded[start:end]``.

    It may end after ``end``: leaving out ``failed`` before ``to stop them`` leaves out a denial. For a
    language without a table, the words of all tables are looked for.
    """
    own = NEGATIONS.get(primary_language(language))
    matches = [table.search(folded, start) for table in ([own] if own else NEGATIONS.values())]
    inside = [match for match in matches if match and match.start() < end]
    return min(inside, key=lambda match: match.start(), default=None)
