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

/** A page that is a scan, as a fax is coded (ITU-T T.6): 32 black lines of 32 dots. */
export function scannedPdf(): Buffer {
  const line = '001' + '00110101' + '000001101010';
  const bits = `${line}${'11'.repeat(31)}${'000000000001'.repeat(2)}`.replace(/.{1,8}/g, (byte) => byte.padEnd(8, '0'));
  const fax = Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
  const stream = (dict: string, bytes: Buffer) =>
    Buffer.concat([Buffer.from(`<<${dict}/Length ${bytes.length}>>\nstream\n`), bytes, Buffer.from('\nendstream')]);
  const picture =
    '/Type/XObject/Subtype/Image/Width 32/Height 32/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 32/Rows 32>>';
  const objects = [
    Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
    Buffer.from('<</Type/Pages/Kids[3 0 R]/Count 1>>'),
    Buffer.from('<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>'),
    stream('', Buffer.from('q 200 0 0 200 0 0 cm /I Do Q')),
    stream(picture, fax),
  ];
  // Without a table of its objects, which a reader then looks for.
  return Buffer.concat([
    Buffer.from('%PDF-1.4\n'),
    ...objects.flatMap((one, n) => [Buffer.from(`${n + 1} 0 obj\n`), one, Buffer.from('\nendobj\n')]),
    Buffer.from('trailer<</Root 1 0 R>>\n%%EOF\n'),
  ]);
}
