import type { Facets as All } from '#contract/search.ts';
import { formatNumber, formatPlain } from '#i18n/locale.ts';
import { useSettings, useWords } from '../api/words.tsx';
import css from './library.module.css';

type Put = (change: (p: URLSearchParams) => void) => void;

/** What narrows the list; a chosen filter stays shown, so that it can be taken off. */
export function Facets({ facets, url, put }: { facets: All | undefined; url: URLSearchParams; put: Put }) {
  const s = useSettings();
  const w = useWords();
  const trash = url.get('state') === 'trashed';
  const toggle = (key: string, value: string) => put((p) => (p.has(key, value) ? p.delete(key, value) : p.append(key, value)));
  return (
    <>
      <div>
        <button type="button" className={css.facet} aria-pressed={!trash} onClick={() => put((p) => p.delete('state'))}>
          {w.all}
        </button>
        <button type="button" className={css.facet} aria-pressed={trash} onClick={() => put((p) => p.set('state', 'trashed'))}>
          {w.trash}
        </button>
      </div>
      {(
        [
          ['source', w.sources],
          ['year', w.years],
          ['tag', w.tags],
        ] as const
      ).map(([key, label]) => {
        const listed = facets?.[key] ?? [];
        const chosen = url
          .getAll(key)
          .filter((v) => !listed.some((f) => f.value === v))
          .map((value) => ({ value, count: 0 }));
        return (
          <section key={key} aria-label={label}>
            <h2>{label}</h2>
            {[...chosen, ...listed].map((f) => (
              <button
                key={f.value}
                type="button"
                className={css.facet}
                aria-pressed={url.has(key, f.value)}
                onClick={() => toggle(key, f.value)}
              >
                <bdi>{key === 'year' ? formatPlain(Number(f.value), s) : f.value}</bdi>
                <span>{formatNumber(f.count, s)}</span>
              </button>
            ))}
          </section>
        );
      })}
    </>
  );
}
