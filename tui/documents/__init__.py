"""From bytes on disk to clean, immutable text."""
