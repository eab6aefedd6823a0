"""The bar above the last good page, and the page where there is none: HTML with every value escaped."""

import secrets
from dataclasses import dataclass
from typing import Final

from generator.publish.preview.trouble import Problem, Trouble
from generator.render.environment import xml_environment
from generator.render.words import LANGUAGE, phrase

MOST_TOLD: Final = 20
"""The most problems that a page tells."""


@dataclass(frozen=True)
class BarView:
    """What the bar shows.

    Attributes:
        lead: whether a page stands below it.
        further: how many problems there are beside the first, in words; empty where there is none.
        others: those of them that are told.
        left_out: how many are told by the terminal alone, in words; empty where none is.
        epoch: the version of the site that the page belongs to, where the page must look for a newer one by
            itself; empty where MkDocs's own script does.
        nonce: the number by which the policy knows that script.
    """

    label: str
    lead: str
    first: Problem
    further: str
    others: tuple[Problem, ...]
    left_out: str
    epoch: str = ""
    nonce: str = ""


def with_bar(page: bytes, trouble: Trouble, epoch: str = "") -> bytes:
    """Put the bar at the top of a page of HTML.

    Args:
        page: a page in UTF-8.
        trouble: what the bar tells.
        epoch: of a page that MkDocs gives no script to reload itself, the version of the site.
    """
    view = _view(trouble, phrase("preview-old-pages"), epoch, "")
    bar = xml_environment().get_template("preview/bar.html.jinja").render(view=view).encode()
    body = page.lower().find(b"<body")
    begin = page.find(b">", body) + 1 if body >= 0 else 0
    return page[:begin] + bar + page[begin:]


def problems_page(trouble: Trouble, epoch: str) -> tuple[bytes, str]:
    """Make the page that stands for all where no good one is; returns it with its policy.

    Args:
        trouble: what it tells.
        epoch: the version of the site, so that the page finds out about the next one.
    """
    nonce = secrets.token_urlsafe(16)
    view = _view(trouble, phrase("preview-no-pages"), epoch, nonce)
    page = xml_environment().get_template("preview/page.html.jinja").render(view=view, language=LANGUAGE)
    policy = (
        f"default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return page.encode(), policy


def _view(trouble: Trouble, lead: str, epoch: str, nonce: str) -> BarView:
    first, *others = trouble.problems
    told = tuple(others[: MOST_TOLD - 1])
    left_out = len(others) - len(told)
    return BarView(
        label=phrase("preview-title"),
        lead=lead,
        first=first,
        further=phrase("preview-further", len(others)) if others else "",
        others=told,
        left_out=phrase("preview-left-out", left_out) if left_out else "",
        epoch=epoch,
        nonce=nonce,
    )
