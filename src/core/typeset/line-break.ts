// UAX #14 of Unicode 15.0: where a line may end, and where it must.
// Numbers are kept together as in example 7 of its section 8.2, which is what the tests of the standard ask for.
import { CLASS_NAMES, CLASS_RUNS } from './line-break-table.ts';

type Class = (typeof CLASS_NAMES)[number] | 'H2' | 'start';

export interface LineBreak {
  /** Index of the UTF-16 unit before which the line may end. */
  at: number;
  required: boolean;
}

/** Class of each code point, as an index of `CLASS_NAMES`. */
const classes = new Uint8Array(0x110000);
let filled = 0;
for (const [, name, length] of CLASS_RUNS.matchAll(/(B2|H3|[A-Z]+)(\d*)/g)) {
  const end = filled + Number(length || 1);
  classes.fill(CLASS_NAMES.indexOf(name as never), filled, end);
  filled = end;
}

/** Of a Hangul syllable: those without a final consonant are H2 (Unicode 3.12). */
function classOf(code: number): Class {
  const found = CLASS_NAMES[classes[code] ?? 0] ?? 'AL';
  return found === 'H3' && (code - 0xac00) % 28 === 0 ? 'H2' : found;
}

const words = (text: string): Class[] => text.split(' ') as Class[];
const LETTERS = words('AL HL');
const HANGUL = words('JL JV JT H2 H3');
const IDEOGRAPHS = words('ID EB EM XP');
const ENDS = words('BK CR LF NL');
const OPENING = words('OP OPE');
const CLOSING = words('CL CP CPE');
const SIGNS = words('PR PO');
const IN_NUMBER = words('NU SY IS CL CP CPE PR PO');
/** A mark after these has no letter. */
const BARE = words('start BK CR LF NL SP ZW');

type Rule = [before: readonly Class[] | undefined, after: readonly Class[] | undefined, broken?: true];

/** What two neighbours decide by themselves, in the order of the rules; the first that fits holds. */
const pairs: Rule[] = [
  [undefined, ['WJ']], // LB11
  [['WJ'], undefined],
  [['GL'], undefined], // LB12
  [undefined, words('CL CP CPE EX IS SY')], // LB13
  [['SP'], undefined, true], // LB18
  [undefined, ['QU']], // LB19
  [['QU'], undefined],
  [undefined, ['CB'], true], // LB20
  [['CB'], undefined, true],
  [undefined, words('BA HY NS')], // LB21
  [['BB'], undefined],
  [['SY'], ['HL']], // LB21b
  [undefined, ['IN']], // LB22
  [LETTERS, ['NU']], // LB23
  [['NU'], LETTERS],
  [['PR'], IDEOGRAPHS], // LB23a
  [IDEOGRAPHS, ['PO']],
  [['PR', 'PO'], LETTERS], // LB24
  [LETTERS, ['PR', 'PO']],
  [[...OPENING, 'HY'], ['NU']], // LB25
  [['PR', 'PO'], ['NU']],
  [['NU'], words('NU SY IS')],
  [['JL'], words('JL JV H2 H3')], // LB26
  [
    ['JV', 'H2'],
    ['JV', 'JT'],
  ],
  [['JT', 'H3'], ['JT']],
  [HANGUL, ['PO']], // LB27
  [['PR'], HANGUL],
  [LETTERS, LETTERS], // LB28
  [['IS'], LETTERS], // LB29
  [[...LETTERS, 'NU'], ['OP']], // LB30
  [['CP'], [...LETTERS, 'NU']],
  [['EB', 'XP'], ['EM']], // LB30b
];

const joined = new Map<Class, Map<Class, boolean>>();

/** Whether no line ends between two neighbours; LB31 where no rule fits. */
function keeps(before: Class, after: Class): boolean {
  let row = joined.get(before);
  if (!row) joined.set(before, (row = new Map()));
  let kept = row.get(after);
  if (kept === undefined) {
    const rule = pairs.find(([first, second]) => (first?.includes(before) ?? true) && (second?.includes(after) ?? true));
    kept = rule !== undefined && !rule[2];
    row.set(after, kept);
  }
  return kept;
}

/** What the rules that look further back than one character need to know of a place. */
interface Behind {
  /** The neighbour, a mark taken for its letter (LB9), and the last one that is no space. */
  before: Class;
  solid: Class;
  joiner: boolean;
  /** Inside `NU (NU | SY | IS)*`, or after the bracket that closes it. */
  number: 'in' | 'closed' | undefined;
  /** After a hyphen that follows a Hebrew letter. */
  hebrew: boolean;
  /** Regional indicators in a row. */
  flags: number;
}

/** The opportunities of a text in order, its end left out. */
export function lineBreaks(text: string): LineBreak[] {
  const out: LineBreak[] = [];
  const behind: Behind = { before: 'start', solid: 'start', joiner: false, number: undefined, hebrew: false, flags: 0 };
  let next = 0;
  for (let at = 0; at < text.length; at = next) {
    const code = text.codePointAt(at) ?? 0;
    next = at + (code > 0xffff ? 2 : 1);
    const found = classOf(code);
    if (found === 'AL' && behind.before === 'AL' && !behind.joiner) continue; // LB28: nothing that was behind matters
    const mark = found === 'CM' || found === 'ZWJ';
    if (mark && !BARE.includes(behind.before)) {
      behind.joiner = found === 'ZWJ'; // LB9: the mark is its letter
      continue;
    }
    const after = mark ? 'AL' : found; // LB10
    const decision = decide(behind, after, () => classAfter(text, next) === 'NU');
    if (decision !== 'keep') out.push({ at, required: decision === 'require' });
    pass(behind, after);
    behind.joiner = found === 'ZWJ';
  }
  return out;
}

function decide(
  { before, solid, joiner, number, hebrew, flags }: Behind,
  next: Class,
  numberFollows: () => boolean,
): 'keep' | 'allow' | 'require' {
  if (before === 'start') return 'keep'; // LB2
  if (before === 'CR' && next === 'LF') return 'keep'; // LB5
  if (ENDS.includes(before)) return 'require'; // LB4
  if (ENDS.includes(next) || next === 'SP' || next === 'ZW') return 'keep'; // LB6, LB7
  if (solid === 'ZW') return 'allow'; // LB8
  if (joiner) return 'keep'; // LB8a
  if (next === 'GL' && before !== 'SP' && before !== 'BA' && before !== 'HY') return 'keep'; // LB12a
  if (OPENING.includes(solid)) return 'keep'; // LB14
  if (solid === 'QU' && OPENING.includes(next)) return 'keep'; // LB15
  if (CLOSING.includes(solid) && next === 'NS') return 'keep'; // LB16
  if (solid === 'B2' && next === 'B2') return 'keep'; // LB17
  if (hebrew && next !== 'CB') return 'keep'; // LB21a
  if (number === 'in' && IN_NUMBER.includes(next)) return 'keep'; // LB25
  if (number === 'closed' && SIGNS.includes(next)) return 'keep';
  if (SIGNS.includes(before) && (OPENING.includes(next) || next === 'HY') && numberFollows()) return 'keep';
  if (before === 'RI' && next === 'RI') return flags % 2 === 1 ? 'keep' : 'allow'; // LB30a
  return keeps(before, next) ? 'keep' : 'allow';
}

/** One character further. */
function pass(behind: Behind, passed: Class): void {
  behind.hebrew = behind.before === 'HL' && (passed === 'HY' || passed === 'BA');
  behind.flags = passed === 'RI' ? behind.flags + 1 : 0;
  if (passed === 'NU') behind.number = 'in';
  else if (behind.number === 'in' && CLOSING.includes(passed)) behind.number = 'closed';
  else if (behind.number !== 'in' || (passed !== 'SY' && passed !== 'IS')) behind.number = undefined;
  if (passed !== 'SP' || ENDS.includes(behind.before)) behind.solid = passed;
  behind.before = passed;
}

/** The class of the next character that is no mark. */
function classAfter(text: string, from: number): Class | undefined {
  for (let at = from; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const found = classOf(code);
    if (found !== 'CM' && found !== 'ZWJ') return found;
    at += code > 0xffff ? 2 : 1;
  }
  return undefined;
}
