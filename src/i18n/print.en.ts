import type { PrintLabels } from './print.ar.ts';
export const printEn = {
  updated: 'Last updated',
  published: 'Published',
  author: 'Author',
  authors: 'Authors',
  source: 'Source',
  tags: 'Tags',
  digest: 'Original digest',
  notes: 'Notes',
  picture: 'Picture',
  archive: 'Warraq',
  sic: '[sic]',
  onTheText: 'Written on the text',
  orphan: 'its place is no longer in the text',
  contents: 'Contents',
  volume: 'A volume of articles',
} satisfies PrintLabels;
