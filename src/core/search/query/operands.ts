// Reads one operand of a query: a word, a phrase, or the value of a field.
import { type Token, tokenize } from '../../arabic/tokens.ts';
import { toLatinDigits } from '../../arabic/digits.ts';
import { joined, type Form, type Query, type Span, type Word, type Words } from './ast.ts';
import { datesAt } from './date-value.ts';
import { hasChoices, hasValueOf, isTextField, isValueField, type QueryField, type TextField, type ValueField } from './fields.ts';
import type { Problems } from './problems.ts';
import { type Quoted, quotedAt, strongQuotes } from './quotes.ts';

/** `plain`: a word with nothing about it. */
export type Operand = { readonly node: Query | undefined; readonly end: number; readonly plain: boolean };

/** More words than anyone asks for: a query is to be answered in no time. */
const WORDS = 64;
/** Words farther apart are not near each other. */
const SLOP = 100;

const chunkPattern = new RegExp(`[^\\s()|${strongQuotes}]+`, 'uy');
const listedPattern = new RegExp(`[^\\s()|,،${strongQuotes}]+`, 'uy');
const distance = /~([0-9\u0660-\u0669\u06f0-\u06f9]{0,6})/uy;
const tilde = /^~([0-9\u0660-\u0669\u06f0-\u06f9]{0,6})[^\p{L}\p{N}]*$/u;
const starInside = /[\p{L}\p{N}]\*+[\p{L}\p{N}]|^[^\p{L}\p{N}]*\*+[\p{L}\p{N}]/u;
const comma = /[,،](?=[^\s()|,،])/uy;

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

export function openOperands(text: string, allExact: boolean, problems: Problems) {
  const dry = { from: Number.POSITIVE_INFINITY };
  let taken = 0;
  let full = false;

  /** Told once. */
  function tooMany({ start, end }: Span): void {
    if (!full) problems.add('search.too-long', { start, end }, { limit: WORDS });
    full = true;
  }

  /** The words of a stretch of the query, as many as are still allowed. */
  function wordsIn(start: number, end: number): Word[] {
    if (full) return [];
    const tokens = tokenize(text.slice(start, end));
    const kept = tokens.slice(0, WORDS - taken);
    const placed = (token: Token): Word => ({
      ...token,
      start: start + token.start,
      end: start + token.end,
      text: text.slice(start + token.start, start + token.end),
    });
    taken += kept.length;
    if (kept.length < tokens.length) tooMany(placed(tokens[kept.length]!));
    return kept.map(placed);
  }

  const leaf = (words: readonly Word[], form: Form, field: TextField | undefined, more: Partial<Words> = {}): Words => ({
    kind: 'words',
    words,
    form,
    prefix: false,
    fuzzy: 0,
    slop: 0,
    ...(field === undefined ? {} : { field }),
    span: { start: words[0]!.start, end: words.at(-1)!.end },
    ...more,
  });

  function phrase(quoted: Quoted, exact: boolean, field: TextField | undefined): Operand {
    const words = wordsIn(quoted.start, quoted.start + quoted.inner.length);
    const far = sticky(distance, text, quoted.end);
    const star = !far && text[quoted.end] === '*';
    const end = quoted.end + (far?.[0].length ?? (star ? 1 : 0));
    if (words.length === 0) return { node: undefined, end, plain: false };
    const slop = words.length > 1 && far?.[1] ? Math.min(Number(toLatinDigits(far[1])), SLOP) : 0;
    return { node: leaf(words, exact || allExact ? 'exact' : 'folded', field, { slop, prefix: star }), end, plain: false };
  }

  /** Each word of a stretch without spaces; what follows the stretch is said of its last word. */
  function chunk(start: number, end: number, exact: boolean, field: TextField | undefined): Operand {
    const raw = text.slice(start, end);
    const mark = raw.lastIndexOf('~');
    const typos = mark < 0 ? null : tilde.exec(raw.slice(mark));
    const words = wordsIn(start, typos ? start + mark : end);
    const last = words.at(-1);
    if (!last) {
      const node: Query | undefined = /^\*+$/u.test(raw) && field === undefined ? { kind: 'everything', span: { start, end } } : undefined;
      return { node, end, plain: false };
    }
    if (starInside.test(raw)) problems.add('search.star-inside', { start, end });
    const prefix = !typos && text[last.end] === '*' && last.end < end;
    const fuzzy = typos ? distanceOf(typos[1]!, last, { start, end }) : 0;
    const form = exact || allExact ? 'exact' : 'stem';
    const leaves = words.map((word) => leaf([word], form, field, word === last ? { prefix, fuzzy } : {}));
    return { node: joined('and', leaves), end, plain: !exact && !prefix && !typos && field === undefined };
  }

  /** Without a number: one letter in a short word, two in a longer one. */
  function distanceOf(digits: string, word: Word, place: Span): 0 | 1 | 2 {
    if (digits === '') return word.folded.length > 5 ? 2 : 1;
    const asked = Number(toLatinDigits(digits));
    if (asked > 2) problems.add('search.bad-distance', place);
    return asked === 0 ? 0 : asked === 1 ? 1 : 2;
  }

  function value(inner: string, span: Span, field: ValueField, more: { exact: boolean; prefix: boolean }): Query | undefined {
    const name = inner.trim().replaceAll(/\s+/gu, ' ');
    return name === '' ? undefined : { kind: 'value', field, text: name, ...more, span };
  }

  /** A value in quotes, or as far as the next space. */
  function valueOperand(at: number, field: ValueField, exact: boolean, listed: boolean): Operand {
    const quoted = quotedHere(at);
    const raw = quoted?.inner ?? sticky(listed ? listedPattern : chunkPattern, text, at)?.[0] ?? '';
    let end = quoted?.end ?? at + raw.length;
    if (!quoted && /^\*+$/u.test(raw)) {
      const what = field === 'tag' ? 'tags' : field === 'language' ? undefined : field;
      return { node: what && { kind: 'has', what, span: { start: at, end } }, end, plain: false };
    }
    const prefix = quoted ? text[end] === '*' : raw.endsWith('*');
    if (quoted && prefix) end++;
    const node = value(quoted ? raw : withoutStars(raw), { start: at, end }, field, { exact: exact || allExact, prefix });
    return { node, end, plain: false };
  }

  function dates(at: number): Operand {
    const quoted = quotedHere(at);
    const start = quoted ? quoted.start + (quoted.inner.length - quoted.inner.trimStart().length) : at;
    const found = datesAt(text, start);
    const stop = quoted ? quoted.start + quoted.inner.trimEnd().length : found?.end;
    const whole = found && found.end === stop && (quoted !== undefined || /^(?:$|[\s(),،|])/u.test(text.slice(stop, stop + 1)));
    if (found && whole) {
      const end = quoted?.end ?? found.end;
      return { node: { kind: 'dates', ...found.range, span: { start: at, end } }, end, plain: false };
    }
    const end = quoted?.end ?? at + (sticky(chunkPattern, text, at)?.[0].length ?? 0);
    if (end > at) problems.add('search.bad-date', { start: at, end });
    return { node: undefined, end, plain: false };
  }

  function has(at: number, listed: boolean): Operand {
    const quoted = quotedHere(at);
    const raw = quoted?.inner ?? sticky(listed ? listedPattern : chunkPattern, text, at)?.[0] ?? '';
    const end = quoted?.end ?? at + raw.length;
    const what = hasValueOf(raw.slice(0, 40));
    const place = { start: at, end };
    if (what) return { node: { kind: 'has', what, span: place }, end, plain: false };
    if (raw !== '') problems.add('search.bad-value', place, { field: 'has', allowed: hasChoices });
    return { node: undefined, end, plain: false };
  }

  function quotedHere(at: number): Quoted | undefined {
    const quoted = quotedAt(text, at, dry);
    if (quoted && !quoted.closed) problems.add('search.unclosed-quote', { start: at, end: at + 1 });
    return quoted;
  }

  /** What begins at a place that is not a gap. Always moves on. */
  function one(at: number, field: QueryField | undefined, listed: boolean): Operand {
    if (field === 'date') return forward(at, dates(at));
    if (field === 'has') return forward(at, has(at, listed));
    const exact = text[at] === '=' && at + 1 < text.length;
    const from = exact ? at + 1 : at;
    if (field !== undefined && isValueField(field)) return forward(at, valueOperand(from, field, exact, listed));
    const within = field !== undefined && isTextField(field) ? field : undefined;
    const quoted = quotedHere(from);
    if (quoted) return forward(at, phrase(quoted, exact, within));
    const escaped = text[from] === '\\';
    const start = escaped ? from + 1 : from;
    const end = start + (sticky(listed ? listedPattern : chunkPattern, text, start)?.[0].length ?? 0);
    const found = chunk(start, end, exact, within);
    return forward(at, escaped ? { ...found, plain: false } : found);
  }

  /** Always on; what is no word counts as one. */
  function forward(at: number, found: Operand): Operand {
    const end = found.end > at || at >= text.length ? found.end : at + 1;
    if (!found.node || found.node.kind === 'words' || found.node.kind === 'and') return { ...found, end };
    if (taken < WORDS) {
      taken++;
      return { ...found, end };
    }
    tooMany({ start: at, end });
    return { ...found, node: undefined, end };
  }

  /** Values with commas between them: any of them will do. */
  function list(at: number, field: QueryField): Operand {
    const parts: Query[] = [];
    if (at >= text.length || /[)|]/u.test(text[at]!)) return { node: undefined, end: at, plain: false };
    for (let end = at; ; ) {
      const found = one(end, field, true);
      if (found.node) parts.push(found.node);
      const next = sticky(comma, text, found.end);
      if (!next) return { node: joined('or', parts), end: found.end, plain: false };
      end = found.end + 1;
    }
  }

  return { one, list };
}

/** Backwards, star by star: a pattern tied to the end would try every star of a flood anew. */
function withoutStars(raw: string): string {
  let end = raw.length;
  while (end > 0 && raw[end - 1] === '*') end--;
  return raw.slice(0, end);
}
