"""Gone means gone: what was taken out of the YAML stands in no file of the site, whatever the history has.

Every secret is a word that begins with ``hush``, one for each field of each briefing, so that no file may
have those four letters in the end. Before that, the same search finds each of the words.
"""

import gzip
import io
import os
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import StreamObject

from generator.cli import main
from tests.read.git.commits import Commits

ACTORS = "actors:\n  bob: {name: Bob Ode, kind: person}\n"
ARTICLE = "The wall holds, said Bob Ode. Nobody pays for it.\n"
SOURCE = """\
---
title: A hushtitle
language: fr
author: Ann Hushauthor
rights: full
note: With hushsourcenote.
---
The gate is hushquote, said Ann Hushname. It was husharticle all night.
"""
BRIEFING = """\
title: The wall
status: published
as_of: 2024-11-01
bottom_line:
  - {text: Bob Ode says that the wall holds., claims: [wall]}
  - {text: Ann Hushname says that it is hushsentence., claims: [gate]}
actors:
  ann: {name: Ann Hushname, kind: person, aliases: [Ann Hushalias], role: hushrole, note: With hushactornote.}
origins:
  call: {title: A call, kind: unknown}
  talk:
    title: A talk on hushorigin
    kind: speech
    note: With hushoriginnote.
    evidence: {b: {exact: The gate is hushquote, note: A hushshown., translation: Hushmeaning}}
matters:
  walls: {title: Walls}
  gates: {title: Gates and hushmatter, note: With hushmatternote.}
claims:
  - id: wall
    matter: walls
    text: The wall holds.
    by: bob
    origin: call
    relations: [{kind: corroborates, claim: gate, note: One of them is hushrelation.}]
    evidence: {a: The wall holds}
  - id: gate
    matter: gates
    text: The gate is hushclaim.
    by: ann
    origin: talk
    said: {edtf: 2024-10, as_stated: all night, inferred_from: The hushdate.}
    inferred: [{text: hushclaim, reason: By hushreason.}]
    evidence:
      b:
        - exact: The gate is hushquote
          cue: hushcue
          origin: talk
          origin_inferred: By hushinference.
          note: With hushquotenote.
          translation: Hushtranslation
        - {exact: It was husharticle all night, by: unnamed, described_as: husharticle}
    note: With hushnote.
questions:
  - id: who
    text: Who pays?
    claims: [wall]
    status: answered
    resolution: {text: It is hushanswer., claims: [gate]}
  - id: why
    text: Why is it hushquestion?
    would_settle: A hushproof
    claims: [gate, wall]
    differ: To hushdiffer, “The gate is hushquote”; “The wall holds” to Bob Ode.
    kind: goes-further
    ladder: [The wall holds, The gate is hushquote]
    settled_by: talk
assessments:
  - {id: sure, text: It is hushassessment., claims: [gate], likelihood: likely, by: [Hushassessor]}
events:
  - {id: storm, date: 2024-10-13, text: It was hushevent., claims: [gate]}
set_aside:
  - {article: b, exact: It was husharticle all night, reason: For hushaside.}
"""
# What was worded otherwise when it was first published; some of it was never withdrawn.
EARLIER = {
    "text: The gate is hushclaim.": "text: The gate was hushearlier.",
    "text: The wall holds.": "text: The wall of Ann Hushname holds.",
    "it is hushsentence": "it was hushformer",
    "Why is it hushquestion?": "Why was it hushasked?",
    "It is hushanswer.": "It was hushanswered.",
    "cue: hushcue": "cue: hushverb",
    "To hushdiffer,": "To hushdiffered,",
}
TOLD = ("hushearlier", "hushformer", "hushdiffered")
"""Those of the earlier words that are told of in the lists of changes."""


def tombstone(of: str) -> str:
    return f"withdrawn: {{date: 2024-11-02, reason: The {of} was misread.}}"


# Everything withdrawn, with its words; what rested on the claim no longer does.
WITHDRAWN = {
    "  - {text: Ann Hushname says that it is hushsentence., claims: [gate]}\n": "",
    "{name: Ann Hushname, ": f"{{{tombstone('actor')}, name: Ann Hushname, ",
    "  - id: gate\n": f"  - id: gate\n    {tombstone('claim')}\n",
    "    status: answered\n    resolution: {text: It is hushanswer., claims: [gate]}\n": "",
    "  - id: why\n": f"  - id: why\n    {tombstone('question')}\n",
    "{id: sure, ": f"{{id: sure, {tombstone('assessment')}, ",
    "{id: storm, ": f"{{id: storm, {tombstone('event')}, ",
    "set_aside:\n  - {article: b, exact: It was husharticle all night, reason: For hushaside.}\n": "",
    "    evidence: {b: {exact: The gate is hushquote, note: A hushshown., translation: Hushmeaning}}\n": "",
}
GONE = f"""\
title: The wall
status: published
as_of: 2024-11-01
bottom_line:
  - {{text: Bob Ode says that the wall holds., claims: [wall]}}
actors:
  ann: {{{tombstone("actor")}}}
matters:
  walls: {{title: Walls}}
claims:
  - id: wall
    matter: walls
    text: The wall holds.
    by: bob
    evidence: {{a: The wall holds}}
  - {{id: gate, {tombstone("claim")}}}
questions:
  - {{id: who, text: Who pays?, claims: [wall]}}
  - {{id: why, {tombstone("question")}}}
assessments:
  - {{id: sure, {tombstone("assessment")}}}
events:
  - {{id: storm, {tombstone("event")}}}
"""
NO_SOURCE = f"---\n{tombstone('source')}\n---\n"
WHOLE_GONE = f"{tombstone('briefing')}\nactors: {{ann: {{{tombstone('actor')}}}}}\n"


def edited(text: str, edits: Mapping[str, str]) -> str:
    for old, new in edits.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def files(slug: str, briefing: str, source: str = SOURCE, article: str = ARTICLE) -> dict[str, str]:
    """A briefing's files, each secret and the actor with the slug in it: both are the whole site's."""
    written = {"briefing.yml": briefing, "articles/a.txt": article, "articles/b.txt": source}

    def own(text: str) -> str:
        return re.sub(r"\bann\b", f"ann-{slug}", re.sub("([Hh])ush", rf"\1ush{slug}", text))

    return {f"briefings/{slug}/{path}": own(text) for path, text in written.items()}


def state(slow: Sequence[str], quick: Sequence[str], whole: Sequence[str]) -> dict[str, str]:
    """Every file, from each briefing's YAML, second source, and first one."""
    made = {"briefings/actors.yml": ACTORS}
    return made | files("slow", *slow) | files("quick", *quick) | files("whole", *whole)


@dataclass(frozen=True)
class Sites:
    """The site before anything was withdrawn, and after all was taken out; the root; the former's commit."""

    before: Path
    after: Path
    root: Path
    base: str


@pytest.fixture(scope="module")
def sites(copy: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        patch.setenv("SITE_URL", "https://example.org/b/")
        yield _sites(copy(tmp_path_factory.mktemp("gone") / "root"))


def _sites(root: Path) -> Sites:
    shutil.rmtree(root / "briefings")
    made = Commits(root, root)
    made.git("init", "--quiet", "--initial-branch=main")

    def commit(given: Mapping[str, str]) -> str:
        made.write(given)
        made.git("add", "--all", "briefings")
        return made.commit_index()

    whole = BRIEFING.replace("title: The wall\n", "title: The hushbriefing\n")
    first, last = edited(BRIEFING, EARLIER), edited(BRIEFING, WITHDRAWN)
    draft = edited(first, {"status: published": "status: draft", "Who pays?": "Who hushdraft?"})
    commit(state([draft], [draft], [draft]))
    commit(state([first], [first], [edited(whole, EARLIER)]))
    base = commit(state([BRIEFING], [BRIEFING], [whole]))
    assert main(["build", "--root", str(root), "--site", str(root / "before")]) == 0
    # One loses its words later, one in the commit that withdraws them, and one as a whole.
    source = SOURCE.replace("---\n", f"---\n{tombstone('source')}\n", 1)
    commit(state([last, source], [BRIEFING], [f"{tombstone('briefing')}\n{whole}"]))
    assert main(["check", "--root", str(root), "--against", base]) == 0
    commit(state([GONE, NO_SOURCE], [GONE, NO_SOURCE], [WHOLE_GONE, NO_SOURCE, NO_SOURCE]))
    assert main(["build", "--root", str(root), "--site", str(root / "after")]) == 0
    return Sites(root / "before", root / "after", root, base)


def words_in(site: Path) -> dict[str, set[str]]:
    """The secret words in each file, in small letters, by its path; also of what is packed."""
    found = {}
    for path in sorted(site.rglob("*")):
        if path.is_file():
            text = _text(path).lower()
            found[path.relative_to(site).as_posix()] = set(re.findall("hush[a-z]*", text))
    return found


def _text(path: Path) -> str:
    """All that a file says, taken out of whatever it is packed in, and its name."""
    data = path.read_bytes()
    if path.suffix == ".pdf":
        return f"{path.name}\n{_text_of_pdf(pypdf.PdfReader(io.BytesIO(data)))}"
    if data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            data = b"\n".join(packed.read(name) for name in packed.namelist())
    return f"{path.name}\n{data.decode('utf-8', 'replace')}"


def _text_of_pdf(reader: pypdf.PdfReader) -> str:
    """What is read on its pages, also where a word was parted at a line's end; and every other string."""
    pages = "\n".join(page.extract_text() for page in reader.pages)
    objects = (reader.get_object(number) for number in range(1, int(str(reader.trailer["/Size"]))))
    strings = "\n".join(text for one in objects for text in _strings(one))
    return "\n".join((pages, re.sub("[-\u00ad\u2010]?\n", "", pages), strings))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, StreamObject):
        yield value.get_data().decode("utf-8", "replace")
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


def secrets(slug: str) -> set[str]:
    """Every secret of a briefing that the site before showed."""
    words = {word.lower() for word in re.findall("[Hh]ush[a-z]+", BRIEFING + SOURCE)} | set(TOLD)
    words |= {"hushbriefing"} if slug == "whole" else set()
    return {word.replace("hush", f"hush{slug}") for word in words}


def test_the_search_finds_each_of_them_before(sites: Sites) -> None:
    """The control: in each kind of file, and each secret somewhere."""
    found = words_in(sites.before)
    everything = set().union(*found.values())
    for slug in ("slow", "quick", "whole"):
        assert secrets(slug) - everything == set()
    kinds = {Path(path).suffix for path, words in found.items() if words}
    assert kinds == {".html", ".json", ".xml", ".csv", ".pdf", ".docx", ".txt", ".pf_fragment", ".pf_index"}


def test_no_file_has_any_of_them_after(sites: Sites) -> None:
    found = words_in(sites.after)
    assert len(found) > 100
    assert {path: words for path, words in found.items() if words} == {}


def test_a_draft_s_words_were_on_neither(sites: Sites) -> None:
    for site in (sites.before, sites.after):
        assert not any("draft" in word for words in words_in(site).values() for word in words)


def test_the_tombstones_tell_when_and_why(sites: Sites) -> None:
    for slug in ("slow", "quick"):
        page = _page(sites.after, f"briefings/{slug}")
        for of in ("claim", "question", "assessment", "event"):
            assert f"Withdrawn, 2 November 2024: The {of} was misread." in page
        assert "Withdrawn, 2 November 2024: The source was misread." in _page(
            sites.after, f"briefings/{slug}/articles/b"
        )
    for slug in ("slow", "quick", "whole"):
        assert "Withdrawn, 2 November 2024: The actor was misread." in _page(
            sites.after, f"actors/ann-{slug}"
        )
    assert "Withdrawn, 2 November 2024: The briefing was misread." in _page(sites.after, "briefings/whole")


def _page(site: Path, path: str) -> str:
    """A page's words in a row, without its elements."""
    text = (site / path / "index.html").read_text(encoding="utf-8")
    words = " ".join(re.sub("<[^>]*>", " ", text.partition("</head>")[2]).split())
    return re.sub(" (?=[,:])", "", words)


def test_each_address_is_still_there(sites: Sites) -> None:
    for slug in ("slow", "quick"):
        page = (sites.after / "briefings" / slug / "index.html").read_text(encoding="utf-8")
        for id in ("claim-gate", "question-why", "assessment-sure", "event-storm"):
            assert f'id="{id}"' in page
    before, after = (
        {path.parent.relative_to(site) for path in site.rglob("index.html")}
        for site in (sites.before, sites.after)
    )
    assert before <= after


def test_the_lists_of_changes_say_that_something_was_withdrawn(sites: Sites) -> None:
    for slug in ("slow", "quick"):
        page = _page(sites.after, f"briefings/{slug}/changes")
        assert "Claim withdrawn: The claim was misread" in page
        assert "Summary, line 2: changed" in page
        assert "A line of the summary was taken out" in page
    changes = _page(sites.after, "changes")
    assert "Claim withdrawn: The claim was misread" in changes
    assert "This briefing was withdrawn: The briefing was misread" in changes


def test_nothing_counts_as_taken_away(sites: Sites, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(sites.root), "--against", sites.base]) == 0
    assert capsys.readouterr() == ("", "")
