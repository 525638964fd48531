//! Implements the ports of `domain` for each system.
