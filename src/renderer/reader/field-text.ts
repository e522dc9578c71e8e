import { type FieldKey, fieldValues } from '#contract/fields.ts';
import type { DateKind, Item } from '#contract/item.ts';
import type { Settings } from '#contract/settings.ts';
import { formatDate } from '#i18n/locale.ts';

/** What a field says, a line for each value; a date as the person's calendar and language tell it. */
export function fieldText(item: Item, key: FieldKey, s: Settings): string {
  const date = key.startsWith('dates.') ? item.dates[key.slice('dates.'.length) as DateKind] : undefined;
  return date ? formatDate(date, s) : fieldValues(item, key).join('\n');
}
