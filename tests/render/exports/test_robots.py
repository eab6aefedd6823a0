from urllib.robotparser import RobotFileParser

import pytest

from generator.model.settings import NOTHING_SET, Settings
from generator.pipeline import check
from generator.render.edition import visible
from generator.render.exports.robots import robots
from tests.paths import GOLDEN


@pytest.mark.parametrize("site", ["https://example.org/team/briefings/", "https://example.org"])
def test_a_persons_page_is_read_and_its_data_is_not(site: str) -> None:
    told = robots(visible(check(GOLDEN).findings), Settings(site=site))
    parser = RobotFileParser()
    parser.parse(told.splitlines())
    base = site.rstrip("/")
    assert parser.site_maps() == [f"{base}/sitemap.xml"]
    for path in (
        "",
        "actors/calder/",
        "api/actors/wendland.json",
        "api/claims.csv",
        "actors/wendland/feed.xml",
    ):
        assert parser.can_fetch("anybody", f"{base}/{path}"), path
    for path in ("api/actors/calder.json", "actors/calder/feed.xml"):
        assert not parser.can_fetch("anybody", f"{base}/{path}"), path


def test_without_an_address_there_is_no_sitemap_and_without_persons_nothing_to_leave() -> None:
    assert robots([], NOTHING_SET) == "User-agent: *\nDisallow:\n"
