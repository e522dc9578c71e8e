import { useSettings } from '../api/words.tsx';
import { formatNumber } from '#i18n/locale.ts';
import { Name } from '../ui/name.tsx';
import type { Pick } from './drawing.ts';
import css from './seeing.module.css';
import type { Rows } from './table-rows.ts';

type Props = { rows: Rows; label: string; isPicked: (pick: Pick) => boolean; onPick: (pick: Pick) => void };

/** The same as the picture, in words and numbers. */
export function SurveyTable({ rows, label, isPicked, onPick }: Props) {
  const s = useSettings();
  const named = rows.lines[0]?.names.length ?? 0;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must take the keyboard (WCAG 2.1.1)
    <section className={css.scroll} aria-label={label} tabIndex={0}>
      <table className={css.table}>
        <thead>
          <tr>
            {rows.heads.map(({ text, pick }, n) => (
              <th key={n} scope="col" data-number={n >= named || undefined}>
                {pick ? <Choose text={text} pick={pick} pressed={isPicked(pick)} onPick={onPick} /> : text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.lines.map(({ names, counts }, n) => (
            <tr key={n}>
              {names.map(({ text, pick }, at) => {
                const shown = pick ? <Choose text={text} pick={pick} pressed={isPicked(pick)} onPick={onPick} /> : <Name text={text} />;
                return at === 0 ? (
                  <th key={at} scope="row">
                    {shown}
                  </th>
                ) : (
                  <td key={at}>{shown}</td>
                );
              })}
              {counts.map((count, at) => (
                <td key={at} data-number>
                  {count === 0 ? '' : formatNumber(count, s)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Choose({ text, pick, pressed, onPick }: { text: string; pick: Pick; pressed: boolean; onPick: (pick: Pick) => void }) {
  return (
    <button type="button" aria-pressed={pressed} onClick={() => onPick(pick)}>
      <Name text={text} />
    </button>
  );
}
