"""Checks of references: ids that name nothing, that run in a circle, or that stand twice."""
