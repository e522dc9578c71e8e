// What a person, JSON and readers of fifty years' time must be able to hold: no NUL, no half characters.
/** Control sequences, and commands to the terminal up to their end (ECMA-48 5.4, 8.3.89). */
const ansi = /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|[\]PX^_][^\u0007\u001b]{0,1000}(?:\u0007|\u001b\\))/g;
const controls = /[\u0000-\u001f\u007f-\u009f]/g;

/** A title: one line, without control characters and terminal escapes. */
export const oneLine = (text: string): string => text.replace(ansi, '').replace(controls, ' ').replace(/\s+/gu, ' ').trim().toWellFormed();

export const legible = (text: string): string => text.replaceAll('\0', '\uFFFD').toWellFormed();

/** Cut to at most `most` UTF-16 units; a cut may leave the first half of a surrogate pair, which goes too. */
export const cut = (text: string, most: number): string => text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
