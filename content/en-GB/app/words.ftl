# Words that many screens share. Write a text here only if it means the same wherever it stands: a language may need two words where
# English has one.

word-back = Back
# On a button at the end of what was opened, and heard on the cross of a sheet or a screen. Not the disguise’s word for leaving.
word-close = Close
# On the button that declines an offer for this time.
word-not-now = Not now
# On the switch beside a secret. Other texts quote it.
word-show-typed = Show what I type

count-entries = { $n ->
    [one] 1 entry
   *[other] { $n } entries
}
