// pdfkit as a container: the parts of it that are used, typed, and its document opened as PDF/A-2u + PDF/UA-1 are made.
import PDFDocument from 'pdfkit';

export type PdfReference = { data: Record<string, unknown>; write(data: Uint8Array): void; end(data?: Uint8Array | string): void };
export type StructureElement = { _children: unknown[]; dictionary: PdfReference; add(child: unknown): StructureElement; end(): void };
/** Of a picture; pixels. */
export type PdfImage = { width: number; height: number; orientation?: number; colorSpace?: string };

export type PdfContainer = AsyncIterable<Uint8Array> & {
  readonly page: { height: number; dictionary: PdfReference; fonts: Record<string, PdfReference> };
  readonly outline: { addItem(title: string): unknown; children: { dictionary: PdfReference }[]; dictionary: PdfReference };
  readonly _root: PdfReference;
  subset_conformance: string;
  info: Record<string, unknown>;
  addPage(options: { size: [number, number]; margin: number }): void;
  addContent(operators: string): void;
  addStructure(element: StructureElement): void;
  struct(type: string, options?: { lang?: string; alt?: string }): StructureElement;
  openImage(bytes: Uint8Array): PdfImage;
  image(image: PdfImage, x: number, y: number, options: { width: number; height: number }): void;
  link(
    x: number,
    y: number,
    width: number,
    height: number,
    url: string,
    options: { structParent: StructureElement; Contents: object },
  ): void;
  markContent(type: string, options: { type: string }): void;
  markStructureContent(type: string): unknown;
  endMarkedContent(): void;
  annotate(x: number, y: number, width: number, height: number, annotation: object): void;
  ref(data: Record<string, unknown>): PdfReference;
  appendXML(xml: string): void;
  getStructTreeRoot(): PdfReference;
  read(): Uint8Array | null;
  save(): PdfContainer;
  restore(): PdfContainer;
  lineWidth(width: number): PdfContainer;
  strokeColor(colour: string): PdfContainer;
  moveTo(x: number, y: number): PdfContainer;
  lineTo(x: number, y: number): PdfContainer;
  stroke(): PdfContainer;
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
  const info = { Title: title, Author: author, Creator: 'Warraq', Producer: 'Warraq (pdfkit)', CreationDate: now };
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

/** Elements by their identifiers (ISO 32000-1 14.7.2). */
export function nameElements(doc: PdfContainer, named: readonly (readonly [string, StructureElement])[]): void {
  if (named.length === 0) return;
  const names = named.toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([id, { dictionary }]) => [new String(id), dictionary]);
  doc.getStructTreeRoot().data['IDTree'] = { Names: names };
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
