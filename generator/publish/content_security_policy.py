"""The Content-Security-Policy of each page: only what the site itself brought may run or be loaded."""

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
    """The page with its policy, right behind the charset so that it holds for all that follows.

    The inline scripts that are there when the page is built are named by their SHA-256 (CSP Level 3);
    anything that should ever slip in later, or from a text, does not run. The site is safe without it.
    """
    hashes = sorted(
        {
            _hash(found["code"])
            for found in _SCRIPT.finditer(page)
            if not _NOT_CODE.search(found["attributes"])
        }
    )
    rules = "; ".join(_RULES).format(scripts="".join(f" '{one}'" for one in hashes))
    tag = f'<meta http-equiv="Content-Security-Policy" content="{rules}">'
    return _CHARSET.sub(lambda charset: charset[0] + tag, page, count=1)


def _hash(code: str) -> str:
    # A browser hashes what its parser made of the page, in which every line end is a line feed.
    data = code.replace("\r\n", "\n").encode()
    return f"sha256-{base64.b64encode(hashlib.sha256(data).digest()).decode()}"
