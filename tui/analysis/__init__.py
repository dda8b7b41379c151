"""From text to who is in it and who said what; pure, cancellable, offline."""
