import { Columns2, Download } from 'lucide-react';
import { useState } from 'react';
import type { Item } from '#contract/item.ts';
import { plural } from '#i18n/locale.ts';
import { api } from '../api/client.ts';
import { useReadingWords, useSettings, useWords } from '../api/words.tsx';
import { Reread } from '../capture/reread.tsx';
import { FieldOrigins } from '../reading/field-origins.tsx';
import { saveFile } from '../ui/save-file.ts';
import ui from '../ui/ui.module.css';
import css from './reader.module.css';

type Props = { item: Item; act: (deed: Promise<unknown>) => void; notify: (text: string) => void; onBeside: () => void };

/** Where the text came from, what was left out of it, and how it can be read again. */
export function Origin({ item, act, notify, onBeside }: Props) {
  const r = useReadingWords();
  const [open, setOpen] = useState(false);
  const s = useSettings();
  const w = useWords();
  const [file] = item.files;
  if (!file) return null;
  const removed = item.provenance?.removed ?? [];
  return (
    <details className={css.origin} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{w.provenance}</summary>
      <dl>
        <dt>{w.fileName}</dt>
        <dd>
          <bdi>{file.name}</bdi>
        </dd>
        <dt>{w.size}</dt>
        <dd>{plural(file.bytes, w.bytes, s)}</dd>
        <dt>{w.encoding}</dt>
        <dd>
          <bdi>{file.encoding ?? '—'}</bdi>
        </dd>
        <dt>{w.digest}</dt>
        <dd>
          <code>{file.sha256}</code>
        </dd>
        {removed.length > 0 && <dt>{w.removed}</dt>}
        {removed.map((r, i) => (
          <dd key={`${i}-${r.rule}`} dir="auto">
            {r.text}
          </dd>
        ))}
      </dl>
      {open && (
        <>
          <h3>{r.fieldOrigins}</h3>
          <FieldOrigins item={item} />
        </>
      )}
      <button type="button" className={ui.button} onClick={onBeside}>
        <Columns2 size={16} />
        {r.beside}
      </button>{' '}
      <button
        type="button"
        className={ui.button}
        onClick={() => act(api.item.original({ id: item.id }).then((f) => saveFile(f, file.name)))}
      >
        <Download size={16} />
        {w.download}
      </button>
      {file.encoding !== undefined && <Reread key={item.revision} item={item} act={act} notify={notify} />}
    </details>
  );
}
