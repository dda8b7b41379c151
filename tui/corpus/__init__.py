"""Analysing a whole library: the cache of what was found, worker processes, a cluster."""
