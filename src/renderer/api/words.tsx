// Settings and words for every screen.
import { createContext, useContext } from 'react';
import { defaultSettings } from '#contract/settings.ts';
import type { Settings } from '#contract/settings.ts';
import { captureAr } from '#i18n/capture.ar.ts';
import { captureEn } from '#i18n/capture.en.ts';
import { deskAr } from '#i18n/desk.ar.ts';
import { deskEn } from '#i18n/desk.en.ts';
import { errorMessage } from '#i18n/message.ts';
import { readingAr } from '#i18n/reading.ar.ts';
import { readingEn } from '#i18n/reading.en.ts';
import { seeingAr } from '#i18n/seeing.ar.ts';
import { seeingEn } from '#i18n/seeing.en.ts';
import { windowAr } from '#i18n/window.ar.ts';
import { windowEn } from '#i18n/window.en.ts';

export const SettingsContext = createContext<Settings>(defaultSettings);
export const useSettings = () => useContext(SettingsContext);
export const wordsOf = (language: Settings['language']) => (language === 'ar' ? windowAr : windowEn);
export const useWords = () => wordsOf(useSettings().language);
/** The words of working on many articles. */
export const deskWordsOf = (language: Settings['language']) => (language === 'ar' ? deskAr : deskEn);
export const useDeskWords = () => deskWordsOf(useSettings().language);
/** The words of taking in. */
export const useCaptureWords = () => (useSettings().language === 'ar' ? captureAr : captureEn);

/** The words of reading, of notes and of the guide. */
export const readingWordsOf = (language: Settings['language']) => (language === 'ar' ? readingAr : readingEn);
export const useReadingWords = () => readingWordsOf(useSettings().language);
/** The words of the pictures of a result. */
export const seeingWordsOf = (language: Settings['language']) => (language === 'ar' ? seeingAr : seeingEn);
export const useSeeingWords = () => seeingWordsOf(useSettings().language);

/** The sentence for any failure: ours by its code, a defect with its reference. */
export function sentenceOf(error: unknown, language: Settings['language']): string {
  const { code, data } = (error ?? {}) as { code?: string; data?: { code?: string; params?: Record<string, unknown>; reference?: string } };
  const ours = errorMessage(data?.code ?? code ?? '', data?.params ?? (data as Record<string, unknown>) ?? {}, language);
  return ours ?? `${wordsOf(language).defect} ${data?.reference ?? code ?? '—'}`;
}
