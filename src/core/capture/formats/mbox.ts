// A mailbox (RFC 4155): messages one after another, each behind a line that begins with «From ».
import { readMessage } from './mail.ts';
import type { Found, Open, Source } from './format.types.ts';

export const read = async (source: Source, open: Open): Promise<Found[]> => {
  const found: Found[] = [];
  for (const [i, bytes] of messagesOf(source.bytes).entries()) {
    const message = await readMessage({ ...source, bytes }, open);
    found.push(...message.map((one) => ({ ...one, part: one.part === undefined ? String(i + 1) : `${i + 1}/${one.part}` })));
  }
  return found;
};

const separator = Buffer.from('From ');

function messagesOf(bytes: Uint8Array): Uint8Array[] {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const starts: number[] = [];
  for (let at = all.indexOf(separator); at !== -1; at = all.indexOf(separator, at + 1)) {
    if (at === 0 || (all[at - 1] === 10 && (all[at - 2] === 10 || all[at - 2] === 13))) starts.push(at);
  }
  return starts.map((start, i) => {
    const body = all.subarray(all.indexOf(10, start) + 1, starts[i + 1] ?? all.length);
    // Lines of a text that begin so were given a sign before them.
    return body.includes('>From ') ? Buffer.from(body.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1') : body;
  });
}
