"""The command line, a shell over the pipeline: each command is a few lines around a function of it."""

from generator.cli.run import main

__all__ = ["main"]
