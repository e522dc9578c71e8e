// One connection to an index, with what is kept in it.
import type { DatabaseSync } from 'node:sqlite';
import { type Facets, facetSchema, openFacets } from './facets/facets.ts';
import { type FacetName, facetNames } from './row.ts';
import { segmentSchema } from './segments/chunks.ts';
import { openSegments, type Segments } from './segments/segments.ts';
import { type IndexWriter, openWriter } from './writer.ts';

export type Parts = {
  readonly db: DatabaseSync;
  readonly segments: Segments;
  readonly facets: Facets<FacetName>;
  readonly writer: IndexWriter;
};

/** The tables beside the catalogue's. */
export const moreTables = segmentSchema + facetSchema;

/** A damaged database may refuse even this; it is closed again, so that its file can be thrown away. */
export function openParts(db: DatabaseSync): Parts {
  try {
    const segments = openSegments(db);
    const facets = openFacets(db, facetNames);
    return { db, segments, facets, writer: openWriter(db, segments, facets) };
  } catch (error) {
    db.close();
    throw error;
  }
}
