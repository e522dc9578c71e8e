// The language of a text, by its letters (BCP 47).
const SAMPLE = 20_000;
const NONE = 0;
const ARABIC = 1;
const LATIN = 2;
const scriptOf = (sign: string): number => (/\p{Script=Arabic}/u.test(sign) ? ARABIC : /\p{Script=Latin}/u.test(sign) ? LATIN : NONE);

/** Latin and Arabic and what lies between: one look-up for almost every letter. */
const TABLE = 0x800;
const table = Uint8Array.from({ length: TABLE }, (_, code) => scriptOf(String.fromCharCode(code)));
/** Letters that only Urdu has; letters that Persian has and Arabic lacks. */
const urduLetters = codesOf('ٹڈڑںے');
const persianLetters = codesOf('پچژگ');

function codesOf(letters: string): ReadonlySet<number> {
  return new Set([...letters].map((letter) => letter.charCodeAt(0)));
}

export function languageOf(text: string): string {
  const scripts = [0, 0, 0];
  let urdu = 0;
  let persian = 0;
  for (let at = 0; at < Math.min(text.length, SAMPLE); at++) {
    const code = text.charCodeAt(at);
    const script = code < TABLE ? table[code]! : scriptOf(String.fromCodePoint(text.codePointAt(at)!));
    scripts[script]!++;
    // Basic Arabic ends at U+064A: the letters of others come after it.
    if (script !== ARABIC || code <= 0x64a) continue;
    if (urduLetters.has(code)) urdu++;
    else if (persianLetters.has(code)) persian++;
  }
  const [, arabic, latin] = scripts as [number, number, number];
  if (arabic === 0 && latin === 0) return 'und';
  if (latin > arabic) return 'en';
  // A foreign name alone does not decide.
  if (urdu > arabic / 100) return 'ur';
  return persian > arabic / 100 ? 'fa' : 'ar';
}
