"""From addresses on the web to files in a library."""
