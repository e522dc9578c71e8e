import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { filingDate } from '#contract/item.ts';
import { formatDate, plural } from '#i18n/locale.ts';
import { api } from '../api/client.ts';
import { useSettings, useWords } from '../api/words.tsx';
import { ExportDialog } from '../export/export-dialog.tsx';
import lib from '../library/library.module.css';
import { saveFile } from '../ui/save-file.ts';
import { Marked } from '../ui/marked.tsx';
import css from '../ui/ui.module.css';
import { EditDialog } from './edit-dialog.tsx';

type Notify = (text: string, undo?: () => void) => void;

export function Reader({ id, query, notify, onFail }: { id: string; query: string; notify: Notify; onFail: (e: unknown) => void }) {
  const s = useSettings();
  const w = useWords();
  const [dialog, setDialog] = useState<'export' | 'edit' | null>(null);
  const [tag, setTag] = useState('');
  const { data: item, error } = useQuery({ queryKey: ['item.get', id], queryFn: ({ signal }) => api.item.get({ id }, { signal }) });
  const marks = useQuery({
    queryKey: ['item.marks', id, query],
    enabled: query !== '',
    queryFn: ({ signal }) => api.item.marks({ id, query, prefix: true }, { signal }),
  }).data;
  const known = useQuery({ queryKey: ['tag.list'], queryFn: () => api.tag.list() }).data?.tags ?? [];
  if (!item) return <p className={lib.empty}>{error ? w.noHits : w.loading}</p>;
  const act = (p: Promise<unknown>) => void p.catch(onFail);
  const restore = () => act(api.item.restore({ ids: [id] }).then(() => notify(w.restored)));
  const trash = () => act(api.item.trash({ ids: [id] }).then(() => notify(w.trashed, restore)));
  const file = item.files[0];
  const filed = filingDate(item.dates);
  return (
    <article className={lib.text}>
      <div className={css.row}>
        <button type="button" className={css.primary} onClick={() => setDialog('export')}>
          {w.export}
        </button>
        <button type="button" className={css.button} onClick={() => setDialog('edit')}>
          {w.edit}
        </button>
        <button type="button" className={css.button} onClick={item.state === 'active' ? trash : restore}>
          {item.state === 'active' ? w.moveToTrash : w.restore}
        </button>
      </div>
      <h2 dir="auto">{marks && query ? <Marked {...marks.title} /> : item.title}</h2>
      <p className={lib.meta}>
        <bdi>{item.source}</bdi>
        {filed && ` · ${filed.kind === 'published' ? w.published : w.updated} ${formatDate(filed.date, s)}`}
      </p>
      <div className={css.row}>
        {item.tags.map((t) => (
          <span key={t} className={lib.chip}>
            <bdi>{t}</bdi>{' '}
            <button type="button" aria-label={`${w.removeTag}: ${t}`} onClick={() => act(api.tag.remove({ ids: [id], tag: t }))}>
              ×
            </button>
          </span>
        ))}
        <form
          className={css.field}
          onSubmit={(e) => {
            e.preventDefault();
            if (tag.trim()) act(api.tag.add({ ids: [id], tag: tag.trim() }).then(() => setTag('')));
          }}
        >
          <input aria-label={w.addTag} placeholder={w.addTag} list="tags" value={tag} onChange={(e) => setTag(e.target.value)} />
          <datalist id="tags">
            {known.map((t) => (
              <option key={t.tag} value={t.tag} />
            ))}
          </datalist>
        </form>
      </div>
      {item.body.map((b, i) => (
        <p key={`${i}-${b.kind}`} dir="auto">
          {marks?.body[i] && query ? <Marked {...marks.body[i]} /> : b.text}
        </p>
      ))}
      {file && (
        <details className={lib.meta}>
          <summary>{w.provenance}</summary>
          <dl>
            <dt>{w.fileName}</dt>
            <dd>
              <bdi>{file.name}</bdi>
            </dd>
            <dt>{w.digest}</dt>
            <dd>
              <bdi>{file.sha256}</bdi>
            </dd>
            <dt>{w.encoding}</dt>
            <dd>
              <bdi>{file.encoding ?? '—'}</bdi>
            </dd>
            <dt>{w.size}</dt>
            <dd>{plural(file.bytes, w.bytes, s)}</dd>
            <dt>{w.removed}</dt>
            {item.provenance?.removed.map((r, i) => (
              <dd key={`${i}-${r.rule}`} dir="auto">
                {r.text}
              </dd>
            ))}
          </dl>
          <button type="button" className={css.button} onClick={() => act(api.item.original({ id }).then((f) => saveFile(f, file.name)))}>
            {w.download}
          </button>
        </details>
      )}
      {dialog === 'export' && <ExportDialog id={id} onClose={() => setDialog(null)} onFail={onFail} />}
      {dialog === 'edit' && <EditDialog item={item} onClose={() => setDialog(null)} onFail={onFail} />}
    </article>
  );
}
