# Destroying one entry, or everything.
