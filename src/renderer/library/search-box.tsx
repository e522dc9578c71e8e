import { useQuery } from '@tanstack/react-query';
import { Equal, Search, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { api } from '../api/client.ts';
import { useDeskWords, useWords } from '../api/words.tsx';
import { completionsOf } from './complete-query.ts';
import css from './library.module.css';
import { type Offer, SearchOffers } from './search-offers.tsx';
import { useRecentQueries } from './use-recent-queries.ts';

type Props = {
  box: RefObject<HTMLInputElement | null>;
  query: string;
  onQuery: (query: string) => void;
  /** Down, into what was found. */
  onDown: () => void;
};

/** A sign by itself at the beginning of a query: each of its words in its very spelling. */
const exactSign = /^\s*=(?:\s+|$)/u;
const fieldNamed = /[\p{L}\p{M}]:/u;

/** Search as you type. While a word is being typed the box shows it; else what the address says. */
export function SearchBox({ box, query, onQuery, onDown }: Props) {
  const w = useWords();
  const d = useDeskWords();
  const id = useId();
  const recent = useRecentQueries();
  const [typed, setTyped] = useState<string | null>(null);
  /** What is offered: what the word at this place may become, or what was asked before. */
  const [offering, setOffering] = useState<number | 'recent'>();
  const [at, setAt] = useState(-1);
  const wait = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(wait.current), []);
  const shown = typed ?? query;
  const exact = exactSign.test(shown);
  // The names of the whole archive: those of what is found so far may not be the one that is meant.
  const names = useQuery({
    queryKey: ['library', 'names'],
    enabled: typeof offering === 'number' && fieldNamed.test(shown),
    queryFn: ({ signal }) => api.item.list({ limit: 0 }, { signal }),
  }).data?.facets;
  const offers: readonly Offer[] =
    offering === undefined
      ? []
      : offering === 'recent'
        ? recents(recent.queries, d.forgetRecent)
        : completionsOf(shown, offering, names).map((one) => ({ ...one, kind: 'completion' }));
  const active = Math.min(at, offers.length - 1);

  const offer = (what: typeof offering): void => {
    setOffering(what);
    setAt(-1);
  };
  const settle = (text: string): void => {
    clearTimeout(wait.current);
    // The sign alone asks for nothing yet.
    const alone = text.trim() === '=';
    onQuery(alone ? '' : text);
    setTyped(alone ? text : null);
  };
  const type = (text: string, caret: number): void => {
    setTyped(text);
    offer(caret);
    clearTimeout(wait.current);
    wait.current = setTimeout(() => settle(text), 80);
  };
  const take = (one: Offer): void => {
    if (one.kind === 'forget') {
      recent.forget();
      offer(undefined);
      return;
    }
    settle(one.text);
    // A field wants its value next.
    offer(one.kind === 'completion' && one.field ? one.caret : undefined);
    box.current?.focus();
    requestAnimationFrame(() => box.current?.setSelectionRange(one.caret, one.caret));
  };
  const onEnter = (): void => {
    recent.remember(shown);
    offer(undefined);
  };
  const onKeyDown = (e: KeyboardEvent): void => {
    if (e.nativeEvent.isComposing) return;
    if (e.key === 'Escape') {
      e.preventDefault();
      if (offers.length > 0) offer(undefined);
      else settle('');
    }
    if (e.key === 'Enter') {
      const one = offers[active];
      if (one) {
        e.preventDefault();
        take(one);
      } else onEnter();
    }
    if (e.key === 'ArrowDown') {
      e.preventDefault();
      if (e.altKey && shown === '') offer('recent');
      else if (active + 1 < offers.length) setAt(active + 1);
      else {
        offer(undefined);
        onDown();
      }
    }
    if (e.key === 'ArrowUp' && active >= 0) {
      e.preventDefault();
      setAt(active - 1);
    }
  };
  return (
    <div className={css.search}>
      <Search size={16} aria-hidden />
      <input
        ref={box}
        type="search"
        autoComplete="off"
        aria-label={w.search}
        aria-autocomplete="list"
        aria-controls={offers.length > 0 ? id : undefined}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        placeholder={w.search}
        value={shown}
        onChange={(e) => type(e.target.value, e.target.selectionStart ?? e.target.value.length)}
        onClick={() => shown === '' && offer('recent')}
        onBlur={onEnter}
        onKeyDown={onKeyDown}
      />
      <button
        type="button"
        className={css.exact}
        aria-label={d.exactly}
        title={d.exactlyHint}
        aria-pressed={exact}
        onClick={() => {
          const plain = shown.replace(exactSign, '');
          settle(exact ? plain : `= ${plain}`);
          box.current?.focus();
        }}
      >
        <Equal size={15} aria-hidden />
      </button>
      {shown !== '' && (
        <button
          type="button"
          aria-label={w.clearSearch}
          onClick={() => {
            settle('');
            box.current?.focus();
          }}
        >
          <X size={15} />
        </button>
      )}
      <SearchOffers id={id} offers={offers} active={active} onTake={take} />
    </div>
  );
}

function recents(queries: readonly string[], forget: string): Offer[] {
  const before = queries.map((text): Offer => ({ kind: 'recent', label: text, text, caret: text.length }));
  return before.length > 0 ? [...before, { kind: 'forget', label: forget }] : [];
}
