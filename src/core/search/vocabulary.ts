// The folded words of the archive as one sorted list, made from the segments when it is first needed.
import { type Vocabulary, vocabularyOf } from '../arabic/vocabulary.ts';
import type { Segments } from './segments/segments.ts';

/** Of so many articles on, a list that lacks the words of a hundredth of them still serves for what was perhaps meant. */
const MANY = 5000;
const STALE = 0.01;

export function openVocabulary(segments: Segments): () => Vocabulary {
  let known: { vocabulary: Vocabulary; documents: number; generation: number } | undefined;
  return () => {
    const { generation, size: documents } = segments;
    const serves = known && documents > MANY && Math.abs(known.documents - documents) < documents * STALE;
    if (!known || (known.generation !== generation && !serves)) {
      known = { vocabulary: vocabularyOf(new Map(segments.vocabulary.termsFrom(''))), documents, generation };
    }
    return known.vocabulary;
  };
}
