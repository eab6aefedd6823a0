"""Builds the site of the rendered pages, with MkDocs or another builder that reads mkdocs.yml."""

import importlib.util
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.files.content import key_of_content
from generator.files.walk import plain_files, read_file
from generator.files.write import Stamps
from generator.places import CONFIG
from generator.publish.builder_process import (
    BuildFailed,
    config_path,
    output_of,
    started,
    without_progress,
)
from generator.publish.builders import BUILDERS, PAGES
from generator.publish.by_pages import NO_SITE, OldSite, build_by_pages
from generator.publish.inputs import input_faults
from generator.publish.kept_pages import frame_id
from generator.publish.search.parts import index_site
from generator.read.settings import custom_dir


@dataclass(frozen=True)
class BuildResult:
    """A successful build.

    Attributes:
        builder: the site builder's name.
        seconds: the build's time.
        output: what the builder printed.
        keys: of the contents of the site's files, by path; none of those that only the builder knows.
    """

    builder: str
    seconds: float
    output: str
    keys: Mapping[str, str]


def build_site(
    root: Path,
    into: Path,
    builder: str = "mkdocs",
    *,
    cache: str | None = None,
    written: Stamps | None = None,
    old: OldSite = NO_SITE,
) -> BuildResult:
    """Build the rendered pages of ``root`` into the folder ``into``, with the search index.

    The builder's warnings are errors. Its date is fixed, so that two builds of the same pages are equal.

    Args:
        root: the folder of mkdocs.yml.
        into: the folder for the site; best an empty one.
        builder: one of `BUILDERS`.
        cache: the folder below ``root`` that keeps pages for later builds; None keeps none.
        written: the stamps of the folder of rendered pages; None reads all of it.
        old: the site that this one will replace.

    Raises:
        BuildFailed: the builder isn't installed, warns, fails, or writes no home page; or mkdocs.yml or the
            theme overrides are not plain files.
        IndexFailed: the index can't be made.
        ValueError: no such builder.
    """
    if builder not in BUILDERS:
        raise ValueError(f"There is no site builder {builder!r}: use one of {', '.join(BUILDERS)}.")
    config = config_path(root)
    if faults := input_faults(root, custom_dir(root)):
        raise BuildFailed("\n".join(faults))
    if importlib.util.find_spec(builder) is None:
        raise BuildFailed(f"The site builder {builder} isn't installed. Run: python -m pip install {builder}")
    start = time.monotonic()
    frame = frame_id(root, read_file(root, CONFIG)) if builder == "mkdocs" else None
    keys: Mapping[str, str] = {}
    if frame is None:
        output = output_of(builder, started(builder, config, into, {}))
        index_site(into)
    else:
        output, keys = build_by_pages(root, frame, into, cache, written or _stamps(root), old)
    if not (into / "index.html").is_file():
        raise BuildFailed(f"{builder} told no error, but wrote no home page.\n{without_progress(output)}")
    return BuildResult(builder, time.monotonic() - start, output, keys)


def _stamps(root: Path) -> Stamps:
    """Read all rendered pages, to tell what they are."""
    contents = {path: read_file(root, f"{PAGES}/{path}") for path in plain_files(root, PAGES)[0]}
    return {path: (key_of_content(content), (0, len(content), 0, 0, 0)) for path, content in contents.items()}
