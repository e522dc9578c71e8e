import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useWords } from '../api/words.tsx';
import css from './library.module.css';

type Props = {
  box: RefObject<HTMLInputElement | null>;
  query: string;
  onQuery: (query: string) => void;
  /** Down, into what was found. */
  onDown: () => void;
};

/** Search as you type. While a word is being typed the box shows it; else what the address says. */
export function SearchBox({ box, query, onQuery, onDown }: Props) {
  const w = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const wait = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(wait.current), []);
  const settle = (text: string) => {
    clearTimeout(wait.current);
    onQuery(text);
    setTyped(null);
  };
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(wait.current);
    wait.current = setTimeout(() => settle(text), 80);
  };
  const onKeyDown = (e: KeyboardEvent) => {
    if (e.key === 'Escape') {
      e.preventDefault();
      settle('');
    }
    if (e.key === 'ArrowDown') {
      e.preventDefault();
      onDown();
    }
  };
  const value = typed ?? query;
  return (
    <div className={css.search}>
      <Search size={16} aria-hidden />
      <input
        ref={box}
        type="search"
        aria-label={w.search}
        placeholder={w.search}
        value={value}
        onChange={(e) => type(e.target.value)}
        onKeyDown={onKeyDown}
      />
      {value !== '' && (
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
    </div>
  );
}
