import { useEffect, useRef, useState } from 'react';
import type { ExportOptions } from '#contract/contract.ts';
import { api } from '../api/client.ts';
import { useSettings, useWords } from '../api/words.tsx';
import { Modal } from '../ui/modal.tsx';
import { saveFile } from '../ui/save-file.ts';
import css from '../ui/ui.module.css';
import { Pages } from './pages.tsx';

export function ExportDialog({ id, onClose, onFail }: { id: string; onClose: () => void; onFail: (e: unknown) => void }) {
  const s = useSettings();
  const w = useWords();
  const [size, setSize] = useState<ExportOptions['size']>('a4');
  const [digits, setDigits] = useState<ExportOptions['digits']>(s.digits);
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<{ file: File; name: string } | null>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  async function run() {
    abort.current = new AbortController();
    const { signal } = abort.current;
    setBusy(true);
    setMade(null);
    try {
      for await (const p of await api.export.run({ ids: [id], format: 'pdf', options: { size, digits, language: s.language } }, { signal }))
        if (p.step === 'done') setMade({ file: await api.export.take({ key: p.key }, { signal }), name: p.name });
    } catch (error) {
      if (!signal.aborted) onFail(error);
    }
    setBusy(false);
  }
  return (
    <Modal title={w.export} closeLabel={w.close} onClose={onClose}>
      <label className={css.field}>
        {w.pageSize}
        <select value={size} onChange={(e) => setSize(e.target.value as typeof size)}>
          {['a4', 'a5', 'letter'].map((x) => (
            <option key={x} value={x}>
              {x.toUpperCase()}
            </option>
          ))}
        </select>
      </label>
      <label className={css.field}>
        {w.digits}
        <select value={digits} onChange={(e) => setDigits(e.target.value as typeof digits)}>
          <option value="arab">{w.arab}</option>
          <option value="latn">{w.latn}</option>
        </select>
      </label>
      {busy && <progress className={css.bar} aria-label={w.progress} />}
      <div className={css.row}>
        <button type="button" className={made ? css.button : css.primary} disabled={busy} onClick={() => void run()}>
          {w.run}
        </button>
        {made && (
          <button type="button" className={css.primary} onClick={() => saveFile(made.file, made.name)}>
            {w.save}
          </button>
        )}
      </div>
      {made && <Pages file={made.file} label={w.preview} page={w.page} />}
    </Modal>
  );
}
