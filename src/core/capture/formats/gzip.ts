// One file under gzip (RFC 1952), or several members of one.
import { gunzipSync } from 'node:zlib';
import { Failure } from '#contract/errors.ts';
import { MAX_RATIO, MAX_UNPACKED } from '../limits.ts';
import type { Found, Open, Source } from './format.types.ts';

const SMALL = 1_000_000;

export const read = (source: Source, open: Open): Promise<Found[]> => {
  const { bytes, path, depth } = source;
  const limit = Math.min(MAX_UNPACKED, Math.max(SMALL, bytes.length * MAX_RATIO));
  let unpacked: Uint8Array;
  try {
    unpacked = gunzipSync(bytes, { maxOutputLength: limit });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw limit < MAX_UNPACKED
        ? new Failure('capture.bomb', { path, times: MAX_RATIO }, { cause })
        : new Failure('capture.unpacks-too-large', { path, limit: MAX_UNPACKED / 1e6 }, { cause });
    throw new Failure('capture.damaged', { path, format: 'gzip' }, { cause });
  }
  const inner = path.replace(/\.gz$/i, '').replace(/\.tgz$/i, '.tar');
  return open({ ...source, bytes: unpacked, path: inner, depth: depth + 1, squeezed: true });
};
