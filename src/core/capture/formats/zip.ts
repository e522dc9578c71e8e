// A zip archive of anything that can be read.
import { openZip } from '../containers/zip.ts';
import { readPacked } from './packed.ts';
import type { Found, Open, Source } from './format.types.ts';

export const read = (source: Source, open: Open): Promise<Found[]> => readPacked(() => openZip(source.bytes, source.path), source, open);
