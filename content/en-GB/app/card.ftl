# The card for 101.
