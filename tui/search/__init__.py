"""Searching a library: a query language, streamed results, and tables of who is in it."""
