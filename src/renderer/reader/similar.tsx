import { useQuery } from '@tanstack/react-query';
import { Columns2 } from 'lucide-react';
import { useState } from 'react';
import type { ArticleRef } from '#contract/search.ts';
import { filingDate } from '#contract/item.ts';
import { formatDate, formatNumber } from '#i18n/locale.ts';
import { api } from '../api/client.ts';
import { useSettings, useWords } from '../api/words.tsx';
import { CompareDialog } from '../copies/compare-dialog.tsx';
import ui from '../ui/ui.module.css';
import css from './reader.module.css';

type Props = { id: string; revision: number; href: (id: string) => string };

/** Articles looked for. */
const LIMIT = 6;

/** Below an article: what else is on its matter, and copies of it. */
export function Similar({ id, revision, href }: Props) {
  const s = useSettings();
  const w = useWords();
  const [compared, compare] = useState<string | null>(null);
  const found = useQuery({
    queryKey: ['item.similar', id, revision],
    queryFn: ({ signal }) => api.item.similar({ id, limit: LIMIT }, { signal }),
  }).data;
  if (!found || found.articles.length + found.copies.length === 0) return null;
  const link = (one: ArticleRef) => {
    const day = (value: string) => ({ value, calendar: 'gregorian' as const });
    const filed = filingDate({
      ...(one.published ? { published: day(one.published) } : {}),
      ...(one.updated ? { updated: day(one.updated) } : {}),
    });
    return (
      <a href={href(one.id)}>
        <strong dir="auto">{one.title}</strong>
        <small>
          <bdi>{one.source}</bdi>
          {one.source && filed && ' · '}
          {filed && formatDate(filed.date, s)}
        </small>
      </a>
    );
  };
  return (
    <section className={css.similar} aria-label={w.similar}>
      {found.copies.length > 0 && (
        <>
          <h3>{w.copiesOf}</h3>
          <ul aria-label={w.copiesOf}>
            {found.copies.map((one) => (
              <li key={one.id}>
                {link(one)}
                <button type="button" className={ui.button} onClick={() => compare(one.id)}>
                  <Columns2 size={16} aria-hidden />
                  {w.compare}
                  <small>{`${formatNumber(Math.round(one.similarity * 100), s)}${s.language === 'ar' ? '٪' : '%'}`}</small>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {found.articles.length > 0 && (
        <>
          <h3>{w.similar}</h3>
          <ul aria-label={w.similar}>
            {found.articles.map((one) => (
              <li key={one.id}>{link(one)}</li>
            ))}
          </ul>
        </>
      )}
      {compared !== null && <CompareDialog ids={[id, compared]} href={href} onClose={() => compare(null)} />}
    </section>
  );
}
