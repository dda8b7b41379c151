"""What the `newsreader` command can do: one file for each of its subcommands."""
