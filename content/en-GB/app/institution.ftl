# An institution’s own help.
