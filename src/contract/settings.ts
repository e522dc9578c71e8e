import * as z from 'zod';

const language = z.enum(['ar', 'en']);
const theme = z.enum(['system', 'light', 'dark']);
/** `auto`: the digits of the interface's language. */
const digits = z.enum(['auto', 'arab', 'latn']);
const calendar = z.enum(['gregorian', 'islamic-umalqura']);

export const settingsSchema = z.object({
  language: language.default('ar'),
  theme: theme.default('system'),
  digits: digits.default('auto'),
  calendar: calendar.default('gregorian'),
});
export type Settings = z.infer<typeof settingsSchema>;
export const defaultSettings: Settings = settingsSchema.parse({});

/** Some settings to change. Without defaults: a default here would put back what was not named. */
export const settingsChangeSchema = z.object({ language, theme, digits, calendar }).partial();
