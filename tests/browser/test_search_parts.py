"""An index in several parts answers as one in a single part does."""

import json
import shutil
from pathlib import Path

import pytest

from generator.files.content import Content, bytes_of
from generator.pipeline import check
from generator.publish.search.parts import index_site
from generator.render.edition import visible
from generator.render.exports.search import SEARCH_RECORDS, record_files, records_json
from tests.browser.serving import Serve
from tests.browser.sites import MadeOnce
from tests.browser.watching import Watch
from tests.render.views import records

PARTS = 4
_ASKED = """async ([query, filters]) => {
  const index = await import(new URL("assets/search/index.js", document.baseURI.replace(/search\\/.*/, "")));
  const totals = await index.totals();  // as the page does, so that found values are counted
  const found = await index.search(query, filters);
  const data = await Promise.all(found.results.map((one) => one.data()));
  return { urls: data.map((one) => one.raw_url).sort(), counts: found.filters, totals };
}"""


@pytest.fixture(scope="module")
def in_parts(repository: Path, made_once: MadeOnce, serve: Serve) -> str:
    """The site of the repository, its index made in parts."""

    def build(folder: Path) -> None:
        ignored = shutil.ignore_patterns("pagefind")
        shutil.copytree(repository / "site", folder, ignore=ignored, dirs_exist_ok=True)
        lines: dict[str, Content] = {
            record.url: records_json([record]) for record in records(visible(check(repository).findings))
        }
        for path, text in record_files(lines, PARTS).items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(bytes_of(text))
            assert bytes_of(text)  # each part has something
        index_site(folder)
        assert not (folder / SEARCH_RECORDS).exists()
        words = json.loads((folder / "assets/search-words.json").read_text(encoding="utf-8"))
        assert words["parts"] == 1
        words["parts"] = PARTS
        (folder / "assets/search-words.json").write_text(json.dumps(words), encoding="utf-8")

    return serve(made_once("parts", build))


@pytest.mark.parametrize(
    ("query", "filters"),
    [
        ("bridge", {}),
        ("bridge closed", {}),
        ("ferry", {"kind": ["claim"]}),
        ("", {"kind": ["actor", "topic"]}),
    ],
)
def test_parts_answer_as_one(
    site: str, in_parts: str, watch: Watch, query: str, filters: dict[str, list[str]]
) -> None:
    answers = []
    for address in (site, in_parts):
        watched = watch()
        watched.page.goto(f"{address}search/")
        answers.append(watched.page.evaluate(_ASKED, [query, filters]))
        assert (watched.foreign_requests(), watched.messages) == ([], [])
    assert answers[0] == answers[1]
    assert len(answers[0]["urls"]) > 1
