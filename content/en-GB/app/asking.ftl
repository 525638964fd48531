# “Is this stalking?”, asked.

asking-title = Is this stalking?
# $number: the helpline’s.
asking-not-here = The questions are not here
    .words = The guidance is. A helpline can go through them with you: { $number }.
asking-see = See the answer
asking-old = Nobody has checked these questions for more than a year. Some of it may have changed. A helpline knows.
# Above 999 and the helpline, as soon as something is ticked that needs help now.
asking-help-first = Help first
asking-now = That needs help now. You do not have to be sure.
# The button under “Call 999”.
asking-helpline = Or the helpline, { $number }
    .old = Nobody has checked that number for more than a year. It may have changed.

# On the way back from the answer.
asking-ticks = My ticks
asking-record = Record
asking-record-none = It needs a journal. Set-up takes about two minutes, and it can wait. Until then nothing is kept.
asking-record-locked = Your journal asks for its passphrase first. Until you tap this, nothing is kept.
asking-record-open = It opens a new entry with your ticks in it. You can change all of it. Until you tap this, nothing is kept.
