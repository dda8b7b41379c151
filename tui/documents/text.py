"""Text in the abstract: cleaning, words, sentences, paragraphs."""
