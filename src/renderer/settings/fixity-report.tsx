import { CircleCheck, CircleX, FileQuestion } from 'lucide-react';
import type { Verification } from '#contract/contract.ts';
import { formatNumber, plural } from '#i18n/locale.ts';
import { useSettings, useWords } from '../api/words.tsx';
import css from './settings.module.css';

/** Paths listed of each kind; the count is told in full. */
const SHOWN = 100;

export function FixityReport({ result }: { result: Verification }) {
  const s = useSettings();
  const w = useWords();
  const kinds = [
    { kind: 'missing', name: w.missing, hint: w.missingHint, Icon: CircleX },
    { kind: 'altered', name: w.altered, hint: w.alteredHint, Icon: CircleX },
    { kind: 'unknown', name: w.unknown, hint: w.unknownHint, Icon: FileQuestion },
  ] as const;
  const found = kinds.filter(({ kind }) => result[kind].length > 0);
  const checked = plural(result.checked, w.checked, s);
  if (found.length === 0)
    return (
      <p className={css.well}>
        <CircleCheck size={18} aria-hidden />
        {checked}. {w.allWell}
      </p>
    );
  return (
    <>
      <p>{checked}.</p>
      {found.map(({ kind, name, hint, Icon }) => (
        <section key={kind} className={css.found} data-kind={kind}>
          <h4>
            <Icon size={16} aria-hidden />
            {name} <small>{formatNumber(result[kind].length, s)}</small>
          </h4>
          <p>{hint}</p>
          <ul aria-label={name}>
            {result[kind].slice(0, SHOWN).map((path) => (
              <li key={path} dir="ltr">
                {path}
              </li>
            ))}
          </ul>
          {result[kind].length > SHOWN && <p>{w.more.replace('{n}', formatNumber(result[kind].length - SHOWN, s))}</p>}
        </section>
      ))}
    </>
  );
}
