// XML as a plain tree. Documents' own entities are never expanded and nothing outside is read, so no bomb goes off.
import { Parser } from 'htmlparser2';

export type Xml = {
  /** Without its prefix: feeds and records are known by their elements, whatever they call the namespace. */
  readonly name: string;
  readonly prefix: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Xml | string)[];
};

/** Deeper elements become children of the last one allowed: readers walk by recursion. */
const DEEPEST = 400;

/** The document as an element without a name. Faults are passed over. */
export function parseXml(text: string): Xml {
  const root: Xml = { name: '', prefix: '', attributes: {}, children: [] };
  const path: Xml[] = [root];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const colon = name.indexOf(':');
        const element = { name: name.slice(colon + 1), prefix: colon > 0 ? name.slice(0, colon) : '', attributes, children: [] };
        path[Math.min(path.length, DEEPEST) - 1]!.children.push(element);
        path.push(element);
      },
      ontext(words) {
        const { children } = path[Math.min(path.length, DEEPEST) - 1]!;
        const last = children.at(-1);
        if (typeof last === 'string') children[children.length - 1] = last + words;
        else children.push(words);
      },
      onclosetag() {
        if (path.length > 1) path.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(text);
  parser.end();
  return root;
}

export const isNamed = (child: Xml | string, ...names: string[]): child is Xml => typeof child !== 'string' && names.includes(child.name);

export const elementsOf = (xml: Xml): Xml[] => xml.children.filter((child) => typeof child !== 'string');

export const childOf = (xml: Xml | undefined, ...names: string[]): Xml | undefined =>
  xml?.children.find((child): child is Xml => isNamed(child, ...names));

export const childrenOf = (xml: Xml | undefined, ...names: string[]): Xml[] =>
  xml?.children.filter((child): child is Xml => isNamed(child, ...names)) ?? [];

/** In the order of the document; those inside a found one are found too. */
export function descendantsOf(xml: Xml, ...names: string[]): Xml[] {
  const found: Xml[] = [];
  const walk = (one: Xml): void => {
    for (const child of one.children) {
      if (typeof child === 'string') continue;
      if (names.includes(child.name)) found.push(child);
      walk(child);
    }
  };
  walk(xml);
  return found;
}

export const textOf = (xml: Xml | undefined): string =>
  xml === undefined ? '' : xml.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

export const lineIn = (xml: Xml | undefined): string => textOf(xml).replace(/\s+/gu, ' ').trim();

/** The text of the first child of one of these names, on one line; undefined when there is none in it. */
export const wordsOf = (xml: Xml | undefined, ...names: string[]): string | undefined => lineIn(childOf(xml, ...names)) || undefined;

/** By its local name. */
export function attributeOf(xml: Xml | undefined, name: string): string | undefined {
  if (!xml) return undefined;
  if (xml.attributes[name] !== undefined) return xml.attributes[name];
  const key = Object.keys(xml.attributes).find((one) => one.endsWith(`:${name}`));
  return key === undefined ? undefined : xml.attributes[key];
}
