// Safari's web archive: a property list, binary or XML, whose main resource is the page.
import { parseBuffer } from 'bplist-parser';
import { Failure } from '#contract/errors.ts';
import { decodeDeclared } from '../declared.ts';
import { elementsOf, parseXml, textOf, type Xml } from '../markup/xml.ts';
import type { PictureSource } from '../pictures.ts';
import { readPage } from './html.ts';
import type { Draft, Source } from './format.types.ts';

export const read = ({ bytes, path, encoding, packs }: Source): Draft[] => {
  const list =
    Buffer.from(bytes.subarray(0, 8)).toString('latin1') === 'bplist00'
      ? parseBuffer(Buffer.from(bytes))[0]
      : xmlList(new TextDecoder().decode(bytes));
  const { WebMainResource: main, WebSubresources: others } = (list ?? {}) as { WebMainResource?: Resource; WebSubresources?: unknown };
  const data = main?.['WebResourceData'];
  if (!(data instanceof Uint8Array)) throw new Failure('capture.damaged', { path, format: 'WebArchive' });
  const charset = main?.['WebResourceTextEncodingName'];
  const page = decodeDeclared(data, path, encoding, typeof charset === 'string' ? charset : undefined);
  const url = main?.['WebResourceURL'];
  return [
    {
      ...readPage(page.text, { url: typeof url === 'string' ? url : undefined, pictures: picturesOf(others), packs }),
      encoding: page.record,
    },
  ];
};

type Resource = Record<string, unknown>;

function picturesOf(resources: unknown): PictureSource {
  const byAddress = new Map<unknown, Uint8Array>();
  for (const one of Array.isArray(resources) ? (resources as (Resource | undefined)[]) : []) {
    const data = one?.['WebResourceData'];
    if (data instanceof Uint8Array && /^image\//i.test(String(one?.['WebResourceMIMEType']))) byAddress.set(one?.['WebResourceURL'], data);
  }
  return (address) => {
    const bytes = byAddress.get(address);
    return bytes && { bytes };
  };
}

function xmlList(text: string): unknown {
  const root = elementsOf(parseXml(text)).find((one) => one.name === 'plist');
  return root && valueOf(elementsOf(root)[0]);
}

function valueOf(xml: Xml | undefined): unknown {
  if (xml === undefined) return undefined;
  if (xml.name === 'data') return Buffer.from(textOf(xml), 'base64');
  if (xml.name === 'array') return elementsOf(xml).map(valueOf);
  if (xml.name !== 'dict') return textOf(xml);
  const parts = elementsOf(xml);
  const keys = parts.flatMap((one, i) => (one.name === 'key' ? [[textOf(one), valueOf(parts[i + 1])] as const] : []));
  return Object.fromEntries(keys.filter(([key]) => key !== '__proto__'));
}
