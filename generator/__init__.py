"""The briefing generator: articles and a YAML summary in, a checked and searchable site out."""

__version__ = "0.1.0"
