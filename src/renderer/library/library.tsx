import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { filingDate, type ItemSummary } from '#contract/item.ts';
import { type Hit, sorts } from '#contract/search.ts';
import { formatDate, plural } from '#i18n/locale.ts';
import { useLocation, useSearch } from 'wouter';
import { api } from '../api/client.ts';
import { sentenceOf, useSettings, useWords } from '../api/words.tsx';
import { ImportDialog } from '../capture/import-dialog.tsx';
import { Reader } from '../reader/reader.tsx';
import { SettingsDialog } from '../settings/settings-dialog.tsx';
import ui from '../ui/ui.module.css';
import { Facets } from './facets.tsx';
import css from './library.module.css';
import { List } from './list.tsx';

export function Library({ id }: { id?: string | undefined }) {
  const s = useSettings();
  const w = useWords();
  const [, go] = useLocation();
  const url = new URLSearchParams(useSearch());
  const query = url.get('q') ?? '';
  const [typed, setTyped] = useState(query);
  const [dialog, setDialog] = useState<'import' | 'settings' | null>(null);
  const [dropped, setDropped] = useState<File[]>([]);
  const [over, setOver] = useState(false);
  const [toast, setToast] = useState<{ text: string; undo?: (() => void) | undefined } | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const onFail = (error: unknown) => setToast({ text: sentenceOf(error, s.language) });
  const path = (to: string | undefined, p: URLSearchParams) => `${to ? `/item/${to}` : '/'}${p.size ? `?${p}` : ''}`;
  const put = (change: (p: URLSearchParams) => void) => {
    const p = new URLSearchParams(url);
    change(p);
    go(path(id, p), { replace: true });
  };
  useEffect(() => {
    if (typed === query) return;
    const wait = setTimeout(() => put((p) => (typed ? p.set('q', typed) : p.delete('q'))), 60);
    return () => clearTimeout(wait);
  });
  useEffect(() => {
    const key = (e: KeyboardEvent) => {
      if ((e.target as HTMLElement).closest('input, select, textarea, [role=dialog]')) return;
      if (e.key === '/') {
        e.preventDefault();
        box.current?.focus();
      }
      if (e.key === 'Escape') go(path(undefined, url));
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  });
  const sort = sorts.find((x) => x === url.get('sort')) ?? 'captured';
  const filters = {
    tags: url.getAll('tag'),
    sources: url.getAll('source'),
    years: url.getAll('year').map(Number),
    state: url.get('state') === 'trashed' ? ('trashed' as const) : ('active' as const),
  };
  const { data, error } = useQuery({
    queryKey: ['library', query, sort, filters],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      if (!query.trim()) return { ...(await api.item.list({ ...filters, sort, limit: 100_000 }, { signal })), hits: [] as Hit[] };
      return { ...(await api.search.query({ ...filters, query, prefix: true, limit: 10_000 }, { signal })), items: [] as ItemSummary[] };
    },
  });
  const rows = !data
    ? []
    : [
        ...data.hits.map((h) => ({
          id: h.id,
          title: h.title,
          line: [h.source, h.published && formatDate({ value: h.published, calendar: 'gregorian' }, s)].filter(Boolean).join(' · '),
          tags: [],
          snippet: h.snippet,
        })),
        ...data.items.map((i) => {
          const f = filingDate(i.dates);
          return {
            id: i.id,
            title: i.title,
            tags: i.tags,
            line: [i.source, f && `${f.kind === 'published' ? w.published : w.updated} ${formatDate(f.date, s)}`]
              .filter(Boolean)
              .join(' · '),
          };
        }),
      ];
  const names = { newest: w.newest, oldest: w.oldest, captured: w.captured, title: w.titleSort, source: w.sourceSort };
  const hasFiles = (e: React.DragEvent) => e.dataTransfer.types.includes('Files');
  return (
    <div
      className={css.window}
      onDragOver={(e) => {
        if (hasFiles(e)) {
          e.preventDefault();
          setOver(true);
        }
      }}
      onDragLeave={(e) => e.relatedTarget === null && setOver(false)}
      onDrop={(e) => {
        e.preventDefault();
        setOver(false);
        setDropped([...e.dataTransfer.files]);
        setDialog('import');
      }}
    >
      <button type="button" className={css.skip} onClick={() => document.getElementById('list')?.focus()}>
        {w.skip}
      </button>
      <aside className={css.side} aria-label={w.filters}>
        <h1>{w.name}</h1>
        <button
          type="button"
          className={ui.primary}
          onClick={() => {
            setDropped([]);
            setDialog('import');
          }}
        >
          {w.import}
        </button>
        <Facets facets={data?.facets} url={url} put={put} />
        <button type="button" className={ui.button} onClick={() => setDialog('settings')}>
          {w.settings}
        </button>
      </aside>
      <section className={css.list} aria-label={w.library}>
        <div className={css.bar}>
          <input
            ref={box}
            type="search"
            aria-label={w.search}
            placeholder={w.search}
            value={typed}
            onChange={(e) => setTyped(e.target.value)}
          />
          {!query && (
            <select aria-label={w.sort} value={sort} onChange={(e) => put((p) => p.set('sort', e.target.value))}>
              {sorts.map((x) => (
                <option key={x} value={x}>
                  {names[x]}
                </option>
              ))}
            </select>
          )}
          <p role="status">{error ? sentenceOf(error, s.language) : data ? plural(data.total, w.items, s) : w.loading}</p>
        </div>
        {data && rows.length === 0 ? (
          <p className={css.empty}>
            {query ? w.noHits : w.noItems}
            <br />
            <small>{query ? w.noHitsHint : w.noItemsHint}</small>
          </p>
        ) : (
          <List rows={rows} open={id} label={w.library} href={(to) => `#${path(to, url)}`} />
        )}
      </section>
      <main className={css.reader} tabIndex={-1}>
        {id ? (
          <Reader key={id} id={id} query={query.trim()} notify={(text, undo) => setToast({ text, undo })} onFail={onFail} />
        ) : (
          <p className={css.empty}>{w.pick}</p>
        )}
      </main>
      {over && <div className={css.drop}>{w.dropHere}</div>}
      {dialog === 'import' && <ImportDialog dropped={dropped} onClose={() => setDialog(null)} />}
      {dialog === 'settings' && <SettingsDialog onClose={() => setDialog(null)} onFail={onFail} />}
      <div className={css.toast} role="status" aria-label={w.notices}>
        {toast && (
          <div>
            {toast.text}
            {toast.undo && (
              <button type="button" onClick={toast.undo}>
                {w.undo}
              </button>
            )}
            <button type="button" onClick={() => setToast(null)}>
              {w.close}
            </button>
          </div>
        )}
      </div>
    </div>
  );
}
