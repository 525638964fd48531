# Recording what happened.
