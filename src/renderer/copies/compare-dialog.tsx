import { useWords } from '../api/words.tsx';
import { Modal } from '../ui/modal.tsx';
import { Compare } from './compare.tsx';

type Props = { ids: readonly [string, string]; href: (id: string) => string; onClose: () => void };

/** An article beside a copy of it. */
export function CompareDialog({ ids, href, onClose }: Props) {
  const w = useWords();
  return (
    <Modal title={w.copiesOf} closeLabel={w.close} onClose={onClose} wide>
      <Compare ids={ids} href={href} onOpen={onClose} />
    </Modal>
  );
}
