// Text that was once read in the wrong encoding and saved so: «Ø§Ù„», «ط§ظ„», «ÇáÚÑÈíÉ». Found, and repaired on offer.
import { decodeAs, encodeAs } from './code-pages.ts';
import { likeness } from './likeness.ts';

/** Bytes of `was` that some program took for `readAs`. */
export type Misreading = { readonly was: string; readonly readAs: string };
/** `steps` in the order in which they are undone; `lines` were changed. */
export type Repair = { readonly text: string; readonly steps: readonly Misreading[]; readonly lines: number };

const READ_AS = ['windows-1252', 'windows-1256'] as const;
type Step = { readonly was: string; readonly readAs: (typeof READ_AS)[number] };
const WAS = ['utf-8', 'windows-1256', 'iso-8859-6', 'x-mac-arabic', 'dos-720'];
/** A text may have been saved wrongly more than once. */
const MOST_STEPS = 3;
const SAMPLE = 16_384;
/** Bits by which the repaired text must be better, for each character that was outside ASCII, and in all. */
const GAIN = { each: 1, all: 24 };

/** Four signs of the upper half of Latin-1 or 1252 in a run: no language of Western Europe has them. */
const latinRun = /[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{4}/;
/** The lead bytes of Arabic UTF-8 as 1256 shows them, each before a sign that follows no ط, ظ, ع or غ so often. */
const arabicRun = /(?:[طظعغ][^\0-\u007fء-ي]){3}|(?:[طظ][^\0-\u007f]){6}/;
const suspicious = (text: string): boolean => latinRun.test(text) || arabicRun.test(text);
const outside = /[^\0-\u007f]/;

/** Undefined when the text shows no sign of it. Linear; never throws. */
export function repairMojibake(text: string): Repair | undefined {
  let repaired = text;
  let lines = 0;
  const steps: Misreading[] = [];
  while (steps.length < MOST_STEPS) {
    const step = suspicious(repaired) ? misreadingOf(repaired) : undefined;
    if (!step) break;
    const undone = undo(repaired, step);
    if (undone.lines === 0) break;
    repaired = undone.text;
    lines = Math.max(lines, undone.lines);
    steps.push(step);
  }
  return steps.length === 0 ? undefined : { text: repaired, steps, lines };
}

/** Which misreading explains the suspicious lines best. */
function misreadingOf(text: string): Step | undefined {
  let sample = '';
  for (const line of text.split('\n')) {
    if (sample.length > SAMPLE) break;
    if (suspicious(line)) sample += `${line.slice(0, SAMPLE)}\n`;
  }
  const own = likeness(sample);
  let best: { step: Step; gain: number } | undefined;
  for (const readAs of READ_AS) {
    const bytes = encodable(sample, readAs);
    for (const was of bytes ? WAS : []) {
      if (was === readAs) continue;
      const gain = likeness(decodeAs(bytes!, was)) - own;
      if (!best || gain > best.gain) best = { step: { was, readAs }, gain };
    }
  }
  const enough = Math.max(GAIN.all, GAIN.each * (sample.match(/[^\0-\u007f]/gu)?.length ?? 0) * 0.5);
  return best && best.gain >= enough ? best.step : undefined;
}

/** The lines of the sample that can be carried back at all. */
function encodable(sample: string, readAs: Step['readAs']): Uint8Array | undefined {
  const lines = sample.split('\n').filter((line) => encodeAs(line, readAs));
  return lines.some((line) => outside.test(line)) ? encodeAs(lines.join('\n'), readAs) : undefined;
}

/** Line by line: one that was sound, or has what the wrong encoding has not, stays as it is. */
function undo(text: string, { was, readAs }: Step): { text: string; lines: number } {
  let lines = 0;
  const undone = text.split('\n').map((line) => {
    if (!outside.test(line)) return line;
    const bytes = encodeAs(line, readAs);
    if (!bytes) return line;
    const better = decodeAs(bytes, was);
    // What is sound UTF-8 again was UTF-8.
    const proved = was === 'utf-8' && !better.includes('\uFFFD');
    if (!proved && likeness(better) <= likeness(line)) return line;
    lines++;
    return better;
  });
  return { text: undone.join('\n'), lines };
}
