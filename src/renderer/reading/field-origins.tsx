import { useQuery } from '@tanstack/react-query';
import type { Revision } from '#contract/contract.ts';
import { type FieldKey, fields, fieldValues } from '#contract/fields.ts';
import type { Item } from '#contract/item.ts';
import type { Settings } from '#contract/settings.ts';
import { captureLabel } from '#i18n/formats.ts';
import { languageName } from '#i18n/language-name.ts';
import { formatList, formatMoment } from '#i18n/locale.ts';
import { actName, fieldName } from '#i18n/records.ts';
import { api } from '../api/client.ts';
import { useReadingWords, useSettings } from '../api/words.tsx';
import { fieldText } from '../reader/field-text.ts';

/** Where each field that has a value is from: the original and its words, or the act that last gave it another. */
export function FieldOrigins({ item }: { item: Item }) {
  const s = useSettings();
  const r = useReadingWords();
  const { data } = useQuery({
    queryKey: ['item.history', item.id, item.revision],
    queryFn: ({ signal }) => api.item.history({ id: item.id }, { signal }),
  });
  if (!data) return null;
  const rows = fields.flatMap(({ key }) => {
    if (fieldValues(item, key).length === 0) return [];
    const [top = key] = key.split('.');
    const act = lastAct(data.revisions, top);
    const date = key.startsWith('dates.') ? item.dates[key.slice('dates.'.length) as 'published'] : undefined;
    const reader = item.provenance?.reader;
    const from =
      act && act.event !== 'capture'
        ? r.byPerson.replace('{act}', actName(act.event, s.language)).replace('{when}', formatMoment(act.at, s))
        : key === 'title' && item.titleDerived
          ? r.firstWords
          : key === 'tags' || key === 'collections' || key === 'notes' || !reader
            ? r.fromCapture
            : r.fromOriginal.replace('{reader}', captureLabel(item.provenance?.format ?? reader, s.language));
    return [{ key, from, stated: date?.stated }];
  });
  return (
    <dl aria-label={r.fieldOrigins}>
      {rows.map(({ key, from, stated }) => (
        <div key={key}>
          <dt>{fieldName(key, s.language)}</dt>
          <dd>
            <bdi>{valueText(item, key, s)}</bdi>
            <small>
              {from}
              {stated && <span> · {r.stated.replace('{words}', `\u2068${stated}\u2069`)}</span>}
            </small>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A language by its name; a date as elsewhere in the window. */
const valueText = (item: Item, key: FieldKey, s: Settings): string =>
  key === 'language' ? languageName(item.language, s) : formatList(fieldText(item, key, s).split('\n'), s);

const lastAct = (revisions: readonly Revision[], field: string): Revision | undefined =>
  revisions.findLast((one) => one.fields.includes(field));
