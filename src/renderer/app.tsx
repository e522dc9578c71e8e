import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Route, Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { defaultSettings, type Settings } from '#contract/settings.ts';
import { directionOf } from '#i18n/locale.ts';
import { readSettings } from './api/kept-settings.ts';
import { watchArchive } from './api/watch.ts';
import { SettingsContext, wordsOf } from './api/words.tsx';
import { useHashSearch } from './api/hash-search.ts';
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
        <Router hook={useHashPath} searchHook={useHashSearch}>
          <Route path={/^\/(?:item\/(?<id>[^/?]+))?/}>{(p) => <Library id={(p as { id?: string }).id} />}</Route>
        </Router>
      </SettingsContext>
    </I18nProvider>
  );
}

/** The query lives behind the hash too, so that a link holds the whole view. */
function useHashPath(): ReturnType<typeof useHashLocation> {
  const [path] = useHashLocation();
  const go = (to: string, options?: { replace?: boolean }) => {
    if (options?.replace) {
      location.replace(`#${to}`);
    } else location.hash = to;
  };
  return [path.split('?')[0] ?? '/', go as ReturnType<typeof useHashLocation>[1]];
}
