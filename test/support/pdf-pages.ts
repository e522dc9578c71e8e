// A PDF of so many pages of words, which would run a script and name addresses if it were let; with a password to open it, if wanted.
import { once } from 'node:events';
import PDFDocument from 'pdfkit';

export async function pdfOf(pages: number, userPassword?: string): Promise<Buffer> {
  const made = new PDFDocument({ info: { Title: 'Report of the library' }, ...(userPassword === undefined ? {} : { userPassword }) });
  const parts: Buffer[] = [];
  made.on('data', (part: Buffer) => parts.push(part));
  const ended = once(made, 'end');
  for (let n = 1; n <= pages; n++) {
    if (n > 1) made.addPage();
    made.fontSize(24).text(`These are the words of page ${n}.`, { link: 'https://example.org/link' });
  }
  made.addNamedJavaScript('run', 'app.alert("run"); this.submitForm("https://example.org/form");');
  made.end();
  await ended;
  return Buffer.concat(parts);
}
