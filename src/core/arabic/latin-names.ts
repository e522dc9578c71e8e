// Arabic names in Latin letters: Velayati finds ولايتي. Not one transliteration but all that the press uses: every Latin
// letter or group stands for a few Arabic ones, the likeliest first. The vocabulary is walked with that pattern.
import { termAt, type Vocabulary, walk } from './vocabulary.ts';

type Ways = readonly (readonly [latin: string, arabic: string])[];

/** Longest first where one begins another; «-» stands for nothing written. */
const within: Ways = [
  ['allah', 'الله له'],
  ['ullah', 'الله له'],
  ['ollah', 'الله له'],
  ['tch', 'تش'],
  ['sch', 'ش'],
  ['sh', 'ش'],
  ['ch', 'ش تش خ ك'],
  ['kh', 'خ ك'],
  ['gh', 'غ ج'],
  ['th', 'ث ت ذ ط'],
  ['dh', 'ذ ض ظ د'],
  ['zh', 'ج ز ظ'],
  ['dj', 'ج'],
  ['ph', 'ف'],
  ['ck', 'ك'],
  ['ng', 'نغ نج ن نق'],
  ['ou', 'و - ؤ'],
  ['oo', 'و'],
  ['ee', 'ي'],
  ['ei', 'ي ئي -'],
  ['ai', 'ي اي ائ عي -'],
  ['ay', 'ي اي'],
  ['aa', 'ا اع عا ع'],
  ['b', 'ب'],
  ['c', 'ك س ق'],
  ['d', 'د ض ذ'],
  ['f', 'ف'],
  ['g', 'غ ج ق ك'],
  ['h', 'ه ح -'],
  ['j', 'ج'],
  ['k', 'ك ق'],
  ['l', 'ل'],
  ['m', 'م'],
  ['n', 'ن'],
  ['p', 'ب'],
  ['q', 'ق ك'],
  ['r', 'ر'],
  ['s', 'س ص'],
  ['t', 'ت ط'],
  ['v', 'ف و ڤ'],
  ['w', 'و'],
  ['x', 'كس'],
  ['y', 'ي'],
  ['z', 'ز ظ ذ ض'],
  ['a', '- ا ع عا ئ'],
  ['e', '- ي ا ع ئ'],
  ['i', 'ي - ع ئ عي'],
  ['o', 'و - ا ؤ'],
  ['u', 'و - ا ؤ'],
  ["'", '- ع ء ئ'],
];
/** At its beginning a word writes every vowel, at its end most. */
const first: Ways = [
  ['ou', 'او ع'],
  ['ei', 'اي عي'],
  ['ai', 'اي ع عي'],
  ['aa', 'ا عا ع'],
  ['a', 'ا ع عا'],
  ['e', 'ا اي ع عي'],
  ['i', 'ا اي ع عي'],
  ['o', 'ا او ع عو'],
  ['u', 'ا او ع'],
];
const last: Ways = [
  ['a', 'ا ه ي اء -'],
  ['e', 'ه ي -'],
  ['i', 'ي -'],
  ['o', 'و -'],
  ['u', 'و'],
  ['ah', 'ه ا'],
  ['eh', 'ه'],
];

const waysOf = (ways: Ways): Map<string, string[]> =>
  new Map(ways.map(([latin, arabic]) => [latin, arabic.split(' ').map((way) => way.replace('-', ''))]));
const [withinWays, firstWays, lastWays] = [waysOf(within), waysOf(first), waysOf(last)];
const unit = new RegExp(['[ae]h$', ...within.map(([latin]) => latin)].join('|'), 'g');

/** Longer words are no names. */
const LONGEST = 24;
/** What each next way costs, in the scale of the logarithm of frequencies: a name is rather common than oddly written. */
const UNLIKELY = 1.5;

/** Folded terms that may be the name, likeliest first; none for other scripts. */
export function arabicNames(vocabulary: Vocabulary, latin: string, limit = 5): string[] {
  const plain = latin
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[`’ʻʼʿʾ]/g, "'");
  if (!/^[a-z'][a-z']+[a-z]$/.test(plain) || plain.length > LONGEST) return [];
  // A doubled consonant is one in Arabic, but for the ll of «Allah».
  const units = plain.replace(/([b-df-hj-np-tv-z])\1(?!ah$)/g, '$1').match(unit) ?? [];
  const { costs, ...automaton } = nameAutomaton(
    units.map(
      (one, at) => (at === 0 ? firstWays : at === units.length - 1 ? lastWays : withinWays).get(one) ?? withinWays.get(one) ?? [''],
    ),
  );
  return walk(vocabulary, automaton)
    .map((at, found) => ({ at, worth: Math.log1p(vocabulary.frequencies[at]!) - UNLIKELY * costs[found]! }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, limit)
    .map(({ at }) => termAt(vocabulary, at));
}

/** A place in the pattern: units read, letters left of the way taken, and the cost so far. */
type Place = { readonly read: number; readonly left: string; readonly cost: number };

/** Like a finite automaton whose states are sets of places. `costs` are those of the accepted terms, in their order. */
function nameAutomaton(ways: readonly (readonly string[])[]): {
  step(depth: number, letter: number): boolean;
  accepts(depth: number): boolean;
  costs: number[];
} {
  /** Adds what is reached without a letter; of two roads to a place the cheaper is kept. */
  function settle(places: readonly Place[]): Place[] {
    const all = new Map<string, Place>();
    const open = [...places];
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      const { read, left, cost } = place;
      const key = `${read} ${left}`;
      if ((all.get(key)?.cost ?? Number.POSITIVE_INFINITY) <= cost) continue;
      all.set(key, place);
      if (left === '') for (const [at, way] of (ways[read] ?? []).entries()) open.push({ read: read + 1, left: way, cost: cost + at });
    }
    return [...all.values()];
  }

  const bare = settle([{ read: 0, left: '', cost: 0 }]);
  const states: Place[][] = [[...bare, { read: 0, left: 'ال', cost: 0 }]];
  const costs: number[] = [];
  return {
    costs,
    step(depth, letter) {
      const next = states[depth]!.filter(({ left }) => left !== '' && left.charCodeAt(0) === letter);
      states[depth + 1] = settle(next.map((place) => ({ ...place, left: place.left.slice(1) })));
      return next.length > 0;
    },
    accepts(depth) {
      const ends = states[depth]!.filter(({ read, left }) => read === ways.length && left === '');
      if (ends.length > 0) costs.push(Math.min(...ends.map(({ cost }) => cost)));
      return ends.length > 0;
    },
  };
}
