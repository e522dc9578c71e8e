import type { PdfContainer } from './container.ts';

/** A line across the page, which is no part of what is read; points. */
export function rule(doc: PdfContainer, left: number, right: number, y: number, width = 0.5): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc.save().lineWidth(width).strokeColor('#999999').moveTo(left, y).lineTo(right, y).stroke().restore();
  doc.endMarkedContent();
}
