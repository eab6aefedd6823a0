"""Sorts the filters in Pagefind's CBOR files, so that the same index has the same bytes."""

import gzip
import hashlib
import json
import zlib
from collections.abc import Mapping
from typing import Final

import cbor2

# The first bytes of each file once it is unzipped, before CBOR (RFC 8949) or JSON.
_HEAD: Final = b"pagefind_dcd"
_ENTRY: Final = "pagefind-entry.json"
# The errors of reading a file that has another format than expected.
_UNREADABLE: Final = (
    *(ValueError, LookupError, TypeError, AttributeError),
    *(EOFError, OSError, zlib.error, cbor2.CBORError),
)


class UnknownLayout(Exception):  # noqa: N818 (it says what is the matter)
    """The files aren't a bundle of Pagefind 1.5; the text is the first error of reading them."""


def settle(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Sort the filters of a bundle and their values by code points.

    Pagefind writes both in an order that changes from run to run: the filters in the meta file (a list of
    version, pages, chunks of the index, filters, …), the values in each filter's own file. Files are named by
    their contents, so these files get new names, and so do the references to them: to a filter's file in the
    meta file, to the meta file in the entry file. All else is the same in every run.

    Args:
        files: the bundle's files by path.

    Returns:
        the files of the sorted bundle by path.

    Raises:
        UnknownLayout: the files have another layout.
    """
    try:
        return _settled(dict(files))
    except _UNREADABLE as error:
        raise UnknownLayout(repr(error)) from error


def addresses(files: Mapping[str, bytes]) -> set[str]:
    """The addresses of the records in a bundle.

    Raises:
        UnknownLayout: a record's file can't be read.
    """
    try:
        return {
            json.loads(_unpacked(content))["url"]
            for path, content in files.items()
            if path.startswith("fragment/")
        }
    except _UNREADABLE as error:
        raise UnknownLayout(repr(error)) from error


def _settled(files: dict[str, bytes]) -> dict[str, bytes]:
    entry = json.loads(files[_ENTRY])
    for language, about in entry["languages"].items():
        meta = cbor2.loads(_unpacked(files.pop(f"pagefind.{about['hash']}.pf_meta")))
        for mention in meta[3]:
            name, values = cbor2.loads(_unpacked(files.pop(f"filter/{mention[1]}.pf_filter")))
            content = _packed(cbor2.dumps([name, sorted(values)]))
            mention[1] = _content_name(language, content)
            files[f"filter/{mention[1]}.pf_filter"] = content
        meta[3].sort()
        content = _packed(cbor2.dumps(meta))
        about["hash"] = _content_name(language, content)
        files[f"pagefind.{about['hash']}.pf_meta"] = content
    files[_ENTRY] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    return files


def _content_name(language: str, content: bytes) -> str:
    return f"{language}_{hashlib.sha256(content).hexdigest()[:16]}"


def _packed(content: bytes) -> bytes:
    packed = gzip.compress(_HEAD + content, mtime=0)
    # The byte for the operating system (RFC 1952) is set to 255, unknown.
    return packed[:9] + b"\xff" + packed[10:]


def _unpacked(content: bytes) -> bytes:
    return gzip.decompress(content).removeprefix(_HEAD)
