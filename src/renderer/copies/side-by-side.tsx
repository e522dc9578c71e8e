import { useMemo } from 'react';
import { plural } from '#i18n/locale.ts';
import { aligned, type Line } from '#text/aligned.ts';
import type { Part } from '#text/word-diff.ts';
import { useSettings, useWords } from '../api/words.tsx';
import diff from '../ui/difference.module.css';
import css from './copies.module.css';

type Row = Line | { readonly skipped: number };

/** Lines shown on either side of a difference. */
const ROUND = 1;

/** Long stretches that are the same in both are told by the number of their words. */
function shortened(lines: readonly Line[]): Row[] {
  const near = (at: number): boolean => lines.slice(Math.max(0, at - ROUND), at + ROUND + 1).some((line) => !line.same);
  const rows: Row[] = [];
  for (const [at, line] of lines.entries()) {
    const last = rows.at(-1);
    const words = line.a.reduce((sum, part) => sum + part.words, 0);
    if (near(at)) rows.push(line);
    else if (last && 'skipped' in last) rows[rows.length - 1] = { skipped: last.skipped + words };
    else rows.push({ skipped: words });
  }
  return rows;
}

function Parts({ parts }: { parts: readonly Part[] }) {
  return parts.map(({ op, lead, text }, i) => {
    const As = op === 'gone' ? 'del' : 'ins';
    // The end of a line that only this copy has is shown by its sign.
    return op === 'same' ? (
      <span key={i}>{lead + text}</span>
    ) : (
      <span key={i}>
        {lead}
        <As>{text.replaceAll('\n', '¶ ')}</As>
      </span>
    );
  });
}

type Names = { readonly first: string; readonly second: string; readonly onlyFirst: string; readonly onlySecond: string };
type Props = {
  first: string;
  second: string;
  dir: 'rtl' | 'ltr';
  /** Other than copies. */
  names?: Names;
  /** What is the same in both is shown too. */
  whole?: boolean;
};

/** The bodies of two copies, line beside line. The first stands where reading begins. */
export function SideBySide({ first, second, dir, names, whole = false }: Props) {
  const s = useSettings();
  const w = useWords();
  const {
    first: a,
    second: b,
    ...only
  } = names ?? {
    first: w.firstCopy,
    second: w.secondCopy,
    onlyFirst: w.onlyFirst,
    onlySecond: w.onlySecond,
  };
  const rows = useMemo((): Row[] => (whole ? aligned(first, second) : shortened(aligned(first, second))), [first, second, whole]);
  const same = rows.every((row) => 'skipped' in row || row.same);
  return (
    <>
      <p className={`${diff.difference} ${diff.signed} ${diff.key} ${css.key}`}>
        {same ? (
          w.sameWords
        ) : (
          <>
            <del>{only.onlyFirst}</del> <ins>{only.onlySecond}</ins>
          </>
        )}
      </p>
      <table className={`${diff.difference} ${diff.signed} ${css.lines}`} dir={dir}>
        <thead>
          <tr>
            <th scope="col">{a}</th>
            <th scope="col">{b}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) =>
            'skipped' in row ? (
              <tr key={i}>
                <td colSpan={2} className={css.skipped}>
                  … {plural(row.skipped, w.wordsSame, s)} …
                </td>
              </tr>
            ) : (
              <tr key={i}>
                <td>
                  <div dir="auto">
                    <Parts parts={row.a} />
                  </div>
                </td>
                <td>
                  <div dir="auto">
                    <Parts parts={row.b} />
                  </div>
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </>
  );
}
