# The disguise: a calculator like any other. Nothing here may tell that there is more behind it.

# Its title, also in the list of windows and in the browser's history.
calculator-name = Calculator
calculator-history = History
    .clear = Clear history
calculator-more = More

# Heard on the keys. What stands on them is the same in every language.
calculator-key-clear = AC, all clear
calculator-key-brackets = Brackets
calculator-key-percent = Per cent
calculator-key-divide = Divide
calculator-key-times = Times
calculator-key-minus = Minus
calculator-key-plus = Plus
calculator-key-point = Point
calculator-key-delete = Delete
calculator-key-equals = Equals

# In the display. There is room for one short line.
calculator-divide-by-zero = Cannot divide by 0
calculator-too-large = Number too large
calculator-incomplete = Incomplete sum

# In the display, when the dialer did not open.
calculator-999-instead = 999: on a phone, the dialer opens
calculator-999-failed = Did not open. Dial 999 yourself
