# What stands around every screen: tabs, Leave, 999, calls and texts.

# Heard: the name of the row of tabs.
shell-tabs = Main
tab-home = Home
tab-journal = Journal
tab-guidance = Guidance
tab-help = Help

# It opens the dialer with 999 in it. Never say that it calls.
shell-call-999 = Call 999
    .hint = Opens the dialer. You press call.

# The button that covers everything with the calculator. `.hear` begins with the word that is seen, so that one can say it.
leave-do = Leave
    .hear = Leave. Covers the screen and shows the calculator.
# What the same button says in the plain notes, where nothing may tell that there is more.
leave-plain = Close

# Said once, before the first call and before the first text that is not to an emergency number.
shell-call-stays = A call stays in your call list
    .lead = It can also show on the bill, and on other devices that share your account. A friend’s phone may be safer.
    .call = Call { $number }
shell-text-stays = A text stays in your messages
    .lead = So does the answer. Both can also show on other devices that share your account. A friend’s phone may be safer.
    .text = Text { $number }
shell-stays-once = This is said once. It never stands before 999.

# On a computer, in the place of what a phone would do.
shell-instead-call = On a phone this opens the dialer with { $number } in it
shell-instead-text = On a phone this opens a message to { $number }
shell-instead-page = On a phone this opens the browser
shell-instead-share = On a phone this opens the share sheet

# It did not open: what to do by hand. The number or the address stands below, large.
shell-failed-call = The dialer did not open. Dial this yourself
shell-failed-text = The messages did not open. Text this number
shell-failed-page = The browser did not open. Type this address
shell-failed-share = Nothing could be shared from here

shell-you-press-call = You press call.
shell-you-write = You write the words, and you press send.
# { $words } are the words of the text. They stand on lines of their own.
shell-you-send =
    With these words:
    { $words }
    You press send.
shell-page-stays = A page stays in the browser’s history.

# In the place of the journal while it is not open.
closed-nothing = Nothing written yet
    .lead = When something happens, write it here as soon as you can. Small things count too. You can add to it later.
    .set-up = Set up your journal
    .hint = Set-up takes about two minutes. It can wait.
closed-locked = Your journal is locked
    .lead = What you wrote is safe. Nobody can read it here without your passphrase.
    .unlock = Unlock
closed-incomplete = Part of your journal is missing
    .lead = What is there was not touched. If you moved it, put all of its folder back together. 999 and the helplines still work.
closed-looking = Looking for your journal
closed-locking = Locking your journal
