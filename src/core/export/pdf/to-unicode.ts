// ISO 32000-1, 9.10.3: the CMap from CID to the one character it stands for.
import type { Slot } from './cluster-font.ts';

const hex4 = (value: number): string => value.toString(16).padStart(4, '0');
const utf16 = (text: string): string => Array.from({ length: text.length }, (_, at) => hex4(text.charCodeAt(at))).join('');

export function toUnicode(slots: readonly Slot[]): string {
  const rows = slots.flatMap((slot, cid) => (slot.text ? [`<${hex4(cid)}> <${utf16(slot.text)}>`] : []));
  const blocks: string[] = [];
  for (let at = 0; at < rows.length; at += 100) {
    const some = rows.slice(at, at + 100);
    blocks.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}
