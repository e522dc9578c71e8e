/**
 * Attributes of a field for text of either direction. While it is empty `dir=auto` would make it left to right, in an Arabic
 * window too: tokens.css gives it the direction of the window, and knows an empty field by the placeholder that it shows.
 */
export const eitherWay = { dir: 'auto', placeholder: ' ' } as const;
