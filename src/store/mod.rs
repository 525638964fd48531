//! SQLite: the append-only log and the sealed files. Takes sealed bytes; sees no key and no plaintext.
