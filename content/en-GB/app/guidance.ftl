# The lists and pages of guidance, and search.
