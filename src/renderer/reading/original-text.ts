// What a person would read in an original of text, as plain lines.

const skipped = 'script, style, noscript, template, svg, head';
const lines =
  'p, div, li, br, tr, h1, h2, h3, h4, h5, h6, section, article, header, footer, nav, aside, blockquote, figure, figcaption, title, dd, dt';

/** `encoding` as it was read with; the page is parsed, never run. */
export async function originalText(file: Blob, mediaType: string, encoding = 'utf-8'): Promise<string> {
  const text = decoded(new Uint8Array(await file.arrayBuffer()), encoding);
  return tidied(/html/.test(mediaType) ? pageText(text) : text);
}

function decoded(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function pageText(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const one of page.querySelectorAll(skipped)) one.remove();
  for (const text of textNodes(page.body)) text.data = text.data.replace(/\s+/gu, ' ');
  for (const one of page.querySelectorAll(lines)) {
    one.before('\n');
    one.after('\n');
  }
  return page.body.textContent;
}

function textNodes(root: Node): Text[] {
  const walker = root.ownerDocument!.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Text);
  return found;
}

const tidied = (text: string): string =>
  text
    .split(/\r?\n|\r/u)
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
