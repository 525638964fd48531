# The plain notes behind the second passphrase.
