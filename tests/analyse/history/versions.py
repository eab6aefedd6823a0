"""What tests of changes are made of: briefings of few words, so that two of them have much in common."""

from typing import Any, Final

from hypothesis import strategies as st

from generator.model.briefing import Briefing
from generator.model.entries import Summary
from tests.analyse.makers import make_article

TEXTS = st.sampled_from(
    [
        "It rains.",
        "it rains",
        "It does not rain.",
        "Eight left on Monday.",
        "Nine left on Monday.",
        "So he said.",
    ]
)
_IDS = st.sampled_from(["one", "two", "three"])
_SEVERAL = st.lists(_IDS, min_size=1, max_size=3, unique=True)
_DATES = st.sampled_from(["2024-10-13", "2024-10", {"as_stated": "on Monday"}])
_QUOTES = st.sampled_from(
    ["the wall holds", "the wall holds until spring", ["the wall", "until spring"], "zero"]
)
_WITHDRAWN = st.fixed_dictionaries({"date": _DATES, "reason": TEXTS})


def _entries(fields: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    whole = st.fixed_dictionaries({"id": _IDS, **fields}, optional=optional)
    one = whole | st.fixed_dictionaries({"id": _IDS, "withdrawn": _WITHDRAWN})
    return st.lists(one, max_size=3, unique_by=lambda entry: str(entry["id"]))


def _named(fields: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(_IDS, st.fixed_dictionaries(fields, optional=optional), max_size=2)


_EVIDENCE = st.fixed_dictionaries(
    {"article": _IDS, "exact": _QUOTES},
    optional={
        "note": TEXTS,
        "prefix": TEXTS,
        "by": _SEVERAL,
        "described_as": TEXTS,
        "cue": TEXTS,
        "modality": st.sampled_from(["asserts", "denies"]),
        "origin": _IDS,
    },
)
_CLAIMS = _entries(
    {
        "text": TEXTS,
        "by": _SEVERAL,
        "evidence": st.lists(_EVIDENCE, max_size=3),
    },
    {
        "about": _SEVERAL,
        "via": st.lists(TEXTS, max_size=2),
        "origin": _IDS,
        "said": _DATES,
        "relations": st.lists(
            st.fixed_dictionaries({"kind": st.just("corroborates"), "claim": _IDS, "note": TEXTS}), max_size=2
        ),
        "inferred": st.lists(st.fixed_dictionaries({"text": TEXTS, "reason": TEXTS}), max_size=2),
        "note": TEXTS,
        "withdrawn": _WITHDRAWN,
    },
)
_QUESTIONS = _entries(
    {"text": TEXTS, "claims": _SEVERAL},
    {
        "status": st.sampled_from(["open", "answered"]),
        "differ": TEXTS,
        "ladder": st.lists(st.sampled_from(["may", "will"]), max_size=2),
        "resolution": st.fixed_dictionaries({"text": TEXTS, "claims": _SEVERAL}),
        "checked": _DATES,
        "withdrawn": _WITHDRAWN,
    },
)
_ASSESSMENTS = _entries(
    {"text": TEXTS, "claims": _SEVERAL, "confidence": st.sampled_from(["high", "low"])}, {"note": TEXTS}
)
_SUMMARIES = st.fixed_dictionaries(
    {
        "title": TEXTS,
        "as_of": _DATES,
        "status": st.sampled_from(["draft", "published", "archived"]),
        "bottom_line": st.lists(st.fixed_dictionaries({"text": TEXTS, "claims": _SEVERAL}), max_size=3),
        "claims": _CLAIMS,
        "questions": _QUESTIONS,
        "assessments": _ASSESSMENTS,
        "events": _entries({"date": _DATES, "text": TEXTS, "claims": _SEVERAL}, {}),
        "actors": _named(
            {"name": TEXTS, "kind": st.just("person")}, {"aliases": st.lists(TEXTS, max_size=1)}
        ),
        "origins": _named({"title": TEXTS, "kind": st.just("speech")}, {"by": _SEVERAL}),
        "matters": _named({"title": TEXTS}, {"note": TEXTS}),
        "set_aside": st.lists(
            st.fixed_dictionaries({"article": _IDS, "exact": _QUOTES, "reason": TEXTS}), max_size=2
        ),
    },
    optional={"note": TEXTS, "withdrawn": _WITHDRAWN},
)


KINDS: Final = {
    "claims": "claim",
    "questions": "question",
    "assessments": "assessment",
    "events": "event",
    "actors": "actor",
    "origins": "origin",
    "matters": "matter",
}


@st.composite
def briefings(draw: st.DrawFn) -> Briefing:
    """A briefing with any entries, whatever they name; its articles are no more than a text each."""
    return _made(draw(_SUMMARIES), draw(_ARTICLES))


@st.composite
def marked_briefings(draw: st.DrawFn) -> Briefing:
    """The same, where each text ends with the marks of all that it must go with, as ``[claim one]``."""
    return _made(_marked(draw(_SUMMARIES)), draw(_ARTICLES))


def marks() -> set[str]:
    """Every mark that there can be."""
    return {f"[{kind} {id}]" for kind in ("source", *KINDS.values()) for id in ("one", "two", "three")}


def held(briefing: Briefing) -> set[str]:
    """The marks of what a briefing still has words for."""
    summary = briefing.summary
    words: dict[str, dict[str, str]] = {
        "source": {id: article.text for id, article in briefing.articles.items()},
        "actor": {id: actor.name for id, actor in summary.actors.items()},
        "origin": {id: origin.title for id, origin in summary.origins.items()},
        "matter": {id: matter.title for id, matter in summary.matters.items()},
        **{
            KINDS[section]: {one.id: one.text for one in getattr(summary, section)}
            for section in ("claims", "questions", "assessments", "events")
        },
    }
    return {f"[{kind} {id}]" for kind, entries in words.items() for id, text in entries.items() if text}


_ARTICLES = st.dictionaries(_IDS, TEXTS | st.just(""), max_size=3)


def _made(raw: dict[str, Any], texts: dict[str, str]) -> Briefing:
    summary = Summary.model_validate(raw)
    articles = {id: make_article(text, id) for id, text in texts.items()}
    return Briefing("b", "briefing.yml", summary, articles, dict(summary.actors))


def _marked(raw: dict[str, Any]) -> dict[str, Any]:
    return {section: _with_marks(entry, KINDS.get(section, "")) for section, entry in raw.items()}


def _with_marks(value: Any, kind: str, above: str = "") -> Any:
    """The value with marks behind its texts: those of its owner, and of the claims or source it rests on."""
    match value:
        case str():
            return f"{value} {above}".strip() if " " in value else value
        case list():
            return [_with_marks(one, kind, above) for one in value]
        case dict() if kind and set(value) <= {"one", "two", "three"}:  # by id
            return {id: _with_marks(entry, "", f"[{kind} {id}]") for id, entry in value.items()}
        case dict():
            own = f"[{kind} {value['id']}]" if kind and "id" in value else ""
            # A question may stand without its claims; how accounts differ on it may not.
            resting = " ".join(f"[claim {id}]" for id in value.get("claims", ()))
            leads = [resting] if kind != "question" else []
            leads += [f"[source {value['article']}]"] if "article" in value else []
            leads += [f"[claim {value['claim']}]"] if "claim" in value else []
            mark = " ".join(part for part in (above, own, *leads) if part)
            return {
                field: _with_marks(one, "", f"{mark} {resting}" if field == "differ" else mark)
                for field, one in value.items()
            }
    return value
