import { useState } from 'react';
import type { Hierarchy } from '#contract/batch.ts';
import { isWithin, LEVEL, leafOf, parentOf } from '#contract/hierarchy.ts';
import { type TagColour, tagColours } from '#contract/shelf.ts';
import { useDeskWords, useWords } from '../api/words.tsx';
import { textIn } from '../ui/form-text.ts';
import { Modal } from '../ui/modal.tsx';
import { submitted } from '../ui/submitted.ts';
import ui from '../ui/ui.module.css';
import css from './shelf.module.css';
import { eitherWay } from '../ui/either-way.ts';

/** What is asked of a name; `name` is the whole name, empty for the top. */
export type NameQuestion = { ask: 'rename' | 'move' | 'new' | 'colour'; list: Hierarchy; name: string };
type Props = {
  question: NameQuestion;
  names: readonly string[];
  colour: TagColour | undefined;
  onRename: (to: string) => void;
  onNew: (name: string) => void;
  onColour: (colour: TagColour | undefined) => void;
  onClose: () => void;
};

const under = (parent: string | undefined, leaf: string): string => (parent ? parent + LEVEL + leaf : leaf);

export function NameDialog({ question, names, colour, onRename, onNew, onColour, onClose }: Props) {
  const w = useWords();
  const d = useDeskWords();
  const { ask, list, name } = question;
  const [picked, pick] = useState<TagColour | undefined>(colour);
  const titles = { rename: d.rename, move: d.moveInto, new: name === '' ? d.newCollection : d.newInside, colour: d.colour };
  const answer = (form: FormData): void => {
    const text = textIn(form, 'name').trim();
    if (ask === 'colour') onColour(picked);
    else if (ask === 'move') onRename(under(textIn(form, 'into'), leafOf(name)));
    else if (text === '') return;
    else if (ask === 'new') onNew(under(name, text));
    else onRename(under(parentOf(name), text));
    onClose();
  };
  return (
    <Modal title={titles[ask]} closeLabel={w.close} onClose={onClose}>
      <form onSubmit={submitted(answer)} className={css.question}>
        {name !== '' && (
          <p className={css.whole}>
            <bdi>{name}</bdi>
          </p>
        )}
        {(ask === 'rename' || ask === 'new') && (
          <label className={ui.field}>
            {ask === 'rename' ? d.newName : list === 'tags' ? d.tagName : d.collectionName}
            <input
              name="name"
              {...eitherWay}
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to write in it
              autoFocus
              defaultValue={ask === 'rename' ? leafOf(name) : ''}
              onFocus={(e) => e.target.select()}
            />
          </label>
        )}
        {ask === 'move' && (
          <label className={ui.field}>
            {d.moveInto}
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing that is asked */}
            <select name="into" autoFocus defaultValue={parentOf(name) ?? ''}>
              <option value="">{d.topLevel}</option>
              {names
                .filter((one) => !isWithin(one, name))
                .map((one) => (
                  <option key={one} value={one}>
                    {one}
                  </option>
                ))}
            </select>
          </label>
        )}
        {ask === 'colour' && (
          <fieldset className={css.colours}>
            <legend className={ui.unseen}>{d.colour}</legend>
            {[undefined, ...tagColours].map((one) => (
              <label key={one ?? 'none'}>
                <input type="radio" name="colour" checked={picked === one} onChange={() => pick(one)} />
                <span className={css.swatch} data-colour={one} />
                {one ? d.colours[one] : d.noColour}
              </label>
            ))}
          </fieldset>
        )}
        <div className={ui.foot}>
          <button type="button" className={ui.button} onClick={onClose}>
            {w.cancel}
          </button>
          <button type="submit" className={ui.primary}>
            {d.apply}
          </button>
        </div>
      </form>
    </Modal>
  );
}
