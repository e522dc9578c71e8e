import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Route, Router } from 'wouter';
import { defaultSettings, type Settings } from '#contract/settings.ts';
import { directionOf } from '#i18n/locale.ts';
import { useHashPath, useHashQuery } from './api/address.ts';
import { readSettings } from './api/kept-settings.ts';
import { watchArchive } from './api/watch.ts';
import { SettingsContext, wordsOf } from './api/words.tsx';
import { Library } from './library/library.tsx';

/** Until the archive has answered, nobody is welcomed who knows the way. */
const unread: Settings = { ...defaultSettings, tour: 'seen' };

export function App() {
  const client = useQueryClient();
  const settings = useQuery({ queryKey: ['settings.get'], queryFn: readSettings }).data ?? unread;
  useEffect(() => {
    const stop = new AbortController();
    void watchArchive(client, stop.signal);
    return () => stop.abort();
  }, [client]);
  useEffect(() => {
    Object.assign(document.documentElement, { lang: settings.language, dir: directionOf(settings.language) });
    document.documentElement.dataset.theme = settings.theme;
    document.title = wordsOf(settings.language).name;
  }, [settings]);
  return (
    <I18nProvider locale={settings.language}>
      <SettingsContext value={settings}>
        <Router hook={useHashPath} searchHook={useHashQuery}>
          <Route path={/^\/(?:item\/(?<id>[^/?]+))?/}>{(p) => <Library id={(p as { id?: string }).id} />}</Route>
        </Router>
      </SettingsContext>
    </I18nProvider>
  );
}
