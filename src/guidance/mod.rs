//! Reads `content/` into typed pages and the directory of help.
