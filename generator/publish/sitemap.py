"""Pages of the sitemap: all that search engines may list, whichever process builds them."""

import re
from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any, Final

_CHANGED: Final = re.compile(r'^last_changed: "?(\d{4}-\d\d-\d\d)"?$', re.MULTILINE)
_NOINDEX: Final = re.compile(r"^robots: .*\bnoindex\b", re.MULTILINE)


def in_sitemap(files: Iterable[Any], config: Any) -> list[Any]:
    """Makes what the template of the sitemap reads of each page: its address and the day of its last change.

    Those are read from the front matter. They are no pages of MkDocs, which would be dated then: the archive
    of the sitemap has the youngest date of the pages that one process builds.

    Args:
        files: of pages, as MkDocs has them.
        config: the settings of MkDocs.
    """
    from mkdocs.structure.pages import Page

    listed = []
    for file in files:
        page = file.page or Page(None, file, config)
        front_matter = file.content_string.partition("\n---\n")[0]
        if _NOINDEX.search(front_matter):
            continue
        changed = _CHANGED.search(front_matter)
        listed.append(
            SimpleNamespace(
                url=file.url,
                src_uri=file.src_uri,
                page=SimpleNamespace(
                    is_link=False,
                    url=page.url,
                    abs_url=page.abs_url,
                    canonical_url=page.canonical_url,
                    update_date=changed[1] if changed else page.update_date,
                ),
            )
        )
    return listed
