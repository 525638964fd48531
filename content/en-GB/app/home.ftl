# Home.

home-danger = In danger now?
home-cannot-speak = Cannot speak?
    .hint = On a mobile: call 999, wait for the prompt, press 55.
home-text-999 = Text 999
    .hint = Works if you have registered for it.
home-talk = Talk to someone
    .all = All help
home-police = Police
    .hint = When it is not an emergency
home-helpline = Helpline
    .hint = National Stalking Helpline
# Heard before what a card with a number shows: “Call”, “Police”, “101”.
home-call = Call
# On a card with a number, below what it is for.
home-old = Not checked for more than a year. It may have changed.
home-trusted = Text somebody you trust
    .hint = With where you are. You press send.
home-record = Record
    .do = Record what happened
    .set-up = Set-up takes about two minutes. It can wait.
home-read = Read
home-is-this-stalking = Is this stalking?
    .hint = Signs, examples, what you can do
home-police-page = Telling the police
    .hint = What to ask for, what happens next
home-plan = Your plan for staying safe
    .hint = Steps to tick, sealed
home-more = More
    .hint = Lock, recovery words, evidence pack
home-leave = Leave shows a calculator. To come back, press and hold = on it.
