// Everything that can be taken in. A format is one file and one row here.
import { type Article, readText } from './text.ts';

export type CaptureFormat = {
  readonly id: string;
  readonly extensions: readonly string[];
  readonly mediaType: string;
  /** Text in, articles out. Pure; never throws. */
  readonly read: (text: string) => Article[];
};

export const captureFormats: readonly CaptureFormat[] = [
  { id: 'text', extensions: ['.txt', '.text'], mediaType: 'text/plain', read: (text) => [readText(text)] },
];
