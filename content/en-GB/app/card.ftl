# The card for 101. It is read aloud to the police on the telephone. `.words` is shown nowhere: words that a search should find it by.

card-title = A card for 101
    .hint = What to say to the police, to read aloud
    .words = report police what to say read aloud script
    .from-journal = From your journal. Read it aloud, and pass over what you do not want to say.
    .without = What to say. Read it aloud, and pass over what you do not want to say.
# $number: 101.
card-old = Nobody has checked the number { $number } for more than a year. It may have changed.
card-call = Call { $number }
card-say = What to say
card-begin = “I want to report what somebody keeps doing to me. I think that it may be stalking.”
card-ask = “I ask for”
card-ask-link = That you link these incidents, and do not look at them one by one.
card-ask-who = Who I can ask for: the person or team that deals with stalking.
card-ask-number = A crime reference number.
card-ask-next = What happens next, and when I will hear.
card-safely = Say how they may reach you safely: a number and a time, or not at all.
card-unlock = Unlock your journal
    .hint = The card is then filled in from what you wrote
# Where the journal is open and could not be read. Three sentences follow: what happened, what is safe, what to do.
card-not-read = Your journal could not be read, so nothing on this card is from it.
card-counts = It counts what you wrote down. It does not judge. The police may ask for more.

# What the police ask, in their order; and what stands there while the journal has nothing.
card-who = Who it is
    .prompt = A name, or what they look like. “I do not know” is a good answer.
card-since = Since when
    .prompt = When it began, as near as you can say.
card-often = How often
    .prompt = How many times, or how many in a week.
card-latest = The latest
    .prompt = When, where and what.
card-noted = I have noted
    .prompt = A threat, a weapon, a break-in, damage, a tracker: say it first.
card-changed = What it has changed
    .prompt = Your routes, your sleep, your work, whom you see.
card-felt = How I have felt
    .prompt = And what you fear may happen next, and why.
card-references = References
    .prompt = Any crime or reference number, and any officer you spoke to.

# What the journal has of it. $name: somebody’s, as she wrote it. $n: in how many entries. $sure: in how many she is certain.
card-who-uncertain = { $n ->
    [one] { $name }, in 1 entry. I am not certain that it was them.
   *[other] { $name }, in { $n } entries. I am not certain that it was them.
}
card-who-certain = { $n ->
    [one] { $name }, in 1 entry. I am certain.
   *[other] { $name }, in { $n } entries. I am certain.
}
card-who-partly = { $n ->
    [one] { $name }, in 1 entry. I am certain in { $sure }.
   *[other] { $name }, in { $n } entries. I am certain in { $sure }.
}
# Where she noted no name. $looks: as she wrote it, without a full stop.
card-who-looks = { $n ->
    [one] I noted no name. What they look like: { $looks }. In 1 entry.
   *[other] I noted no name. What they look like: { $looks }. In { $n } entries.
}
card-since-day = The first thing that I have written down happened on { $day }.
card-often-days = I wrote down { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
} on { $days ->
    [one] 1 day
   *[other] { $days } days
}.
# $whole: an entry may stand for many calls or messages; this is all of them.
card-often-whole = I wrote down { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
} on { $days ->
    [one] 1 day
   *[other] { $days } days
}, { $whole } things noted in all.
# $what: the entry’s title.
card-latest-when = { $when }. { $what }.
card-latest-where = { $when }, { $place }. { $what }.
# What sort of thing, and in how many entries.
card-noted-times = { $what } ({ $times })
card-order-broken = An order or condition that I think was broken: { $order }
# The word, in small letters, by which her own words for whom she told are known to mean the police. It is not shown.
card-police = police
# A list of things, as a sentence.
card-things = { $things }.
card-reference = reference { $number }
