import type { Facets as All } from '#contract/search.ts';
import { languageName } from '#i18n/language-name.ts';
import { formatNumber, formatPlain } from '#i18n/locale.ts';
import { useDeskWords, useSettings, useWords } from '../api/words.tsx';
import { Name } from '../ui/name.tsx';
import css from './library.module.css';
import type { View } from './use-view.ts';

/** What narrows the list; a chosen filter stays shown, so that it can be taken off. */
export function Facets({ facets, view }: { facets: All | undefined; view: View }) {
  const s = useSettings();
  const w = useWords();
  const d = useDeskWords();
  const toggle = (key: string, value: string) => view.put((p) => (p.has(key, value) ? p.delete(key, value) : p.append(key, value)));
  const groups = [
    ['source', w.sources],
    ['year', w.years],
    ['language', d.languages],
  ] as const;
  return groups.map(([key, label]) => {
    const listed = facets?.[key] ?? [];
    const gone = view.url.getAll(key).filter((value) => !listed.some((f) => f.value === value));
    const all = [...gone.map((value) => ({ value, count: 0 })), ...listed];
    // One language for all narrows nothing.
    if (all.length === 0 || (key === 'language' && all.length < 2 && gone.length === 0 && !view.url.has(key))) return null;
    return (
      <section key={key} aria-label={label}>
        <h2>{label}</h2>
        {all.map((f) => (
          <button
            key={f.value}
            type="button"
            className={css.facet}
            aria-pressed={view.url.has(key, f.value)}
            onClick={() => toggle(key, f.value)}
          >
            <span>
              <Name text={key === 'year' ? formatPlain(Number(f.value), s) : key === 'language' ? languageName(f.value, s) : f.value} />
            </span>
            <small>{formatNumber(f.count, s)}</small>
          </button>
        ))}
      </section>
    );
  });
}
