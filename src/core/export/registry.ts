// Everything that can be given out. A format is one file and one row here.
import type { ExportFormat } from './format.types.ts';
import { json } from './json.ts';
import { pdfFormat } from './pdf/document.ts';
import { text } from './text.ts';

export const exportFormats: readonly ExportFormat[] = [pdfFormat, text, json];
