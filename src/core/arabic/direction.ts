// UAX #9 P2–P3: the direction of a paragraph is that of its first strong letter.
const strong = /\p{L}/u;
const rtl = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Without a strong letter an Arabic page's paragraph is right to left. */
export function directionOf(text: string): 'rtl' | 'ltr' {
  const letter = strong.exec(text)?.[0];
  return letter === undefined || rtl.test(letter) ? 'rtl' : 'ltr';
}
