// Spellings that a reader takes for one word, folded to one form. Pure; the text itself is never changed.

// Tashkeel and Quranic annotation (U+0610–061A, 064B–065F, 0670, 06D6–06ED, 08D3–08FF), tatweel, zero-width and bidi controls.
const dropped =
  /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u061c\ufeff\u00ad]|\u034f/g;
// Compatibility forms worth undoing: Arabic presentation forms and full-width letters. NFKC of everything would fold too much.
const compatibility = /[\ufb50-\ufdff\ufe70-\ufefc\uff01-\uff5e]+/g;
const digits = /[\u0660-\u0669\u06f0-\u06f9]/g;
const latinMarks = /[\u0300-\u036f]/g;

/** «ﷺ» is one letter that stands for four words: joined, for a term holds no space. */
const undone = (form: string): string => form.normalize('NFKC').replace(/\s+/gu, '');

/** Nine words in ten are of these letters only; nothing is to be undone in them. Asked of every word: a loop beats a pattern. */
function isPlain(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    if (unit < 0x621 || unit > 0x64a || (unit > 0x63a && unit < 0x641)) return false;
  }
  return true;
}

/** The word as written, but for marks that are often left out: lower case, no tashkeel, no tatweel, ASCII digits. */
export function exactForm(word: string): string {
  if (isPlain(word)) return word;
  return word
    .replace(compatibility, undone)
    .normalize('NFC')
    .replace(dropped, '')
    .replace(digits, (digit) => String(digit.charCodeAt(0) & 0xf))
    .toLowerCase()
    .normalize('NFC');
}

const seats: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ٲ: 'ا',
  ٳ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ے: 'ي',
  ې: 'ي',
  ۍ: 'ي',
  ة: 'ه',
  ۃ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ۀ: 'ه',
  ۂ: 'ه',
  ک: 'ك',
  ڪ: 'ك',
  ں: 'ن',
};
const seatedAmongPlain = Array.from('أإآىة', (letter) => letter.charCodeAt(0));
const seated = new RegExp(`[${Object.keys(seats).join('')}]`, 'g');

function isSeated(plain: string): boolean {
  for (let at = 0; at < plain.length; at++) if (seatedAmongPlain.includes(plain.charCodeAt(at))) return true;
  return false;
}

/** One form for all spellings: hamza seats on alif, ya and alif maqsura, ta marbuta, Persian and Urdu look-alikes, Latin accents. */
export function foldWord(word: string): string {
  if (isPlain(word)) return isSeated(word) ? word.replace(seated, (letter) => seats[letter]!) : word;
  const exact = exactForm(word);
  const bare = isPlain(exact) || /^[ -~]*$/.test(exact) ? exact : exact.normalize('NFD').replace(latinMarks, '').normalize('NFC');
  return bare.replace(seated, (letter) => seats[letter]!);
}
