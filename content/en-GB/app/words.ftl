# Words that many screens share. Write a text here only if it means the same wherever it stands: a language may need two words where
# English has one.

word-back = Back

count-entries = { $n ->
    [one] 1 entry
   *[other] { $n } entries
}
