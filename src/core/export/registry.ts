import type { ExportFormat } from './format.types.ts';
import { pdfFormat } from './pdf/document.ts';
import { jsonFormat, textFormat } from './plain.ts';

export const exportFormats: readonly ExportFormat[] = [pdfFormat, textFormat, jsonFormat];
