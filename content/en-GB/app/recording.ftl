# Adding files, recording sound, finding the place.

## Photos, sound, files

# .there and .new-and-there: { $n } files are in the entry that is corrected, { $new } are new in the form.
recording-files = Photos, sound, files
    .none = None yet
    .some = { $n ->
        [one] 1 file
       *[other] { $n } files
    }
    .there = { $n ->
        [one] 1 file is in the entry already
       *[other] { $n } files are in the entry already
    }
    .new-and-there = { $new } new. { $n ->
        [one] 1 file is in the entry already
       *[other] { $n } files are in the entry already
    }
    .choose = Choose from this phone
    .hint = A copy goes into the journal, sealed. What you choose stays where it was: somebody who looks there can still see it.
    .wait = A file is still coming in. Wait for it, or save without it.
# $name is the name of a file, $done and $whole are sizes such as 1.2 MB.
recording-files-coming = Taking in { $name }: { $done } of { $whole }
# After saving. Bold, then the rest.
recording-files-late = Not everything that you chose is in this entry.
    .more = It was still coming in when you saved. What you chose is where it was. A photo that you took here and that is not in the entry is gone. To add one, read the entry, correct it, and choose or take it again.
# $kind is what it is, such as Photo; $size a size such as 1.2 MB.
recording-file = { $kind }, { $size }
    .no-picture = It cannot be shown as a picture here. It is kept as it came.
# $name is the name of a file.
recording-file-take-out = Take out { $name }

## Taking a photo in the app

# .sees is for a screen reader, of the moving picture.
recording-camera = Take a photo
    .hint = A photo that you take here goes into this journal only, and not among the photos on this phone. The phone may ask whether this app may use the camera. Newer phones show a mark while it is open.
    .asking = Asking for the camera
    .refused = The phone does not let this app use the camera. Everything else works. You can allow it in the phone's settings, under this app.
    .none = There is no camera here that this app can use now.
    .sees = What the camera sees
    .shoot = Take the photo
    .before = Each photo is sealed as you take it, and counted here. The time is in its name. The place is not in it.
    .sealing = Sealing the photo
    .saves = Sealing the photo. Then the entry is saved with it.
    .closing = Closing the camera
    .blank = The camera showed nothing just now, so no photo was taken. Wait until you see something. If you do not, close it and open it again.
    .turn = Use the other camera
    .close = Close the camera
recording-camera-taken = { $n ->
        [one] 1 photo taken here. It is sealed and listed below.
       *[other] { $n } photos taken here. They are sealed and listed below.
    }

## Recording sound

recording-sound = Record sound
    .hint = The phone may ask whether this app may use the microphone. Newer phones show a mark while it listens.
    .asking = Asking for the microphone
    .refused = The phone does not let this app use the microphone. Everything else works. You can allow it in the phone's settings, under this app.
    .none = There is no microphone here that this app can use.
    .stop = Stop recording
    .sealed = Each second is sealed on this phone as it comes. If you leave or the phone is taken, what was recorded stays.
    .wait = Sound is being recorded. Stop it first to save it with this entry.
# Seen while it records: $time is minutes and seconds, such as 1:05. Under it the same for a screen reader, below a minute and from a
# minute on.
recording-runs = Recording, { $time }
    .seconds = Recording, { $seconds ->
        [one] 1 second
       *[other] { $seconds } seconds
    }
    .minutes = Recording, { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    } { $seconds ->
        [one] 1 second
       *[other] { $seconds } seconds
    }

## Finding the place

recording-place = Where you are
    .add = Add where you are
    .off = Off. The phone may ask you first.
    .looking = Looking for where you are
    .no-wait = You can save without waiting.
    .found = Found
    .none = No place
    .says-so = It will say so.
# $within is how exact it is, such as Within 12 m; $ago how old it is, such as 4 seconds ago.
recording-place-found = { $within }, { $ago }
# $why is a sentence that says why there is none.
recording-place-none = { $why } The entry will say so.
    .locked = { $why } It will say so.
# In the form. $within is how exact the position is, such as within 12 m; $why is a sentence that says why there is none.
recording-position = From this phone, { $within }.
    .inexact = From this phone.
    .none = No position. { $why }
    .take-out = Take the position out
