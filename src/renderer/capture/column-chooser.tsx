import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { type MappedColumn, mappedColumns } from '#contract/contract.ts';
import { api } from '../api/client.ts';
import { sentenceOf, useCaptureWords, useSettings } from '../api/words.tsx';
import ui from '../ui/ui.module.css';
import css from './capture.module.css';
import type { ChosenColumns, Incoming } from './incoming.ts';

type Props = { incoming: Incoming; chosen: ChosenColumns | undefined; onChoose: (columns: ChosenColumns) => void };

/** Which column or key holds what, with the first rows in sight. */
export function ColumnChooser({ incoming: { file, path }, chosen, onChoose }: Props) {
  const s = useSettings();
  const c = useCaptureWords();
  const id = useId();
  const { data, error } = useQuery({
    queryKey: ['capture.columns', path, file.size, file.lastModified],
    queryFn: ({ signal }) => api.capture.columns({ file, path }, { signal }),
    retry: false,
  });
  if (error) return <p className={css.refusal}>{sentenceOf(error, s.language)}</p>;
  if (!data) return <p>{c.reading}</p>;
  const { names, samples, guessed } = data;
  // A table may have two columns of one name, or one without any: the place tells them apart.
  const options = names.map((name, at) => (name === '' || names.indexOf(name) !== at ? `#${at + 1}` : name));
  const valueOf = (field: MappedColumn): string => (chosen ?? guessed)[field] ?? '';
  const choose = (field: MappedColumn, name: string): void => {
    const all = mappedColumns.map((one) => [one, one === field ? name : valueOf(one)] as const);
    onChoose(Object.fromEntries(all));
  };
  return (
    <section className={css.columns} aria-labelledby={id}>
      <h4 id={id}>
        {c.columns}: <bdi>{path}</bdi>
      </h4>
      <p>{c.columnsHint}</p>
      <div className={ui.form}>
        {mappedColumns.map((field) => (
          <label key={field} className={ui.field}>
            {c.columnFields[field]}
            <select value={valueOf(field)} onChange={(e) => choose(field, e.target.value)}>
              <option value="">{c.columnNone}</option>
              {options.map((option) => (
                <option key={option} value={option}>
                  {option}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must take the keyboard (WCAG 2.1.1) */}
      <section className={css.rows} aria-label={c.firstRows} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {options.map((option) => (
                <th key={option} scope="col">
                  <bdi>{option}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {samples.map((row, n) => (
              // oxlint-disable-next-line react/no-array-index-key -- rows have no name but their place
              <tr key={n}>
                {options.map((option, at) => (
                  <td key={option} dir="auto">
                    {row[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
