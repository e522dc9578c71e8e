import type { BatchPreview } from '#contract/batch.ts';
import { formatList, formatNumber, plural } from '#i18n/locale.ts';
import { directionOfText } from '#text/direction.ts';
import { fieldName } from '#i18n/records.ts';
import { sentenceOf, useDeskWords, useSettings, useWords } from '../api/words.tsx';
import diff from '../ui/difference.module.css';
import css from './batch.module.css';

type Props = { asked: boolean; preview: BatchPreview | undefined; error: unknown; total: number };

/** How many change, and the first of them: each value as it is and as it would be. */
export function Preview({ asked, preview, error, total }: Props) {
  const s = useSettings();
  const w = useWords();
  const d = useDeskWords();
  const said = (values: readonly string[]): string => formatList(values, s) || w.nothing;
  const told = error
    ? sentenceOf(error, s.language)
    : !asked
      ? d.batchHint
      : preview
        ? plural(preview.changed, d.willChange, s).replace('{total}', formatNumber(preview.total, s))
        : d.batchWait;
  const left = preview ? preview.changed - preview.samples.length : 0;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must take the keyboard (WCAG 2.1.1)
    <section className={`${diff.difference} ${css.preview}`} aria-label={d.batchPreview} data-total={total} tabIndex={0}>
      <output>{told}</output>
      {asked && !error && preview && (
        <ul>
          {preview.samples.map(({ id, title, fields }) => (
            <li key={id}>
              <strong dir={directionOfText(title)}>{title}</strong>
              {fields.map(({ field, before, after }) => (
                <p key={field}>
                  <span>{fieldName(field, s.language)}: </span>
                  <Between before={before} after={after} said={said} />
                </p>
              ))}
            </li>
          ))}
          {left > 0 && <li>{plural(left, d.moreLines, s)}</li>}
        </ul>
      )}
    </section>
  );
}

type Values = readonly string[];

/** What stays is said once; beside it, what is gone and what is new. */
function Between({ before, after, said }: { before: Values; after: Values; said: (values: Values) => string }) {
  const kept = after.filter((one) => before.includes(one));
  const gone = before.filter((one) => !after.includes(one));
  const came = after.filter((one) => !before.includes(one));
  // Another order alone is a change that only both of them show.
  if (kept.length === 0 || (gone.length === 0 && came.length === 0)) {
    return (
      <>
        <Was nothing={before.length === 0} text={said(before)} as="del" /> <Was nothing={after.length === 0} text={said(after)} as="ins" />
      </>
    );
  }
  return (
    <>
      <bdi>{said(kept)}</bdi> {gone.length > 0 && <Was nothing={false} text={said(gone)} as="del" />}{' '}
      {came.length > 0 && <Was nothing={false} text={said(came)} as="ins" />}
    </>
  );
}

/** Where there was nothing, nothing is gone; where nothing will be, nothing is new. */
function Was({ nothing, text, as: As }: { nothing: boolean; text: string; as: 'del' | 'ins' }) {
  return nothing ? <i>{text}</i> : <As dir={directionOfText(text)}>{text}</As>;
}
