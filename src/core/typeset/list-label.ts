const marker = /^\s*([•●○◦▪■‣·*–—-]|[([]?(?:[0-9]{1,3}|[٠-٩]{1,3}|[۰-۹]{1,3}|[a-zA-Z\u0621-\u064a])[.)\]\-–])\s+(?=\S)/u;

/** The label that a list item brings with it, or a bullet, and its text. */
export function labelled(text: string): { label: string; text: string } {
  const found = marker.exec(text);
  return found ? { label: found[1]!, text: text.slice(found[0].length) } : { label: '•', text };
}
