// Two words that are written together as often as apart: عبدالله and عبد الله, ان شاء الله and انشاءالله.
import { frequencyIn, type Vocabulary } from './vocabulary.ts';

/** Of two letters everything consists. */
const SHORTEST = 3;

/** The pairs that a folded word may be made of, likeliest first: both are words, and the rarer one is common. */
export function splitsOf(vocabulary: Vocabulary, folded: string, limit = 1): [string, string][] {
  const splits: { pair: [string, string]; frequency: number }[] = [];
  for (let at = SHORTEST; at <= folded.length - SHORTEST; at++) {
    const pair: [string, string] = [folded.slice(0, at), folded.slice(at)];
    const frequency = Math.min(...pair.map((part) => frequencyIn(vocabulary, part)));
    if (frequency > 0) splits.push({ pair, frequency });
  }
  return splits
    .sort((a, b) => b.frequency - a.frequency)
    .slice(0, limit)
    .map(({ pair }) => pair);
}

/** What two neighbours make when written together, if the archive knows it. */
export function joinOf(vocabulary: Vocabulary, first: string, second: string): string | undefined {
  const joined = first + second;
  return frequencyIn(vocabulary, joined) > 0 ? joined : undefined;
}
