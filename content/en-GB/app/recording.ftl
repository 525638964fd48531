# Adding files, recording sound, finding the place.
