# How times, places, people and files are said.
