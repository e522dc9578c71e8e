import { formatDate } from '#i18n/locale.ts';
import { passedOver } from '#i18n/passed-over.ts';
import { useSettings, useWords } from '../api/words.tsx';
import css from './library.module.css';
import { useSettled } from './use-settled.ts';
import type { SearchNote } from './use-rows.ts';

type Props = { note: SearchNote | undefined; onQuery: (query: string) => void };

/** Milliseconds: whoever goes on typing is not interrupted. */
const PAUSE = 500;
const isoDate = /\u2066([\d-]+)\u2069/gu;
const nothing: NonNullable<SearchNote['passedOver']> = [];

/** How the query was understood, where that is not plain from its words, and what of it is not applied. */
export function SearchNotes({ note, onQuery }: Props) {
  const s = useSettings();
  const { language } = s;
  const w = useWords();
  const unapplied = note?.passedOver ?? nothing;
  const told = useSettled(unapplied.map((one) => passedOver(one, language) ?? '').join('\n'), PAUSE);
  // It is always there, so that what comes into it is spoken.
  return (
    <output className={css.notes}>
      {unapplied.length > 0 &&
        told.split('\n').map((line) => (
          <span key={line} data-kind="unapplied">
            {line}
          </span>
        ))}
      {note?.readAs !== undefined && (
        <span>
          {w.readAs} <bdi>{note.readAs}</bdi>
        </span>
      )}
      {note?.understood !== undefined && (
        <span>
          {w.understood}{' '}
          <bdi>{note.understood[language].replace(isoDate, (_, value: string) => formatDate({ value, calendar: 'gregorian' }, s))}</bdi>
        </span>
      )}
      {note?.suggestion !== undefined && (
        <span>
          {w.meant}{' '}
          <button type="button" onClick={() => onQuery(note.suggestion!)}>
            <bdi>{note.suggestion}</bdi>
          </button>
        </span>
      )}
      {note?.relaxed && <span>{w.relaxed}</span>}
    </output>
  );
}
