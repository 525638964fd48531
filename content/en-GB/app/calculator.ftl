# The disguise, and the practice of leaving and coming back.
