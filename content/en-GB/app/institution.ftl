# An institution’s own help.

institution-title = Help where you work or study
    .lead = Some universities, employers and councils give out a file with their own counsellors, advisers and ways to report. Load it here, and it stands in Help.
institution-choose = Choose the file
institution-kept-open = It is kept, sealed, in your journal. Nothing is sent to anybody.
institution-kept-closed = It stays until the app is closed. With an open journal it is kept there, sealed. Nothing is sent to anybody.
institution-example = See an example
    .hint = What such a file holds
    .close = Close the example
    .notice = This is an example, to show what such a file holds. It is not your university’s or employer’s.

institution-loaded = Loaded. It stays until the app is closed.
institution-loaded-kept = Loaded, and kept in your journal.
# $why: one or more sentences.
institution-not-kept = It is loaded until the app is closed. It could not be kept: { $why }
institution-take-out = Take this out
institution-out = It is taken out.
institution-out-kept = It is taken out of the app and of your journal.
institution-not-out = It is out until the app is closed. It could not be taken out of your journal: { $why }
institution-another = Load another file

# Above all that is shown from a file. $name: of the university, employer or council.
institution-from = From { $name }
institution-own-words = These are its own words and numbers, and it answers for them. Not everybody there has to know: ask who will, before you tell.
institution-old = Nobody has checked this for more than a year. It may have changed. Ask for a newer file.
institution-contacts = Whom to reach
institution-reports = Ways to report
# Above those who are for one thing, each group of the list of whom to reach.
institution-role-security = Security
    .hint = Beside 999, and never instead of it.
institution-role-report-and-support = To tell them what happened
institution-role-adviser = Advisers
institution-role-counselling = Counselling
institution-role-other = Others
# Of a way to report: whether it gives her name.
institution-report-known = They know who you are.
institution-report-unknown = They do not know who you are.
institution-web = Its website
    .hint = Opens the browser

# Why a file was not taken.
institution-unreadable = The file could not be read. Nothing was changed. Check that it still exists.
institution-too-large = This file is too large to be an institution's. Nothing was taken from it.
institution-not-text = This file is not text, so it is not an institution's. Nothing was taken from it.
# $problem: what is wrong, in English, for whoever made the file.
institution-wrong-form = This file does not hold what an institution's file must hold: { $problem }. Nothing was taken from it.
# $name: a helpline’s, which the file gives another number.
institution-imitates = This file gives `{ $name }` another number or address than the one we checked. Nothing was taken from it.
