// Markup as a document without a window: scripts are never run, nothing is fetched, and no tree is deeper than its reader.
import { Parser } from 'htmlparser2';
import { parseHTML } from 'linkedom';

/** As much of the DOM as is used here; this folder is checked without a browser's types. */
export type DomNode = {
  readonly nodeType: number;
  readonly parentNode: DomElement | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly childNodes: readonly DomNode[];
  readonly textContent: string;
  remove(): void;
};
export type DomElement = DomNode & {
  readonly localName: string;
  readonly className: string;
  readonly id: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  closest(selector: string): DomElement | null;
  contains(other: DomNode): boolean;
};
export type DomDocument = DomElement & {
  readonly documentElement: DomElement;
  readonly body: DomElement /** The whole page as markup. */;
  toString(): string;
};

export const isElement = (node: DomNode): node is DomElement => node.nodeType === 1;
export const isText = (node: DomNode): boolean => node.nodeType === 3 || node.nodeType === 4;

/** Readers walk trees by recursion; no page of the press is half as deep. */
const DEEPEST = 200;
/** What no reader of an article needs, and what could do harm if it were ever shown. */
const dropped = new Set('style iframe frame object embed applet template svg math canvas audio video'.split(' '));
/** Not shown on the page, so no part of the article. */
const unseen = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** The page written anew, pictures that are written out in it set apart in `embedded`: no comments, no attributes but those asked for, no more levels than DEEPEST. */
export function parsePage(html: string, embedded: string[] = []): DomDocument {
  return parseHTML(rewrite(html, embedded)).document as unknown as DomDocument;
}

/** Stands for a picture that is written out in the page itself: its number among `embedded`. */
export const embeddedAt = (address: string): number | undefined => {
  const number = /^warraq:embedded:(\d+)$/.exec(address)?.[1];
  return number === undefined ? undefined : Number(number);
};

const keptAttributes =
  /^(?:class|id|href|src|alt|title|lang|dir|rel|name|property|content|itemprop|itemtype|itemscope|datetime|role|hidden|aria-hidden|style|type|colspan|http-equiv|cite|data-(?:src|original|lazy-src))$/;

type Open = { readonly written: boolean; readonly dropped: boolean };

function rewrite(html: string, embedded: string[]): string {
  const shared = sharedPictures(html);
  const out: string[] = ['<!doctype html><html><head></head><body>'];
  const open: Open[] = [];
  let depth = 0;
  let dropping = 0;
  let data = false;
  let foreign = 0;
  /** An open drawing ends where a paragraph begins (HTML 13.2.6.5). */
  const leaveForeign = (): void => {
    for (const [i, one] of open.entries()) if (one.dropped) open[i] = { written: false, dropped: false };
    [dropping, foreign] = [0, 0];
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      const local = name.replace(/^.*:/, '');
      if (dropping > 0 && foreign > 0 && breaksOut.test(local)) leaveForeign();
      const drops = dropping > 0 || isDropped(local, attributes);
      if (drops) dropping++;
      if (drops && /^(?:svg|math)$/.test(local)) foreign++;
      if (local === 'html' && !drops) out.push(`<meta name="warraq:lang" content="${quoted(attributes['lang'] ?? '')}">`);
      const written = !drops && depth < DEEPEST && /^[a-z][a-z0-9-]*$/.test(local) && !/^(?:html|head|body|noscript)$/.test(local);
      if (written) {
        depth++;
        out.push(`<${local}${attributesOf(local === 'img' ? setApart(attributes, shared, embedded) : attributes)}>`);
        data = local === 'script';
      } else if (!drops && depth >= DEEPEST && breaksOut.test(local)) out.push('<br>');
      open.push({ written, dropped: drops });
    },
    ontext(text) {
      if (dropping === 0) out.push(data ? text : escaped(text));
    },
    onclosetag(name, implied) {
      const last = open.pop();
      if (last?.dropped) dropping--;
      if (dropping === 0) foreign = 0;
      if (!last?.written) return;
      depth--;
      data = false;
      if (!(implied && empty.has(name))) out.push(`</${name.replace(/^.*:/, '')}>`);
    },
  });
  parser.write(html.replaceAll('\0', ''));
  parser.end();
  out.push('</body></html>');
  return out.join('');
}

const breaksOut = /^(?:p|div|h[1-6]|ul|ol|table|blockquote|article|section|body|pre)$/;
const empty = new Set('area base basefont br col embed hr img input link meta param source track wbr'.split(' '));

function isDropped(name: string, attributes: Record<string, string>): boolean {
  if (name === 'script') return !isData(attributes['type']);
  return dropped.has(name) || 'hidden' in attributes || unseen.test(attributes['style'] ?? '');
}

/** JSON-LD is data, not a script. */
const isData = (type: string | undefined): boolean => /^application\/ld\+json/i.test(type?.trim() ?? '');

/** SingleFile writes a picture that is shown often once, as a variable of the style sheet. */
function sharedPictures(html: string): ReadonlyMap<string, string> {
  const shared = new Map<string, string>();
  if (html.includes('--sf-img-'))
    for (const [, name, address] of html.matchAll(/--(sf-img-\d+)\s*:\s*url\(["']?(data:image\/[^"')]+)/g)) shared.set(name!, address!);
  return shared;
}

function setApart(attributes: Record<string, string>, shared: ReadonlyMap<string, string>, embedded: string[]): Record<string, string> {
  const named = /var\(--(sf-img-\d+)\)/.exec(attributes['style'] ?? '')?.[1];
  const address = (named && shared.get(named)) ?? [attributes['src'], attributes['data-src']].find((one) => one?.startsWith('data:image/'));
  if (address === undefined) return attributes;
  return { ...attributes, src: `warraq:embedded:${embedded.push(address) - 1}` };
}

function attributesOf(attributes: Record<string, string>): string {
  let written = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (!keptAttributes.test(name) || value.length > 4000) continue;
    written += ` ${name}="${quoted(value)}"`;
  }
  return written;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const quoted = (text: string): string => escaped(text).replaceAll('"', '&quot;');
