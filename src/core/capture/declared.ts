// Markup that names its own charset, and the header that carried it.
import { decode, type Reading } from './decode.ts';

/** Throws as decode does. `charset` is what a header said; else the markup is asked. */
export const decodeDeclared = (bytes: Uint8Array, path: string, named?: string, charset?: string): Reading =>
  decode(bytes, path, named, { declared: charset });
