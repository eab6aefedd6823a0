"""The MkDocs hook: with it, ``mkdocs build`` and ``mkdocs serve`` alone render the briefings first."""

import os
import re
import sys
import traceback
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

# In a fresh clone nothing is installed, and MkDocs takes back what a hook adds to the path on loading.
_HERE: Final = str(Path(__file__).resolve().parents[2])
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")
# A build that waits for a preview to write its pages, and the other way round, waits this long (seconds).
_BUILD_PATIENCE: Final = 2.0
_PREVIEW_PATIENCE: Final = 60.0


class _Run:
    """What lasts from one event to the next."""

    serving = False
    shown = False
    held = ExitStack()


def on_startup(command: str, **_: object) -> None:
    """Note whether this is a preview."""
    _Run.serving = command == "serve"
    _Run.shown = False


def on_pre_build(config: "MkDocsConfig") -> None:
    """Render the briefings into docs_dir, unless the generator has done so already.

    Raises:
        mkdocs.exceptions.Abort: the briefings have errors. MkDocs hasn't touched the old site yet. A
            preview that has shown good pages keeps showing them instead.
    """
    if _HERE not in sys.path:
        sys.path.insert(0, _HERE)
    from generator.publish.inputs import input_faults
    from generator.publish.site_builder import EPOCH, PAGES_READY

    os.environ["SOURCE_DATE_EPOCH"] = EPOCH
    root = Path(config.config_file_path).absolute().parent
    if faults := input_faults(root, config.theme.custom_dir):
        from mkdocs.exceptions import Abort

        raise Abort("\n".join(faults))
    if os.environ.get(PAGES_READY):
        return
    outlives = _Run.serving and _Run.shown
    try:
        problem = _render(config)
    except Exception:
        # A fault of ours, or in a template that is being written.
        if not outlives:
            raise
        problem = traceback.format_exc()
    if not problem:
        _Run.shown = True
        return
    # Not by MkDocs's log: that would count as a warning and stop a strict preview.
    print(problem.rstrip(), file=sys.stderr, flush=True)
    if outlives:
        print("The preview keeps the last good pages until this is mended.", file=sys.stderr, flush=True)
        return
    from mkdocs.exceptions import Abort

    raise Abort("Nothing was built: see above. The last good site is as it was.")


def _render(config: "MkDocsConfig") -> str:
    """Render and write the pages; the errors' text when there are any, and nothing is written then."""
    from generator.files.folder import relative_to
    from generator.files.lock import Busy, build_locked
    from generator.files.write import replace_files
    from generator.pipeline import render_pages
    from generator.publish.swap import SwapFailed, check

    root = Path(config.config_file_path).absolute().parent
    folder = relative_to(root, Path(config.docs_dir))
    if not folder:
        return (
            f"docs_dir must be a folder below {root}, for the generator writes it: {config.docs_dir} is none."
        )
    try:
        if not _Run.serving:
            check(Path(config.site_dir))
        _Run.held.close()
        with ExitStack() as stack:
            stack.enter_context(build_locked(root, _PREVIEW_PATIENCE if _Run.serving else _BUILD_PATIENCE))
            pages, errors = render_pages(root)
            if errors:
                return errors
            replace_files(root, folder, pages)
            if not _Run.serving:
                # Until the site is built, so that nobody changes the pages while MkDocs reads them.
                _Run.held = stack.pop_all()
    except (Busy, SwapFailed, ValueError, OSError) as error:
        return str(error)
    return ""


def on_page_markdown(markdown: str, page: Any, **_: object) -> str:
    """Take the page's date for the sitemap from its front matter (``last_changed``), not from the clock."""
    changed = str(page.meta.get("last_changed", ""))
    if _DATE.fullmatch(changed):
        page.update_date = changed
    return markdown


def on_template_context(context: Any, template_name: str, **_: object) -> Any:
    """Leave pages that aren't offered to search engines (``robots: noindex``) out of the sitemap."""
    if template_name == "sitemap.xml":
        context["pages"] = [
            file for file in context["pages"] if "noindex" not in str(file.page.meta.get("robots", ""))
        ]
    return context


def on_post_page(output: str, **_: object) -> str:
    """Give the page its Content-Security-Policy; a preview's own reload script would not pass it."""
    from generator.publish.content_security_policy import with_policy

    return output if _Run.serving else with_policy(output)


def on_post_template(output_content: str, template_name: str, config: "MkDocsConfig", **_: object) -> str:
    """Take the build's date out of the sitemap; without an address of the site there is no sitemap."""
    if template_name == "404.html":
        return on_post_page(output_content)
    if template_name != "sitemap.xml":
        return output_content
    if not config.site_url:
        return ""  # no address could stand in it, and one without addresses isn't valid
    from generator.publish.site_builder import EPOCH_DAY

    return re.sub(rf"\s*<lastmod>{EPOCH_DAY}</lastmod>", "", output_content)


def on_post_build(config: "MkDocsConfig") -> None:
    """Make the search index, and mark the site as ours, so that the next build may replace it."""
    from generator.publish.search.pagefind import IndexFailed, index_site
    from generator.publish.site_builder import PAGES_READY
    from generator.publish.swap import mark

    if not os.environ.get(PAGES_READY):
        try:
            index_site(Path(config.site_dir))
        except IndexFailed as failure:
            from mkdocs.exceptions import Abort

            raise Abort(str(failure)) from failure
    mark(Path(config.site_dir))
    _Run.held.close()


def on_build_error(**_: object) -> None:
    """Let other builds go on."""
    _Run.held.close()


def on_serve(server: "LiveReloadServer", config: "MkDocsConfig", **_: object) -> "LiveReloadServer":
    """Watch what editors write, and not what we write ourselves."""
    _Run.serving = True
    root = Path(config.config_file_path).absolute().parent
    for name in ("briefings", "templates"):
        if (root / name).is_dir():
            server.watch(str(root / name))
    # Our own writing there would make every saved line build the site twice.
    server.unwatch(config.docs_dir)
    return server
