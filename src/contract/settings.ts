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
/** What narrows the list, beside it. */
const sidebar = z.enum(['shown', 'hidden']);
/** The id of the typeface last chosen for pages. */
const face = z.string().min(1).max(200);
/** Single keys as commands; WCAG 2.1.4 wants them to be turned off where they are in the way. */
const keys = z.enum(['on', 'off']);

export const readFaces = ['amiri', 'naskh', 'kufi', 'large'] as const;
export const readLeadings = ['tight', 'normal', 'loose'] as const;
export const readMeasures = ['narrow', 'normal', 'wide'] as const;
const readFace = z.enum(readFaces);
/** Of the text of an article, in CSS pixels. */
export const READ_SIZE = { least: 14, most: 48, step: 2 } as const;
const readSize = z.number().int().min(READ_SIZE.least).max(READ_SIZE.most);
const readLeading = z.enum(readLeadings);
const readMeasure = z.enum(readMeasures);
/** Hidden, they are left out of what is shown; the text keeps them. */
const tashkeel = z.enum(['shown', 'hidden']);
/** Whose names of Gregorian months are used in Arabic: a country stands for those that share them (مايو، أيار، ماي). */
export const monthCountries = ['EG', 'LB', 'DZ', 'MA'] as const;
const months = z.enum(monthCountries);
/** Whether the sentences for a first run have been read. */
const tour = z.enum(['new', 'seen']);

export const settingsSchema = z.object({
  language: language.default('ar'),
  theme: theme.default('system'),
  digits: digits.default('auto'),
  calendar: calendar.default('gregorian'),
  layout: layout.default('cards'),
  density: density.default('roomy'),
  columns: columns.default(['source', 'date', 'tags']),
  listWidth: listWidth.default(380),
  sidebar: sidebar.default('shown'),
  keys: keys.default('on'),
  readFace: readFace.default('amiri'),
  readSize: readSize.default(21),
  readLeading: readLeading.default('normal'),
  readMeasure: readMeasure.default('normal'),
  tashkeel: tashkeel.default('shown'),
  months: months.default('EG'),
  tour: tour.default('new'),
  face: face.default('amiri'),
  shelf: shelfSchema.default(shelfSchema.parse({})),
});
export type Settings = z.infer<typeof settingsSchema>;
export const defaultSettings: Settings = settingsSchema.parse({});

/** Some settings to change. Without defaults: a default here would put back what was not named. The shelf has a procedure of its own. */
export const settingsChangeSchema = z
  .object({ language, theme, digits, calendar, layout, density, columns, listWidth, sidebar, keys, face })
  .extend({ readFace, readSize, readLeading, readMeasure, tashkeel, months, tour })
  .partial();
