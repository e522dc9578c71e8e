import type { Part } from '#text/word-diff.ts';

/** `skip`: so many words that are the same on both sides are left out. */
export type Piece = Pick<Part, 'lead' | 'text'> & { readonly op: Part['op'] | 'skip'; readonly words: number };

/** Words shown on either side of a change. */
const ROUND = 14;

/** A change with its surroundings: long stretches that stayed are shortened. */
export function excerpt(parts: readonly Part[]): Piece[] {
  return parts.flatMap((part, i) => {
    const words = part.op === 'same' ? (part.text.match(/\S+\s*/gu) ?? []) : [];
    const head = i === 0 ? 0 : ROUND;
    const tail = i === parts.length - 1 ? 0 : ROUND;
    const left = words.length - head - tail;
    // A gap of a few words is no shorter than the words.
    if (left < ROUND) return [part];
    const pieces: Piece[] = [
      { ...part, text: words.slice(0, head).join('').trimEnd() },
      { op: 'skip', lead: '', text: '', words: left },
      { ...part, lead: '', text: words.slice(words.length - tail).join('') },
    ];
    return pieces.filter(({ op, text }) => op === 'skip' || text !== '');
  });
}
