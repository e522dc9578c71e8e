// Which encoding bytes are in: a mark, then the form, then what was declared unless the bytes contradict it, then the
// letters. What was found says how, and how certainly.
import { markedEncoding, unmarkedUnicode } from '../identify.ts';
import { decodeAs, encodingNamed, extendsAscii } from './code-pages.ts';
import { likeness } from './likeness.ts';

/** `mark` a byte order mark · `form` only so encoded text looks so · `declared` · `letters` by statistics · `chosen` by a person. */
export type FoundBy = 'mark' | 'form' | 'declared' | 'letters' | 'chosen';
export type FoundEncoding = {
  readonly encoding: string;
  /** 0–1. */
  readonly certainty: number;
  readonly by: FoundBy;
  /** Another encoding that the file or its carrier named, and the bytes contradict. */
  readonly contradicts?: string;
};

const CODE_PAGES = ['windows-1256', 'iso-8859-6', 'x-mac-arabic', 'dos-720', 'windows-1252'];
/** Bits a high byte, and in all, by which another encoding must be better than the declared one to contradict it. */
const CONTRADICTION = { each: 0.4, all: 12 };
/** A sequence of UTF-8 is a form that other text has by chance only. */
const SEQUENCE = 4;
const SAMPLE = 32_768;
/** Below so many bits a character the best reading is poor, and the choice little more than a guess. */
const POOR = 0.3;

/** `declared` is a label as it was written; an unknown one is none. Never throws. */
export function findEncoding(bytes: Uint8Array, declared?: string): FoundEncoding {
  const named = declared === undefined ? undefined : encodingNamed(declared);
  const tell = (found: Omit<FoundEncoding, 'contradicts'>): FoundEncoding =>
    named === undefined || named === found.encoding ? found : { ...found, contradicts: named };

  const marked = markedEncoding(bytes);
  if (marked) return tell({ encoding: marked, certainty: 1, by: 'mark' });
  const wide = unmarkedUnicode(bytes);
  if (wide) return tell({ encoding: wide, certainty: 0.99, by: named === wide ? 'declared' : 'form' });

  const asked = named !== undefined && extendsAscii(named) && named !== 'replacement' ? named : undefined;
  const sound = soundUtf8(bytes);
  if (sound === 'ascii') return { encoding: asked ?? 'utf-8', certainty: 1, by: asked ? 'declared' : 'form' };
  if (sound) return tell({ encoding: 'utf-8', certainty: 1, by: asked === 'utf-8' ? 'declared' : 'form' });
  return tell(byLetters(bytes, asked));
}

function highBytes(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at++) if (bytes[at]! >= 0x80) count++;
  return count;
}

/** Sound but for a last character that a download cut. */
function soundUtf8(bytes: Uint8Array): 'ascii' | 'utf-8' | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return text.length === bytes.length ? 'ascii' : 'utf-8';
  } catch {
    return undefined;
  }
}

type Reading = { readonly encoding: string; readonly bits: number; readonly text: string };

function byLetters(bytes: Uint8Array, declared: string | undefined): Omit<FoundEncoding, 'contradicts'> {
  const sample = denseSample(bytes);
  const high = highBytes(sample);
  const names = [...new Set([...(declared ? [declared] : []), 'utf-8', ...CODE_PAGES])];
  const readings = names.map((encoding): Reading => {
    const text = decodeAs(sample, encoding);
    return { encoding, text, bits: likeness(text) + (encoding === 'utf-8' ? SEQUENCE * sequences(text) : 0) };
  });
  const best = readings.reduce((a, b) => (b.bits > a.bits ? b : a));
  const own = readings.find(({ encoding }) => encoding === declared);
  const gain = own && best.bits - own.bits;
  const keeps = gain !== undefined && (gain < CONTRADICTION.all || gain < CONTRADICTION.each * high);
  const taken = keeps ? own! : best;
  const second = Math.max(...readings.filter(({ text }) => text !== taken.text).map(({ bits }) => bits));
  const certainty = keeps && gain === 0 ? 1 : certaintyOf(taken.bits - second, taken.bits / high);
  return { encoding: taken.encoding, certainty: keeps ? Math.max(0.9, certainty) : certainty, by: keeps ? 'declared' : 'letters' };
}

/** The odds of the best against the next, by the bits between them; never above 0.99, and no more than even when both are poor. */
function certaintyOf(bits: number, each: number): number {
  const odds = 1 - 1 / (1 + 2 ** Math.max(0, Math.min(bits / 4, 20)));
  return Math.round(Math.min(0.99, each < POOR ? 0.5 : 1, odds) * 100) / 100;
}

const lost = /\uFFFD/g;
const outside = /[^\0-\u007f]/gu;
const sequences = (text: string): number => (text.match(outside)?.length ?? 0) - (text.match(lost)?.length ?? 0);

/** The bytes above ASCII with their neighbours: in a page of markup and scripts they are few and far between. */
function denseSample(bytes: Uint8Array): Uint8Array {
  const sample = new Uint8Array(SAMPLE);
  let length = 0;
  let last = -2;
  for (let at = 0; at < bytes.length && length < SAMPLE - 2; at++) {
    const near = bytes[at]! >= 0x80 || (at > 0 && bytes[at - 1]! >= 0x80) || (at + 1 < bytes.length && bytes[at + 1]! >= 0x80);
    if (!near) continue;
    if (at !== last + 1) sample[length++] = 0x20;
    sample[length++] = bytes[at]!;
    last = at;
  }
  return sample.subarray(0, length);
}
