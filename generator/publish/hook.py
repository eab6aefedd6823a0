"""The MkDocs hook, which makes ``mkdocs build`` and ``mkdocs serve`` render the briefings first."""

import os
import re
import sys
import traceback
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files

    from generator.publish.preview.application import Preview
    from generator.publish.preview.trouble import Trouble

# A fresh clone has no package installed, and MkDocs undoes what a hook adds to the path while it is loaded.
_HERE: Final = str(Path(__file__).resolve().parents[2])
# How many seconds a build waits for a preview that is writing pages, and a preview for a build.
_BUILD_PATIENCE: Final = 2.0
_PREVIEW_PATIENCE: Final = 60.0


class _Run:
    """The state that is kept from one event to the next.

    Attributes:
        preview: what a preview shows; None of a build.
        is_watching: whether the preview's first build is over, so that another may fail.
        is_empty: whether this build is of no page, as the preview has problems to tell in place of any.
        held: the lock of a build.
        files: all files, where this build is of a share of the pages; None where it is of all.
    """

    preview: "Preview | None" = None
    is_watching = False
    is_empty = False
    held = ExitStack()
    files: "Files | None" = None


def on_startup(command: str, **_: object) -> None:
    """Remember whether MkDocs serves a preview."""
    if _HERE not in sys.path:
        sys.path.insert(0, _HERE)
    _Run.preview = None
    if command == "serve":
        from generator.publish.preview.application import Preview

        _Run.preview = Preview()
    _Run.is_watching = _Run.is_empty = False


def on_pre_build(config: "MkDocsConfig") -> None:
    """Render the briefings into docs_dir, unless the generator has done so already.

    A preview that begins with errors has no page to show, and builds none.

    Raises:
        mkdocs.exceptions.Abort: the briefings have errors. MkDocs hasn't touched the old site by then.
    """
    from mkdocs.exceptions import Abort

    from generator.publish.builder_process import EPOCH, PAGES_READY
    from generator.publish.inputs import input_faults

    os.environ["SOURCE_DATE_EPOCH"] = EPOCH
    root = Path(config.config_file_path).absolute().parent
    if faults := input_faults(root, config.theme.custom_dir):
        raise Abort("\n".join(faults))
    if os.environ.get(PAGES_READY):
        return
    from generator.publish.preview.trouble import failure

    preview = _Run.preview
    try:
        trouble = _render(config)
    except Exception as fault:
        # A fault of the generator, or in a template that somebody is writing.
        if preview is None:
            raise
        trouble = failure(f"{type(fault).__name__}: {fault}", traceback.format_exc())
    _Run.is_empty = False
    if trouble is None:
        if preview is not None:
            # From here on MkDocs replaces them, and may fail half-way.
            preview.has_pages = False
        return
    # Not by MkDocs's log, where it would count as a warning and stop a strict preview.
    print(trouble.text.rstrip(), file=sys.stderr, flush=True)
    if preview is None:
        raise Abort("Nothing was built: see above. The last good site is as it was.")
    preview.trouble = trouble
    kept = "keeps the last good pages" if preview.has_pages else "shows this in place of any page"
    print(f"The preview {kept} until this is mended.", file=sys.stderr, flush=True)
    if _Run.is_watching:
        raise Abort("Nothing was built.")
    _Run.is_empty = True
    config.nav, config.strict = None, False


def on_files(files: "Files", config: "MkDocsConfig | None" = None, **_: object) -> "Files":
    """Leave all files out where a preview has no page to show, and what is not in the share of this build."""
    from mkdocs.structure.files import Files, InclusionLevel

    from generator.files.walk import read_file
    from generator.publish.builder_process import PAGES_ONLY, PAGES_SHARE

    if _Run.is_empty:
        return Files([])
    _Run.files = None
    if share := os.environ.get(PAGES_SHARE):
        _Run.files, place = files, Path(share)
        first, *pages = read_file(place.parent, place.name).decode().split("\n")
        wanted = set(pages)
        for file in files:
            is_theme = config is None or file.src_dir != config.docs_dir
            if first == PAGES_ONLY if is_theme else file.src_uri not in wanted:
                file.inclusion = InclusionLevel.EXCLUDED
    return files


def _render(config: "MkDocsConfig") -> "Trouble | None":
    """Render and write the pages; returns why there are none, and writes nothing then."""
    from generator.files.folder import relative_to
    from generator.files.lock import Busy, build_locked
    from generator.pipeline import write_pages
    from generator.publish.preview.trouble import failure
    from generator.publish.swap import SwapFailed, check

    is_preview = _Run.preview is not None

    root = Path(config.config_file_path).absolute().parent
    folder = relative_to(root, Path(config.docs_dir))
    if not folder:
        return failure(
            f"docs_dir must be a folder below {root}, for the generator writes it: {config.docs_dir} is none."
        )
    try:
        if not is_preview:
            check(Path(config.site_dir))
        _Run.held.close()
        with ExitStack() as stack:
            stack.enter_context(build_locked(root, _PREVIEW_PATIENCE if is_preview else _BUILD_PATIENCE))
            alone = is_preview and _is_own_computer(config)
            trouble = write_pages(root, folder, drafts=is_preview, preview=alone)
            if trouble is not None:
                return trouble
            if not is_preview:
                # Keeps the lock until the site is built, so that no one changes the pages that MkDocs reads.
                _Run.held = stack.pop_all()
    except (Busy, SwapFailed, ValueError, OSError) as error:
        return failure(str(error))
    return None


def _is_own_computer(config: "MkDocsConfig") -> bool:
    """Whether a preview can be seen on this computer alone, so that it may show articles whole."""
    from generator.publish.preview.host import is_own_name

    host = config.dev_addr.host
    return is_own_name(f"[{host}]" if ":" in host else host)


def on_template_context(context: Any, template_name: str, config: "MkDocsConfig", **_: object) -> Any:
    """Put all pages into the sitemap, built here or not, but for those with ``robots: noindex``."""
    if template_name == "sitemap.xml":
        from mkdocs.structure.files import InclusionLevel

        from generator.publish.sitemap import in_sitemap

        files = context["pages"]
        if _Run.files is not None:
            files = _Run.files.documentation_pages(inclusion=InclusionLevel.all)
        # Without an address there is none; see `on_post_template`.
        context["pages"] = in_sitemap(files, config) if config.site_url else []
    return context


def on_post_page(output: str, **_: object) -> str:
    """Add the Content-Security-Policy, but not in a preview, whose reload script it would stop."""
    from generator.publish.content_security_policy import with_policy

    return output if _Run.preview else with_policy(output)


def on_post_template(output_content: str, template_name: str, config: "MkDocsConfig", **_: object) -> str:
    """Remove the build's date from the sitemap, and the sitemap itself where the site has no address."""
    if template_name == "404.html":
        return on_post_page(output_content)
    if template_name != "sitemap.xml":
        return output_content
    if not config.site_url:
        return ""  # a sitemap without absolute addresses isn't valid
    from generator.publish.builder_process import EPOCH_DAY

    return re.sub(rf"\s*<lastmod>{EPOCH_DAY}</lastmod>", "", output_content)


def on_post_build(config: "MkDocsConfig") -> None:
    """Make the search index, and mark the site as the generator's, so that the next build may replace it."""
    from generator.publish.builder_process import PAGES_READY
    from generator.publish.swap import mark

    if _Run.is_empty:
        return
    if not os.environ.get(PAGES_READY):
        from generator.publish.search.pagefind import IndexFailed
        from generator.publish.search.parts import index_site

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


def on_serve(
    server: "LiveReloadServer", config: "MkDocsConfig", builder: "Callable[[], None]", **_: object
) -> "LiveReloadServer":
    """Watch the folders that editors write, and not the one that the hook writes; tell of problems."""
    preview = _Run.preview
    application = server.get_app()
    assert preview is not None and application is not None
    _Run.is_watching = True
    preview.has_pages = preview.trouble is None
    root = Path(config.config_file_path).absolute().parent
    if _is_own_computer(config):
        from generator.edit.ask import answer_page
        from generator.publish.preview.quotes import with_quotes

        application = with_quotes(application, lambda query: answer_page(root, query))
    server.set_app(preview.guard(application))
    server.builder = preview.watched(builder)
    for name in ("briefings", "templates"):
        if (root / name).is_dir():
            server.watch(str(root / name))
    # The hook's own writing would make MkDocs build the site twice for each change.
    server.unwatch(config.docs_dir)
    return server
