# What the phone itself can do: its icon, screenshots, reminders, a finger or face.

## On this phone: the list.

phone-title = On this phone
    .hint = Its icon, screenshots, a reminder
    .lead = What the phone itself can do for this app. None of it needs a journal.
# While an answer of the phone is awaited: its icon, screenshots, the reminder.
phone-asking = Asking the phone

## The icon. “Daybook” and “Calculator” are the names that the phone shows; they are not translated.

phone-icon = The app’s icon
    .daybook = Now it is the book
    .calculator = Now it is the calculator
    .unsure = The phone does not say which it is now
    .one = This device has one icon for the app. No other can be chosen here.
    .lead = In the list of apps it can look like a calculator. That does not hide that the app is there.
phone-icon-first = Know this first
    .name = The name changes with it, from “Daybook” to “Calculator” or back.
    .settings = The phone’s settings still list it as “Daybook”. So does the line above a reminder.
    .home = The home screen may move its icon, or drop it. You find it in the list of all apps.
    .seen = Whoever watches the home screen can see it change. Look around first.
    .notice = The phone puts up a notice at once: the icon was changed, with the name “Daybook”. Look around first.
    .same-name = The name under the icon stays “Daybook”, in the settings too.
phone-icon-change = Change to the calculator
    .back = Change back to the book
phone-icon-is = The app has the calculator’s icon now.
    .book = The app has the book’s icon now.
# Bold, then the rest.
phone-icon-still = The phone was asked, and still says the old icon.
    .more = It may need a moment, or it did not change. Look at the list of apps.
phone-icon-unsure = The phone was asked, and does not say which icon it is now.
    .more = Look at the list of apps. There may be two of them.
phone-icon-refused = The phone did not change it.
    .more = It has the icon that it had. You can try again.

## Screenshots.

phone-screenshots = Keep the screen out of screenshots
    .hint = Also out of screen recordings, and off other screens
    .title = Screenshots
    .always = Kept out of screenshots
    .always-hint = Always, on this phone. It cannot be turned off: nothing else keeps the app’s picture out of the list of recent apps.
    .cannot = This device lets no app keep its screen out of screenshots.
    .not = It does not stop another camera, somebody who looks, or spy software that may read the screen (apps with accessibility rights). And you cannot take a screenshot of the app yourself.
# Bold, then the rest.
phone-screenshots-failed = The phone did not do all of it.
    .on = Take it that screenshots can be taken. You can try again.
    .off = Screenshots may still be kept out until the app is closed. To try again, turn it on and off.
    .not-here = This phone cannot. It is as it was.
phone-screenshots-lost = You chose this before, and since the app was started the phone has not done it.
    .more = Screenshots can be taken now. Turn it on again.
phone-screenshots-not-kept = It holds until the app is closed.
    .more = It could not be kept for the next time.
    .off-more = It is off now, and could not be kept for the next time.

## Closing.

phone-close = Close the app and take it out of the recent apps
    .title = Closing the app
    .hint = What you typed is kept and the journal locks first. The phone’s own lists, of battery or screen time, still show that it was used.
    .pill = Leave, at the bottom of each screen, locks the journal and only shows the calculator. The app stays open behind it, and in the list of recent apps.
    .closing = The journal locks first. Then the app closes.
    .cannot = This device lets no app close itself. Take it out of the list of recent apps by hand.
# Bold, then the rest.
phone-close-failed = The app did not close.
    .more = Take it out of the list of recent apps by hand.
    .locked = The journal is locked. Take the app out of the list of recent apps by hand.

## The reminder.

# “kind” is what Android’s settings call this kind of notices. Neutral, as the other words.
phone-reminder = A reminder
    .off = Off. A short line that says nothing about what it is for
    .none = This device does not remind.
    .kind = Reminders
    .lead = Off until you choose it. A short line on the phone’s screen that does not say what it is for.
    .lead-set = A short line on the phone’s screen that does not say what it is for.
    .how-often = How often
    .daily = Each day
    .weekly = Once a week
    .day = On which day
    .at = At about
    .at-hint = By the phone’s own clock. It may come some minutes late.
    .says = What it says
    .set = Set the reminder
    .change = Change the reminder
    .ask = The phone may ask now whether this app may show notices. Nothing else is ever announced.
    .clear = Take it away
    .clear-any = Take any reminder away
    .unknown = A reminder that was set here stays until you take it away, even if this screen knows of none.
# Bold, then the rest. “Daybook” is the name that the phone shows.
phone-reminder-seen = Anybody who sees the locked screen may read it.
    .more = The name “Daybook” stands above it.
phone-reminder-own = My own words
    .label = Your words
    .hint = Shown on the locked screen, to anybody. They lie on the phone without a lock. Nothing that tells what this app is for.
    .missing = Type the words, or choose some of the others.
    .long = Use 60 letters or fewer.
phone-reminder-time = Put in a time, such as 19:00.
# What a reminder can say. Neutral: it must tell nobody anything.
phone-reminder-words = Time for your notes
    .minutes = A few minutes for you
    .plants = Water the plants
    .list = Look at your list
phone-reminder-is-daily = Each day at about { $at }
phone-reminder-is-weekly = { $day } at about { $at }
# $what is what it says.
phone-reminder-is-set = It was set here: “{ $what }”
    .own = It was set here, with your own words.
    .more = If you turned notices off in the phone’s settings, it does not come.
phone-reminder-done = The reminder is set.
    .cleared = The reminder is taken away.
    .not-noted = This screen could not note it down, so it may not show it the next time.
# Bold, then the rest.
phone-reminder-not-here = This device does not remind.
    .more = Nothing was set.
phone-reminder-not-allowed = The phone does not allow notices of this app, so there is no reminder.
    .more = One that was set before is taken away too. To have one, allow notices for “Daybook” in the phone’s settings. Then set it here again.
phone-reminder-failed = The phone did not set it.
    .more = Take it that there is none now. You can try again.
phone-reminder-stays = It could not be taken away.
    .more = It may still come. Try again, or turn off notices for “Daybook” in the phone’s settings.

## The phone’s own picker, in the form.

phone-pick =
    .photos = Choose photos or films
    .files = Choose files
# $done is a size, such as "1.2 MB".
phone-coming = Taking in { $name }: { $done } so far
    .anything = Taking in what you chose
phone-no-picker = The phone’s own list did not open, or did not answer.
    .safe = Nothing was added. What you typed is still here.
    .to-do = Try again.
phone-no-room = There is no space left on this device, so it could not be added.
    .safe = What you typed is still here, and what you chose is where it was. Everything that you saved before is safe.
    .to-do = Free some space, for instance by removing films or apps that you do not need. Then try again.
# Bold, then the rest.
phone-chosen = What you chose waits.
    .more = Unlock the journal, and it is taken in. Nothing of it was read yet.
phone-missing = Not everything that you chose was taken in.
    .more = What is not in the list was not taken. What you chose is where it was: choose it again. A photo that you took here and that is not in the list is gone.

## A pack to a folder.

phone-save = Save a copy…
    .asked = Nothing is saved yet. Choose a place. Then it is copied.
    .whole = A copy is where you put it.
    .nowhere = Nothing was saved: no place was chosen.
# Bold, then the rest.
phone-save-failed = The copy was not saved.
    .more = Try another place, or share it instead.
phone-save-no-app = No app on this phone takes a copy.
    .more = Share it instead.
