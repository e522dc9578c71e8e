import type { PrintLabels } from './print.ar.ts';
export const printEn = {
  updated: 'Last updated',
  published: 'Published',
  source: 'Source',
  tags: 'Tags',
  digest: 'Original digest',
  notes: 'Notes',
  picture: 'Picture',
  archive: 'Warraq',
  contents: 'Contents',
} satisfies PrintLabels;
