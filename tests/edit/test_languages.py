"""Tags of languages for what is written instead of one."""

import pytest

from generator.edit.languages import tag_meant
from tests.conftest import Repository
from tests.edit.fixes.base import ARTICLE, files_of, mend


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("english", "en"),
        ("English", "en"),
        ("English (US)", "en-US"),
        ("en_US", "en-US"),
        ("en_US.UTF-8", "en-US"),
        ("EN", "en"),
        ("eng", "en"),
        ("Deutsch", "de"),
        ("русский", "ru"),
        ("zh_hans_cn", "zh-Hans-CN"),
        ("gsw", "gsw"),
        ("Klingonish", None),
        ("English, German", None),
        ("English and German", None),
        ("x-default", None),
        ("", None),
    ],
)
def test_a_tag_is_written_where_one_is_meant(written: str, tag: str | None) -> None:
    assert tag_meant(written) == tag


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("english", "en"),
        ('"English"', '"en"'),
        ("en_US", "en-US"),
        ("EN", "en"),
        ("eng", "en"),
        # Right as they are, or open.
        ("en-us", "en-us"),
        ("gsw", "gsw"),
        ("English  # as they say", "English  # as they say"),
        ("[English]", "[English]"),
        ("Klingonish", "Klingonish"),
    ],
)
def test_fix_writes_the_tag(written: str, mended: str, repository: Repository) -> None:
    article = "---\ntitle: A quay\r\nlanguage: {}\n---\n“I know the quay is safe until winter,” he said.\n"
    root = repository(files_of(more={ARTICLE: article.format(written).encode()}))
    done = mend(root)
    assert (root / ARTICLE).read_bytes() == article.format(mended).encode()
    assert [one.line for file in done.values() for one in file.done] == [3] * (written != mended)
