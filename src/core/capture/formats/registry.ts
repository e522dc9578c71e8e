// Everything that can be taken in. A format is one file and one row here.
import type { CaptureFormat } from './format.types.ts';

export const captureFormats: readonly CaptureFormat[] = [
  { id: 'text', extensions: ['.txt', '.text'], mediaType: 'text/plain', load: async () => (await import('./plain.ts')).read },
  {
    id: 'html',
    extensions: ['.html', '.htm', '.xhtml', '.xht', '.shtml'],
    mediaType: 'text/html',
    load: async () => (await import('./html.ts')).read,
  },
];
