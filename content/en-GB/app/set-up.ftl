# Setting up.

# The number of the step, of all five.
set-up-step = Step { $n } of 5
# Puts off the rest of setting up.
set-up-later = Later
set-up-next = Next
set-up-to-journal = To the journal

# Step 1: what the app can do. `.lock`, `.calculator` and `.keep` go on after “It can”.
set-up-limits = What this app can do, and what it cannot
set-up-can = It can
    .lock = Lock what you write
    .calculator = Show a calculator in one tap
    .keep = Keep each entry as you first wrote it
# `.hide`, `.spy` and `.call` go on after “It cannot”.
set-up-cannot = It cannot
    .hide = Hide that it is on this phone. Store history, settings and backups still show it.
    .spy = Stop spy software from seeing the screen. If you fear that, look for help from a safer phone.
    .call = Make a call for you. You press call.

# Step 2: who else may see this phone.
set-up-phone = Is this phone safe to use?
    .lead = If you are not sure, that is a good answer too.
set-up-think = Think about
    .who = Who else may see this phone, or knows its code? Have they ever set it up for you?
    .accounts = Is it on a shared account: family sharing, a shared Apple or Google account, a shared bill or backup?
    .knows = Does the person know things that only your phone could tell them?
# The first half is set in bold, the second follows it.
set-up-spy = Spy software cannot be seen by this app.
    .more = If there is some on this phone, it may see what you type here, your passphrase too.
set-up-doubt = If you have a doubt
    .device = Use a safer device: one that the person has never held and has no password for. It can be a friend’s, or one at a library or at work.
    .wait = Do not change settings or passwords yet. A change may alert the person. Talk to a helpline first.
# Names the two rows under it, for a screen reader.
set-up-help = Help with this
set-up-helpline = Talk to a helpline
    .hint = Numbers and hours
set-up-guidance = Your phone and accounts
    .hint = Trackers, spying apps

# Step 3: the passphrase.
set-up-passphrase = A passphrase
    .lead = It locks what you write. Without it, or your recovery words, nobody can read the journal: not you, not us, not somebody who takes the phone.
    .label = Your passphrase
    .hint = Four or five words that only you would put together. No names, dates or sayings that the person knows.
    .none = Type a passphrase here.
    .do = Make the journal
    .doing = Making it
    .working = Making the journal. It takes about a second, which slows down anybody who guesses.
    .done = Your journal is locked with your passphrase.
# A PIN is offered once the journal is made.
set-up-pin = A PIN as well?
    .lead = Six digits or more, quick to press. It opens the journal on this phone only. The passphrase always opens it.

# Step 4: the recovery words. The words themselves are English and stay so.
set-up-words = Recovery words
    .lead = 28 words on paper open the journal if you forget the passphrase. Without them a forgotten passphrase cannot be got back, by anybody.
    .do = Write them down now
    .working = Making the words.
    .new = New words make the old ones stop working, as soon as they are shown. Backups that were made before still open with the old ones.
set-up-words-trust = Somebody I trust keeps them
    .hint = What to say to them
set-up-trusted = Somebody you trust
    .lead = Choose somebody whom the person cannot ask, and who would not tell. They cannot open anything without this phone or a copy of the journal.
    .do = Show the words
# What she can say to whoever keeps the words, in her own voice.
set-up-say = What you can say to them
    .give = “I will give you 28 words on paper. Please keep them at your home, and not on your phone.”
    .never = “Do not photograph them, send them or tell anybody that you have them.”
    .ask = “If I ask for them, hear my voice or see me before you read them out.”
set-up-write = Write these down
    .lead = In this order, with a pen. They open the journal when the passphrase is forgotten.
    .do = I have written them down
    .seen = Make sure nobody sees the screen. They are shown only now.
    .print = Print them on a sheet
    .no-print = This phone cannot print from here. Write them with a pen.
# Names the list of words for a screen reader.
set-up-groups = 28 words in 7 groups
# One of seven groups of four words.
set-up-group = Group { $n }
set-up-not-there = Not a good place
    .copied = In a photo, a note, a message or an e-mail: these are copied to other devices.
    .near = With this phone, in your bag or in a drawer that the person may open.
    .account = In an account that the person may get into.
set-up-check = Check what you wrote
    .lead = Two of the words, so that a slip of the pen shows now. The words work already.
    .do = Check them
    .show = Show the words again
# One of the words, by its number.
set-up-word = Word { $n }
    .none = Type word { $n } here.
    .wrong = That is not word { $n }. Look at what you wrote down.
set-up-checked = Your recovery words
    .done = Both words are right. Your recovery words open the journal.

# The recovery words on a sheet of paper. What is printed says nothing of what the words are for.
set-up-sheet = A sheet to print
    .lead = Keep it where the person does not come.
    .do = Print
    .copies = Some printers keep a copy, at work and in shops above all. Print it where the person cannot look, and wait beside it.
    .printed = I have the sheet in my hand
    .skip = Go on without printing
    .label = The sheet
# The first half is set in bold, the second follows it.
set-up-not-printed = It was not printed.
    .more = The words work all the same. Write them down with a pen.
set-up-paper = Words to keep
    .lead = 28 words, in this order. Keep this sheet where nobody else comes.
    .code = The same words. A camera that reads this square has them all.
    .code-label = The same 28 words as a QR code

# Step 5: the disguise and the way back. “Leave” is the button that shows the calculator.
set-up-way-back = The disguise and the way back
    .lead = Leave shows a calculator at once. On a keyboard, Shift three times does the same. It is a real calculator.
    .do = Try it now
    .keeping = Your number worked. It is being kept.
    .done = It worked. After Leave, only your number leads back.
set-up-remember = Remember
    .hint = Leave locks the journal as well. After the number you type your passphrase. In practice it stayed unlocked.
# The first half is set in bold. `.locked` follows it where the journal was locked meanwhile.
set-up-number-worked = Your number worked. It is not on yet.
    .locked = The journal was locked in the meantime. Unlock it, and the number is kept.
    .unlock = Unlock
    .again = Try again
# The first half is set in bold, the second follows it.
set-up-number-missed = The new number is not on yet.
    .more = You came back another way. Choose a number and try again, or do it later.
set-up-come-back = To come back
    .type = Type your number on the calculator.
    .hold = Press = and hold it for a second. On a keyboard, hold Enter.
    .three = If you cannot hold it, or use a screen reader: press = three times after the number.
    .had-one = Until a new number has led back once, your old one stays on.
    .had-none = Until your number is on, holding = on an empty calculator comes back. Anybody who knows this app can do that.
set-up-number = Your number
    .hint = 4 to 12 digits. Not your phone’s code, a birthday, or a number that you would call.
    .none = Type a number here.
    .digits = Use digits only.
    .called = That is a number that people call for help. Choose another.
    .length = Use 4 to 12 digits.
    .locked = Unlock the journal first. The number is kept with it.
set-up-try = Try it now
    .hint = The calculator opens. Type your number and hold =, or press = three times. You come back here. Practice does not lock the journal. If you are away for two minutes, it locks.
set-up-999 = 999 works there too
    .hint = On the calculator, type 999 and hold =, or press = three times. It opens the emergency dialer. You press call.
# “0.” and “0” are what the calculator shows.
set-up-mark = A mark that only you know
    .hint = If the empty calculator shows “0.” and not “0”, somebody tried to open your journal and failed. When you open it, the mark goes.
# The first half is set in bold, the second follows it.
set-up-not-hidden = It does not hide the app.
    .more = Store history, settings and backups still show it.
