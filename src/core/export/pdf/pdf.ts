// The row of PDF among the formats. What sets it is loaded when a book is: it takes longer than many commands.
import type { ExportFormat } from '../format.types.ts';

export const pdf: ExportFormat = {
  id: 'pdf',
  extension: '.pdf',
  mediaType: 'application/pdf',
  purpose: 'reading',
  options: ['digits', 'size', 'language', 'labels', 'face', 'kashida', 'columns', 'print', 'notes', 'sic', 'profile'],
  inThread: true,
  async *write(items, context) {
    const { writeBook } = await import('./document.ts');
    yield* writeBook(items, context);
  },
};
