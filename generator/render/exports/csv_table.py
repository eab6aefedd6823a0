"""The CSV table of all claims (RFC 4180): a row for each quote of each claim; and what its columns hold."""

import json
import posixpath
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from generator.analyse.findings.findings import Findings
from generator.analyse.quotes.anchored import Quote
from generator.model.claims import Claim
from generator.model.dated import StatedDate
from generator.model.settings import Settings
from generator.render.addresses import HOME, briefing_page, site_path
from generator.render.escape import csv
from generator.render.parts.claims.writer import ClaimWriter
from generator.render.words import LANGUAGE, listed, phrase
from generator.render.words.data import COLUMNS

CLAIMS_TABLE: Final = "api/claims.csv"
# Where programs that know CSV on the Web look for it.
CLAIMS_COLUMNS: Final = f"{CLAIMS_TABLE}-metadata.json"


def claims_table(parts: Iterable[str]) -> str:
    """Write the table from the rows of each briefing. Lines end with CR and LF."""
    return "".join([_lines([tuple(COLUMNS)]), *parts])


def claims_rows(findings: Findings, settings: Settings) -> str:
    """Write the rows of one briefing, in the order of its YAML.

    A claim without quotes has one row, with the columns of the quote empty. Of a withdrawn claim it has what
    is left.
    """
    claims = ClaimWriter(findings, HOME)
    return _lines(row for claim in findings.briefing.summary.claims for row in _rows(claims, claim, settings))


def _lines(rows: Iterable[tuple[str, ...]]) -> str:
    return "".join(f"{','.join(csv(value) for value in row)}\r\n" for row in rows)


def claims_columns() -> str:
    """Describe the table's columns as JSON, by the W3C's "Metadata Vocabulary for Tabular Data"."""
    described = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": LANGUAGE}],
        "url": posixpath.basename(CLAIMS_TABLE),
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\r\n"], "header": True},
        "tableSchema": {
            "columns": [
                {"name": name, "titles": name, "dc:description": holds, "datatype": "string"}
                for name, holds in COLUMNS.items()
            ]
        },
    }
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"


def _rows(claims: ClaimWriter, claim: Claim, settings: Settings) -> Iterator[tuple[str, ...]]:
    briefing = claims.findings.briefing
    site = f"{settings.site.rstrip('/')}/" if settings.site else ""
    quotes: Sequence[Quote | None] = claims.findings.quotes[claim.id] or (None,)
    for quote in quotes:
        yield (
            briefing.slug,
            claim.id,
            claims.speakers.of_quote(quote, passed_on=False) if quote else claims.speaker(claim),
            listed([claims.name(actor) for actor in (quote.via if quote else claim.via)]),
            (quote.known_speech or "") if quote else "",
            quote.cue if quote else "",
            (quote.modality or "") if quote else "",
            claim.text,
            briefing.letter(quote.passage.article) if quote else "",
            quote.passage.article if quote else "",
            phrase("left-out-between").join(quote.words) if quote else "",
            claims.first_said_in(quote.origin if quote else claim.origin),
            _date(quote.said if quote else claim.said),
            site + site_path(briefing_page(briefing.slug), f"claim-{claim.id}"),
            _date(claim.withdrawn.date) if claim.withdrawn else "",
        )


def _date(date: StatedDate | None) -> str:
    """A date in EDTF, else in the article's words, else empty."""
    return (date.edtf or date.as_stated or "") if date else ""
