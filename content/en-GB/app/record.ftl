# Recording what happened: the first step, the form, and what is said after saving. “She” in these notes is the person who writes.

## The first step

record-title = Record what happened
record-get-safe = Get safe first. You can write this later.
record-not-set-up = Your journal is not set up yet. That takes about two minutes, and it can wait.
    .set-up = Set up
record-looking = Looking for your journal.
record-read-only = The journal takes nothing new now. Write it on paper, with the day and the hour.
    .journal = To the journal
record-now = Is it happening now?
    .yes = Yes, now
    .earlier = It was earlier
    .lead = One tap keeps the time, and the place if it is on. You can add words after.
record-go-on = Go on
# Buttons: what will be saved, and no more.
record-save-time = Save the time
record-save-time-and-place = Save time and place
# On the button, while it is being saved.
record-saving = Saving
record-will-be-saved = What will be saved
record-this-phone-only = Kept on this phone only.
# Whom it is happening to, now.
record-happening =
    .mine = Happening to me
    .mine-hint = Or to a child, partner or colleague
    .child = Happening: a child’s
    .partner = Happening: a partner’s
    .family = Happening: somebody’s in the family
    .colleague = Happening: a colleague’s
    .friend = Happening: a friend’s
    .other = Happening: somebody else’s
    .others-hint = You saw it, or they tell you

## After saving

record-saved = Saved
    .new = It is kept on this phone only. You can correct it or add to it at any time; what you wrote first stays.
    .bare = The time is kept, without words. That is enough. You can add to it at any time; what you kept first stays.
    .corrected = What you added or changed stands beside what you wrote first. Both are kept on this phone only.
    .nothing = Nothing new was written
    .nothing-more = Nothing was changed, so nothing new was written. The entry is as it was.
    .no-place = No place.
    .words-can-wait = Words can wait. When you are safe, add what you saw and heard.
record-done = Done
record-add-words = Add words
record-read-it = Read it

## While the journal is locked

record-locked = Your journal is locked. You can save the time without unlocking it, or unlock it to write.
    .save = Save the time now
    .unlock = Unlock to write
    .will-be-saved = What will be saved with the time
    .anybody = Anybody who holds the phone can do this. So it does not count, and goes into no pack, until you unlock and say that it was you.
record-locked-words = A few words, if you want
    .hint = You cannot read or change them here again.
# $hour is a time such as 18:42, $day a whole day such as Tuesday 17 November 2026.
record-locked-saved = { $hour }, { $day }
    .hint = Nobody can read it here. When you unlock your journal, it asks you whether this was you. Until then it does not count.
    .unlock = Unlock and write more

## The form

record-opening = Opening the form
record-began-before = You began one before
    .lead = It was kept, and it is not saved yet. There is room for one at a time.
    .go-on = Go on with it
    .put-away = Put it away, and begin this one
    .put-away-hint = What you put away is then gone.
    .journal = Back to the journal
record-new = What happened
    .lead = Only the time is needed. Fill in the rest in any order.
# The form that is opened to add words; its heading is record-add-words.
record-adding = What you kept is saved. Add what you like, in any order.
record-correct = Correct this
    .lead = What you wrote first stays. The correction stands beside it.
record-why = Why you correct it
    .hint = If you like. For instance: seen on the photo.
# $hour is a time such as 19:20.
record-draft-kept = Draft kept, { $hour }
record-draft-not-kept = Draft not kept
record-save = Save
    .doing = Saving. Not saved yet.
record-try-again = Try again
record-back-to-words = Back to what you wrote
record-drop-draft = Do not keep this draft
    .again = Tap again to remove the draft
# Other sentences may follow: what is wrong, and last “Please look at:” with the names of the parts as buttons under it.
record-not-saved = Not saved yet.
    .look-at = Please look at:

## When

record-when = When
    .how-exact = How exact
    .exactly = Exactly
    .exactly-hint = If you know it to the minute: from a message, a call, a ticket.
    .about = About
    .about-hint = As near as you can say. You can correct it at any time.
    .between = Between
    .between-hint = The earliest and the latest that it can have been, or how long it went on.
    .which-day = Which day
    .today = Today
    .yesterday = Yesterday
    .day = Day
    .time = Time
    .from-day = From, day
    .from-time = From, time
    .and = and
    .to-day = To, day
    .to-time = To, time
    .unknown-hour = I do not know the time of day
    .as-tapped = It was when I tapped
    .another = It was another time
# “About” is the choice record-when.about.
record-when-missing = Put in the day and the time. “About” is a good answer.
# The time of a tap. $day is a whole day such as Tuesday 17 November 2026, $hour a time such as 18:42.
record-when-tapped = { $day }, { $hour }. Kept when you tapped.

## Where

record-where = Where it happened
    .other = Somewhere else
record-place = Which place
    .hint = So that somebody else could find it: a street, a shop, a stop.

## Who

record-who = Who it was
    .placeholder = A name, or your words for them
    .another = Somebody else as well
    .take-out = Take this person out
# “Not sure” is one of the answers.
record-how-sure = How sure
    .hint = How sure are you? “Not sure” is a good answer, and so is none.
record-how-seen = How you saw them
    .empty = How long, how far, light, clothes. If you like.
    .filled = Written down
record-how-known = How you know them, or knew that it was them
record-looks = Looks, clothes, voice
record-seen-for = How long you saw them
    .hint = A number, or your words: “as long as the lights were red”.
    .unit = What the number counts
    .which-unit = Are these seconds, minutes or hours? Choose one.
# What a number counts. The word also follows what she typed, as in “5 or 10 minutes”.
record-unit =
    .seconds = seconds
    .minutes = minutes
    .hours = hours
record-distance = How far away they were
    .hint = About how many metres, or your words: “across the road”.
    .steps = About how many metres
    .metres = { $n } m
record-light = Light and weather
record-in-the-way = Anything in the way

## What kind, her words, how she knows, what it changed

record-kinds = What kind
    .any = choose any
    .more = More
record-count = How many
    .hint = If there were many alike, such as calls. Leave it empty for one.
record-words = In your own words
    .hint = What you saw and heard. If something was said, write it word for word.
record-source = How you know
    .seen = I saw or heard it
    .told = Somebody told me
    .inferred = I worked it out
    .told-by = Who told you
record-effects = What it changed for you
    .words = How it felt, and what else it changed

## Help first, where it may be dangerous

record-help-first = Help first
    .call = If you are in danger now, call 999.
    .else = Otherwise this can wait. The National Stalking Helpline can help you think about what to do next.
    .helpline = Call { $number }

## Add more. A row that is closed says what is in it.

record-more = Add more
# $whose is one of the answers, such as A child’s; $name is her words.
record-whose = Whose experience
    .named = { $whose }: { $name }
    .name = Their name, or your words for them
record-elsewhere = They were somewhere else
    .none = For instance across the road
    .where = Where they were
    .hint = If that was not where you were.
record-order = An order or bail condition
    .none = If you think that it was broken
    .which = Which one, and what it says
    .hint = As you understand it. Whether it was broken is for a court to say.
# The button under one of several that are listed.
record-take-out = Take out
record-witnesses = Who else saw it
    .none = Nobody yet
    .some = { $n ->
        [one] 1 person
       *[other] { $n } people
    }
    .add = Add a person
    .name = Name, or your words for them
    .saw = What they saw or heard
    .contact = How to reach them
    .contact-hint = In an evidence pack this goes on a sheet of its own.
record-vehicles = A vehicle
    .none = Number plate, colour
    .some = { $n ->
        [one] 1 vehicle
       *[other] { $n } vehicles
    }
    .add = Add a vehicle
    .plate = Number plate
    .plate-hint = Part of it will do.
    .looks = Make, colour, damage, stickers
record-cameras = CCTV that may be wiped
    .none = Who was asked, and by when
    .some = { $n ->
        [one] 1 thing
       *[other] { $n } things
    }
    .add = Add something that may be wiped
    .what = What, and where
    .what-hint = CCTV of a shop, a bus, a doorbell; messages that vanish.
    .asked = Who was asked to keep it
    .by = The day by which it may be gone
record-told = Who you told
    .none = Nobody yet
    .some = { $n ->
        [one] 1 person
       *[other] { $n } people
    }
    .add = Add who you told
    .who = Who
    .who-hint = The police, a helpline, a friend.
    .on = On which day
    .reference = Crime or reference number
    .officer = The officer’s or adviser’s name or number
