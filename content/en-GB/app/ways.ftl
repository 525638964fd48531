# What opens the journal, and changing it.

# The list. `.more` is the way back to where one came from.
ways-title = What opens this journal
    .lead = Each of these opens it by itself. Nothing else does, and nobody can send you another.
    .reading = Reading the list.
    .more = More
ways-damaged = It was damaged and opens nothing now. Make it anew.
ways-passphrase = Passphrase
    .hint = What you type to open it. It always stays.
ways-pin = PIN
    .hint = Quicker to press. It opens it on this device only.
    .choose = Choose a PIN
    .change = Change the PIN
    .take = Take the PIN away
ways-no-pin = No PIN
    .hint = A PIN is quicker to press. It would open it on this device only.
    .not-here = This device cannot protect one. The passphrase is the stronger of the two.
ways-words = Recovery words
    .hint = 28 words on paper, for when the passphrase is forgotten. They never have to wait.
    .make = Make new recovery words
    .make-hint = The old ones stop working
    .take = Take the recovery words away
ways-no-words = No recovery words
    .hint = 28 words on paper would open it when the passphrase is forgotten.
    .make = Make recovery words
# The first half is set in bold, the second follows it.
ways-no-words-warning = There are no recovery words.
    .more = A forgotten passphrase could not be got back, by anybody.
# Names the row under it, for a screen reader.
ways-known = If somebody knows

# The passphrase as it is now, asked for before a change.
ways-present = Your passphrase now
    .none = Type your passphrase here.
    .wrong = That is not your passphrase.
    .unchanged = Nothing was changed.
# The button that leaves a screen when all is done.
ways-go-on = Go on

# A new passphrase.
ways-change = Change the passphrase
    .row-hint = You do not need the old one now
    .lead = The new one opens the journal from then on, and the old one does not.
    .lead-by-words = You came in with your recovery words, so the old passphrase is not needed.
    .label = Your new passphrase
    .none = Type a new passphrase here.
    .do = Change it
    .doing = Changing it
    .working = Changing it. It takes a few seconds, which slows down anybody who guesses.
# Offered to whoever came in with recovery words.
ways-change-forgotten = Choose a new passphrase?
    .lead = You came in with your recovery words. If you forgot the passphrase, choose another now. The old one is not needed.
ways-changed = Your passphrase
    .done = The new passphrase opens the journal. The old one does not any more.
    .old = Backups that were made before still open with the old passphrase. Packs that you gave away still open as they did.

# Choosing a PIN, or another one.
ways-choose-pin = A PIN for this device
    .lead = Six digits or more. It opens the journal on this device only. The passphrase still opens it too.
    .hint = Six digits or more, not all the same and not counting up or down. Not your phone’s code or a birthday.
    .next = Next
    .done = The PIN opens the journal on this device.
    .seen = A PIN is easily seen over a shoulder. Hold the screen close, and change the PIN if somebody may have watched.
ways-keep-pin = Keeping it
    .working = Keeping it. It takes a few seconds, which slows down anybody who guesses.
# Said before a PIN is chosen on a device without a chip that slows down guessing: a computer, or (`.phone`) a phone.
ways-soft-pin = On a computer a copied disk can be guessed at: no chip slows it down, and a PIN of six digits is tried out in hours at most. It keeps out somebody who only has the keyboard. Your passphrase is the stronger of the two.
    .phone = This phone has no closed place for the PIN's secret. Somebody who copies everything on this phone could try every PIN. A passphrase is safer here.

# Taking a way in away.
ways-take = Take it away
    .doing = Taking it away
    .working = Taking it away.
    .backups = Backups that were made before still open with what opened them then.
ways-take-pin = Take the PIN away?
    .lead = The PIN stops working at once. The passphrase stays, and so do the recovery words. Nothing that you wrote is touched.
    .done = The PIN opens nothing any more.
ways-take-words = Take the recovery words away?
    .lead = The words on paper stop working here at once. The passphrase stays. Nothing that you wrote is touched.
    .warning = Without recovery words a forgotten passphrase cannot be got back, by anybody. If somebody may know the words, make new ones instead.
    .done = The recovery words open nothing here any more.
ways-take-passphrase = The passphrase stays
    .lead = It can be changed, but not taken away: without it nothing might open the journal again.

# Everything sealed anew under a new key.
ways-seal = Somebody may know my recovery words
    .row-hint = Or an old passphrase. Seals everything anew
    .lead = Everything in the journal is sealed again under a new key. The old words then open nothing here.
    .do = Seal everything anew
    .doing = Sealing it anew
ways-seal-what = What happens
    .words = You get 28 new words, shown once.
    .stays = Your passphrase stays. A PIN has to be chosen again.
    .time = It can take minutes, and needs room for a second copy. If it is cut off, no entry is lost. You may not see the new words then: make others with your passphrase.
# The first half is set in bold, the second follows it.
ways-seal-old = Backups and packs made before still open with the old ones.
    .more = Destroy those that somebody may get at, and make new ones.
ways-sealing = Sealing everything anew. { $percent } per cent done.
    .hint = Leave the app open. 999 still works. If this is cut off, no entry is lost, but you may not see the new words: unlock with your passphrase and make others.

# A finger or face in the place of typing. The phone itself recognises it and puts up its own question.

touch-title = Finger or face
    .lead = It opens the journal without typing: quickly, and where somebody could watch you type. It works on this phone only, and your passphrase still opens it too.
touch-on = Finger or face
    .hint = Quicker than typing. Every finger and face that this phone knows opens the journal.
touch-off = No finger or face
    .hint = Quicker than typing. Read first what it means.
touch-turn-on = Turn it on
    .doing = Turning it on
    .again = Turn it on again
    .again-hint = If it stopped working
touch-turn-off = Turn it off
    .hint = This needs no passphrase
touch-before = Before you turn it on
    .everyone = Every finger and face that is kept on this phone opens the journal, whoever it belongs to. Look in the phone’s settings first whose they are.
    .forced = Somebody can make you press, use your finger while you sleep, or hold the phone up to your face.
    .second = A second passphrase does not help then: the finger or face opens the journal, not the plain notes.
    .ends = When a finger or face is added to this phone, it ends. Then look whose it is before you turn it on again.
    .leave-off = If somebody you are afraid of can get near you while you sleep, or could force you, leave it off. Typing is safer.
touch-turning-on = Turning it on. The phone will ask for your finger or face.
touch-done = A finger or face opens the journal on this phone.
    .more = You can turn it off at any time, under “What opens this journal”. A new key for the journal ends it too.
    .go-on = Go on

# The phone’s own question and what stands on its way out. Anybody may read it: it must not tell what is opened.
touch-question = Open
    .cancel = Cancel

# On the lock.
touch-use = Use finger or face
    .doing = Waiting for the phone

# In the list of who opened the journal.
touch-opened-with = Opened with the finger or face

# Beside what a new key for the whole journal does.
touch-new-key-ends = The finger or face is turned off. You can turn it on again.
touch-new-key-ended = The finger or face is off now. You can turn it on again, under “What opens this journal”.

# When it does not open the journal, or cannot be turned on: what happened, what is safe, what to do.
touch-no-reader = This device has no finger or face to open it with.
touch-gone = The finger or face has ended. That happens when one is added to this phone, when its screen lock is taken off, or when the journal came from another phone.
    .to-do = Type your passphrase. Then you can turn it on again, under “What opens this journal”. Look in the phone’s settings first whose fingers and faces are there.
touch-turned-away = The phone did not get a finger or face that it knows.
    .to-do = Try again, or type your passphrase.
touch-locked-out = There were too many tries with a finger or face, and the phone wants its own screen lock first.
    .to-do = Type your passphrase. Or lock the phone and unlock it with its code; after that a finger or face works again.
touch-no-answer = The phone did not answer.
    .to-do = Type your passphrase, or try again.
touch-not-here = The finger or face does not open this journal any more: it was turned on for another phone, or for an older key.
touch-not-opened =
    .safe = Nothing is lost. This was not counted as a wrong try.
    .to-do = Type your passphrase.
touch-stays-off =
    .safe = It is off. Nothing else was changed.
    .enrol = Add a finger or face in the phone’s settings first, if you want one.
    .again = Try again, or keep to your passphrase.
    .unlock = Lock the phone and unlock it with its code. Then try again.
