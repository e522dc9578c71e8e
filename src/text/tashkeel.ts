// Vowel marks left out of what is shown, with the way back to the places of the text. Combined hamza and madda (U+0653–0655) are
// no vowels: without them a word is another.

const marks = /[\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]/u;
const all = new RegExp(marks, 'gu');

export const withoutTashkeel = (text: string): string => text.replace(all, '');

/** The offset in the text of an offset in it without its marks; marks belong to the letter before them. */
export function offsetInFull(text: string, shown: number): number {
  let at = 0;
  for (let left = shown; at < text.length; at++) {
    if (marks.test(text[at]!)) continue;
    if (left === 0) break;
    left--;
  }
  return at;
}

/** How many units of the text without its marks stand before an offset. */
export const offsetShown = (text: string, at: number): number => withoutTashkeel(text.slice(0, at)).length;
