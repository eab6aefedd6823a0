"""The settings that hold for the whole site."""

from typing import Annotated, Final

from pydantic import Field

from generator.model.entry import Entry
from generator.model.texts import Url


class Settings(Entry):
    """What mkdocs.yml sets under ``extra: briefings:``; what is not set is left out of the pages."""

    repository: Url | None = Field(None, description="The repository's address, for corrections and edits.")
    branch: Annotated[str, Field(pattern=r"^[A-Za-z0-9._/-]{1,200}$")] = Field(
        "main", description="The branch that edits are proposed against."
    )
    site: Url | None = Field(None, description="The site's own address; taken from site_url.")


NOTHING_SET: Final = Settings()
