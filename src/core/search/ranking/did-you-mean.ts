// «Did you mean»: the query with its unlikely words replaced, from the archive's own vocabulary.
import { otherLayout } from '../../arabic/keyboard.ts';
import { nearWords } from '../../arabic/near-words.ts';
import { tokenize } from '../../arabic/tokens.ts';
import { frequencyIn, type Vocabulary } from '../../arabic/vocabulary.ts';
import type { Span } from '../query/ast.ts';
import { fieldOf } from '../query/fields.ts';

/** A replacement must be this likely; below it several words are about as good, and none is worth proposing. */
const SURE = 0.5;

/** A longer text was pasted in, and not typed: its words are not looked through one by one. */
const LONGEST = 16;

/** The query as it was perhaps meant, or undefined. Only words are replaced, and none within `fixed`; all between them stays as it stands. */
export function didYouMean(vocabulary: Vocabulary, query: string, fixed: readonly Span[] = []): string | undefined {
  const tokens = tokenize(query);
  if (tokens.length > LONGEST) return undefined;
  let meant = '';
  let end = 0;
  for (const token of tokens) {
    const word = query.slice(token.start, token.end);
    // The name of a field is what it says, whatever words the articles have.
    const isField = query[token.end] === ':' && fieldOf(word) !== undefined;
    const isFixed = fixed.some(({ start, end: to }) => token.start >= start && token.end <= to);
    const [best] = isField || isFixed ? [] : nearWords(vocabulary, token.folded, 1);
    meant += query.slice(end, token.start) + (best && best.likelihood >= SURE ? best.term : word);
    end = token.end;
  }
  meant += query.slice(end);
  return meant === query ? undefined : meant;
}

/** A query typed in the wrong layout, as the right one gives it: when it knows no word as it stands, and all of them there. */
export function inOtherLayout(vocabulary: Vocabulary, query: string): string | undefined {
  const known = (text: string): boolean[] => tokenize(text).map((token) => frequencyIn(vocabulary, token.folded) > 0);
  if (known(query).includes(true)) return undefined;
  const other = otherLayout(query);
  const words = known(other);
  return words.length > 0 && !words.includes(false) ? other : undefined;
}
