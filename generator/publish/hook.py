"""The MkDocs hook, which makes ``mkdocs build`` and ``mkdocs serve`` render the briefings first."""

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

# A fresh clone has no package installed, and MkDocs undoes what a hook adds to the path while it is loaded.
_HERE: Final = str(Path(__file__).resolve().parents[2])
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d")
# How many seconds a build waits for a preview that is writing pages, and a preview for a build.
_BUILD_PATIENCE: Final = 2.0
_PREVIEW_PATIENCE: Final = 60.0


class _Run:
    """The state that is kept from one event to the next."""

    serving = False
    shown = False
    held = ExitStack()


def on_startup(command: str, **_: object) -> None:
    """Remember whether MkDocs serves a preview."""
    _Run.serving = command == "serve"
    _Run.shown = False


def on_pre_build(config: "MkDocsConfig") -> None:
    """Render the briefings into docs_dir, unless the generator has done so already.

    Raises:
        mkdocs.exceptions.Abort: the briefings have errors. MkDocs hasn't touched the old site by then. A
            preview that has shown pages without errors goes on showing them instead.
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
        # A fault of the generator, or in a template that somebody is writing.
        if not outlives:
            raise
        problem = traceback.format_exc()
    if not problem:
        _Run.shown = True
        return
    # Not by MkDocs's log, where it would count as a warning and stop a strict preview.
    print(problem.rstrip(), file=sys.stderr, flush=True)
    if outlives:
        print("The preview keeps the last good pages until this is mended.", file=sys.stderr, flush=True)
        return
    from mkdocs.exceptions import Abort

    raise Abort("Nothing was built: see above. The last good site is as it was.")


def _render(config: "MkDocsConfig") -> str:
    """Render and write the pages; returns the errors' text, and writes nothing if there are errors."""
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
            pages, errors = render_pages(root, preview=_Run.serving and _is_own_computer(config))
            if errors:
                return errors
            replace_files(root, folder, pages)
            if not _Run.serving:
                # Keeps the lock until the site is built, so that no one changes the pages that MkDocs reads.
                _Run.held = stack.pop_all()
    except (Busy, SwapFailed, ValueError, OSError) as error:
        return str(error)
    return ""


def _is_own_computer(config: "MkDocsConfig") -> bool:
    """Whether a preview can be seen on this computer alone, so that it may show articles whole."""
    from generator.publish.preview_quotes import LOOPBACK

    return config.dev_addr.host in LOOPBACK


def on_page_markdown(markdown: str, page: Any, **_: object) -> str:
    """Set the page's date for the sitemap from ``last_changed`` of its front matter."""
    changed = str(page.meta.get("last_changed", ""))
    if _DATE.fullmatch(changed):
        page.update_date = changed
    return markdown


def on_template_context(context: Any, template_name: str, **_: object) -> Any:
    """Leave pages with ``robots: noindex`` out of the sitemap."""
    if template_name == "sitemap.xml":
        context["pages"] = [
            file for file in context["pages"] if "noindex" not in str(file.page.meta.get("robots", ""))
        ]
    return context


def on_post_page(output: str, **_: object) -> str:
    """Add the Content-Security-Policy, but not in a preview, whose reload script it would stop."""
    from generator.publish.content_security_policy import with_policy

    return output if _Run.serving else with_policy(output)


def on_post_template(output_content: str, template_name: str, config: "MkDocsConfig", **_: object) -> str:
    """Remove the build's date from the sitemap, and the sitemap itself where the site has no address."""
    if template_name == "404.html":
        return on_post_page(output_content)
    if template_name != "sitemap.xml":
        return output_content
    if not config.site_url:
        return ""  # a sitemap without absolute addresses isn't valid
    from generator.publish.site_builder import EPOCH_DAY

    return re.sub(rf"\s*<lastmod>{EPOCH_DAY}</lastmod>", "", output_content)


def on_post_build(config: "MkDocsConfig") -> None:
    """Make the search index, and mark the site as the generator's, so that the next build may replace it."""
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
    """Release the lock, so that other builds can go on."""
    _Run.held.close()


def on_serve(server: "LiveReloadServer", config: "MkDocsConfig", **_: object) -> "LiveReloadServer":
    """Watch the folders that editors write, and not the one that the hook writes."""
    _Run.serving = True
    root = Path(config.config_file_path).absolute().parent
    for name in ("briefings", "templates"):
        if (root / name).is_dir():
            server.watch(str(root / name))
    # The hook's own writing would make MkDocs build the site twice for each change.
    server.unwatch(config.docs_dir)
    if _is_own_computer(config):
        from generator.edit.ask import answer_page
        from generator.publish.preview_quotes import with_quotes

        site = server.get_app() or server.serve_request
        server.set_app(with_quotes(site, lambda query: answer_page(root, query)))
    return server
