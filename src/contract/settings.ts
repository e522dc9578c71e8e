import * as z from 'zod';
import { shelfSchema } from './shelf.ts';

const language = z.enum(['ar', 'en']);
const theme = z.enum(['system', 'light', 'dark']);
/** `auto`: the digits of the interface's language. */
const digits = z.enum(['auto', 'arab', 'latn']);
const calendar = z.enum(['gregorian', 'islamic-umalqura']);

export const listLayouts = ['cards', 'table'] as const;
export const listDensities = ['roomy', 'compact'] as const;
export const listColumns = ['source', 'date', 'tags', 'collections', 'creators', 'language', 'captured'] as const;
export type ListColumn = (typeof listColumns)[number];
const layout = z.enum(listLayouts);
const density = z.enum(listDensities);
/** Beside the title, which is always there, in their order. */
const columns = z.array(z.enum(listColumns));
/** Of the list, in CSS pixels. */
const listWidth = z.number().int().min(240).max(1600);
/** Single keys as commands; WCAG 2.1.4 wants them to be turned off where they are in the way. */
const keys = z.enum(['on', 'off']);

export const settingsSchema = z.object({
  language: language.default('ar'),
  theme: theme.default('system'),
  digits: digits.default('auto'),
  calendar: calendar.default('gregorian'),
  layout: layout.default('cards'),
  density: density.default('roomy'),
  columns: columns.default(['source', 'date', 'tags']),
  listWidth: listWidth.default(380),
  keys: keys.default('on'),
  shelf: shelfSchema.default(shelfSchema.parse({})),
});
export type Settings = z.infer<typeof settingsSchema>;
export const defaultSettings: Settings = settingsSchema.parse({});

/** Some settings to change. Without defaults: a default here would put back what was not named. The shelf has a procedure of its own. */
export const settingsChangeSchema = z.object({ language, theme, digits, calendar, layout, density, columns, listWidth, keys }).partial();
