# What went wrong, as sentences: what happened, then `.safe` (what is safe) and `.to-do` (what to do).

error-all-safe = Everything that you saved before is safe.
error-draft-safe = What you typed is still here. Everything that you saved before is safe.
error-nothing-changed = Nothing was changed.
error-nothing-lost = Nothing is lost.
error-copy-of-keys = If the app is out of date, update it. If you have a copy of the journal's folder, keep the two files that end in .keys, and put those of the copy in their place.

error-stopped = The journal has stopped working.
    .to-do = Close the app and open it again. 999 and the helplines still work.
error-no-vault = There is no journal here yet.
    .to-do = Set it up first. It takes about two minutes.
error-already-there = There is a journal here already.
    .safe = It was not touched.
    .to-do = Unlock it, or choose another place.
error-locked = The journal is locked.
    .to-do = Unlock it first.
error-wrong-secret = That does not open the journal.
    .safe = Nothing is lost, and it never wipes itself.
    .to-do = Try again. If you have forgotten it, use your recovery words.
error-weak-passphrase = That is too short.
    .to-do = Use at least eight characters: four or five words that only you would put together are best. Digits alone need twelve.
error-pin-not-here = That does not open the journal here. If it is a PIN: this device's own secret is missing or did not answer, and a PIN needs it.
    .to-do = Use your passphrase or your recovery words. Then you can choose a new PIN.
error-secret-in-use = That one cannot be used here.
    .to-do = Choose another.
error-weak-pin = That PIN is too easy to guess.
    .to-do = Use six digits or more, not all the same and not counting up or down.
error-no-pin-here = This device cannot protect a PIN.
    .to-do = Keep to your passphrase. It is the stronger of the two.
error-last-secret = The passphrase cannot be taken away: without it nothing might open the journal again.
    .to-do = You can change it to another.
error-no-such-secret = There is nothing to take away there.
    .to-do = Look at the list again.
error-need-passphrase = This needs your passphrase.
    .to-do = Type your passphrase. If you have forgotten it, lock the journal and open it with your recovery words: then you can choose a new one.
error-marks-full = No more can be saved while the journal is locked.
    .safe = What was saved before is safe, and nothing of it was replaced.
    .to-do = Unlock the journal: it takes them in, and there is room again. Or write the time on paper.
error-no-marks = Nothing can be saved here while the journal is locked.
    .to-do = Unlock the journal to write in it. After that it will work. Or write the time on paper.
error-long-mark = These are too many words to be saved while the journal is locked.
    .safe = What you typed is still here.
    .to-do = Take some out, and add them after you unlock.
error-no-such-mark = It was dealt with already.
    .to-do = Go back to the journal.
error-no-such-note = There is no such note.
    .safe = The others are as they were.
    .to-do = Go back to the list.
error-long-note = The note is too long to be saved.
    .safe = What you typed is still on the screen.
    .to-do = Put the rest of it in another note.
error-way-back = That number cannot be used.
    .to-do = Choose 4 to 12 digits, and not a number that you would call for help.
error-no-such-entry = There is no such entry.
    .to-do = Go back to the journal and choose it there.
error-many-entries = More than one entry begins like that.
    .to-do = Give more of its id.
error-no-such-file = There is no such file in the journal.
    .to-do = Go back to the entry and choose it there.
error-unreadable = The file could not be read, so it was not added.
    .to-do = Check that it still exists, or choose another.
error-empty-file = The file is empty, so it was not added.
    .to-do = Choose another file.
error-file-coming = A file is still being added, so this has to wait.
    .to-do = Let it finish, or take it away. Then try again.
error-read-back = The file was written and did not read back the same, so it was not added.
    .safe = Your original is where it was. Everything that you saved before is safe.
    .to-do = Try again. If it happens twice, this device's storage may be failing: make an evidence pack now.
error-too-large = The file is too large to show here.
    .safe = It is in the journal, whole.
    .to-do = It will be in the evidence pack.
error-reading-only = The journal takes nothing new: it is damaged, or this device does not let it be written. It is open as far as it can be read.
    .safe = What is there was kept and not changed.
    .to-do = Make an evidence pack now of what can be read.
error-record = Part of the journal cannot be read.
    .safe = The rest is still there, and nothing was changed.
    .to-do = Run the check to see which part.
error-key-file-lost = That does not open the journal, and it may be right all the same: one of the two key files could not be read. { $what }
    .safe = Nothing was changed or wiped.
    .missing = The file { $name } is missing.
    .unread = The file { $name } could not be read.
error-too-soon = { $seconds ->
    [one] There were too many wrong tries. The next can be made in 1 second.
   *[other] There were too many wrong tries. The next can be made in { $seconds } seconds.
}
    .safe = Nothing is lost, and it never wipes itself. This try was not counted.
    .to-do = Wait, then try again. Your recovery words work at once.
error-not-destroyed = Nothing was destroyed.
    .not-counted = Nothing was destroyed. This try was not counted.
error-recovery-words = Check it against what you wrote down and try again.
error-refused = What you typed is still here.
    .to-do = Then save again.
error-trusted = What you kept before is as it was.
    .to-do = Then keep it again.
error-vault = If the app is out of date, update it. Your recovery words open the journal too.
error-chain = Nothing was changed, and what can be read can be read.
error-pack = Your journal is as it was.
    .to-do = Choose another place or name, and make the pack again.

# What the disk refuses.
error-store-full = There is no space left on this device, so it could not be saved.
    .to-do = Free some space, for instance by removing films or apps that you do not need. Then save again.
error-store-in-use = The journal is open in another window or program.
    .to-do = Close it there, then try again here.
error-store-newer = This journal was written by a newer version of the app.
    .safe = It was not touched.
    .to-do = Update the app, then open it again.
error-store-read-only = This device does not let the journal be written.
    .to-do = Check that the folder or disk may be written to.
error-store-damaged = Part of the journal's file is damaged.
    .safe = The file was kept as it is.
    .to-do = Open it to read what can be read, and make a pack of that.
error-store-missing = Part of the journal is missing.
    .safe = What is there was not touched.
    .to-do = If you moved it, put all of its folder back together.
error-store-other = The journal could not be read or written.
    .to-do = Try again. If it stays, restart the device.

# An update that was refused.
error-update-stays = The guidance that you have stays, all of it.
error-update-ask = Check the address, letter by letter, with whoever gave it to you.
error-update-too-large = What came is too large to be one of our updates. It was not read to its end.
error-update-unsigned = What came is not a signed update.
error-update-newer-form = This update is for a newer version of the app.
    .to-do = Update the app itself, then try again.
error-update-older-form = This update is for an older version of the app.
    .to-do = Tell whoever makes the updates. Until there is a newer one, go on as you are.
error-update-not-whole = The update did not arrive whole.
    .to-do = Try again, on a better connection if you can.
error-update-wrong-key = The update was not signed by the people who make this app, or it was changed on the way.
    .to-do = Check the address. If it is right, somebody may be changing what comes through this network: use another one.
error-update-not-newer = You have the newest guidance already.
    .to-do = There is nothing to do.
error-update-not-secure = That is not a secure address, or it leads to one that is not.
    .to-do = Use an address that begins with https:// and has no name or password in it.
error-update-no-answer = No update came from that address.
    .to-do = Try again later. If it stays like this, check the address.
error-update-no-key = This build has no key for updates, so it takes none. Nothing was sent.
    .to-do = Go on as you are. A newer version of the app brings newer guidance.
error-update-disk = The update could not be kept on this device.
    .to-do = Free some space, for instance by removing films or apps that you do not need. Then try again.
error-update-faulty = The update is signed, and cannot be used: { $problem }.
    .to-do = Tell whoever makes the updates. There is nothing for you to mend.

# What was sealed, as it stands inside the sentences below.
error-sealed-key-file = key file
error-sealed-record = record
error-sealed-small = setting or draft
error-sealed-file = sealed file
error-sealed-signing-key = signing key
error-sealed-capture = mark that was saved while locked
error-sealed-touch = shortcut for the finger or face

error-vault-random = This device gave no random numbers, so nothing was sealed.
error-vault-memory = There is not enough free memory to work out the key.
error-vault-cipher = The cipher refused its input, so nothing was sealed or opened.
error-vault-cut-short = The { $what } is cut short.
error-vault-too-long = The { $what } is longer than it should be.
error-vault-too-large = This is too large for a { $what }: at most { $limit } bytes.
error-vault-unknown-version = The { $what } has version { $found }, which this version of the app does not know; a newer one may.
error-vault-cost-too-low = The key file asks for too little work ({ $memory_kib } KiB, { $passes } passes) to be safe.
error-vault-cost-too-high = The key file asks for too much work ({ $memory_kib } KiB, { $passes } passes) for this app.
error-vault-lanes = The key file asks for { $lanes } lanes; this app uses one.
error-vault-headers-differ = The two key files do not belong together.
error-vault-empty-secret = A secret cannot be empty.
error-vault-no-device-secret = This device cannot protect a PIN; use a passphrase.
error-vault-device-secret = This device's secure hardware did not answer.
error-vault-wrong-secret = That does not open anything here.
error-vault-slot-altered = That secret is right, but its slot (place { $place }) in the key file was altered or moved.
error-vault-list-altered = The key file's own list of slots was altered, or belongs to another key.
error-vault-no-free-slot = All eight places in the key file are used; remove one first.
error-vault-no-such-slot = There is no secret at place { $place } of the key file.
error-vault-last-slot = The last secret cannot be removed: nothing could open the store again.
error-vault-not-genuine = The { $what } was altered, or belongs elsewhere, or the key is another one.
error-vault-failed = An earlier step failed, so this { $what } cannot be finished.
error-vault-io = Reading or writing failed: { $what }.
error-vault-not-a-key = This is not a usable public key.
error-vault-wrong-signature = The signature does not match.

# The chain of records.
error-chain-no-randomness = This device gave no random numbers.
error-chain-unreadable = The content of a record cannot be read.
error-chain-newer = A record has version { $version }, which a newer Steadfast wrote.
error-chain-other-chain = Record { $record } belongs to another chain.
error-chain-out-of-order = Record { $expected } was expected and record { $found } was found.
error-chain-broken = Record { $record } does not follow from the record before it.

# No pack was made.
error-pack-empty = There is nothing in this pack. Choose other days, or put an entry back.
error-pack-record = Record { $record } of the journal cannot be read, so no pack was made. The journal is as it was.
error-pack-chain = No pack was made, because the journal's chain does not hold: { $what }.
error-pack-head = No pack was made, because the signed head does not belong to this journal.
error-pack-file-changed = The file { $file } is not as it was recorded, so no pack was made.
error-pack-file-unreadable = The file { $file } cannot be opened, so no pack was made.
error-pack-exists = There is already something with that name. Nothing was overwritten. Choose another name.
error-pack-disk-full = There is not enough room there for the pack. What was written of it was removed. The journal is as it was.
error-pack-password-too-short = The password needs at least 8 characters. Four words that do not belong together are easy to say.
error-pack-password-not-plain = Use only English letters, digits, spaces and common signs in the password: other programs may not read others.
error-pack-unsigned = The pack could not be signed, so none was made.
error-pack-pdf = The chronology could not be laid out as a PDF, so no pack was made.
error-pack-encode = A part of the pack could not be written.
error-pack-write = The pack could not be written ({ $what }). What was written of it was removed. The journal is as it was.

# What the rules refuse in an entry, and in the list of trusted people.
error-rule-nothing-said = There is nothing in it yet. Write a few words, or choose what kind of thing it was.
error-rule-in-the-future = The time lies in the future. Check the day and the hour.
error-rule-ends-before-it-begins = The end lies before the beginning. Check both times.
error-rule-count = The count must be a whole number from 1 to 1,000,000.
error-rule-not-on-earth = The position is not a place on earth. Latitude goes from -90 to 90, longitude from -180 to 180.
error-rule-text-too-long = One of the texts is longer than 100,000 characters. Put the rest in another entry.
error-rule-list-too-long = One of the lists has more than 100 items. Put the rest in another entry.
error-rule-other-version = This entry has version { $version }. This program reads version 1. A newer Steadfast may read it.
error-trusted-name = Put in a name, or your own word for them.
error-trusted-long-name = The name is longer than 80 characters. Make it shorter.
error-trusted-number = That is not a number that a phone can text. Use digits, with + in front for one from abroad.
error-trusted-emergency = That is an emergency number. It has its own button, on every screen.
error-trusted-too-many = The list takes 20 people. Take somebody out first.
error-trusted-too-long = The message is too long for a text. Make it shorter.

# A slip in the recovery words. They are numbered from 1 to 28, in groups of four.
slip-unknown = Word { $place }, in group { $group }, is not one of the words.
# Words of the list that come near it.
slip-near = Is it “{ $word }”?
    .several = Is it { $words } or “{ $last }”?
slip-count = { $found ->
    [one] There is 1 word, and there should be 28.
   *[other] There are { $found } words, and there should be 28.
}
slip-missing = One is missing in group { $group }.
slip-extra = Word { $place } is one too many. Is it there twice?
slip-swapped = Word { $first } and word { $second } look as if they had changed places.
slip-group = One of words { $first } to { $last }, in group { $group }, is another word, or two of them have changed places.
slip-groups = Groups { $groups } do not fit. A word in each is another, or they have changed places.
# Joins numbers: “1, 2 and 5”.
slip-and = { $first } and { $last }
slip-not-ours = These words belong together, but this app did not make them.

# What was found damaged, and what a new key left as it was. A record is one line of the journal, by its number.
damage-marks-file = The file for what is saved while the journal is locked was damaged.
damage-marks = { $n ->
    [one] One mark that was saved while the journal was locked cannot be read.
   *[other] { $n } marks that were saved while the journal was locked cannot be read.
}
damage-kept = The damaged file was kept.
damage-read-only = This device does not let the journal be written. { $n ->
    [one] 1 record could be read.
   *[other] { $n } records could be read.
}
damage-read = { $what }. { $n ->
    [one] 1 record could still be read.
   *[other] { $n } records could still be read.
}
damage-gap = Records { $from } to { $to } are missing.
damage-follows = Record { $record } does not follow from the one before it.
damage-newer = Record { $record } was written by a newer version of the app.
damage-unreadable = Record { $record } cannot be read.
damage-empty = Record { $record } is empty, and no record says that it was destroyed.
damage-back = Record { $record } was destroyed, and is there again.
damage-file = File { $file } of record { $record } is damaged: it is not as it was put in.
    .missing = File { $file } of record { $record } is missing.
    .unread = File { $file } of record { $record } could not be read from the disk.
new-key-locked = The new key is in place, and the journal was locked to finish the change. Unlock it again.
new-key-leftover = What an earlier interruption left of file { $file } was never added, and is gone.
new-key-kept-record = Record { $record } could not be read before, and was kept as it is.
new-key-kept-slip = A setting or draft could not be read before, and was kept as it is.
new-key-kept-file = File { $file } could not be read before, and was kept as it is.
