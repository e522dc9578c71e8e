// What a slip of the hand, the eye or the ear costs, on folded letters. One plain change costs 1; a likely one costs less.

// Letters of one shape that dots tell apart, letters that many pronounce alike, and neighbours on the Arabic 101 keyboard.
const shapes = ['بتثني', 'جحخ', 'دذ', 'رز', 'سش', 'صض', 'طظ', 'عغ', 'فق', 'كل', 'وؤ', 'يئ', 'هة'];
const sounds = ['ضظ', 'ذزظ', 'ثس', 'تط', 'سص', 'قك', 'هح', 'دض', 'اع', 'غق'];
const rows = ['ضصثقفغعهخحجد', 'شسيبلاتنمكط', 'ئءؤر ىةوزظ'];

const LIKELY = 0.6;
/** Long vowels are left out or put in more easily than consonants. */
const VOWEL = 0.7;
const vowels = 'اوي';

const likely = new Set<string>();
for (const group of [...shapes, ...sounds]) for (const a of group) for (const b of group) likely.add(a + b);
for (const row of rows) for (let i = 1; i < row.length; i++) likely.add(row[i - 1]! + row[i]!).add(row[i]! + row[i - 1]!);

export const substitution = (a: string, b: string): number => (a === b ? 0 : likely.has(a + b) ? LIKELY : 1);

/** A letter too many or too few, between its neighbours in the longer word. */
const extra = (word: string, at: number): number => (word[at] === word[at - 1] ? LIKELY : vowels.includes(word[at]!) ? VOWEL : 1);

const SWAP = LIKELY;

/** Damerau's distance (optimal string alignment) with these costs. */
export function slipCost(from: string, to: string): number {
  let twoBefore: number[] = [];
  let before = [0];
  for (let j = 1; j <= to.length; j++) before[j] = before[j - 1]! + extra(to, j - 1);
  for (let i = 1; i <= from.length; i++) {
    const row = [before[0]! + extra(from, i - 1)];
    for (let j = 1; j <= to.length; j++) {
      let least = before[j - 1]! + substitution(from[i - 1]!, to[j - 1]!);
      least = Math.min(least, before[j]! + extra(from, i - 1), row[j - 1]! + extra(to, j - 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) least = Math.min(least, twoBefore[j - 2]! + SWAP);
      row[j] = least;
    }
    [twoBefore, before] = [before, row];
  }
  return before[to.length]!;
}
