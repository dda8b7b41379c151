"""What a person adds to a document, and where it is kept."""
