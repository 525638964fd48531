# The list of entries, and what was saved while locked.
