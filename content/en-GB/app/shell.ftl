# What stands around every screen: tabs, Leave, 999, calls and texts.
