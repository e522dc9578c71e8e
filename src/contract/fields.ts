// The metadata field table: the one place where an editable field is declared.
import type { ItemSummary } from './item.ts';

export type FieldKind = 'text' | 'long-text' | 'list' | 'date' | 'url' | 'language';

export type Field = {
  readonly key: string;
  readonly kind: FieldKind;
  readonly facet: boolean;
  /** Dublin Core term, for exports. */
  readonly dublinCore?: string;
};

export const fields = [
  { key: 'title', kind: 'text', facet: false, dublinCore: 'title' },
  { key: 'source', kind: 'text', facet: true, dublinCore: 'publisher' },
  { key: 'creators', kind: 'list', facet: false, dublinCore: 'creator' },
  { key: 'url', kind: 'url', facet: false, dublinCore: 'identifier' },
  { key: 'language', kind: 'language', facet: false, dublinCore: 'language' },
  { key: 'dates.published', kind: 'date', facet: true, dublinCore: 'issued' },
  { key: 'dates.updated', kind: 'date', facet: false, dublinCore: 'modified' },
  { key: 'dates.event', kind: 'date', facet: false, dublinCore: 'temporal' },
  { key: 'tags', kind: 'list', facet: true, dublinCore: 'subject' },
  { key: 'collections', kind: 'list', facet: true, dublinCore: 'isPartOf' },
  { key: 'notes', kind: 'long-text', facet: false, dublinCore: 'description' },
] as const satisfies readonly Field[];

export type FieldKey = (typeof fields)[number]['key'];
export const fieldKeys = fields.map((f) => f.key) as readonly FieldKey[];
export const isFieldKey = (key: string): key is FieldKey => (fieldKeys as readonly string[]).includes(key);

/** The value of a field as text lines: one for single fields, one each for lists, none when absent. */
export function fieldValues(item: ItemSummary, key: FieldKey): string[] {
  const value = key.startsWith('dates.') ? item.dates[key.slice(6) as 'published']?.value : item[key];
  if (value === undefined || value === '') return [];
  return Array.isArray(value) ? (value as string[]) : [value as string];
}
