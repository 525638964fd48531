# What went wrong, as sentences: what happened, then `.safe` (what is safe) and `.to-do` (what to do).
