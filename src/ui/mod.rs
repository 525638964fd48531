//! What she sees: the root, the screens, the components, the disguise, the quick exit.
