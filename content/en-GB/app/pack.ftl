# The evidence pack. What is in a pack itself is English whatever the screen speaks: what is quoted of it here (“[withheld]”,
# “Selected by the writer”) has to be found there again.

# What it is called, on the way back to it and from it.
pack-title = Evidence pack
    .counting = Counting what is in the journal.
    .not-now = No pack can be made now
    .to-journal = To the journal

# What is in the pack, without a full stop at its end: other sentences may follow. `$day` is the first day that it speaks of.
pack-summary = { $entries ->
        [one] 1 entry
       *[other] { $entries } entries
    }, { $photos ->
        [one] 1 photo or film
       *[other] { $photos } photos and films
    }, since { $day }
    .no-photos = { $entries ->
        [one] 1 entry
       *[other] { $entries } entries
    }, since { $day }
    .no-days = { $entries ->
        [one] 1 entry
       *[other] { $entries } entries
    }, { $photos ->
        [one] 1 photo or film
       *[other] { $photos } photos and films
    }
# Two sentences one after the other. Both come without a full stop.
pack-and-then = { $first }. { $then }
# Sentences that may follow.
pack-left-out = { $n ->
    [one] 1 entry is not in it
   *[other] { $n } entries are not in it
}
pack-withdrawn = { $n ->
    [one] 1 entry is out of packs
   *[other] { $n } entries are out of packs
}

# The first screen: what the pack tells whoever reads it.
pack-gives = What it gives away
    .do = Make the pack
    .in-it = In the pack
    .look = Look through it
    .withheld = What you take out shows as “[withheld]”, and the pack says that you chose. Photos are not searched: one may show your front door.
    .safe = Nothing leaves this device until you share it.
# The first half is set in bold; one of the two that follow comes after it. `$what` is a list of what is below.
pack-as-last = As in your last pack.
    .taken-out = Taken out: { $what }.
    .nothing = Nothing is taken out.
    .anew = Begin anew
# Things of that list.
pack-out-home = your home
pack-out-routine = your routine
pack-out-names = names of others
pack-out-photos = photos
# The first half is set in bold, the second follows it.
pack-may-read = The person it is about may read it one day.
    .more = Take out what they should not learn.
# Sorts of things that can be taken out, each with how often it stands there, or `.none`. Another sentence may follow, so there is no
# full stop at the end of these.
pack-home = Your home address
    .in = In { $entries ->
        [one] 1 entry
       *[other] { $entries } entries
    }
    .none = In none of the entries
pack-routine = Your routine
    .in = Times and routes in { $entries ->
        [one] 1 entry
       *[other] { $entries } entries
    }
    .none = Times and routes: in none of the entries
pack-names = Names of others
    .in = Witnesses, friends, family in { $entries ->
        [one] 1 entry
       *[other] { $entries } entries
    }
    .none = Witnesses, friends, family: in none of the entries
pack-photos = Photos
    .in = { $photos ->
        [one] 1 photo or film
       *[other] { $photos } photos and films
    }
    .out = { $photos ->
        [one] 1 photo or film
       *[other] { $photos } photos and films
    } taken out
# Follows one of the sentences above.
pack-repeats = { $texts ->
    [one] 1 text repeats it
   *[other] { $texts } texts repeat it
}
# In the place of the sentences above. `$texts` are texts of hers that say the same thing.
pack-taken-out = { $texts ->
    [0] Taken out of { $entries ->
        [one] 1 entry
       *[other] { $entries } entries
    }
    [one] Taken out of { $entries ->
        [one] 1 entry
       *[other] { $entries } entries
    }, and 1 text that repeats it, which goes too
   *[other] Taken out of { $entries ->
        [one] 1 entry
       *[other] { $entries } entries
    }, and { $texts } texts that repeat it, which go too
}
# `.label` names the two fields for a screen reader.
pack-days = Leave both empty for all of it.
    .label = Days
    .from = First day
    .to = Last day
    .order = The last day is before the first. Change one of them.
pack-contact = How the police can reach you
    .hint = Only if you want. It goes on a separate sheet that is not for disclosure. So do contact details of witnesses: { $n }.

# Looking through the entries, and taking out single ones.
pack-look = Look through it
    .hint = Switch off an entry to take it out. The pack then says that you chose.
    .withdrawn = Entries that are out of packs are not listed here. Put one back where it stands in the journal.
    .reading = Reading the entries.
    .label = Entries
    .done = Done
# The day of an entry, and how many files belong to it.
pack-day-files = { $files ->
    [one] { $day }, with 1 file
   *[other] { $day }, with { $files } files
}

# In which form the pack is made.
pack-form = Where is it going?
    .label = Form
    .do = Make it
    .doing = Making it
    .working = Making the pack. { $percent } per cent done.
pack-form-folder = For the police’s upload link
    .hint = A folder of ordinary files. Upload them one by one.
pack-form-zip = One file
    .hint = A ZIP without a password.
pack-form-sealed = For e-mail or a USB stick
    .hint = A ZIP that opens with its password only.
pack-password = A password for this pack
    .hint = At least 8 characters. Not your passphrase, and not your recovery words. Say it by phone, never in the same message.
    .short = Use at least 8 characters. Four words that do not belong together are easy to say.
pack-folder = Folder
    .hint = It is put here unlocked. Anybody who uses this computer can open it. A USB stick may be safer.
    .hint-sealed = The ZIP is put here. Its name and size can be seen by anybody who uses this computer.
pack-no-folder = That folder cannot be used, so no pack was made.
    .safe = Your journal is as it was.
    .to-do = Type the whole name of a folder that you may write to, and make the pack again.

# The pack is there.
pack-made = The pack is made
    .lead = Nothing has been sent.
    .done = It was written whole, and signed.
    .share = Share it
# Facts, each with its name. What the pack itself says is in English in it.
pack-made-in-it = In it
pack-made-says = It says
    .selected = Selected by the writer
pack-made-here = It is here
pack-files = { $n ->
    [one] 1 file
   *[other] { $n } files
}
# The first half is set in bold, the second follows it.
pack-lost = { $n ->
    [one] 1 file could not be put in.
   *[other] { $n } files could not be put in.
}
    .more = The journal has lost it, or it is damaged. The pack names it, with its check code. Run the check to see which.
pack-fingerprint = Fingerprint
    .tell = Tell the officer this fingerprint
    .hint = In person or by phone. With it they can check that the pack is yours and that nothing in it was changed.
# The first half is set in bold, the second follows it.
pack-open = This copy is not locked by the journal.
    .more = When it is handed over, remove it from where the person may look.
# The phone’s own way to hand a file to another app.
pack-share = On a phone this opens the share sheet
    .failed = The share sheet did not open
    .by-hand = You choose who gets it, and you press send. From here, take the file by hand:
