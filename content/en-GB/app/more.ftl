# The list under More, and its screens.
