import { useSettings, useWords } from '../api/words.tsx';
import css from './library.module.css';
import type { SearchNote } from './use-rows.ts';

type Props = { note: SearchNote | undefined; onQuery: (query: string) => void };

/** How the query was understood, where that is not plain from its words. */
export function SearchNotes({ note, onQuery }: Props) {
  const { language } = useSettings();
  const w = useWords();
  if (!note || (!note.relaxed && !note.suggestion && !note.readAs && !note.understood)) return null;
  return (
    <output className={css.notes}>
      {note.readAs !== undefined && (
        <span>
          {w.readAs} <bdi>{note.readAs}</bdi>
        </span>
      )}
      {note.understood !== undefined && (
        <span>
          {w.understood} <bdi>{note.understood[language]}</bdi>
        </span>
      )}
      {note.suggestion !== undefined && (
        <span>
          {w.meant}{' '}
          <button type="button" onClick={() => onQuery(note.suggestion!)}>
            <bdi>{note.suggestion}</bdi>
          </button>
        </span>
      )}
      {note.relaxed && <span>{w.relaxed}</span>}
    </output>
  );
}
