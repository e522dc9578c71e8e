// The parts of a page saved as one message (RFC 2557), by their places: what a reader of mail passes over.
export type MimePart = {
  readonly location: string | undefined;
  readonly id: string | undefined;
  readonly type: string;
  readonly bytes: () => Uint8Array;
};

const MOST_PARTS = 5000;

/** Pictures only, of the outermost multipart. */
export function pictureParts(message: Uint8Array): MimePart[] {
  const all = Buffer.from(message.buffer, message.byteOffset, message.length);
  const head = fieldsOf(all, 0);
  const boundary = /boundary="?([^";\r\n]+)"?/i.exec(head?.fields.get('content-type') ?? '')?.[1];
  if (!head || boundary === undefined) return [];
  const parts: MimePart[] = [];
  const mark = Buffer.from(`--${boundary}`);
  for (let at = all.indexOf(mark, head.end); at !== -1 && parts.length < MOST_PARTS; ) {
    const next = all.indexOf(mark, at + mark.length);
    const part = next === -1 ? undefined : fieldsOf(all, all.indexOf('\n', at) + 1);
    const type = part?.fields.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
    if (part && type.startsWith('image/')) {
      const { fields, end } = part;
      parts.push({
        location: fields.get('content-location'),
        id: fields.get('content-id')?.replace(/^<|>$/g, ''),
        type,
        bytes: () => decoded(all.subarray(end, next), fields.get('content-transfer-encoding')),
      });
    }
    at = next;
  }
  return parts;
}

function fieldsOf(all: Buffer, from: number): { fields: ReadonlyMap<string, string>; end: number } | undefined {
  const found = /\r?\n\r?\n/.exec(all.subarray(from, from + 65_536).toString('latin1'));
  if (!found) return undefined;
  const text = all
    .subarray(from, from + found.index)
    .toString('utf8')
    .replace(/\r?\n[ \t]+/g, ' ');
  const fields = new Map(
    text.split(/\r?\n/).map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  return { fields, end: from + found.index + found[0].length };
}

function decoded(body: Buffer, encoding: string | undefined): Uint8Array {
  if (/base64/i.test(encoding ?? '')) return Buffer.from(body.toString('latin1'), 'base64');
  if (!/quoted-printable/i.test(encoding ?? '')) return body;
  const text = body.toString('latin1').replace(/=\r?\n/g, '');
  return Buffer.from(
    text.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}
