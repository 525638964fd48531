# What opens the journal, and changing it.

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
