// The languages that nobody speaks, and the English words of a control in them.

// As `fluent-pseudo` changes letters, for finding a control by its English words.
const SMALL = [...'aƀƈḓeƒɠħiĵķŀḿƞoƥɋřşŧuṽẇẋẏẑ'];
const CAPS = [...'AƁƇḒEƑƓĦIĴĶĿḾȠOƤɊŘŞŦUṼẆẊẎẐ'];
export const odd = (words) => words.replaceAll(/[a-zA-Z]/g, (letter) => {
  const at = letter.toLowerCase().charCodeAt(0) - 97;
  if (letter !== letter.toLowerCase()) return CAPS[at];
  return 'aeou'.includes(letter) ? letter + letter : SMALL[at];
});
const escaped = (words) => words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
// What begins with these words in the accented language.
const beginning = (words, end) => new RegExp(`^\\s*[\u2066-\u2069]*${escaped(odd(words))}${end}`);
export const begins = (words) => beginning(words, '');
export const exactly = (words) => beginning(words, '\\s*$');

// The languages that nobody speaks.
export const LANGUAGES = [['en-XA', 'odd letters'], ['ar-XB', 'right to left']];

// What a screen shows while it reads what it is to show; then it is drawn anew.
export const READING = '#main :is(p.safe-first, p.hint.centred, p.lead.centred, .thumb.none)[role="status"]';
