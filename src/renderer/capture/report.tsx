import { CircleCheck, CircleEqual, CircleX } from 'lucide-react';
import { sentenceOf, useSettings, useWords } from '../api/words.tsx';
import css from './capture.module.css';
import type { Told } from './use-import.ts';

/** One line a file: what became of it, and why. */
export function Report({ told }: { told: Told[] }) {
  const w = useWords();
  const { language } = useSettings();
  const lineOf = (one: Told) => {
    if (one.outcome === 'imported') return { Icon: CircleCheck, label: w.imported, detail: one.title };
    if (one.outcome === 'duplicate') return { Icon: CircleEqual, label: w.duplicate, detail: '' };
    const error = one.outcome === 'failed' ? { data: one.failure } : one.error;
    return { Icon: CircleX, label: w.refused, detail: sentenceOf(error, language) };
  };
  return (
    <ul className={css.report} aria-label={w.report} aria-live="polite">
      {told.map((one, i) => {
        const { Icon, label, detail } = lineOf(one);
        return (
          <li key={`${i}-${one.path}`} data-outcome={one.outcome}>
            <Icon size={18} aria-hidden />
            <div>
              <strong>{label}</strong> <bdi>{one.path}</bdi>
              {detail && <p dir="auto">{detail}</p>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
