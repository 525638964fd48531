# One entry, its versions and its files.
