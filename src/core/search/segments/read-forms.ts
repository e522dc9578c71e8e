// The folded forms of one segment in typed arrays.
import type { Vocabulary } from '../../arabic/vocabulary.ts';
import { FormsTable } from './forms-table.ts';
import type { Segment } from './segment.ts';

/** A form of several stems stands in the dictionary once for each: their frequencies add up. */
export function readForms({ forms, formsTable }: Segment): Vocabulary {
  if (formsTable) return formsTable;
  const table = new FormsTable();
  const cursor = forms.all();
  while (cursor.next()) table.add(cursor.term, cursor.length, cursor.values[0]!);
  return table.vocabulary;
}
