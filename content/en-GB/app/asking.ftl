# “Is this stalking?”, asked.
