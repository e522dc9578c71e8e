import { useEffect, useRef, useState } from 'react';
import type { ImportOutcome } from '#contract/contract.ts';
import { api } from '../api/client.ts';
import { sentenceOf, useSettings, useWords } from '../api/words.tsx';
import { Modal } from '../ui/modal.tsx';
import css from '../ui/ui.module.css';

type Line = { path: string; label: string; detail: string };

export function ImportDialog({ dropped, onClose }: { dropped: File[]; onClose: () => void }) {
  const w = useWords();
  const { language } = useSettings();
  const [lines, setLines] = useState<Line[]>([]);
  const [total, setTotal] = useState(0);
  const [running, setRunning] = useState(false);
  const abort = useRef<AbortController | null>(null);

  const lineOf = (o: ImportOutcome): Line => {
    if (o.outcome === 'imported') return { path: o.path, label: w.imported, detail: o.title };
    if (o.outcome === 'duplicate') return { path: o.path, label: w.duplicate, detail: '' };
    return { path: o.path, label: w.refused, detail: sentenceOf({ data: o.failure }, language) };
  };
  async function take(files: File[]) {
    if (files.length === 0) return;
    abort.current?.abort();
    const mine = new AbortController();
    abort.current = mine;
    setLines([]);
    setTotal(files.length);
    setRunning(true);
    for (const file of files) {
      if (mine.signal.aborted) break;
      const path = file.webkitRelativePath || file.name;
      const line = await api.capture
        .add({ file, path }, { signal: mine.signal })
        .then(lineOf, (error: unknown) => ({ path, label: w.refused, detail: sentenceOf(error, language) }));
      if (!mine.signal.aborted) setLines((before) => [...before, line]);
    }
    if (abort.current === mine) setRunning(false);
  }
  useEffect(() => {
    void take(dropped);
    return () => abort.current?.abort();
  }, [dropped]);
  const pick = (e: { target: HTMLInputElement }) => void take([...(e.target.files ?? [])]);
  return (
    <Modal title={w.import} closeLabel={w.close} onClose={onClose}>
      <p>{w.importHint}</p>
      <label className={css.field}>
        {w.chooseFiles}
        <input type="file" multiple onChange={pick} />
      </label>
      <label className={css.field}>
        {w.chooseFolder}
        <input type="file" multiple {...{ webkitdirectory: '' }} onChange={pick} />
      </label>
      {total > 0 && <progress className={css.bar} aria-label={w.progress} value={lines.length} max={total} />}
      {running && (
        <button type="button" className={css.button} onClick={() => abort.current?.abort()}>
          {w.cancel}
        </button>
      )}
      <ul className={css.report} aria-label={w.report} aria-live="polite">
        {lines.map((l, i) => (
          <li key={`${i}-${l.path}`}>
            <strong>{l.label}</strong> <bdi>{l.path}</bdi> <div dir="auto">{l.detail}</div>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
