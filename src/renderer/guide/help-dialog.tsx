import { useState } from 'react';
import { fieldNames, hasNames, hasValues, type QueryField } from '#contract/query-fields.ts';
import { inDigits } from '#i18n/locale.ts';
import { queryExamples } from '#i18n/query-help.ts';
import { queryPhrase } from '#i18n/query.ts';
import { useReadingWords, useSettings, useWords } from '../api/words.tsx';
import type { Command } from '../commands/commands.ts';
import { keyName } from '../commands/keys.ts';
import { Modal } from '../ui/modal.tsx';
import css from './guide.module.css';

type Props = { commands: () => readonly Command[]; onClose: () => void };

const arabicOf = (names: readonly string[]): string | undefined => names.find((name) => /\p{Script=Arabic}/u.test(name));

/** The keys and the search language, from the tables that the program itself works by. */
export function HelpDialog({ commands, onClose }: Props) {
  const s = useSettings();
  const w = useWords();
  const r = useReadingWords();
  const [keyed] = useState(() => commands().filter(({ keys }) => keys));
  const fields = (Object.keys(fieldNames) as QueryField[]).filter((one) => one !== 'has');
  return (
    <Modal title={r.help} closeLabel={w.close} onClose={onClose} wide>
      <section className={css.help} aria-labelledby="help-keys">
        <h3 id="help-keys">{r.shortcuts}</h3>
        <p>{r.shortcutsHint}</p>
        <dl className={css.keys}>
          {keyed.map(({ id, label, keys }) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd>
                {keys!.map((key) => (
                  <kbd key={keyName(key)} dir="ltr">
                    {keyName(key)}
                  </kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <h3>{r.queryLanguage}</h3>
        <table>
          <thead>
            <tr>
              <th scope="col">{r.write}</th>
              <th scope="col">{r.toFind}</th>
            </tr>
          </thead>
          <tbody>
            {queryExamples.map((one) => (
              <tr key={one.en}>
                <td>
                  {one.write.map((query) => (
                    <code key={query} dir="auto">
                      {/\p{Script=Arabic}/u.test(query) ? inDigits(query, s) : query}
                    </code>
                  ))}
                </td>
                <td>{one[s.language]}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <h3>{r.fields}</h3>
        <ul className={css.fields}>
          {fields.map((field) => (
            <li key={field}>
              <code dir="rtl">{arabicOf(fieldNames[field])}:</code> <code dir="ltr">{fieldNames[field][0]}:</code>
            </li>
          ))}
          {hasValues.map((value) => (
            <li key={`has-${value}`}>
              <code dir="rtl">فيه:{arabicOf(hasNames[value])}</code> <code dir="ltr">has:{value}</code>{' '}
              <span>{queryPhrase(`has.${value}`, s.language)}</span>
            </li>
          ))}
        </ul>
      </section>
    </Modal>
  );
}
