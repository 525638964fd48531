# How times, places, people and files are said.

## Kinds of sighting or contact. `.after` is the same behind another one in a list: “Seen, followed”. `.counted` is for two or more that
## are alike, as a title: “43 calls”, “Seen 3 times”; where the language needs it, choose by { $n }.

kind-seen = Seen
    .after = seen
    .counted = Seen { $n } times
kind-followed = Followed
    .after = followed
    .counted = Followed { $n } times
kind-came-to-home = Came to my home
    .after = came to my home
    .counted = Came to my home { $n } times
kind-came-to-work = Came to my work
    .after = came to my work
    .counted = Came to my work { $n } times
kind-came-to-study = Came where I study
    .after = came where I study
    .counted = Came where I study { $n } times
kind-waited = Waited or hung about
    .after = waited or hung about
    .counted = Waited or hung about { $n } times
kind-watched = Watched or spied on
    .after = watched or spied on
    .counted = Watched or spied on { $n } times
kind-approached = Came up to me
    .after = came up to me
    .counted = Came up to me { $n } times
kind-call = Call
    .after = call
    .counted = { $n } calls
kind-silent-call = Silent call
    .after = silent call
    .counted = { $n } silent calls
kind-voicemail = Voicemail
    .after = voicemail
    .counted = { $n } voicemails
kind-text = Text
    .after = text
    .counted = { $n } texts
kind-email = Email
    .after = email
    .counted = { $n } emails
kind-social-media = Social media
    .after = social media
    .counted = Social media { $n } times
kind-fake-profile = Fake profile
    .after = fake profile
    .counted = { $n } fake profiles
kind-posted-about-me = Posted about me
    .after = posted about me
    .counted = Posted about me { $n } times
kind-through-others = Through other people
    .after = through other people
    .counted = Through other people { $n } times
kind-letter = Letter or card
    .after = letter or card
    .counted = { $n } letters or cards
kind-gift = Gift
    .after = gift
    .counted = { $n } gifts
kind-left-something = Left something
    .after = left something
    .counted = Left something { $n } times
kind-damage = Damage
    .after = damage
    .counted = Damage { $n } times
kind-break-in = Broke in
    .after = broke in
    .counted = Broke in { $n } times
kind-tracker = Tracker
    .after = tracker
    .counted = { $n } trackers
kind-accounts = Got into my accounts
    .after = got into my accounts
    .counted = Got into my accounts { $n } times
kind-threat = Threat
    .after = threat
    .counted = { $n } threats
kind-other = Something else
    .after = something else
    .counted = Something else { $n } times

## What it changed in her days.

effect-route = My route
effect-places-avoided = Places I avoid
effect-sleep-or-health = Sleep or health
effect-work-or-study = Work or study
effect-seeing-people = Seeing people
effect-security = Locks and security
effect-moved-home = Moved home
effect-money = Money
effect-other = Something else

## How sure she is of who it was.

certainty-certain = Certain
certainty-probably = Probably
certainty-not-sure = Not sure
certainty-unknown = Unknown

## Whose experience it is.

relation-mine = Mine
relation-child = A child’s
relation-partner = A partner’s
relation-family = Somebody’s in the family
relation-colleague = A colleague’s
relation-friend = A friend’s
relation-other = Somebody else’s

## What sort of place.

sort-home = Home
sort-work = Work
sort-study = Where I study
sort-on-the-way = On the way
sort-online = On a phone or online
sort-other = Somewhere else

## Why there is no position, by itself; `.alone` where nothing at all says where it was; `.beside` behind the place in her words.

no-position-not-asked = Not asked for.
    .alone = No place. Not asked for.
no-position-refused = The phone was not allowed to say.
    .alone = No place. The phone was not allowed to say.
    .beside = { $place }. No position: the phone was not allowed to say.
no-position-unavailable = This device could not say. Location may be off.
    .alone = No place. This device could not say. Location may be off.
    .beside = { $place }. No position: this device could not say. Location may be off.
no-position-timed-out = None came in time.
    .alone = No place. None came in time.
    .beside = { $place }. No position: none came in time.

## What sort of file.

media-picture = Picture
media-film = Film
media-sound = Sound recording
media-pdf = PDF document
media-text = Text
media-other = File

## The title of an entry that has no kind.

title-own-words = In your words
title-place = Time and place kept
title-time = Time kept

# A list grows by this: “Seen, followed”, then “Seen, followed, call”.
list-next = { $list }, { $next }

## Days and months: whole; `.short` in a list; `.letter` at the edge of a calendar. A month stands in a date, behind the day.

weekday-1 = Monday
    .short = Mon
    .letter = M
weekday-2 = Tuesday
    .short = Tue
    .letter = T
weekday-3 = Wednesday
    .short = Wed
    .letter = W
weekday-4 = Thursday
    .short = Thu
    .letter = T
weekday-5 = Friday
    .short = Fri
    .letter = F
weekday-6 = Saturday
    .short = Sat
    .letter = S
weekday-7 = Sunday
    .short = Sun
    .letter = S

month-1 = January
    .short = Jan
month-2 = February
    .short = Feb
month-3 = March
    .short = Mar
month-4 = April
    .short = Apr
month-5 = May
    .short = May
month-6 = June
    .short = Jun
month-7 = July
    .short = Jul
month-8 = August
    .short = Aug
month-9 = September
    .short = Sep
month-10 = October
    .short = Oct
month-11 = November
    .short = Nov
month-12 = December
    .short = Dec

## Dates. `.this-year` is the same without the year.

# “Tuesday 17 November 2026”
date-weekday = { $weekday } { $day } { $month } { $year }
    .this-year = { $weekday } { $day } { $month }
# “Tue 17 Nov 2026”
date-weekday-short = { $weekday } { $day } { $month } { $year }
    .this-year = { $weekday } { $day } { $month }
# “17 November 2026”
date = { $day } { $month } { $year }
    .this-year = { $day } { $month }
# “17 Nov 2026”
date-short = { $day } { $month } { $year }
    .this-year = { $day } { $month }
# “Tue 17 Nov, 18:42”, “17 November 2026, 18:42”
date-and-time = { $date }, { $time }
# “Tue 17 Nov, about 08:00”
date-and-about = { $date }, about { $time }

## When something happened.

time-about = about { $time }
# “22:00 to 02:00”; also “Tue 17 Nov, 22:00 to 23:00”
time-span = { $from } to { $to }
# Over midnight or longer: both are “Tue 17 Nov, 22:00”.
time-between = Between { $from } and { $to }

## How long ago, and how long.

ago-now = just now
ago-seconds = { $n ->
    [one] 1 second ago
   *[other] { $n } seconds ago
}
ago-minutes = { $n ->
    [one] 1 minute ago
   *[other] { $n } minutes ago
}
length-hours = { $n ->
    [one] 1 hour
   *[other] { $n } hours
}
length-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}
length-seconds = { $n ->
    [one] 1 second
   *[other] { $n } seconds
}
# “1 hour” and then “10 minutes”
length-next = { $length } { $next }
length-none = Less than a second

## Places and files.

# { $m }: metres, as the phone gives them.
place-within = within { $m } m
# “Mill Road bus stop, within 12 m”
place-exact = { $place }, { $within }
file-cut-off = Cut off: it ended without being stopped. What was recorded until then is here.
size-bytes = { $n ->
    [one] 1 byte
   *[other] { $n } bytes
}
size-kilobytes = { $n } kB
# { $n } is such as “1.2”, with the mark of `decimal-mark`.
size-megabytes = { $n } MB
decimal-mark = {"."}

## The fields of an entry, by name.

field-happened = Happened
field-where = Where
field-where-they-were = Where they were
field-who = Who
    .sure = How sure
    .sure-not-said = You did not say
    .known = How known
    .looks = Looks, clothes, voice
    .seen-for = Seen for
    .distance = From how far
    .light = Light and weather
    .in-the-way = In the way
# Of a person or a witness.
field-not-named = Not named
# { $m }: metres.
field-distance-metres = About { $m } m
# Her words, and a number beside them: “as long as the lights were red (20 seconds)”
field-words-and-number = { $words } ({ $number })
field-kinds = What kind
field-count = How many
field-words = In your words
field-source = How you know
    .saw-or-heard = You saw or heard it
    .told-by = { $name } told you
    .told = Somebody told you
    .inferred = You worked it out
field-whose = Whose experience
    .name = Their name
field-effects = What it changed
field-felt = How it felt
field-witness = Who else saw it
    .saw = They saw or heard
    .contact = How to reach them
field-vehicle = Vehicle
    .no-plate = No number plate
    .looks = Make and colour
field-vanishing = May be wiped
    .asked = Asked to keep it
    .by = May be gone by
field-told = Who you told
    .on = Told on
    .officer = Spoke to
    .reference = Reference
field-order-broken = Order or condition broken, you think
# A part of one of several people or things: “Seen for (the man)”
field-part-of = { $part } ({ $of })
