# The plain notes behind the second passphrase. They must read like any notes app: no word of what this app is for.

notes-title = Notes
notes-new = New note
    .failed = A new note could not be made. Try again.
notes-search = Search notes
    .placeholder = Search
notes-none = No notes yet.
    .found = No note has these words.
notes-count = { $n ->
    [one] 1 note
   *[other] { $n } notes
}
notes-unreadable = { $n ->
    [one] 1 note could not be opened. Nothing was deleted.
   *[other] { $n } notes could not be opened. Nothing was deleted.
}
# A button that shows a lock only.
notes-lock = Lock
# One note.
notes-note = Note
    .placeholder = Start typing
    .gone = This note is not there any more.
# A button that shows a bin only.
notes-delete = Delete
notes-delete-ask = Delete this note?
    .do = Delete
    .keep = Keep it
notes-not-saved = This could not be saved. What you typed is still here. Type on to try again.
    .full = There is no space left on this device. What you typed is still here. Free some space, then type on.
    .long = This note is too long to save. Put the rest of it in another one.
    .read-only = These notes can be read but not changed.
