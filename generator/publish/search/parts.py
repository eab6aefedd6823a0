"""Parts of the search index: each is made of its own records, and anew only when one of those changed."""

import os
import shutil
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

import cbor2

from generator.files.cache import Results, key_of
from generator.files.content import Kept, bytes_of
from generator.files.write import Stamps, write_file
from generator.publish.search.pagefind import PROGRAM, index_of
from generator.render.exports.search import SEARCH_RECORDS

KIND: Final = "index"
"""Name of the parts of the index in the cache."""

FOLDER: Final = "pagefind"
"""Folder of the index in the site."""


def index_site(site: Path) -> None:
    """Makes the index of a built site from the files of records in it, and removes those.

    Does nothing where there are no records.

    Args:
        site: the folder of the site.

    Raises:
        IndexFailed, ValueError, OSError: as `index_files`; or a file can't be written.
    """
    source = site / SEARCH_RECORDS
    if source.is_dir():
        records = {path.stem: Kept(path.name, path.read_bytes) for path in source.iterdir()}
        files = Index(records, Results(KIND, "")).files({})
        for path, content in files.items():
            write_file(site, path, bytes_of(content))
        shutil.rmtree(source)


@dataclass
class Index:
    """Index of a site, in parts.

    The first part stands in the folder of the index, each other one in a folder of that, without the program,
    which is the same. The browser asks all of them.

    Attributes:
        records: those of each part by its number, as JSON objects, one a line.
        kept: the parts that earlier builds made, by the key of their records.
    """

    records: Mapping[str, Kept]
    kept: Results
    _last: tuple[str, Mapping[str, bytes]] = field(default=("", {}))

    def files(self, old: Stamps) -> dict[str, Kept]:
        """Makes the parts that are missing; returns the files of all by their paths below the site.

        Args:
            old: the stamps of the site that was built before, by which the files of a part are known that
                need not be read.

        Raises:
            IndexFailed, ValueError: as `index_files`.
        """
        keys = {part: key_of(KIND, self.kept.code, records.key) for part, records in self.records.items()}
        paths = {key: [] for key in keys.values()}  # type: dict[str, list[str]]
        for path, (key, _) in old.items():
            if key in paths:
                paths[key].append(path)
        missing = [part for part, records in self.records.items() if records.key not in self.kept]
        with ThreadPoolExecutor(os.cpu_count() or 1) as threads:
            for part, made in zip(missing, threads.map(self._make, missing), strict=True):
                self.kept.put(self.records[part].key, made)
        files: dict[str, Kept] = {}
        for part, key in keys.items():
            for path in paths[key] or self._part(part):
                files[path] = Kept(key, partial(self._file, part, path))
        return files

    def _make(self, part: str) -> bytes:
        below = FOLDER if part == "0" else f"{FOLDER}/{part}"
        made = index_of(self.records[part].read().decode())
        own = {path: content for path, content in made.items() if part == "0" or not PROGRAM.fullmatch(path)}
        return cbor2.dumps({f"{below}/{path}": content for path, content in own.items()})

    def _part(self, part: str) -> Mapping[str, bytes]:
        """Returns the files of a part; made again where what was kept is gone or damaged."""
        if self._last[0] != part:
            data = self.kept.get(self.records[part].key)
            self._last = (part, cbor2.loads(self._make(part) if data is None else data))
        return self._last[1]

    def _file(self, part: str, path: str) -> bytes:
        return self._part(part)[path]
