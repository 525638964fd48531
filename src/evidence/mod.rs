//! The chain, the evidence pack, and checking both.
