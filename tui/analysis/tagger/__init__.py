"""A trained tagger that finds people, organisations and places: a conditional random field."""
