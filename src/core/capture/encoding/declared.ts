// The encoding that a file names itself: an XML declaration, or a <meta> of HTML.

/** WHATWG HTML 13.2.3.2 looks at the first 1024 bytes; pages of the time put scripts before it. */
const LOOKED_AT = 4096;
const xml = /^\s{0,8}<\?xml\s[^>]{0,200}?encoding\s{0,4}=\s{0,4}["']([\w.:-]{2,40})["']/i;
const meta = /<meta\s[^>]{0,400}?charset\s{0,4}=\s{0,4}["']?\s{0,4}([\w.:-]{2,40})/i;

/** The label as written. The bytes before it are ASCII, whatever the encoding; those of UTF-16 are found otherwise. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = bytes.subarray(0, LOOKED_AT);
  if (!start.includes(0x3c)) return undefined;
  const head = new TextDecoder('windows-1252').decode(start);
  return (xml.exec(head) ?? meta.exec(head))?.[1];
}
