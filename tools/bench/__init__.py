"""Benchmark of the generator on made-up sites, beside other site builders on the same texts."""
