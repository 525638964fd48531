# Setting up.
