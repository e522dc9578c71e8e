// Light stemming after Larkey, Ballesteros and Connell (light10, 2007): a little taken off, never a root sought.

const articles = ['وال', 'بال', 'كال', 'فال', 'ال', 'لل'];
const suffixes = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ية', 'ه', 'ة', 'ي'];
const arabic = /^[\u0621-\u064a]+$/;

/** Takes a folded word; words of other scripts come back as they are. */
export function stemWord(folded: string): string {
  if (!arabic.test(folded)) return folded;
  let word = folded;
  // «و» when it leaves three letters, then one article when it leaves two, then each suffix once when it leaves two.
  if (word.startsWith('و') && word.length > 3) word = word.slice(1);
  const article = articles.find((one) => word.startsWith(one) && word.length - one.length >= 2);
  if (article) word = word.slice(article.length);
  for (const suffix of suffixes) if (word.endsWith(suffix) && word.length - suffix.length >= 2) word = word.slice(0, -suffix.length);
  return word;
}
