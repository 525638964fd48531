# The lists and pages of guidance, and search.

guidance-title = Guidance
guidance-search = Search guidance and help
    .placeholder = Search
guidance-elsewhere = For other parts of the UK
guidance-updates = Keep the guidance up to date

# On the way back, by the screen it leads to.
guidance-back-home = Home
guidance-back-help = Help
guidance-back-list = Guidance

guidance-not-here = This page is not here
    .words = The rest of the guidance is. Go back, or choose Guidance below.
# Where a page holds. $place: one or more nations, as “England and Wales”.
guidance-for = For { $place }
guidance-old = Nobody has checked this page for more than a year. Some of it may have changed. Ask a helpline before you rely on it.
guidance-ask = Look at what has happened to you
    .hint = Tick what fits, and get an answer in words. Nothing is kept.
guidance-plan = Your own plan, to tick
    .hint = Sealed in your journal
guidance-print = Print this
    .hint = Paper can be found. Keep it where only you look.
# $sources: names of laws and bodies, one or more.
guidance-source = Source: { $sources }. Checked { $checked }.
# A line of a search: the heading on the page, and the words found under it.
guidance-found = { $section }: { $excerpt }
# Above the four warning signs, where the page has no heading of its own for them.
guidance-four = Four warning signs

# The groups of pages.
guidance-section-danger = In danger
guidance-section-understand = What is going on
guidance-section-tell = Tell and keep
guidance-section-safer = Safer days
guidance-section-law = The law and your rights
guidance-section-care = You and the people around you

guidance-nation-england = England
guidance-nation-wales = Wales
guidance-nation-scotland = Scotland
guidance-nation-northern-ireland = Northern Ireland

# The last of several nations: $list is all that came before, “England” or “England, Wales”.
guidance-list-last = { $list } and { $last }

# What is left if the guidance should ever fail to load. Each says what its page of the guidance says.
# Words between two pairs of stars stand out.

first-cannot-speak = If you cannot speak
    .hint = 999 from a mobile, then 55
    .lead = You can call 999 from a mobile without speaking. Whispering is best, if you can.
    .step-1 = Call 999 from a mobile.
    .step-2 = Wait until you are asked to cough or tap.
    .step-3 = Press **55**, or cough, or tap.
    .call = Call 999
    .silent = A silent call with no answer at all brings nobody.
    .track = Pressing 55 does not let the police track your phone.
    .mobiles = 55 works on mobiles only.
    .source = Source: Independent Office for Police Conduct, on the Silent Solution, quoted in press. Checked 23 November 2026.

# The words “register” and “yes” are sent to 999 and stay English.
first-text-999 = Texting 999
    .hint = Register first, before you need it
    .lead = You can text 999 if this phone’s number is registered. Register now if you can: it takes two texts.
    .to-register = To register
    .register-1 = Text the word **register** to 999.
    .register-2 = Read the reply. Text **yes**.
    .register-3 = Wait for the text that confirms it.
    .text = Text 999
    .emergency = In an emergency
    .service = Say which service you need: police, ambulance, fire or coastguard.
    .where = Say what is happening, and where. A street, a town, something near.
    .reply = No reply in 3 minutes? Send it again. A delivery report is not a reply.
    .abroad = It does not work abroad.
    .new-number = It does not know a new number. With a new number, register again.
    .source = Source: Staffordshire Police; Buckinghamshire Fire and Rescue. Checked 23 November 2026.

first-is-this-stalking = Is this stalking?
    .hint = Signs, examples, what you can do
    .lead = It may be, if it goes on and you do not want it. You do not have to be sure to ask for help.
    .blame = You are not to blame.
    .looks-like = What it can look like
    .law = The law gives these as examples. Other things can count too.
    .urgent = **A threat, a weapon, a break-in, choking, a broken order or bail rule, or if they say they will kill themselves:** call 999 first, then a helpline.
    .source = Source: Protection from Harassment Act 1997, section 2A; College of Policing. Checked 23 November 2026.

# The four warning signs, known by their English letters: F, O, U, R. The letter is the one that the word begins with.
first-sign-fixated = Fixated
    .letter = F
    .line = They cannot leave you alone.
first-sign-obsessive = Obsessive
    .letter = O
    .line = You fill their thoughts and their time.
first-sign-unwanted = Unwanted
    .letter = U
    .line = You did not ask for it.
first-sign-repeated = Repeated
    .letter = R
    .line = It has happened more than once.

# Examples from the law of England and Wales.
first-law-following = Following you
first-law-contacting = Contacting you in any way, or trying to: calls, messages, turning up at home, work or study
first-law-posting = Posting about you, or pretending to be you
first-law-online = Watching what you do online
first-law-hanging = Hanging around a place
first-law-things = Touching or damaging your things, or leaving items for you to find
first-law-spying = Watching or spying on you, or asking others to

first-understanding = Understanding it
first-at-home = At home, or with a partner

# Whom to call. Keep the names. `.words` is shown nowhere: words that a search should find it by.
first-helpline = National Stalking Helpline
    .note = Suzy Lamplugh Trust. See the website for today’s hours.
    .words = stalking advice
first-paladin = Paladin
    .note = People at high risk. Advice to all who ask.
    .words = stalking advocate
first-action = Action Against Stalking
    .note = Stalking in Scotland.
    .words = stalking advice
first-cyber = The Cyber Helpline
    .note = Help with stalking online. No phone line.
    .words = internet computer account hacked tracker
first-police = Police
    .note = When it is not an emergency.
    .words = report officer
first-crimestoppers = Crimestoppers
    .note = A charity, not the police. No name needed.
    .words = anonymous report
first-england = National Domestic Abuse Helpline
    .note = Refuge. Day and night.
    .words = partner home refuge
first-wales = Live Fear Free
    .note = Wales. Day and night.
    .words = partner home domestic abuse
first-scotland = Domestic Abuse and Forced Marriage Helpline
    .note = Scotland. Day and night.
    .words = partner home
first-northern-ireland = Domestic and Sexual Abuse Helpline
    .note = Northern Ireland. Day and night.
    .words = partner home
first-victims = Victim Support
    .note = Free, confidential, day and night.
    .words = crime victim
first-victims-scotland = Victim Support Scotland
    .note = Support after a crime.
    .words = crime victim
first-samaritans = Samaritans
    .note = Free from any phone.
    .words = talk despair suicide
# On a page of the guidance that has no translation, in the language that the rest of the app is in.
guidance-in-english = This page is in English.
