# Parts that many screens are made of.

copy-do = Copy
    .done = Copied
    .failed = It did not copy. Write it down

# An entry of the directory of help. { $name } is who it is; { $number } is a number, or the address of a page.
# The bare word stands under a round button; what is under `.name` is heard on it.
directory-call = Call
    .name = Call { $name }
    .other = Call { $name }: { $number }
directory-text = Text
    .name = Text { $name }
    .other = Text { $name }: { $number }
    .number = Text { $number }
directory-page = Website
    .name = Website { $name }
    .other = Website { $name }: { $number }
# { $place } is a part of the UK, or some of them: “England and Wales”.
directory-elsewhere = For { $place } only
# { $date } as in “17 Nov 2026”.
directory-checked = Checked { $date }
directory-old = Nobody has checked this for more than a year. It may have changed.
# In the entry of 101: it opens the card for 101.
directory-card = A card to read aloud
# What opens the rest of an entry, and what closes it. `.hear` begins with the word that is seen.
directory-more = More
    .hear = More about { $name }
directory-less = Less
    .hear = Less about { $name }
directory-copy-number = Copy the number
directory-copy-address = Copy the address
directory-copy-email = Copy the email address
# Heard on the line with an email address, which is seen alone. Pressing it copies the address; nothing opens.
directory-email = Copy the email address of { $name }: { $address }
# `.entry` are the first words of that entry. They are hers to change.
directory-called = Add a note that I called
    .hint = It opens a new entry for you to finish. Nothing is saved until you save it.
    .needs = To add a note that you called, you need a journal. Set-up takes about two minutes, and it can wait.
    .entry = I called: { $name }.

# What a search found.
found-count = { $n ->
    [one] 1 result
   *[other] { $n } results
}
found-pages = To read
found-help = To call, text or look up
found-nothing = Nothing here has those words. Try one word, or a shorter one.
found-ask = Or ask somebody. You do not need the right words.
    .label = Talk to somebody
    .hint = The National Stalking Helpline, { $number }. See the website for today’s hours.
    .call = Call { $number }
found-everything = Look through everything
found-all-guidance = All guidance
    .hint = Every page, in groups
found-all-help = Everybody who can help
    .hint = Helplines, police, charities

# While a button is held down. { $n } seconds are left.
hold-on = Keep holding: { $n }

# Where she lives. { $name } is a part of the UK.
where-you-live = Where you live
    .ask = Where do you live?
    .hint = Each part of the UK has its own law, and some helplines of its own. You can leave this open.
    .for = For { $name }
    .for-all = For all of the UK
    .change = Change where you live

safe-first = Get safe first. You can write this later.

# A PIN, pressed on buttons.
pin-pad-pressed = { $n ->
    [one] 1 digit
   *[other] { $n } digits
}
    .nothing = Nothing pressed yet
pin-pad-delete = Take the last digit away
pin-pad-next = Next
pin-pad-keep = Keep this PIN
pin-pad-short = Press six digits or more.
pin-pad-differs = The two were not the same. Choose it again.
pin-pad-new = Your new PIN
pin-pad-again = The same PIN again
pin-pad-show = Show what I press
    .hint = Each digit, until the next

# On a page of guidance.
prose-record = Record
prose-opens-browser = Opens the browser
# { $place } is a part of the UK, or some of them: “England and Wales”.
prose-law = In the law of { $place }
    .all = In the law of the UK

# Above the three sentences about something that went wrong.
told-happened = What happened
told-safe = What is safe
told-to-do = What you can do

# A new secret, typed twice.
twice-again = The same again
twice-differs = The two are not the same. Type it again, or switch on “Show what I type” and compare.
# Under the switch that shows what is typed.
twice-show =
    .hint = In both fields

# After too many wrong tries. The first half is set in bold, the second follows it.
wait-left = { $n ->
    [one] You can try again in { $n } second.
   *[other] You can try again in { $n } seconds.
}
    .words = The recovery words never wait.
wait-failed = { $n ->
    [one] 1 try has failed since the journal was last open. Nothing is ever wiped. If that was not you, somebody may have tried.
   *[other] { $n } tries have failed since the journal was last open. Nothing is ever wiped. If that was not you, somebody may have tried.
}

# Where she is, to read out on the telephone. { $time } as in “18:42:07”; { $within } says how exact it is: “within 12 m”.
where-am-i = Where you are
    .show = Show where I am
    .hint = To read out. The phone may ask you first. Do not wait for it: call.
    .looking = Looking for where you are. Do not wait for it: call.
    .degrees = Latitude, longitude
    .grid = Grid reference
    .found = Found at { $time }. Read it out: nobody is told by this app.
    .found-within = Found at { $time }, { $within }. Read it out: nobody is told by this app.
    .look-again = Look again
    .say = Say what you see: a road sign, a house number, a shop, a bus stop.
    .try-again = Try again
