import { directionOfText } from '#text/direction.ts';

/** A name among other words: isolated, in the direction of its letters. */
export function Name({ text, className, ...more }: { text: string; className?: string | undefined; 'data-colour'?: string | undefined }) {
  return (
    <bdi dir={directionOfText(text)} className={className} {...more}>
      {text}
    </bdi>
  );
}
