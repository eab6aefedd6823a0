"""The same records give the same files; whatever happens to Pagefind becomes one plain error."""

import gzip
import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import cbor2
import pytest

from generator.files.cache import cached
from generator.files.content import Kept, key_of_content
from generator.files.write import write_file
from generator.publish.search import pagefind as search_index
from generator.publish.search import stable_bytes as cbor
from generator.publish.search.pagefind import IndexFailed, write_index
from generator.publish.search.parts import KIND, Index, index_site
from generator.render.exports.search import SEARCH_RECORDS, Record, records_json
from tests.paths import REPOSITORY

# Run by processes of their own: the records' order is that of a set, so it changes with the hash seed.
WRITE = """
import sys
from pathlib import Path
from generator.publish.search.pagefind import write_index
from generator.render.exports.search import Record

words = "zero reaction allies troops café naïve cafe Łódź Зеленський co-operation U.S. e\\u0301tat 🇺🇦".split()
numbers = {str(number) for number in range(150)}
records = [
    Record(
        url=f"briefings/b/#claim-{number}",
        content=" ".join(words[int(number) % 7 :]) + f" word{number}",
        language="en",
        meta={name: f"{name} {number}" for name in {"title", "speaker", "as-of"}},
        filters={name: (f"{int(number) % 9}-a", f"{int(number) % 11}-b") for name in {"who", "kind"}},
    )
    for number in numbers
]
write_index(records, Path(sys.argv[1]))
"""


def record(url: str = "briefings/b/#claim-c", content: str = "zero reaction", **others: Any) -> Record:
    fields = {"language": "en", "meta": {"title": "Title"}, "filters": {"kind": ("claim",)}}
    return Record(url, content, **(fields | others))


def bundle(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def unpacked(content: bytes) -> bytes:
    return gzip.decompress(content).removeprefix(b"pagefind_dcd")


def fragments(folder: Path) -> list[Any]:
    found = [json.loads(unpacked(path.read_bytes())) for path in folder.glob("fragment/*")]
    return sorted(found, key=lambda fragment: str(fragment["url"]))


def filters(folder: Path) -> dict[str, dict[str, list[int]]]:
    found = (cbor2.loads(unpacked(path.read_bytes())) for path in folder.glob("filter/*"))
    return {name: dict(values) for name, values in found}


def test_same_bytes_whatever_the_hash_seed_the_threads_and_the_settings_about(tmp_path: Path) -> None:
    (tmp_path / "pagefind.yml").write_text("force_language: de\nnonsense: [", encoding="utf-8")
    bundles = []
    for run in range(4):
        environment = os.environ | {
            "PYTHONPATH": str(REPOSITORY),
            "PYTHONHASHSEED": str(run),
            "RAYON_NUM_THREADS": str(1 + run),
            "TZ": ("UTC", "Asia/Seoul")[run % 2],
            "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": str(20 + run),
            "PAGEFIND_FORCE_LANGUAGE": "fr",
        }
        command = [sys.executable, "-c", WRITE, str(tmp_path / str(run))]
        subprocess.run(command, check=True, env=environment, cwd=tmp_path)
        bundles.append(bundle(tmp_path / str(run)))
    assert all(one == bundles[0] for one in bundles)
    assert sum(path.startswith("fragment/") for path in bundles[0]) == 150


def test_control_as_pagefind_leaves_them_the_bytes_differ(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Two runs are alike once in 40! times.
    records = [record(f"{number}/", filters={"who": (f"w{number}",)}) for number in range(40)]
    write_index(records, tmp_path / "sorted-1")
    write_index(records, tmp_path / "sorted-2")
    monkeypatch.setattr(search_index, "settle", lambda files: files)
    write_index(records, tmp_path / "raw-1")
    write_index(records, tmp_path / "raw-2")
    assert bundle(tmp_path / "sorted-1") == bundle(tmp_path / "sorted-2")
    assert bundle(tmp_path / "raw-1") != bundle(tmp_path / "raw-2")


def test_only_what_a_browser_needs_is_written(tmp_path: Path) -> None:
    write_index([record()], tmp_path / "site/pagefind")
    names = {path.split("/")[0].split("_")[0] for path in bundle(tmp_path / "site/pagefind")}
    own = {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.en.pagefind"}
    assert names == own | {"pagefind.en", "fragment", "index", "filter"}


def test_a_language_without_known_endings_gets_the_program_for_all(tmp_path: Path) -> None:
    write_index([record(content="Зеленський заявив", language="uk")], tmp_path)
    assert {path.name for path in tmp_path.glob("wasm*")} == {"wasm.unknown.pagefind"}


def test_nothing_is_lost_or_taken_for_markup(tmp_path: Path) -> None:
    texts = [
        "<b>bold</b> &amp; \"quoted\" 'x' \\ back {} [x](y)",
        "before ___PAGEFIND_WEIGHT___9 ___END_PAGEFIND_WEIGHT___ ___PAGEFIND_ANCHOR___a:0:x after",
        "____PAGEFIND_WEIGHT___ ___ __init__ a___PAGEFIND_b",
        "日本語の文 🇺🇦 שלום \u202eabc",
    ]
    records = [
        record(f"{place}/", text, meta={"title": text}, filters={"who": ("a", "b", "a")})
        for place, text in enumerate(texts)
    ]
    write_index(records, tmp_path)
    found = fragments(tmp_path)
    assert [fragment["content"] for fragment in found] == texts
    assert [fragment["meta"]["title"].replace("\u200b", "") for fragment in found] == texts
    assert filters(tmp_path) == {"who": {"a": [0, 1, 2, 3], "b": [0, 1, 2, 3]}}


def test_texts_longer_than_a_pipe(tmp_path: Path) -> None:
    content = " ".join(f"word{number}" for number in range(20_000))
    write_index([record(content=content)], tmp_path)
    assert [fragment["content"] for fragment in fragments(tmp_path)] == [content]


def test_two_thousand_records_take_seconds(tmp_path: Path) -> None:
    start = time.monotonic()
    write_index((record(f"{number}/", f"zero word{number}") for number in range(2000)), tmp_path)
    # The wrapper of Pagefind's makers takes 0.1 s for each.
    assert time.monotonic() - start < 60


def test_no_records_at_all(tmp_path: Path) -> None:
    write_index([], tmp_path)
    assert json.loads((tmp_path / "pagefind-entry.json").read_bytes())["languages"] == {}


@pytest.mark.parametrize(
    ("records", "words"),
    [
        ([record("a/"), record("b/"), record("a/")], "Two search records have the address 'a/'."),
        ([record("/a/")], "isn't below the site's root: '/a/'"),
        ([record("//evil.example/")], "isn't below the site's root: '//evil.example/'"),
        ([record("javascript:attack()")], "isn't below the site's root: 'javascript:attack()'"),
        ([record("a/"), record("b/", language="uk")], "in several languages, but need one: en, uk"),
        ([record(language="../en")], "isn't a tag like en or pt-br: '../en'"),
        ([record(filters={"who": ('the "Group"',)})], "can't have the value 'the \"Group\"'"),
        ([record(filters={"who": ("a\\b",)})], "can't have the value 'a\\\\b'"),
    ],
)
def test_records_that_would_get_lost_or_lead_astray(
    tmp_path: Path, records: list[Record], words: str
) -> None:
    with pytest.raises(ValueError) as error:
        write_index(records, tmp_path / "pagefind")
    assert words in str(error.value)
    assert not (tmp_path / "pagefind").exists()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "index.html").touch()
    with pytest.raises(ValueError, match="isn't empty"):
        write_index([record()], tmp_path)
    assert list(bundle(tmp_path)) == ["index.html"]


def test_a_record_without_a_word_is_no_silent_loss(tmp_path: Path) -> None:
    with pytest.raises(IndexFailed, match=r"left out 1 of 2 records; the first is 'b/'\. Does its content"):
        write_index([record("a/"), record("b/", "… — ?!")], tmp_path / "pagefind")
    assert not (tmp_path / "pagefind").exists()


Stub = Callable[[str], None]

# A stand-in for Pagefind. `answer` is what it says to the request number `count`.
STUB = """
import base64, json, sys, time
count = 0
def receive():
    global count
    count += 1
    got = b""
    while not got.endswith(b","):
        one = sys.stdin.buffer.read(1)
        if not one:
            sys.exit()
        got += one
    return json.loads(base64.b64decode(got[:-1]))["payload"]
def send(raw):
    sys.stdout.buffer.write(raw + b",")
    sys.stdout.buffer.flush()
def answer(**payload):
    send(base64.b64encode(json.dumps({"message_id": 0, "payload": payload}).encode()))
"""


@pytest.fixture
def stub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stub:
    def replace(code: str) -> None:
        program = tmp_path / "stub.py"
        program.write_text(STUB + code, encoding="utf-8")
        monkeypatch.setattr(search_index, "_command", lambda: [sys.executable, str(program)])

    return replace


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Every process that was started for an index."""
    processes: list[subprocess.Popen[bytes]] = []

    def start(*arguments: Any, **options: Any) -> subprocess.Popen[bytes]:
        processes.append(subprocess.Popen(*arguments, **options))
        return processes[-1]

    monkeypatch.setattr(search_index, "Popen", start)
    return processes


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("sys.exit(3)", "ended early, with status 3. It told no reason."),
        ("sys.stderr.write('out of memory'); sys.exit(1)", "ended early, with status 1. out of memory"),
        ("receive(); answer(type='NewIndex', index_id=0); sys.exit(4)", "ended early, with status 4."),
        ("receive(); sys.stdout.write('cGFydA'); sys.exit(5)", "ended early, with status 5."),
        ("receive(); send(b'%%%'); time.sleep(60)", "an answer that can't be read"),
        ("receive(); send(base64.b64encode(b'null'))", "an answer that can't be read"),
        ("receive(); answer(type='Error', message='Invalid config')", "refused a request: Invalid config"),
        (
            "receive(); answer(type='NewIndex', index_id=0); receive(); answer(type='Error', message='No')",
            "refused the record 'briefings/b/#claim-c': No",
        ),
        (
            "while receive(): answer(type='Other')",
            "an index of an unknown kind: is it version 1.5? KeyError(",
        ),
        ("while receive(): answer(type='GetFiles', files=[])", "an index of an unknown kind"),
    ],
)
def test_what_happens_to_pagefind_is_told_and_nothing_stays(
    tmp_path: Path, stub: Stub, started: list[subprocess.Popen[bytes]], code: str, words: str
) -> None:
    stub(code)
    start = time.monotonic()
    with pytest.raises(IndexFailed) as error:
        write_index([record()], tmp_path / "pagefind")
    assert words in str(error.value)
    assert time.monotonic() - start < 30
    assert [process.poll() is None for process in started] == [False]
    assert not (tmp_path / "pagefind").exists()


def test_much_talk_on_the_side_blocks_nothing(tmp_path: Path, stub: Stub) -> None:
    stub("sys.stderr.write('x' * 1_000_000 + ' the end'); sys.exit(1)")
    with pytest.raises(IndexFailed, match=r"status 1\. x{1992} the end$"):
        write_index([record()], tmp_path / "pagefind")


@pytest.mark.parametrize("code", ["time.sleep(60)", "receive(); sys.stdout.close(); time.sleep(60)"])
def test_a_program_that_hangs_is_stopped(
    tmp_path: Path, stub: Stub, started: list[subprocess.Popen[bytes]], code: str
) -> None:
    stub(code)
    start = time.monotonic()
    with pytest.raises(IndexFailed, match=r"was stopped after 0\.5 seconds"):
        # The first one reads nothing, and the record is longer than a pipe.
        write_index([record(content="word " * 100_000)], tmp_path / "pagefind", limit=0.5)
    assert time.monotonic() - start < 30
    assert [process.poll() is None for process in started] == [False]


def test_no_process_stays_when_all_goes_well(tmp_path: Path, started: list[subprocess.Popen[bytes]]) -> None:
    write_index([record()], tmp_path)
    assert [process.poll() is None for process in started] == [False]


def test_pagefind_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for package in ("pagefind_bin", "pagefind_bin_extended"):
        monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(IndexFailed, match=r"isn't installed\. Run: python -m pip"):
        write_index([record()], tmp_path / "pagefind")


def test_pagefind_can_not_be_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_index, "_command", lambda: [str(tmp_path / "missing")])
    with pytest.raises(IndexFailed, match=r"can't be started: .*missing"):
        write_index([record()], tmp_path / "pagefind")


def packed(value: object) -> bytes:
    return gzip.compress(b"pagefind_dcd" + cbor2.dumps(value))


def made_by_chance(chance: random.Random) -> dict[str, bytes]:
    """A small bundle whose filters and values come in an order by chance, under names by chance."""
    files = {"fragment/en_1.pf_fragment": b"fragment", "pagefind.js": b"code"}
    mentions = []
    for name in chance.sample(["kind", "who", "topic"], 3):
        values = chance.sample([["claim", [0, 2]], ["Ärger", [1]], ["", [3]], ["zero", []]], 4)
        mentions.append([name, f"en_{chance.random()}"])
        files[f"filter/{mentions[-1][1]}.pf_filter"] = packed([name, values])
    files["pagefind.en_x.pf_meta"] = packed(["1.5.2", [["en_1", 9]], [], mentions, [], ["title"]])
    entry = {"version": "1.5.2", "languages": {"en": {"hash": "en_x", "wasm": "en", "page_count": 1}}}
    return files | {"pagefind-entry.json": json.dumps(entry).encode()}


def test_order_by_chance_is_settled_and_the_names_follow() -> None:
    inputs = [made_by_chance(random.Random(seed)) for seed in range(20)]
    assert len({tuple(sorted(one.items())) for one in inputs}) == 20
    settled = [cbor.settle(one) for one in inputs]
    assert all(one == settled[0] for one in settled)
    files = settled[0]
    assert files["fragment/en_1.pf_fragment"] == b"fragment"
    about = json.loads(files["pagefind-entry.json"])["languages"]["en"]
    meta = cbor2.loads(unpacked(files[f"pagefind.{about['hash']}.pf_meta"]))
    assert [meta[0], *meta[1:3], *meta[4:]] == ["1.5.2", [["en_1", 9]], [], [], ["title"]]
    assert [name for name, _ in meta[3]] == ["kind", "topic", "who"]
    for name, mention in meta[3]:
        values = [["", [3]], ["claim", [0, 2]], ["zero", []], ["Ärger", [1]]]
        assert cbor2.loads(unpacked(files[f"filter/{mention}.pf_filter"])) == [name, values]
    assert len(files) == len(inputs[0])


def test_another_content_gets_another_name() -> None:
    files = made_by_chance(random.Random(0))
    other = files | {"pagefind.en_x.pf_meta": packed(["1.5.2", [["en_1", 8]], [], [], [], ["title"]])}
    names = [sorted(path for path in cbor.settle(one) if "pf_meta" in path) for one in (files, other)]
    assert names[0] != names[1]


@pytest.mark.parametrize(
    "change",
    [
        {"pagefind-entry.json": b"[]"},
        {"pagefind-entry.json": b"\xff"},
        {"pagefind.en_x.pf_meta": b"not compressed"},
        {"pagefind.en_x.pf_meta": gzip.compress(b"pagefind_dcd")},
        {"pagefind.en_x.pf_meta": gzip.compress(b"pagefind_dcd" + b"\x84")},
        {"pagefind.en_x.pf_meta": packed(["1.5.2", [], [], [["kind", "en_missing"]]])},
        {"pagefind.en_x.pf_meta": packed({"version": "2"})},
    ],
)
def test_a_bundle_of_another_kind_is_told(change: Mapping[str, bytes]) -> None:
    with pytest.raises(cbor.UnknownLayout):
        cbor.settle({**made_by_chance(random.Random(0)), **change})


def test_a_result_that_can_not_be_read_is_told() -> None:
    with pytest.raises(cbor.UnknownLayout):
        cbor.addresses(made_by_chance(random.Random(0)))


def test_parts_of_an_index_are_kept_by_their_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tree: Callable[[Path], dict[str, bytes | str]]
) -> None:
    """Only a part with other records is made anew, and the program is there once."""
    made: list[int] = []
    real = search_index.index_files

    def counted(records: Iterable[Record]) -> dict[str, bytes]:
        listed = list(records)
        made.append(len(listed))
        return real(listed)

    monkeypatch.setattr(search_index, "index_files", counted)

    def indexed(name: str, parts: list[list[str]], keep: bool = True) -> dict[str, bytes | str]:
        site = tmp_path / name
        for number, words in enumerate(parts):
            lines = records_json(Record(f"{word}/", word, "en", {"claim": word}, {}) for word in words)
            file = site / f"{SEARCH_RECORDS}/{number}.jsonl"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(lines, encoding="utf-8")
        with cached(tmp_path, "cache", KIND, "one", sweep=True) as kept:
            if keep:
                files = [*site.glob("search/records/*")]
                texts = {file.stem: file.read_bytes() for file in files}
                records = {
                    part: Kept(key_of_content(text), partial(bytes, text)) for part, text in texts.items()
                }
                shutil.rmtree(site / SEARCH_RECORDS)
                for path, content in Index(records, kept).files({}).items():
                    write_file(site, path, content.read())
            else:
                index_site(site)
        return tree(site)

    first = indexed("a", [["bridge", "ferry"], ["wall"], []])
    assert sorted(made) == [0, 1, 2]
    assert [path for path in first if path.endswith(".js")] == [
        "pagefind/pagefind-worker.js",
        "pagefind/pagefind.js",
    ]
    assert {path.split("/")[1] for path in first if "/" in path} >= {"1", "2", "fragment", "index"}
    made.clear()
    assert indexed("b", [["bridge", "ferry"], ["wall"], []]) == first
    assert made == []
    other = indexed("c", [["bridge", "ferry"], ["gate", "wall"], []])
    assert made == [2]
    assert other == indexed("d", [["bridge", "ferry"], ["gate", "wall"], []], keep=False)
    assert other != first
