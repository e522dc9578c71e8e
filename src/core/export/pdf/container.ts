// pdfkit as a container: the parts of it that are used, typed, and its document opened as PDF/A-2u + PDF/UA-1 are made.
import PDFDocument from 'pdfkit';

export type PdfReference = {
  data: Record<string, unknown>;
  write(data: Uint8Array): void;
  end(data?: Uint8Array | string): void;
  toString(): string;
};
/** Of a picture; pixels. */
export type PdfImage = {
  width: number;
  height: number;
  orientation?: number;
  colorSpace?: string;
  label: string;
  obj: PdfReference | null;
  embed(doc: PdfContainer): void;
};

export type PdfContainer = AsyncIterable<Uint8Array> & {
  readonly _root: PdfReference & { data: { Pages: PdfReference & { data: { Kids: unknown[]; Count: number } } } };
  readonly _info: PdfReference;
  readonly _id: Uint8Array;
  /** Of each object, from 1: its place in the file, or below nought its place in an object stream. */
  readonly _offsets: (number | null)[];
  readonly _offset: number;
  _finalize: () => void;
  _write(bytes: Uint8Array): void;
  push(end: null): void;
  subset_conformance: string;
  info: Record<string, unknown>;
  openImage(bytes: Uint8Array): PdfImage;
  ref(data: Record<string, unknown>): PdfReference;
  appendXML(xml: string): void;
  getStructTreeRoot(): PdfReference;
  read(): Uint8Array | null;
  end(): void;
};

/** PDF/UA-1 identification (ISO 14289-1 5) with the extension schema that PDF/A-2 asks for (ISO 19005-2 6.6.2.3). */
const universalAccess = `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289 followed</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`;

const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** `profile`: PDF/A-2u with PDF/UA-1, or PDF/A-1b for readers that ask for it. */
type Description = { now: Date; title: string; author: string; language: string; profile?: 'a-2u' | 'a-1b' | undefined };

/** Without Direction R2L (ISO 32000-1 12.2): it orders pages side by side, and makes PDFium turn round the words of Latin lines. */
export function openContainer({ now, title, author, language, profile = 'a-2u' }: Description): PdfContainer {
  const made = { Creator: 'Warraq', Producer: 'Warraq (pdfkit)', CreationDate: now };
  const info = { Title: title, ...(author ? { Author: author } : {}), ...made };
  const options = {
    margin: 0,
    font: null,
    autoFirstPage: false,
    lang: language,
    tagged: true,
    displayTitle: true,
    ...(profile === 'a-1b' ? { pdfVersion: '1.4', subset: 'PDF/A-1b' } : { pdfVersion: '1.7', subset: 'PDF/A-2b' }),
  };
  const doc = new (PDFDocument as unknown as new (options: object) => PdfContainer)({ ...options, info });
  if (profile === 'a-2u') {
    doc.subset_conformance = 'U';
    doc.appendXML(universalAccess);
  }
  escapeMetadata(doc);
  return doc;
}

/** pdfkit sets the title and author into its XMP packet as they are; `&` and `<` in them would break the XML. */
function escapeMetadata(doc: PdfContainer): void {
  const open = doc as unknown as { endMetadata(): void };
  const end = open.endMetadata.bind(doc);
  open.endMetadata = () => {
    const plain = doc.info;
    doc.info = Object.fromEntries(Object.entries(plain).map(([key, value]) => [key, typeof value === 'string' ? escapeXml(value) : value]));
    end();
    doc.info = plain;
  };
}
