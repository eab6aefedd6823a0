"""A draft says that it is one wherever its title or a page of it stands."""

import json
import re
from functools import cache

from generator.files.content import bytes_of
from generator.pipeline import check
from generator.render.edition import Edition
from generator.render.exports.search import SEARCH_WORDS
from generator.render.site import Files, render_site
from tests.paths import GOLDEN

# The golden repository's only draft.
SLUG, TITLE = "lantern-tax", "The tax on lanterns"
# What marks the title where it stands; the heading of its own page has the notice below it.
MARKED = re.compile(rf"{TITLE}(?: \(draft\)|” \(draft\)|\*\*\]\([^)]*\) \(draft\))|^# {TITLE}$", re.MULTILINE)


@cache
def site(slug: str = SLUG) -> Files:
    findings = check(GOLDEN).findings
    shown = [one for one in findings if one.briefing.slug == slug] if slug else list(findings)
    edition = Edition(drafts=True)
    return render_site(shown, edition)


def _texts(files: Files) -> dict[str, str]:
    """What readers see; data files have a field that says what is a draft."""
    return {
        path: bytes_of(content).decode()
        for path, content in files.items()
        if not isinstance(content, bytes) and not path.startswith(("api/", "assets/search-words"))
    }


def test_each_title_of_a_draft_is_marked() -> None:
    unmarked, marked = {}, set()
    for path, text in _texts(site("")).items():
        # What search engines read of the page is data, too.
        text = re.sub(r"<script type=.application/ld.json.>.*?</script>", "", text, flags=re.DOTALL)
        if MARKED.search(text):
            marked.add(path)
        if TITLE in MARKED.sub("", text):
            unmarked[path] = text
    assert unmarked == {}
    # The control: lists, the home page, the page of an actor, its own pages and the search have it.
    assert marked == {
        "index.md",
        "briefings/index.md",
        "questions/index.md",
        "actors/oldmere-council/index.md",
        f"briefings/{SLUG}/index.md",
        f"briefings/{SLUG}/articles/minutes/index.md",
        "search/records/0.jsonl",
    }


def test_each_page_of_a_draft_says_so_at_its_head() -> None:
    pages = {path: text for path, text in _texts(site("")).items() if path.startswith(f"briefings/{SLUG}/")}
    assert len(pages) == 2
    for text in pages.values():
        _, front, body = text.split("---\n", 2)
        assert re.search(r'^title: ".*\(draft\)"$', front, re.MULTILINE)
        # The one notice, before the first section.
        assert "**Draft.** Not published.\n{: .state }" in body.partition("\n## ")[0]
        assert body.count("**Draft.** Not published.") == 1


def test_home_of_a_single_draft_is_marked() -> None:
    home = str(site()["index.md"])
    assert home.startswith(f'---\ntitle: "{TITLE} (draft)"\n')
    assert "**Draft.** Not published." in home


def test_a_published_briefing_has_no_mark() -> None:
    published = [path for path in site("") if path.startswith("briefings/oldmere-bridge/")]
    assert published
    assert not [path for path in published if "(draft)" in str(site("")[path])]


def test_search_names_the_draft_beside_each_of_its_results() -> None:
    words = json.loads(str(site("")[SEARCH_WORDS]))
    assert words["drafts"] == [SLUG]
    assert words["briefing"][SLUG] == f"{TITLE} (draft)"
