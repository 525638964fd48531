# One entry, its versions and its files.

entry-reading = Reading the entry
# The way back, where it was opened from the screen of counts.
entry-back-to-pattern = Pattern
entry-correct = Correct this
entry-happened = Happened
    .now = While it was happening
    .not-said = You did not say
entry-written = Written down
entry-corrected = Corrected
entry-files-added = Files added
# Above the fields that do not stand at the top.
entry-rest = What else you wrote

entry-files = Photos, sound, files
# { $kind } is such as “Picture”, { $size } such as “1.2 MB”, { $when } a day and an hour.
entry-file =
    .added = Added { $when }
    .kept = { $kind }, { $size }. It will be in the evidence pack.
    .lost = { $kind }, { $size }. It is missing from this device, or damaged, and cannot be opened. The rest of the entry is whole. An evidence pack names it, with its check code.
# { $name } is the name of the file.
entry-picture =
    .reading = Reading { $name }
    .show = Picture, { $name }. Show it large.
    .not-shown = It cannot be shown as a picture here. It is kept as it came.
    .reading-large = Reading the picture
    .not-read = It could not be read just now.

entry-folded = Words and pictures are folded away. Nothing of them is changed.
    .show = Show them
    .fold = Fold words and pictures away

# The first half is set in bold, `.more` follows it. { $since } is a day and an hour.
entry-out = Out of packs and counts
    .more = since { $since }. It is kept here as you wrote it.
    .label = Out of packs
    .put-back = Put it back
entry-away = If it should not be here
entry-take-out = Take it out of packs
    .hint = And out of counts. It is kept, and you can put it back
entry-destroy = Destroy this entry…
    .hint = It cannot be brought back

entry-versions = Every version is kept
# { $when } is a day and an hour; { $why } is in her words.
entry-version =
    .first = First written { $when }
    .added = Added to { $when }
    .corrected = Corrected { $when }
    .why = Why: { $why }
    .not-changed = Not changed since.
    .stays = It stays as it was.
    .files-later = Files were added later.
    .read = Read it
# A change: the name of the field, what was there, struck through, and what is there now. A screen reader says “was” and “now”
# before them.
entry-change = { $name }:
    .was = was
    .now = now
