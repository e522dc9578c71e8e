import * as z from 'zod';

export const settingsSchema = z.object({
  language: z.enum(['ar', 'en']).default('ar'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  digits: z.enum(['arab', 'latn']).default('arab'),
  calendar: z.enum(['gregorian', 'islamic-umalqura']).default('gregorian'),
});
export type Settings = z.infer<typeof settingsSchema>;
export const defaultSettings: Settings = settingsSchema.parse({});
