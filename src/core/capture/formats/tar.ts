// A tar archive of anything that can be read.
import { entriesOfTar } from '../containers/tar.ts';
import { readPacked } from './packed.ts';
import type { Found, Open, Source } from './format.types.ts';

export const read = (source: Source, open: Open): Promise<Found[]> =>
  readPacked(() => entriesOfTar(source.bytes, source.path), source, open);
