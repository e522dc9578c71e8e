import { CircleCheck, CircleDashed, CircleEqual, CircleX } from 'lucide-react';
import type { Settings } from '#contract/settings.ts';
import type { DeskWords } from '#i18n/desk.ar.ts';
import { plural } from '#i18n/locale.ts';
import { sentenceOf, useDeskWords, useSettings, useWords } from '../api/words.tsx';
import css from './capture.module.css';
import type { Told } from './use-import.ts';

/** So many lines are listed; the counts are told in full. */
const SHOWN = 300;

const isRefused = ({ outcome }: Told): boolean => outcome === 'failed' || outcome === 'thrown';
const isLeft = ({ outcome }: Told): boolean => outcome === 'left';

/** Whether it was stopped with files before it. */
export const wasStopped = (told: readonly Told[]): boolean => told.some(isLeft);

/** Whether something of it is to be known. */
export const hasRefused = (told: readonly Told[]): boolean => told.some(isRefused);

/** What became of all of them, in one line. */
export function countsOf(told: readonly Told[], d: DeskWords, s: Settings): string {
  const imported = told.filter(({ outcome }) => outcome === 'imported').length;
  const duplicates = told.filter(({ outcome }) => outcome === 'duplicate').length;
  const refused = told.filter(isRefused).length;
  const left = told.filter(isLeft).length;
  return [
    plural(imported, d.importedItems, s),
    ...(duplicates > 0 ? [plural(duplicates, d.alreadyThere, s)] : []),
    ...(refused > 0 ? [plural(refused, d.refusedCount, s)] : []),
    ...(left > 0 ? [plural(left, d.leftCount, s)] : []),
  ].join(' · ');
}

type Props = { told: readonly Told[]; href: (id: string) => string; onOpen: () => void };

/** One line an article, or a file that holds none: what became of it, and why. What was refused stands before all else. */
export function Report({ told, href, onOpen }: Props) {
  const w = useWords();
  const d = useDeskWords();
  const s = useSettings();
  if (told.length === 0) return null;
  const lineOf = (one: Told) => {
    if (one.outcome === 'imported') return { Icon: CircleCheck, label: w.imported, detail: one.title, id: one.id };
    if (one.outcome === 'duplicate') return { Icon: CircleEqual, label: w.duplicate, detail: d.openKept, id: one.of };
    if (one.outcome === 'left') return { Icon: CircleDashed, label: d.leftOut, detail: '' };
    const error = one.outcome === 'failed' ? { data: one.failure } : one.error;
    return { Icon: CircleX, label: w.refused, detail: sentenceOf(error, s.language) };
  };
  const lines = [...told.filter(isRefused), ...told.filter((one) => !isRefused(one))].slice(0, SHOWN);
  return (
    <>
      <output className={css.counts}>
        {wasStopped(told) && `${d.importStopped} `}
        {countsOf(told, d, s)}
      </output>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must take the keyboard (WCAG 2.1.1) */}
      <ul className={css.report} aria-label={w.report} tabIndex={0}>
        {lines.map((one, i) => {
          const { Icon, label, detail, id } = lineOf(one);
          return (
            <li key={`${i}-${one.path}`} data-outcome={one.outcome}>
              <Icon size={18} aria-hidden />
              <div>
                <strong>{label}</strong> <bdi>{one.path}</bdi>
                {detail && (
                  <p dir="auto">
                    {id === undefined ? (
                      detail
                    ) : (
                      <a href={href(id)} onClick={onOpen}>
                        {detail}
                      </a>
                    )}
                  </p>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {told.length > SHOWN && <p>{plural(told.length - SHOWN, d.moreLines, s)}</p>}
    </>
  );
}
