// Keeps each field of a form as it is left, one after another. The archive alone judges; what it refuses stays in the form as
// it was typed, with the reason.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type FieldKey, fieldKeys, fields, fieldValues } from '#contract/fields.ts';
import type { Item } from '#contract/item.ts';
import { api } from '../api/client.ts';

/** What was typed in a field. `wrong`: why it was refused; `keeping` resolves with whether it was kept. */
export type Draft = { text: string; kept?: boolean; wrong?: string | undefined; keeping?: Promise<boolean> | undefined };
type Drafts = Partial<Record<FieldKey, Draft>>;

type Telling = {
  /** What the field says in the form when nothing is typed in it. */
  shown: (key: FieldKey) => string;
  /** In a few words, under the field. */
  refusal: (key: FieldKey, text: string, error: unknown) => string;
  /** Of what could not be kept when the form was gone already. */
  onLost: (error: unknown) => void;
};

export type Autosave = {
  drafts: Drafts;
  /** `unsaved`: something was refused. */
  state: 'idle' | 'saving' | 'saved' | 'unsaved';
  /** Fields whose text was refused, in the order of the form. */
  refused: readonly FieldKey[];
  type: (key: FieldKey, text: string) => void;
  /** Resolves with whether the field holds nothing that is not kept. */
  keep: (key: FieldKey, text: string) => Promise<boolean>;
  /** Keeps all that is not yet; resolves with the fields that were refused, at once when nothing is open. */
  keepAll: () => Promise<readonly FieldKey[]> | undefined;
  /** What is typed in the field is let go. */
  forget: (key: FieldKey) => void;
  /** What is not kept is let go with the form. */
  drop: () => void;
};

/** Lists have a value a line; an empty field has none. */
function valuesIn(key: FieldKey, text: string): string[] {
  const isList = fields.find((field) => field.key === key)?.kind === 'list';
  return (isList ? text.split('\n') : [text]).map((one) => one.trim()).filter(Boolean);
}

function stateOf(drafts: readonly Draft[]): Autosave['state'] {
  if (drafts.some(({ wrong }) => wrong !== undefined)) return 'unsaved';
  if (drafts.some(({ keeping }) => keeping)) return 'saving';
  return drafts.length > 0 && drafts.every(({ kept }) => kept) ? 'saved' : 'idle';
}

export function useAutosave(item: Item, { shown, refusal, onLost }: Telling): Autosave {
  const { id } = item;
  const client = useQueryClient();
  const [drafts, setDrafts] = useState<Drafts>({});
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const form = useRef({ gone: false, dropped: false });
  const open = fieldKeys.filter((key) => drafts[key] && !drafts[key].kept);

  /** Unless something else was typed since. */
  const become = (key: FieldKey, draft: Draft): void =>
    setDrafts((all) => (all[key]?.text === draft.text ? { ...all, [key]: draft } : all));

  async function edit(key: FieldKey, text: string, values: readonly string[]): Promise<boolean> {
    await last.current;
    try {
      const now = await api.item.edit({ id, ...(values.length > 0 ? { set: { [key]: [...values] } } : { unset: [key] }) });
      // In the field stands what it became, not for a moment what it was.
      client.setQueryData(['item.get', id], now);
      become(key, { text, kept: true });
      return true;
    } catch (error) {
      if (form.current.gone) onLost(error);
      become(key, { text, wrong: refusal(key, text, error) });
      return false;
    }
  }
  function keep(key: FieldKey, text: string): Promise<boolean> {
    if (form.current.dropped) return Promise.resolve(true);
    const draft = drafts[key];
    if (draft?.text === text && draft.keeping) return draft.keeping;
    const values = valuesIn(key, text);
    if (text === shown(key) || values.join('\n') === fieldValues(item, key).join('\n')) {
      become(key, { text, kept: true });
      return Promise.resolve(true);
    }
    const keeping = edit(key, text, values);
    last.current = keeping;
    become(key, { text, wrong: draft?.text === text ? draft.wrong : undefined, keeping });
    return keeping;
  }
  async function keepThese(keys: readonly FieldKey[]): Promise<readonly FieldKey[]> {
    const kept = await Promise.all(keys.map((key) => keep(key, drafts[key]!.text)));
    return keys.filter((_, at) => !kept[at]);
  }
  // A form that goes with its article is left too.
  const flush = useEffectEvent(() => {
    if (!form.current.dropped) void keepThese(open);
  });
  useEffect(() => {
    const { current } = form;
    return () => {
      current.gone = true;
      flush();
    };
  }, []);
  return {
    drafts,
    state: stateOf(Object.values(drafts)),
    refused: open.filter((key) => drafts[key]?.wrong !== undefined),
    type: (key, text) => setDrafts((all) => ({ ...all, [key]: { text } })),
    keep,
    keepAll: () => (open.length > 0 ? keepThese(open) : undefined),
    forget: (key) =>
      setDrafts((all) => {
        const { [key]: _, ...others } = all;
        return others;
      }),
    drop: () => {
      form.current.dropped = true;
    },
  };
}
