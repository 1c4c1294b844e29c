"""Measurements against peers, each pair taken in the same run on the same machine."""
