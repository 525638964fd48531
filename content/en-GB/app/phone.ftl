# What the phone itself can do: its icon, screenshots, reminders, a finger or face.
