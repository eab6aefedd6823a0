"""What a web page states of itself: JSON-LD, meta, link, lang, microdata, its heading. Nothing is guessed."""

import re
from collections.abc import Iterator
from typing import Final

from lxml.etree import Comment
from lxml.html import HtmlElement

from generator.edit.imports.text.reading import Fact, Stated
from generator.edit.imports.web.json_ld import read_json_ld

_META: Final[tuple[tuple[Fact, tuple[str, ...]], ...]] = (
    ("title", ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title")),
    (
        "publisher",
        ("og:site_name", "citation_publisher", "citation_journal_title", "dc.publisher", "dcterms.publisher"),
    ),
    (
        "author",
        ("author", "article:author", "citation_author", "parsely-author", "dc.creator", "dcterms.creator"),
    ),
    ("url", ("og:url",)),
    (
        "published",
        (
            *(
                "article:published_time",
                "datepublished",
                "citation_publication_date",
                "parsely-pub-date",
                "pubdate",
            ),
            *("publish-date", "dcterms.issued", "dc.date.issued", "dcterms.date", "dc.date", "date"),
        ),
    ),
    ("language", ("content-language", "dc.language", "dcterms.language", "citation_language", "og:locale")),
)
_CHANGED: Final = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
)
_MICRODATA: Final[tuple[tuple[Fact, str], ...]] = (
    ("title", "headline"),
    ("author", "author"),
    ("publisher", "publisher"),
    ("published", "datePublished"),
)
_SAVED_FROM: Final = re.compile(
    r"\s*saved from url=\(\d+\)(\S+)|.*?Page saved with SingleFile\s+url:\s*(\S+)", re.DOTALL
)


def facts_of(tree: HtmlElement) -> tuple[list[Stated], list[str]]:
    """Lists what a page states of itself, the strongest statement of each fact first, and remarks.

    The order of strength: of the address, what the page calls canonical; else JSON-LD, which is about the
    article; then ``meta`` and ``lang``, which are about the page; then microdata and headings, which may be
    about anything on it.
    """
    metas = list(_metas(tree))
    links = [Stated("url", href, "link rel=canonical") for href in _canonical(tree)]
    from_meta = [
        Stated(fact, ", ".join(dict.fromkeys(values)), f"meta {name}")
        for fact, names in _META
        for name in names
        if (values := [content for known, content in metas if known == name])
    ]
    headings = [" ".join(_text(heading).split()) for heading in tree.iter("h1")]
    headings = [heading for heading in dict.fromkeys(headings) if heading]
    page = [stated.value for stated in [*links, *from_meta] if stated.field in ("url", "title")] + headings
    scripts = [
        script.text or ""
        for script in tree.iter("script")
        if (script.get("type") or "").partition(";")[0].strip().lower() == "application/ld+json"
    ]
    stated, remarks = read_json_ld(scripts, page)
    h1 = [Stated("title", heading, "h1") for heading in headings if len(headings) == 1]
    title = [Stated("title", _text(title), "title element") for title in tree.iter("title")][:1]
    stated = [*links, *stated, *from_meta, *_languages(tree), *_microdata(tree), *h1, *title, *_saved(tree)]
    remarks += [
        f"It was changed at “{content}” (meta {name}), which is no date of publication."
        for name, content in metas
        if name in _CHANGED and not any("It was changed" in remark for remark in remarks)
    ]
    if not any(fact.field == "published" for fact in stated):
        times = dict.fromkeys(
            day for time in tree.iter("time") if (day := (time.get("datetime") or "").strip())
        )
        if times:
            some = ", ".join(f"“{day}”" for day in list(times)[:3])
            remarks.append(f"It has times of which it does not say what happened then: {some}.")
    return stated, remarks


def _metas(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yields the name, in small letters, and the content of each ``meta`` that has both."""
    for meta in tree.iter("meta"):
        content = (meta.get("content") or "").strip()
        for key in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := (meta.get(key) or "").strip().lower()):
                yield name, content
                break


def _canonical(tree: HtmlElement) -> Iterator[str]:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and (
            href := (link.get("href") or "").strip()
        ):
            yield href


def _languages(tree: HtmlElement) -> Iterator[Stated]:
    articles = {lang for article in tree.iter("article") if (lang := (article.get("lang") or "").strip())}
    if len(articles) == 1:
        yield Stated("language", articles.pop(), "article lang")
    if lang := (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip():
        yield Stated("language", lang, "html lang")


def _microdata(tree: HtmlElement) -> Iterator[Stated]:
    """Yields facts of microdata that the page has once: of several, one may be another article's."""
    for fact, name in _MICRODATA:
        values = set()
        for element in tree.iter():
            if (
                isinstance(element.tag, str)
                and element.tag != "meta"
                and name in (element.get("itemprop") or "").split()
            ):
                inner = element.find(".//*[@itemprop='name']")
                value = element.get("datetime") or element.get("content")
                values.add(" ".join((value or _text(element if inner is None else inner)).split()))
        values.discard("")
        if len(values) == 1:
            yield Stated(fact, values.pop(), f"itemprop {name}")
    authors = {
        " ".join(_text(link).split())
        for link in tree.iter("a")
        if "author" in (link.get("rel") or "").split()
    }
    if len(authors - {""}) == 1:
        yield Stated("author", (authors - {""}).pop(), "a rel=author")


def _saved(tree: HtmlElement) -> Iterator[Stated]:
    """Yields the address that a browser writes into a page when it saves it."""
    for comment in [*tree.itersiblings(Comment, preceding=True), *tree.iter(Comment)]:
        if found := _SAVED_FROM.match(comment.text or ""):
            yield Stated("url", found[1] or found[2], "the browser that saved it")
            return


def _text(element: HtmlElement) -> str:
    return "".join(str(part) for part in element.itertext())
