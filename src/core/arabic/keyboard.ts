// A keyboard left in the other layout: «hgsghl» was meant to be السلام, «اثممخ» to be hello. Arabic 101 and US QWERTY.

const arabicKeys = 'ذ1234567890-=ضصثقفغعهخحجد\\شسيبلاتنمكطئءؤر ىةوزظ';
const latinKeys = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcv nm,./";
const shifted: Record<string, string> = { H: 'أ', Y: 'إ', N: 'آ', G: 'لأ', T: 'لإ', B: 'لآ', K: '،', P: '؛', Z: '~', J: 'ـ' };

const toArabic = new Map<string, string>([...Object.entries(shifted), ['b', 'لا']]);
const toLatin = new Map<string, string>([['لا', 'b']]);
for (const [at, latin] of [...latinKeys].entries()) {
  const arabic = arabicKeys[at]!;
  toArabic.set(latin, arabic);
  toLatin.set(arabic, latin);
}
for (const [latin, arabic] of Object.entries(shifted)) toLatin.set(arabic, latin);

/** What the same keys give in the other layout: Arabic for Latin letters, Latin for Arabic ones. */
export function otherLayout(text: string): string {
  if (/\p{Script=Arabic}/u.test(text)) return text.replace(/ل[اأإآ]|./gsu, (keys) => toLatin.get(keys) ?? keys);
  return text.replace(/./gsu, (key) => toArabic.get(key) ?? toArabic.get(key.toLowerCase()) ?? key);
}
