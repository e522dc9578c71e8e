// How an original is shown beside its text.

export type OriginalKind = 'text' | 'pages' | 'picture' | 'none';

const texts = /^(?:text\/|application\/(?:(?:[\w.-]+\+)?xml|json|jsonl|yaml|x-research-info-systems|x-endnote-refer|x-bibtex)$)/;
/** Those that every browser draws. SVG is none: it is a document, and may name what would have to be fetched. */
const pictures = /^image\/(?:png|jpeg|gif|webp)$/;

/** By the media type that it was read as. */
export function originalKind(mediaType: string): OriginalKind {
  if (mediaType === 'application/pdf') return 'pages';
  if (pictures.test(mediaType)) return 'picture';
  return texts.test(mediaType) ? 'text' : 'none';
}
