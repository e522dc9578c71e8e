// What archives of files have in common: entries by name, which is a word and never a path. Nothing is written.

export type PackedEntry = {
  readonly name: string;
  readonly size: number;
  readonly unsafe: boolean;
  readonly read: () => Promise<Uint8Array>;
};

/** Names a place outside the archive. */
export const leadsOutside = (name: string): boolean => /^(?:[/\\]|[a-z]:[/\\])|(?:^|[/\\])\.\.(?:[/\\]|$)|^\\\\/i.test(name);

/** UTF-8, or the code page of DOS in Arabic. */
export function packedName(raw: Uint8Array, isUnicode = false): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return isUnicode ? new TextDecoder().decode(raw) : decodeDos(raw);
  }
}

/** The upper half of code page 720. */
const dos720 =
  '\u0080\u0081éâ\u0084à\u0086çêëèïî\u008d\u008e\u008f\u0090\u0651\u0652ô¤ـûùءآأؤ£إئابةتثجحخدذرزسشص«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀ضطظعغفµقكلمنهوىي≡\u064b\u064c\u064d\u064e\u064f\u0650≈°∙·√ⁿ²■\u00a0';
const decodeDos = (raw: Uint8Array): string =>
  Array.from(raw, (byte) => (byte < 128 ? String.fromCharCode(byte) : dos720[byte - 128]!)).join('');
