"""Scripts that make the data files of the analysis; never imported by the program."""
