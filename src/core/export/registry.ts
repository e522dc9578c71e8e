// Everything that can be given out. A format is one file and one row here.
import { citations } from './citations.ts';
import type { ExportFormat } from './format.types.ts';
import { json } from './json.ts';
import { pdf } from './pdf/pdf.ts';
import { text } from './text.ts';

export const exportFormats: readonly ExportFormat[] = [pdf, citations, text, json];
