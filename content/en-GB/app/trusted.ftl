# People she trusts. The text that is written to them is not here: it stays English, since who gets it may not read her language.

trusted-title = People you trust
    .lead = One tap writes a text with your words and where you are. You press send.
    .closed = Their names and numbers are sealed in your journal, so that nobody who looks into the phone finds them here.
trusted-reading = Reading the list
# The first half is set in bold, the second follows it. $name: whom the text is to.
trusted-not-sent = Not sent yet.
    .more = The text to { $name } stands in your messages. Press send there.
trusted-looking = Looking for where you are, for up to 20 seconds
trusted-without = Write it without the place
trusted-write = Write to
trusted-text = Text { $name }
trusted-traces = A text stays in your messages and in theirs. It does not reach the police: in danger, call 999.
trusted-change = Change people or words
    .close = Close the list

# What would go into the text.
trusted-place-unasked = The phone is asked where you are when you tap. It may ask you first.
trusted-place-looking = Looking for where you are.
# $place: degrees. $exact: as “within 12 m”.
trusted-place = Where you are: { $place }.
trusted-place-exact = Where you are: { $place }, { $exact }.
# $why: a sentence.
trusted-no-place = No place to send. { $why } Tap to try again.

trusted-add = Add a person
    .hint = Somebody who answers, and whom the other person cannot reach or read along with.
trusted-name = Name
# The placeholder is how a mobile number begins in the UK.
trusted-number = Mobile number
    .placeholder = 07…
trusted-keep = Keep this person
# Beside the number, before it is kept. The last is on the button that then stands there.
trusted-doubt = This does not look like a UK mobile number. A text may not reach it. Check each digit, or keep it all the same.
    .zero = There is a 0 in brackets after the country’s code. Often it must be left out, or a text reaches nobody. Leave it out, or keep it all the same.
    .keep = Keep it all the same
trusted-people = On the list
trusted-take-out = Take out { $name }
trusted-words = What the text says
    .hint = Agree on it with them before you need it: what they should do, and whether they should ring the police.
    .keep = Keep these words
    .not-kept = Not kept yet.

