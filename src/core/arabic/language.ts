// The language of a text, by its letters (BCP 47).
const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

export function languageOf(text: string): string {
  const sample = text.slice(0, 20_000);
  const arabic = count(sample, /\p{Script=Arabic}/gu);
  const latin = count(sample, /\p{Script=Latin}/gu);
  if (arabic === 0 && latin === 0) return 'und';
  if (latin > arabic) return 'en';
  // Letters that only Urdu has, then letters that Persian has and Arabic lacks; a foreign name alone does not decide.
  if (count(sample, /[ٹڈڑںے]/g) > arabic / 100) return 'ur';
  if (count(sample, /[پچژگ]/g) > arabic / 100) return 'fa';
  return 'ar';
}
