# Destroying one entry, or everything.

## Both.

destroy-goes = What goes
destroy-remains = What may remain
    .traces = Traces on this device. Its storage may keep what was overwritten, and somebody with special tools may find it.
    .backups = Backups that were made before. They are not changed.
    .given = Anything that you gave to somebody, or kept elsewhere.
    .packs = { $n ->
        [one] The evidence pack that you made, wherever it is now.
       *[other] The { $n } evidence packs that you made, wherever they are now.
    }
# The first half is set in bold, `.more` follows it. { $because } is a whole sentence: why this may be evidence.
destroy-ask-first = Ask your officer or solicitor first.
    .more = { $because } Destroying what may be evidence can harm your case.

## What opens the journal, asked for before anything is destroyed.

destroy-secret = First, show that it is you
    .why = Only what opens the journal can destroy it. Somebody who holds your open phone must not be able to.
    .looking = Looking whether it opens the journal. It takes about a second.
destroy-secret-use =
    .passphrase = Use my passphrase
    .pin = Use my PIN
    .words = Use my recovery words
destroy-secret-missing =
    .passphrase = Nothing was destroyed. Type your passphrase here first.
    .pin = Nothing was destroyed. Press your PIN here first.
    .words = Nothing was destroyed. Type your recovery words here first.
destroy-secret-words = Your recovery words
    .hint = All 28, in order. The first four letters of a word are enough.
destroy-secret-pin = Your PIN
destroy-secret-passphrase = Your passphrase
# { $safe } is a whole sentence: what is safe.
destroy-secret-other-words = These words do not open this journal. { $safe } Perhaps they were replaced by newer words, or belong to another journal. Look for another sheet, or use your passphrase.

## One entry.

# The way back to the entry.
destroy-one-back = Entry
# { $title } is the title of the entry, such as “Seen, followed”.
destroy-one = Destroy this entry?
    .looking = Looking what would go
    .lead = { $title }. It cannot be brought back.
destroy-one-instead = Take it out of packs instead
    .hint = It is then kept, only for you, in no pack and no count. You can put it back.
destroy-one-goes = { $versions ->
    [one] 1 version
   *[other] { $versions } versions
}
    .with-files = { $versions ->
        [one] 1 version
       *[other] { $versions } versions
    } and { $files ->
        [one] 1 file
       *[other] { $files } files
    }
# { $n } is two or more.
destroy-one-stays = What stays
    .one = Its number and a check code
    .many = { $n } numbers and their check codes
    .why = No word of it stays. They show that nothing else was changed, and that something was destroyed.
    .why-many = One for each version and each file. No word of it stays. They show that nothing else was changed, and that something was destroyed.
# { $who } is in her words, one after another by `.next`: “Police, 101, reference EX-0417-26; my manager”.
destroy-one-told = You wrote down who was told of it: { $who }.
    .with-reference = { $who }, reference { $reference }
    .next = { $list }; { $next }
destroy-one-do = Destroy it
    .doing = Destroying it
    .keep = Keep it
# { $numbers } is one number, or a list of them. “Who opened it” is the title of a screen.
destroy-one-done = The entry is destroyed
    .lead = It cannot be read in this journal any more.
    .went = { $versions ->
        [one] 1 version went.
       *[other] { $versions } versions went.
    }
    .went-with-files = { $versions ->
        [one] 1 version
       *[other] { $versions } versions
    } and { $files ->
        [one] 1 file
       *[other] { $files } files
    } went.
    .stays = { $n ->
        [one] 1 number and its check code
       *[other] { $n } numbers and their check codes
    }
    .number = In the chain: { $numbers }. It stands in “Who opened it” too.
    .numbers = One for each version and each file: { $numbers }. It stands in “Who opened it” too.
    .to-journal = To the journal
    .remains = Backups and packs that were made before still hold it, and this device’s storage may keep traces.
# The first half is set in bold, `.more` follows it.
destroy-one-unfinished = A part of its sealed files could not be removed just now.
    .more = The app removes it when the journal is next opened.

## Everything.

destroy-all-back = More
destroy-all = Destroy everything
    .lead = The journal and its files, the plain notes, your people and your plan, every passphrase, PIN and recovery word, and the disguise. It cannot be brought back, by anybody.
    .looking = Looking what there is.
    .doing = If it does, everything is destroyed now. Do not switch the device off.
destroy-all-before = Before you do it
destroy-all-pack = Make an evidence pack first
    .hint = For the police, a lawyer, or to keep in a safe place
destroy-all-single = Destroy single entries instead
    .hint = Open an entry; it is at its end
destroy-all-goes = { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
} and { $files ->
    [one] 1 file
   *[other] { $files } files
}
    .out = { $n ->
        [one] One entry of them is out of packs and counts.
       *[other] { $n } entries of them are out of packs and counts.
    }
destroy-all-because =
    .pack = You made an evidence pack of it.
    .told = { $n ->
        [one] You wrote down that somebody was told of 1 entry.
       *[other] You wrote down that somebody was told of { $n } entries.
    }
destroy-all-first = First
    .keys = The keys
    .hint = Without them nothing that is left can be opened. Then the rest.
destroy-all-after = After it
    .as-new = The app is as new
destroy-all-app-stays = The app itself stays on the device. Take it off the way you take off any other.
destroy-all-hold = Press and hold for { $n } seconds
destroy-all-without-holding = Without holding
    .hint = By keyboard or screen reader: type a word
    .do = Destroy everything now
# The word that she types where she cannot hold: one that her keyboard has, in small letters.
destroy-all-word = destroy
    .type = Type “{ $word }”
    .not-typed = Nothing was destroyed. Type the word “{ $word }”, then press the button again.
destroy-all-keep = Keep everything
destroy-all-done = It is destroyed
    .lead = Nothing opens the journal any more.
    .go-on = Go on
# Bold, then the rest. “Daybook” is the name that the phone shows; “On this phone” is the title of a screen.
destroy-all-reminder = The reminder could not be taken away.
    .more = It may still come. Try again under “On this phone”, or turn off notices for “Daybook” in the phone’s settings.
