// The line under a document's headline that says who wrote it and when, and nothing else.
import { findDate } from '../arabic/dates.ts';
import type { Draft } from './formats/format.types.ts';
import { foldedWords } from './lines.ts';
import { isPerson, withoutPlace } from './persons.ts';
import { reportDate } from './report-line.ts';
import { timeWords } from './rules/time-words.ts';

const MOST = { characters: 90, words: 6 };
const clock = /\d{1,2}:\d{2}(?::\d{2})?/g;
const beside = new Set(timeWords.flatMap(foldedWords));

/** What it says is better than what the program that made the file says of itself. */
export const withDateline = (draft: Draft): Draft => dated(withoutByline(draft));

/** The name under the headline is that of the properties again. */
function withoutByline(draft: Draft): Draft {
  const [first, ...body] = draft.body;
  const names = new Set(draft.creators?.map(keyOf));
  if (!first || first.kind === 'heading' || first.picture || body.length === 0 || !names.has(keyOf(first.text))) return draft;
  return { ...draft, body, removed: [...(draft.removed ?? []), { text: first.text, rule: 'byline' }] };
}

const keyOf = (name: string): string => foldedWords(name).join(' ');

function dated(draft: Draft): Draft {
  const [first, ...body] = draft.body;
  if (!first || first.kind === 'heading' || first.text.length > MOST.characters || body.length === 0) return draft;
  const date = findDate(first.text);
  if (!date) return draft;
  const name = `${first.text.slice(0, date.start)} ${first.text.slice(date.end)}`
    .replace(clock, '')
    .replace(/^[\s—–|،,:()-]+|[\s—–|،,:()-]+$/gu, '')
    .trim();
  const words = reportDate(first.text) ? [] : foldedWords(name).filter((word) => !beside.has(word));
  if (words.length > MOST.words || /\d|[.؟?!]$/u.test(name)) return draft;
  return {
    ...draft,
    body,
    published: date.stated,
    creators: words.length > 0 && isPerson(name) ? [withoutPlace(name)] : (draft.creators ?? []),
    removed: [...(draft.removed ?? []), { text: first.text, rule: 'date-line' }],
  };
}
