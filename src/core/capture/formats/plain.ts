// Plain text as one of the formats.
import { capture } from '../capture.ts';
import type { Ready, Source } from './format.types.ts';

export const read = ({ bytes, path, encoding, packs }: Source): Ready[] =>
  capture({ bytes, path, packs, ...(encoding === undefined ? {} : { encoding }) }).map((article) => ({
    article,
    encoding: article.encoding,
  }));
