//! Secrets: slots, key derivation, sealing, streams, signing. Bytes in, bytes out; knows no SQL and no entry.
