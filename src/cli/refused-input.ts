// What the contract's schema does not take, said as a failure of usage in words of either language.
import { Failure } from '#contract/errors.ts';
import type { Language } from '#i18n/message.ts';

type Issue = {
  readonly code?: string;
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
  readonly origin?: string;
  readonly maximum?: unknown;
  readonly minimum?: unknown;
  readonly values?: readonly unknown[];
};

const characters = { ar: 'من المحارف', en: 'characters' } as const;

/** The first of its issues (Standard Schema). `args` tell whether the field was an option. */
export function refusedInput(data: unknown, args: readonly string[], language: Language): Failure | undefined {
  const [issue] = (data as { issues?: Issue[] } | undefined)?.issues ?? [];
  if (!issue) return undefined;
  const name = (issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step)).join('.');
  const isOption = args.some((word) => word === `--${name}` || word.startsWith(`--${name}=`));
  return new Failure('usage.bad-value', {
    option: isOption ? `--${name}` : name.toUpperCase(),
    value: '…',
    allowed: allowedBy(issue, language),
  });
}

function allowedBy({ code, origin, maximum, minimum, values, message }: Issue, language: Language): string {
  const unit = origin === 'string' ? ` ${characters[language]}` : '';
  if (code === 'too_big') return `≤ ${String(maximum)}${unit}`;
  if (code === 'too_small') return `≥ ${String(minimum)}${unit}`;
  return code === 'invalid_value' && values ? values.join(' | ') : message;
}
