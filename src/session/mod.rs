//! One use case a file. The only room that joins the others.
