# The evidence pack.
