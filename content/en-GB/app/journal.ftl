# The list of entries, and what was saved while locked.

journal-record = Record what happened
journal-reading = Reading your journal
journal-go = To the journal
# A record that was begun elsewhere waits.
journal-begun = You chose to start a record
    .hint = Open it. Nothing of it is kept yet.
# What was typed and not saved waits.
journal-kept = You began to write
    .hint = It is kept and not saved yet. Go on with it.
journal-empty = Nothing written yet
    .words = When something happens, write it here as soon as you can. Small things count too. You can add to it later.
    .worth = What is worth writing down
journal-search = Search your entries
    .nothing = Nothing has all of these words. Try fewer, or part of a word.
# { $counts } is a list of twelve numbers.
journal-counts = { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
}, { $days ->
    [one] 1 day
   *[other] { $days } days
}
    .since = Since { $date }
    .weeks = Entries in each of the last twelve weeks: { $counts }

# Of an entry without a time: when it was written down.
journal-written = written { $time }
# Under an entry in the list.
journal-tag =
    .out = Out of packs
    .pictures = { $n ->
        [one] 1 picture
       *[other] { $n } pictures
    }
    .sounds = { $n ->
        [one] 1 sound
       *[other] { $n } sounds
    }
    .films = { $n ->
        [one] 1 film
       *[other] { $n } films
    }
    .files = { $n ->
        [one] 1 file
       *[other] { $n } files
    }
    .order = Order or condition
    .corrected = Corrected

# What was saved while the journal was locked, by whoever held the phone.
journal-marks = Saved while it was locked
    .lead = By whoever held the phone. It is in no count and no pack until you say that it was you.
    .row = { $n ->
        [one] 1 time was saved while it was locked
       *[other] { $n } times were saved while it was locked
    }
    .row-hint = Say whether it was you. Until then it does not count.
    .no-place = No place
    .joined = Joined the journal { $when }
    .mine = It was me: add it
    .set-aside = Set it aside
    .again = Tap again to set it aside
journal-no-marks = Nothing waits here
    .words = All that was saved while the journal was locked is dealt with.

# What of it she set aside.
journal-aside = Set aside
    .lead = Times that were saved while it was locked, and that you set aside. They are kept, in no count and no pack.
    .row = { $n ->
        [one] Set aside: 1 saved time
       *[other] Set aside: { $n } saved times
    }
    .row-hint = In no count and no pack. You can bring it back
    .bring-back = Bring it back
journal-no-aside = Nothing is set aside
    .words = What you set aside of the times that were saved while the journal was locked is kept here.
