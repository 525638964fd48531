# Unlocking the journal.

unlock-have-passphrase = I have my passphrase
unlock-have-pin = I have a PIN
unlock-have-words = I have my recovery words
unlock-no-passphrase = Type your passphrase here.
unlock-no-pin = Press your PIN here.
unlock-no-words = Type your recovery words here.
unlock-nothing-there = There is no journal here yet
    .lead = Nothing is lost. Setting it up takes about two minutes.
    .set-up = Set up
unlock-do = Unlock
    .doing = Unlocking
unlock-title = Your journal is locked
# The first half is set in bold, the second follows it.
unlock-part-missing = A part of the journal is missing.
    .more = What is there was not touched. If you moved it, put all of its folder back together. You can also try to open what is there.
unlock-words = Your recovery words
    .hint = All 28, in order. Numbers, commas and capitals do not matter, and the first four letters of a word are enough.
unlock-pin = Your PIN
unlock-passphrase = Your passphrase
unlock-working = Unlocking. It takes about a second, which slows down anybody who guesses.
unlock-other-words = These words do not open this journal. No word is misspelt.
    .to-do = Perhaps they were replaced by newer words, or belong to another journal. Look for another sheet, or use your passphrase.
unlock-damaged = Part of the journal is damaged
    .lead = The rest is there and was not changed.
    .read-only = It is open as far as it can be read, and takes nothing new. The damaged file was kept and not changed.
    .hint = Make an evidence pack now of what can be read. “Check the journal”, under More, says which part it is.
    .go-on = Go on
