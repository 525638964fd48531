# The list under More, and its screens.

more-title = More
more-lock = Lock now
    .hint = The journal has to be unlocked again
more-journal = The journal
more-pack = Make an evidence pack
    .hint = For the police or a lawyer
more-check = Check the journal
    .hint = That nothing was changed or lost
more-access = Who opened it
    .hint = Unlocked, failed tries, packs made, what was destroyed
more-getting-in = Getting in
more-ways = What opens this journal
    .hint = Passphrase, PIN, recovery words
more-disguise = The disguise and the way back
    .on = Your number is on. Practise or change it
    .off = No number yet. It takes a minute
more-second = A second passphrase
    .hint = If somebody makes you unlock: it opens plain notes
more-set-up = Set up the journal
    .hint = About two minutes. It can wait
more-locked = The journal is locked. Unlock it to make a pack, check it, or change its recovery words or disguise.
    .unlock = Unlock the journal
more-good-to-know = Good to know
more-cannot = What this app cannot do
more-safe-phone = Is this phone safe to use?
more-updates = Keep the guidance up to date
    .hint = Newer pages and numbers, only when you ask
    .hint-no-key = Newer pages and numbers come with a newer app
more-end = The end of it
more-destroy = Destroy everything…
    .hint = The journal and its keys. It cannot be brought back

# Who opened the journal. { $when } is a date and an hour.
more-access-title = Who opened it
    .lead = Each time the journal was unlocked, each pack, and what was taken out or destroyed. The app only ever adds to it.
    .working = Reading the list.
    .nothing = It was set up, and never locked since.
    .list = The list
    .hint = The app knows that the right secret opened it. It cannot know who typed it, or whose finger it was. If a time is not yours, somebody may know it. Openings of the plain notes, with a second passphrase, are not in this list.
more-access-passphrase = Opened with the passphrase
more-access-pin = Opened with the PIN
more-access-words = Opened with the recovery words
more-access-failed = { $n ->
    [one] { $when }. 1 failed try before it
   *[other] { $when }. { $n } failed tries before it
}
more-access-pack = Evidence pack made
    .hint = { $n ->
        [one] { $when }. 1 entry
       *[other] { $when }. { $n } entries
    }
    .selected = { $n ->
        [one] { $when }. 1 entry, a selection
       *[other] { $when }. { $n } entries, a selection
    }
# { $entry } says which, as `more-access-entry` does.
more-access-taken-out = Entry taken out of packs
    .hint = { $when }. { $entry }
more-access-put-back = Entry put back
    .hint = { $when }. { $entry }
# { $title } as in “Seen, followed”, { $day } as in “17 November 2026”.
more-access-entry = { $title }, of { $day }
    .gone = It was destroyed afterwards
# `.record` follows one of the other two.
more-access-destroyed = Entry destroyed
    .hint = { $n ->
        [one] { $when }. 1 version.
       *[other] { $when }. { $n } versions.
    }
    .with-files = { $when }. { $n ->
        [one] 1 version
       *[other] { $n } versions
    } and { $files ->
        [one] 1 file
       *[other] { $files } files
    }.
    .record = It was record { $number }.
more-access-saved-time = A time saved while locked
    .hint = { $when }. It joined the journal
more-access-saved-was-you = You said that a saved time was you
more-access-saved-aside = You set a saved time aside
more-access-saved-back = You brought a saved time back

# Checking the journal. What is under `.holds` and `.not-all` says how much is as it was written.
more-check-title = Check the journal
    .lead = Reads every record and every byte of every file, and looks whether it is as it was written.
    .do = Check now
    .doing = Checking
    .working = Checking. { $n } per cent done.
more-check-holds = All of it holds: { $records ->
        [one] 1 record
       *[other] { $records } records
    } and { $files ->
        [one] 1 file
       *[other] { $files } files
    } are as they were written.
# The first half is set in bold, the second follows it, and then a list.
more-check-not-all = Not all of it holds.
    .words = { $records ->
        [one] 1 record
       *[other] { $records } records
    } and { $files ->
        [one] 1 file
       *[other] { $files } files
    } are as they were written. This is not:
    .hint = Nothing was changed by the check. Make an evidence pack now of what can be read, and keep the phone as it is.
more-check-destroyed = Destroyed by you
    .hint = Number and check code are all that is left of these records. They still show that nothing around them was changed.
    .record = Record { $number }

# A second passphrase, which opens plain notes.
more-second-title = A second passphrase
    .lead = If somebody makes you unlock, you can type this one. It opens a small notes app instead of your journal.
    .is-set = A second passphrase is set.
more-second-does = What it does
    .notes = Opens plain notes. Nothing of the journal can be reached from them.
    .close = Close, in the place of Leave, shows the calculator and locks.
    .emergency = 999 works from the calculator: 9 9 9, then hold =.
# What follows is what it does not do: hide, stand up to, help with, show.
more-second-does-not = What it does not do
    .hide = Hide this app. Whoever sees the first screen knows what it is for.
    .search = Stand up to a search with the right tools. They may tell that there is more.
    .known = Help with somebody who knows that there can be a second passphrase.
    .help = Show 999 or help while the notes are open. They must look like any notes.
more-second-hint = Whoever makes you open it will read the notes. Write nothing there that could put you in danger. You know best what is safe: if it is safer to show the journal, do that.
more-second-passphrase = Your second passphrase
    .new = A new second passphrase
    .hint = Words that you will remember under pressure, and nothing like the first.
    .nothing = Type a second passphrase here.
more-second-again = The same again
    .differs = The two are not the same. Type the second again, or switch on “Show what I type”.
# Under the switch that shows what is typed.
more-second-show =
    .hint = Then once is enough
more-second-set = Set it
    .change = Change it
    .doing = Setting it
    .working = Setting it. It takes about two seconds.
    .done = The second passphrase is set.
# The first half is set in bold, the second follows it.
more-second-write-notes = Write a few ordinary notes in it.
    .words = An empty one looks new. Lock the journal, type the second passphrase, and put in a shopping list or a recipe.
    .done = Done
more-second-remove = Take the second passphrase away
    .lead = Then nothing opens the notes. What is in them is kept, and comes back if you set a second passphrase again.
    .do = Take it away
    .done = The second passphrase is gone. The notes are kept.

# Newer guidance, fetched only after a tap.
more-updates-title = Keep the guidance up to date
    .lead = All pages and numbers are in the app and need no network. Newer ones can be fetched. Nothing is ever fetched by itself.
    .lead-no-key = All pages and numbers are in the app and need no network. Nothing is ever fetched by itself.
more-updates-fetch = Fetch it now
    .doing = Fetching
    .working = Fetching. It takes two minutes at most. Leaving this screen stops it.
    .done = The newer guidance is in the app now.
    .not-newer = You have the newest guidance already.
# { $number } counts the updates; { $date } as in “17 Nov 2026”.
more-updates-now = You read
    .built-in = What is built into the app
    .update = Update { $number }, of { $date }
# An update that was taken once and is not read now. One of the two sentences on why, then the last one.
more-updates-put-aside = An update that you took is not read any more.
    .older = It was made for an older version of the app.
    .other = It does not fit this version of the app, or it was damaged or changed.
    .now = You read what is built into the app. You can fetch a newer one.
more-updates-checked = Last checked
    .never = Never
    .not-since = Not since the app was started
more-updates-leaves = What leaves the phone
    .request = One ordinary web request, to the address below and to nobody else.
    .nothing = Nothing about you, and nothing from your journal.
    .learns = Whoever runs the address learns which network asked, and when.
# The first half is set in bold, the second follows it.
more-updates-watched = Somebody who watches the network may see it.
    .words = The one who runs the Wi-Fi, or pays for the phone, may see which site was asked and when. Use a network that is safe for you, or leave it.
more-updates-address = The address
    .hint = It begins with https://. It is kept, sealed, in your journal.
    .hint-closed = It begins with https://. No journal is open, so it is kept nowhere: you type it each time.
    .nothing = Type the address here.
    .forget = Forget the address
    .forgotten = The address is forgotten.
more-updates-signed = What comes is used only if the makers of this app signed it, and it is newer and whole. Else the guidance stays as it is.
# The first half is set in bold, the second follows it.
more-updates-no-key = This build has no key for updates, so it takes none.
    .words = Nothing is sent. All the guidance that is built in works without it. A newer version of the app brings newer guidance.
more-updates-undo = Go back to what was there before
    .done = You read what was there before.
