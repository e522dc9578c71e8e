// What is written on an article: asked for, kept as acts, and told with the way back.
import { useState } from 'react';
import type { Annotation, AnnotationColour, Motivation } from '#contract/annotation.ts';
import { anchorOf, wordsIn } from '#contract/annotation-text.ts';
import type { Item } from '#contract/item.ts';
import { api } from '../api/client.ts';
import { useReadingWords } from '../api/words.tsx';
import { type Notify, wayBack } from '../work/use-way-back.ts';
import { NoteDialog, type Written } from './note-dialog.tsx';
import type { Chosen } from './places.ts';
import type { Choosing } from './use-chosen.ts';

type Asked = { kind: 'note' | 'correction'; chosen: Chosen } | { kind: 'note' | 'correction'; annotation: Annotation };
type Telling = { act: (deed: Promise<unknown>) => void; notify: Notify };

export function useNotes(item: Item | undefined, choosing: Choosing, { act, notify }: Telling) {
  const r = useReadingWords();
  const [asked, ask] = useState<Asked>();
  const [colour, setColour] = useState<AnnotationColour>('yellow');
  const { chosen } = choosing;
  const told = { highlighting: r.highlighted, commenting: r.noted, editing: r.corrected };

  function create(where: Chosen, motivation: Motivation, written: Partial<Written>): void {
    if (!item) return;
    const deed = api.annotation.create({ id: item.id, motivation, ...where, ...written }).then(({ item: now }) => {
      notify(told[motivation], wayBack(item, now));
      choosing.drop();
    });
    act(deed);
  }
  function save(written: Written): void {
    if (!asked || !item) return;
    if (written.colour) setColour(written.colour);
    if ('annotation' in asked) {
      act(
        api.annotation
          .edit({ id: item.id, annotation: asked.annotation.id, ...written })
          .then((now) => notify(r.changed, wayBack(item, now))),
      );
    } else if (asked.kind === 'correction') create(asked.chosen, 'editing', { value: written.value });
    else create(asked.chosen, written.value.trim() === '' ? 'highlighting' : 'commenting', written);
  }
  /** With nothing chosen, choosing with the keys begins. */
  const on = (work: (where: Chosen) => void) => () => {
    if (chosen) work(chosen);
    else choosing.walk();
  };
  const found = (id: string) => item?.annotations?.find((one) => one.id === id);
  const dialog = asked && (
    <NoteDialog
      kind={asked.kind}
      quote={'annotation' in asked ? anchorOf(asked.annotation).exact : asked.chosen.exact}
      value={'annotation' in asked ? wordsIn(asked.annotation) : asked.kind === 'correction' ? asked.chosen.exact : ''}
      colour={asked.kind === 'correction' ? undefined : 'annotation' in asked ? (asked.annotation.colour ?? 'yellow') : colour}
      onSave={save}
      onClose={() => ask(undefined)}
    />
  );
  return {
    dialog,
    highlight: on((where) => create(where, 'highlighting', { colour })),
    highlightIn: (wanted: AnnotationColour) => {
      setColour(wanted);
      if (chosen) create(chosen, 'highlighting', { colour: wanted });
    },
    note: on((where) => ask({ kind: 'note', chosen: where })),
    correct: on((where) => ask({ kind: 'correction', chosen: where })),
    edit: (id: string) => {
      const annotation = found(id);
      if (annotation) ask({ kind: annotation.motivation === 'editing' ? 'correction' : 'note', annotation });
    },
    remove: (id: string) => {
      if (item) act(api.annotation.remove({ id: item.id, annotation: id }).then((now) => notify(r.removed, wayBack(item, now))));
    },
  };
}
