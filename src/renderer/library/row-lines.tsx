/* oxlint-disable jsx-a11y/prefer-tag-over-role -- cells of our own grid */
import { TriangleAlert } from 'lucide-react';
import { formatDate } from '#i18n/locale.ts';
import { useSettings, useWords } from '../api/words.tsx';
import { Marked } from '../ui/marked.tsx';
import { Name } from '../ui/name.tsx';
import css from './list.module.css';
import { RowTitle } from './row-title.tsx';
import { TagChips } from './tag-chip.tsx';
import type { Row } from './use-rows.ts';
import { Why } from './why.tsx';

export type RowProps = { row: Row | undefined; href: string; open: boolean };

/** What a card of the list says of its article. */
export function RowLines({ row, href, open }: RowProps) {
  const s = useSettings();
  const w = useWords();
  if (!row) return <span role="gridcell" className={css.coming} aria-label={w.loading} />;
  const { filed } = row;
  return (
    <span role="gridcell">
      <a className={css.card} href={href} tabIndex={-1} draggable={false} aria-current={open}>
        <RowTitle row={row} />
        {(row.source || filed) && (
          <small>
            {row.source && <Name text={row.source} />}
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
        <Why reasons={row.why} />
        {row.snippet && (
          <span className={css.snippet} dir="auto">
            <Marked {...row.snippet} />
          </span>
        )}
        {row.tags.length > 0 && (
          <span className={css.tags}>
            <TagChips tags={row.tags} />
          </span>
        )}
      </a>
    </span>
  );
}
