import type { Forms } from './locale.ts';
import type { WindowWords } from './window.ar.ts';

export const windowEn = {
  name: 'Warraq', skip: 'Skip to the list', all: 'All', trash: 'Trash', library: 'Library', filters: 'Filters', sources: 'Source', years: 'Year',
  tags: 'Tags', search: 'Search articles', clearSearch: 'Clear search', sort: 'Sort', newest: 'Newest', oldest: 'Oldest', captured: 'Recently added', titleSort: 'Title', sourceSort: 'Source',
  import: 'Import', settings: 'Settings', export: 'Export PDF', edit: 'Edit', moveToTrash: 'Move to trash', restore: 'Restore', undo: 'Undo',
  trashed: 'The article is in the trash', restored: 'The article is back', saved: 'Saved', close: 'Close', cancel: 'Cancel', save: 'Save', loading: 'One moment…',
  published: 'Published', updated: 'Last updated', event: 'Event', addTag: 'Add a tag', removeTag: 'Remove tag', noItems: 'The shelf is empty', noItemsHint: 'Import a saved article, or drop its files here.',
  noHits: 'Nothing with these words', noHitsHint: 'Try a shorter word, or remove a filter.', pick: 'Choose an article to read', provenance: 'Original', fileName: 'File name', digest: 'Digest', encoding: 'Encoding', size: 'Size', removed: 'Page furniture removed', download: 'Download the original',
  dropHere: 'Drop the files to import them', chooseFiles: 'Choose files', chooseFolder: 'Choose a folder', importHint: 'The original is kept untouched; its text is taken out of it.', report: 'Import report', imported: 'Added', duplicate: 'Already here', refused: 'Refused',
  pageSize: 'Page size', digits: 'Digits', run: 'Make the file', preview: 'Page preview', page: 'Page', title: 'Title', source: 'Source', notes: 'Notes',
  language: 'Language', theme: 'Theme', system: 'As the system', light: 'Light', dark: 'Dark', calendar: 'Calendar', gregorian: 'Gregorian', hijri: 'Hijri (Umm al-Qura)', arab: '١٢٣', latn: '123', notices: 'Notices', progress: 'Progress',
  defect: 'Something unexpected went wrong. Your archive is safe; try again, and if it happens again quote this reference:',
  items: { one: 'One article', other: '{n} articles' } as Forms,
  bytes: { one: 'One byte', other: '{n} bytes' } as Forms,
} satisfies WindowWords;
