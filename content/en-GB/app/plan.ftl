# The plan for staying safe.
