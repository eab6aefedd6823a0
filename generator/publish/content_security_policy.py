"""Adds a Content-Security-Policy to a page, by which only the site's own files run or load."""

import base64
import hashlib
import re
from typing import Final

_CHARSET: Final = re.compile(r'<meta charset="?utf-8"?\s*/?>', re.IGNORECASE)
_SCRIPT: Final = re.compile(
    r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script\s*>", re.DOTALL | re.IGNORECASE
)
_NOT_CODE: Final = re.compile(r"\bsrc\s*=|\btype\s*=\s*[\"']?application/(?:ld\+)?json", re.IGNORECASE)

_RULES: Final = (
    "default-src 'none'",
    # Pagefind is WebAssembly.
    "script-src 'self' 'wasm-unsafe-eval'{scripts}",
    # The theme sets widths and colours in style attributes, which can load nothing from elsewhere.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
)


def with_policy(page: str) -> str:
    """Add the policy to an HTML page, right behind the charset, so that it holds for all that follows.

    Inline scripts of the built page are allowed by their SHA-256 (CSP Level 3); any other does not run. The
    policy is a second line of defence, as texts are escaped anyway.
    """
    hashes = sorted(
        {
            _source_hash(script["code"])
            for script in _SCRIPT.finditer(page)
            if not _NOT_CODE.search(script["attributes"])
        }
    )
    rules = "; ".join(_RULES).format(scripts="".join(f" '{digest}'" for digest in hashes))
    tag = f'<meta http-equiv="Content-Security-Policy" content="{rules}">'
    return _CHARSET.sub(lambda charset: charset[0] + tag, page, count=1)


def _source_hash(code: str) -> str:
    # A browser hashes what its parser made of the page, in which every line end is a line feed.
    data = code.replace("\r\n", "\n").encode()
    return f"sha256-{base64.b64encode(hashlib.sha256(data).digest()).decode()}"
