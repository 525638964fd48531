# The directory of help.

help-title = Help
help-search = Search help and guidance
    .placeholder = Name or need

# On the way back, by the screen it leads to.
help-back-set-up = Set-up
help-back-home = Home

help-traces = A call stays in your call list, and sometimes on the bill. A friend’s phone may be safer.
help-more = More help
help-trusted = Text somebody you trust
    .hint = With where you are, ready to send
help-institution = Help where you work or study
    .hint = Add what your own place gives out as a file
    .own = Its own people and ways to report
help-elsewhere = In other parts of the UK
    .hint = Helplines that are not for where you live

# What she may need, on small buttons in a row.
help-needs = What you need
help-need-danger = In danger now
help-need-stalking = Advice on stalking
help-need-police = Police
help-need-partner-or-family = A partner, an ex or family
help-need-online = Online or on my phone
help-need-after-a-crime = After a crime
help-need-listening = Somebody to listen
help-need-young = Under 18
help-need-without-speaking = Without speaking
help-need-anonymous = Without my name

# The groups of the directory.
help-kind-stalking = Advice on stalking
help-kind-police = Police
help-kind-emergency = In an emergency
help-kind-domestic-abuse = Abuse by a partner, an ex or family
help-kind-victims = After a crime
help-kind-online = Online
help-kind-lgbt = For LGBT+ people
help-kind-men = For men
help-kind-listening = Somebody to listen
help-kind-anonymous = Without giving your name
help-kind-article-only = Named elsewhere, not places to call

# Short sentences about somebody who helps. They stand one after another, between sentences of the directory.
help-no-longer = We found no sign that it is still active.
help-blog = Somebody’s own writing.
help-no-phone = No phone number was found.
help-free = Free.
help-may-cost = A call may cost money.
# Where no source says if a call is free.
help-cost-unknown = Your phone company can say what a call costs.
help-day-and-night = Day and night.
help-see-website = See the website for today’s hours.

# Names of facts about somebody who helps, each before its value: for whom, in which nations, where that was found, from
# which institution.
help-fact-for = For
help-fact-where = Where
help-fact-relay = Relay UK
help-fact-found = Source
help-fact-from = From
