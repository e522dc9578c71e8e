// One connection to an index, with what is kept in it.
import type { DatabaseSync } from 'node:sqlite';
import { emptyCatalogue } from './database.ts';
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

/** Takes everything out, and the orders of the catalogue away until `addOrders`. */
export function emptyParts({ db, segments, facets, writer }: Parts): void {
  writer.change(() => {
    emptyCatalogue(db);
    segments.clear();
    facets.clear();
  });
}

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
