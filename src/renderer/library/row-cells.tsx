/* oxlint-disable jsx-a11y/prefer-tag-over-role -- cells of our own grid */
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ListColumn, Settings } from '#contract/settings.ts';
import { formatDate, formatList } from '#i18n/locale.ts';
import { languageName } from '#i18n/language-name.ts';
import { useSettings, useWords } from '../api/words.tsx';
import { Marked } from '../ui/marked.tsx';
import { Name } from '../ui/name.tsx';
import css from './list.module.css';
import type { RowProps } from './row-lines.tsx';
import { RowTitle } from './row-title.tsx';
import { TagChips } from './tag-chip.tsx';
import type { Row } from './use-rows.ts';
import { Why } from './why.tsx';

const listed = (values: readonly string[] | undefined, s: Settings): string => formatList(values ?? [], s);

/** What stands under a column. */
const cells: Readonly<Record<ListColumn, (row: Row, s: Settings) => ReactNode>> = {
  source: ({ source }) => source && <Name text={source} />,
  date: ({ filed }, s) => filed && formatDate(filed.date, s),
  tags: ({ tags }) => <TagChips tags={tags} />,
  collections: ({ collections }, s) => <Name text={listed(collections, s)} />,
  creators: ({ creators }, s) => <Name text={listed(creators, s)} />,
  language: ({ language }, s) => language && languageName(language, s),
  captured: ({ captured }, s) => captured && formatDate({ value: captured.slice(0, 10), calendar: 'gregorian' }, s),
};

/** The title first, then the columns that a person chose. */
export function RowCells({ row, href, open }: RowProps) {
  const s = useSettings();
  const w = useWords();
  if (!row) return <span role="gridcell" className={css.coming} aria-label={w.loading} />;
  return (
    <>
      <span role="gridcell" className={css.title}>
        <a href={href} tabIndex={-1} draggable={false} aria-current={open}>
          {row.conflicted && <TriangleAlert size={14} aria-label={w.conflict} className={css.warns} />}
          <RowTitle row={row} />
          <Why reasons={row.why} />
          {row.snippet && (
            <span className={css.snippet} dir="auto">
              <Marked {...row.snippet} />
            </span>
          )}
        </a>
      </span>
      {s.columns.map((column) => (
        <span key={column} role="gridcell" className={css.cell} data-column={column}>
          {cells[column](row, s)}
        </span>
      ))}
    </>
  );
}
