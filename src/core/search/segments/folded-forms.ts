// All folded forms of the index in memory, as spellings that are close are looked for in them. Made when it is first asked for.
import type { Vocabulary } from '../../arabic/vocabulary.ts';
import { mergeVocabularies, noTerms } from './merge-vocabularies.ts';
import { readForms } from './read-forms.ts';
import type { Segment } from './segment.ts';
import { LARGE } from './segment-writer.ts';

/**
 * Reads what is new since it was last asked for; nothing when no segment is. Forms of larger segments are merged once; those of
 * smaller ones, which come and go with each change, are put on top.
 */
export function foldedFormsOf(segments: () => readonly Segment[]): () => Vocabulary {
  const read = new WeakMap<Segment, Vocabulary>();
  let large: { readonly of: readonly Segment[]; readonly forms: Vocabulary } = { of: [], forms: noTerms };
  let all: { readonly of: readonly Segment[]; readonly forms: Vocabulary } = large;

  function formsOf(segment: Segment): Vocabulary {
    const forms = read.get(segment) ?? readForms(segment);
    read.set(segment, forms);
    return forms;
  }

  return () => {
    const now = segments();
    if (same(all.of, now)) return all.forms;
    const bySize = now.toSorted((a, b) => a.count - b.count);
    const small = bySize.filter(({ count }) => count < LARGE);
    const others = bySize.filter(({ count }) => count >= LARGE);
    if (!same(large.of, others)) large = { of: others, forms: others.map(readForms).reduce(mergeVocabularies, noTerms) };
    const added = small.map(formsOf).reduce(mergeVocabularies, noTerms);
    all = { of: now, forms: mergeVocabularies(added, large.forms) };
    return all.forms;
  };
}

const same = (a: readonly Segment[], b: readonly Segment[]): boolean => a.length === b.length && a.every((one, at) => one === b[at]);
