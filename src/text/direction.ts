// The direction of a short text of both scripts: that of most of its letters. The first strong letter (UAX #9 P2) would turn an
// Arabic headline round that begins with "Reuters:".

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu;
const letters = /\p{L}/gu;

export function directionOfText(text: string): 'rtl' | 'ltr' | 'auto' {
  const all = text.match(letters)?.length ?? 0;
  if (all === 0) return 'auto';
  const right = text.match(rightToLeft)?.length ?? 0;
  return right * 2 >= all ? 'rtl' : 'ltr';
}
