// Everything that can be taken in or given out, from the two registries.
import { type Language } from '#i18n/message.ts';
import { captureLabel, formatLabel } from '#i18n/formats.ts';
import { captureFormats } from './capture/formats/registry.ts';
import { exportFormats } from './export/registry.ts';

export function listFormats(language: Language) {
  return {
    capture: captureFormats.map(({ id, extensions }) => ({ id, extensions: [...extensions], label: captureLabel(id, language) })),
    export: exportFormats.map(({ id, extension, options, purpose }) => ({
      id,
      extension,
      label: formatLabel(id, language),
      options: [...options],
      purpose,
    })),
  };
}
