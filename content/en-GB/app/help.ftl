# The directory of help.
