# What the entries add up to.

pattern-title = The pattern so far
    .span = { $first } to { $last }
    .no-advice = This counts what you wrote. It does not judge, and it is not legal advice.
pattern-counting = Counting
pattern-make-pack = Make an evidence pack
# Each stands under its number, which is large.
pattern-count =
    .entries = { $n ->
        [one] entry
       *[other] entries
    }
    .days = { $n ->
        [one] day
       *[other] days
    }
    .contacts = { $n ->
        [one] contact
       *[other] contacts
    }

# The titles of the pictures; `.day` and `.one` head the first column of the same as a table.
pattern-days = Days
    .day = Day
    .calendar = Calendar of the last twelve weeks, with { $n } entries. The table names each day.
    .earlier = Earlier days are in the table.
# { $weekday } is set in bold. { $n }: on so many of all { $of } days that have an entry.
pattern-most-often = Most often on a { $weekday }: { $n } of { $of } days.
pattern-weekdays = Days of the week
    .one = Day
pattern-hours = Hours of the day
    .one = Hours
    .none = { $n ->
        [one] 1 entry has no time.
       *[other] { $n } entries have no time.
    }
# “08 to 12”
pattern-four-hours = { $from } to { $to }
pattern-kinds = What kind
    .one = Kind
    .hint = Contacts of each kind. One entry can be of several.
pattern-places = Places
    .one = Place
    .none = { $n ->
        [one] 1 entry has no place.
       *[other] { $n } entries have no place.
    }

# Puts the table under a picture, and takes it away again. `.of` is what a screen reader says: “Days. As a table”.
pattern-table = As a table
    .close = Close the table
    .of = { $what }. { $action }
    .how-many = How many
    .more = { $n } more in the table.
