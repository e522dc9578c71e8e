import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useReadOnly } from '../api/archive-info.ts';
import { api } from '../api/client.ts';
import { useWords } from '../api/words.tsx';
import { Modal } from '../ui/modal.tsx';
import { Outcome } from '../ui/outcome.tsx';
import type { Notify } from '../work/use-way-back.ts';
import { TagList } from './tag-list.tsx';
import css from './tags.module.css';
import { Twins } from './twins.tsx';
import { useRetag } from './use-retag.ts';

type Props = { onClose: () => void; notify: Notify; onFail: (error: unknown) => void };

/** Where tags are put in order: those that may be one are proposed for merging. */
export function TagsDialog({ onClose, notify, onFail }: Props) {
  const w = useWords();
  const readOnly = useReadOnly() !== null;
  const { working, last, merge } = useRetag(onFail);
  const [left, leave] = useState<readonly string[]>([]);
  const outcome = useRef<HTMLOutputElement>(null);
  const tags = useQuery({ queryKey: ['tag.list'], queryFn: () => api.tag.list() }).data?.tags;
  const twins = useQuery({ queryKey: ['tag.twins'], queryFn: () => api.tag.twins() }).data?.twins;
  const named = twins?.map((one) => ({ ...one, key: one.tags.map(({ tag }) => tag).join('\n') }));
  const proposed = named?.filter(({ key }) => !left.includes(key));
  const disabled = readOnly || working !== null;
  // What was pressed is gone with its proposal: the keyboard stays where the change can be taken back.
  useEffect(() => {
    if (last) outcome.current?.focus();
  }, [last]);
  const close = () => {
    if (last) notify(last.text, last.act);
    onClose();
  };
  return (
    <Modal title={w.manageTags} closeLabel={w.close} onClose={close} wide>
      <Outcome ref={outcome} label={w.merging} working={working} notice={last} />
      <section className={css.part} aria-labelledby="tag-twins">
        <h3 id="tag-twins">{w.tagTwins}</h3>
        {proposed && <p>{proposed.length > 0 ? w.tagTwinsHint : w.noTwins}</p>}
        {proposed?.map(({ key, ...one }) => (
          <Twins
            key={key}
            twins={one}
            disabled={disabled}
            onMerge={(into, names) => void merge(into, names)}
            onLeave={() => leave([...left, key])}
          />
        ))}
      </section>
      <section className={css.part} aria-labelledby="all-tags">
        <h3 id="all-tags">{w.allTags}</h3>
        {tags && <TagList tags={tags} disabled={disabled} onRename={(from, to) => void merge(to, [from])} />}
      </section>
    </Modal>
  );
}
