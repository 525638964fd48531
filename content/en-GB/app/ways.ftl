# What opens the journal, and changing it.
