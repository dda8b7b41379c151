"""Read news closely in a terminal: highlight, attribute, tag and annotate."""
