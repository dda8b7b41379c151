"""The geometry of a page of text: rows, motions, selections; no widgets."""
