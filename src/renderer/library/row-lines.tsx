import { TriangleAlert } from 'lucide-react';
import { formatDate } from '#i18n/locale.ts';
import { fill } from '#i18n/message.ts';
import { useSettings, useWords } from '../api/words.tsx';
import { Marked } from '../ui/marked.tsx';
import css from './library.module.css';
import type { Row } from './use-rows.ts';

/** What a row of the list says of its article. */
export function RowLines({ row }: { row: Row }) {
  const s = useSettings();
  const w = useWords();
  const { filed } = row;
  return (
    <>
      <strong dir="auto">{row.title}</strong>
      {(row.source || filed) && (
        <small>
          {row.source && <bdi>{row.source}</bdi>}
          {row.source && filed && ' · '}
          {filed && `${filed.kind === 'published' ? w.published : w.updated} ${formatDate(filed.date, s)}`}
        </small>
      )}
      {row.conflicted && (
        <span className={css.conflicted}>
          <TriangleAlert size={13} aria-hidden />
          {w.conflict}
        </span>
      )}
      {row.why && row.why.length > 0 && (
        <span className={css.why}>
          {row.why.map((reason) => (
            <span key={reason.asked}>{fill(w.why[reason.match], reason)}</span>
          ))}
        </span>
      )}
      {row.snippet && (
        <span className={css.snippet} dir="auto">
          <Marked {...row.snippet} />
        </span>
      )}
      {row.tags.length > 0 && (
        <span className={css.tags}>
          {row.tags.map((tag) => (
            <bdi key={tag}>{tag}</bdi>
          ))}
        </span>
      )}
    </>
  );
}
