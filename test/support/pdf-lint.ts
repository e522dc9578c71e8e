// What PDF/A-2u (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) ask of a file and a program can see, read by MuPDF. Not a validator:
// a file without complaints is made to the standards, and no more is said of it.
import * as mupdf from 'mupdf';

const bytesOf = (stream: mupdf.PDFObject): Buffer => Buffer.from(stream.readStream().asUint8Array());

/** One sentence for each thing that is wrong. */
export function complaintsOf(file: Buffer): string[] {
  const wrong: string[] = [];
  const want = (right: boolean, what: string): void => void (right || wrong.push(what));
  const document = mupdf.Document.openDocument(file, 'application/pdf').asPDF()!;
  const root = document.getTrailer().get('Root');
  want(/^%PDF-1\.[4-7]\n%[\x80-\xff]{4}/.test(file.subarray(0, 20).toString('latin1')), 'A-2 6.1.2: no binary comment after the header');
  want(document.getTrailer().get('ID').isArray(), 'A-2 6.1.3: no file identifier');
  want(document.getTrailer().get('Encrypt').isNull(), 'A-2 6.1.3: encrypted');
  for (const key of ['OpenAction', 'AA']) want(root.get(key).isNull(), `A-2 6.5: ${key} in the catalogue`);
  want(root.get('Names', 'JavaScript').isNull(), 'A-2 6.5: JavaScript');
  const xmp = root.get('Metadata').isStream() ? bytesOf(root.get('Metadata')).toString('utf8') : '';
  for (const sign of ['<pdfaid:part>2<', '<pdfaid:conformance>U<', '<pdfuaid:part>1<', 'pdfaExtension:schemas', 'dc:title'])
    want(xmp.includes(sign), `A-2 6.6: no ${sign} in the XMP packet`);
  want(!/&(?!#?\w+;)/.test(xmp), 'A-2 6.6.2: the XMP packet is not well formed');
  const intents = root.get('OutputIntents');
  const intent = intents.isArray() ? intents.get(0) : undefined;
  want(
    intent !== undefined && intent.get('S').toString() === '/GTS_PDFA1' && intent.get('DestOutputProfile').isStream(),
    'A-2 6.2.3: no output intent',
  );
  want(root.get('MarkInfo', 'Marked').toString() === 'true', 'UA 7.1: not marked');
  want(root.get('ViewerPreferences', 'DisplayDocTitle').toString() === 'true', 'UA 7.1: the title is not displayed');
  want(root.get('Lang').isString(), 'UA 7.2: no language');
  want(root.get('StructTreeRoot', 'ParentTree').isDictionary(), 'UA 7.1: no structure tree');
  const links = linkElements(root.get('StructTreeRoot', 'K'));
  const marked = markedContents(root.get('StructTreeRoot', 'K'));
  const used = new Map<number, { font: mupdf.PDFObject; cids: Set<number> }>();
  for (let number = 0; number < document.countPages(); number++) {
    const page = document.findPage(number);
    const place = `page ${number + 1}`;
    wrong.push(...annotationComplaints(page, place, links));
    for (const seen of contentOf(page, wrong, place)) {
      if (seen.mcid !== undefined) want(page.get('StructParents').isNumber(), `UA 7.1: no StructParents on ${place}`);
      if (seen.mcid !== undefined)
        want(marked.has(`${page.asIndirect()} ${seen.mcid}`), `UA 7.1: content ${seen.mcid} of ${place} is in no element`);
      if (!seen.font) continue;
      const font = page.get('Resources', 'Font', seen.font);
      const known = used.get(font.asIndirect()) ?? { font, cids: new Set() };
      used.set(font.asIndirect(), known);
      for (const cid of seen.cids) known.cids.add(cid);
    }
  }
  for (const { font, cids } of used.values()) wrong.push(...fontComplaints(font, cids));
  return [...new Set(wrong)];
}

/** Annotations that Link elements hold, as the numbers of their objects. */
function linkElements(top: mupdf.PDFObject): Set<number> {
  const found = new Set<number>();
  const walk = (node: mupdf.PDFObject, type: string): void => {
    if (node.isArray()) node.forEach((child) => walk(child, type));
    else if (!node.isDictionary()) return;
    else if (node.get('Type').toString() === '/OBJR' && type === '/Link') found.add(node.get('Obj').asIndirect());
    else walk(node.get('K'), node.get('S').toString());
  };
  walk(top, '');
  return found;
}

/** Links are seen in print, have words and their place in the structure. */
function annotationComplaints(page: mupdf.PDFObject, place: string, links: ReadonlySet<number>): string[] {
  const wrong: string[] = [];
  const annotations = page.get('Annots');
  if (annotations.isArray() && annotations.length > 0 && page.get('Tabs').toString() !== '/S')
    wrong.push(`UA 7.18.3: the tab order of ${place} is not that of its structure`);
  if (annotations.isArray())
    annotations.forEach((one) => {
      if ((one.get('F').asNumber() & 0x27) !== 4) wrong.push(`A-2 6.3.2: an annotation of ${place} is hidden or not printed`);
      if (!one.get('StructParent').isNumber() || !links.has(one.asIndirect()))
        wrong.push(`UA 7.18.5: a link of ${place} is in no Link element`);
      if (!one.get('Contents').isString()) wrong.push(`UA 7.18.5: a link of ${place} has no words`);
    });
  return wrong;
}

/** Pages and identifiers that elements claim, as `page mcid`. */
function markedContents(top: mupdf.PDFObject): Set<string> {
  const found = new Set<string>();
  const walk = (node: mupdf.PDFObject, page: mupdf.PDFObject): void => {
    if (node.isArray()) node.forEach((child) => walk(child, page));
    else if (node.isNumber()) found.add(`${page.asIndirect()} ${node.asNumber()}`);
    else if (node.isDictionary()) {
      const own = node.get('Pg').isNull() ? page : node.get('Pg');
      if (node.get('MCID').isNumber()) found.add(`${own.asIndirect()} ${node.get('MCID').asNumber()}`);
      else walk(node.get('K'), own);
    }
  };
  walk(top, top);
  return found;
}

type Seen = { mcid?: number; font?: string; cids: number[] };

/** What a page's content shows and marks; complains of what is shown outside of elements and artefacts. */
function contentOf(page: mupdf.PDFObject, wrong: string[], place: string): Seen[] {
  const contents = page.get('Contents');
  const streams = contents.isArray() ? Array.from({ length: contents.length }, (_, at) => contents.get(at)) : [contents];
  const text = streams.map((stream) => bytesOf(stream).toString('latin1')).join('\n');
  const seen: Seen[] = [];
  let depth = 0;
  let font: string | undefined;
  let operands: string[] = [];
  for (const [token] of text.matchAll(tokens)) {
    if (!/^[A-Za-z'"]/.test(token)) {
      operands.push(token);
      continue;
    }
    if (token === 'BDC' || token === 'BMC') {
      depth++;
      const [tag = '', properties = ''] = operands;
      const mcid = /\/MCID (\d+)/.exec(properties)?.[1];
      if (mcid) seen.push({ mcid: Number(mcid), cids: [] });
      else if (tag !== '/Artifact') wrong.push(`UA 7.1: ${tag} without an identifier on ${place}`);
    } else if (token === 'EMC') depth--;
    else if (token === 'Tf') font = operands[0]!.slice(1);
    else if (/^(?:Tj|TJ|'|"|S|s|f\*?|B\*?|b\*?|Do|sh)$/.test(token)) {
      if (depth < 1) wrong.push(`UA 7.1: shown outside of elements and artefacts on ${place}`);
      if (font && /^T|'|"/.test(token)) seen.push({ font, cids: operands.flatMap(codesOf) });
    }
    operands = [];
  }
  if (depth !== 0) wrong.push(`marked content is not closed on ${place}`);
  return seen;
}
/** Strings, dictionaries of one level, and what else stands between white space (ISO 32000-1 7.2, 7.3). */
const tokens = /\((?:[^()\\]|\\[^])*\)|<<(?:[^<>]|<[0-9a-fA-F\s]*>)*>>|<[0-9a-fA-F\s]*>|[[\]]|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/g;

/** Two bytes each, of a string; other operands have none. */
function codesOf(operand: string): number[] {
  const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  const bytes = operand.startsWith('(')
    ? Buffer.from(
        operand.slice(1, -1).replace(/\\([^])/g, (_, sign: string) => escapes[sign] ?? sign),
        'latin1',
      )
    : Buffer.from(/^<([0-9a-f]*)>$/i.exec(operand)?.[1] ?? '', 'hex');
  return Array.from({ length: bytes.length / 2 }, (_, at) => bytes.readUInt16BE(2 * at));
}

function fontComplaints(font: mupdf.PDFObject, cids: ReadonlySet<number>): string[] {
  const wrong: string[] = [];
  const name = font.get('BaseFont').toString();
  const descendant = font.get('DescendantFonts').get(0);
  const program = descendant.get('FontDescriptor', 'FontFile2');
  if (!/^\/[A-Z]{6}\+/.test(name)) wrong.push(`A-2 6.2.11.4: ${name} is not named as a subset`);
  if (!program.isStream()) return [...wrong, `A-2 6.2.11.4: ${name} is not embedded`];
  if (descendant.get('CIDToGIDMap').toString() !== '/Identity') wrong.push(`A-2 6.2.11.3: ${name} has no CIDToGIDMap`);
  const map = new Map(
    [
      ...bytesOf(font.get('ToUnicode'))
        .toString('latin1')
        .matchAll(/<(\w{4})> <(\w+)>/g),
    ].map(([, cid, to]) => [Number.parseInt(cid!, 16), to!]),
  );
  const bytes = bytesOf(program);
  const widths = descendant.get('W').get(1);
  for (const cid of cids) {
    if (!map.has(cid) || /^(?:0000|fffe|feff)$/i.test(map.get(cid)!)) wrong.push(`A-2 6.2.11.7.2: ${name} has no Unicode for ${cid}`);
    if (Math.abs(widths.get(cid).asNumber() - advanceOf(bytes, cid)) > 1)
      wrong.push(`A-2 6.2.11.5: the width of ${cid} in ${name} is not that of its face`);
  }
  return wrong;
}

/** From hmtx, in thousandths of the em. */
function advanceOf(face: Buffer, gid: number): number {
  const table = (tag: string): number => {
    for (let at = 12; ; at += 16) if (face.toString('latin1', at, at + 4) === tag) return face.readUInt32BE(at + 8);
  };
  return (face.readUInt16BE(table('hmtx') + 4 * gid) * 1000) / face.readUInt16BE(table('head') + 18);
}
