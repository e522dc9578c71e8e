// What a reader of a format is given and gives back. The rest (digest, identifier, index) is no matter of formats.
import type { Failure } from '#contract/errors.ts';
import type { Block, EncodingRecord, Provenance } from '#contract/item.ts';
import type { RulePack } from '#contract/rules.ts';
import type { Picture, PictureSource } from '../pictures.ts';
import type { ChosenColumns } from '../records.ts';
import type { Article } from './text.ts';

/** One input: a file, or a part of one. `depth` counts the containers around it. */
export type Source = {
  readonly bytes: Uint8Array;
  readonly path: string;
  readonly encoding?: string | undefined;
  readonly depth: number;
  /** All of it was squeezed into one stream, as gzip does. */
  readonly squeezed?: boolean;
  /** Pictures that lie beside it. */
  readonly beside?: PictureSource | undefined;
  /** Which column or key holds what, as a person chose. */
  readonly columns?: ChosenColumns | undefined;
  /** Rules of outlets. */
  readonly packs?: readonly RulePack[] | undefined;
};

/** An article as a reader found it. Dates are the words of the source. Only what was found is there. */
export type Draft = {
  readonly title?: string | undefined;
  readonly body: readonly Block[];
  readonly source?: string | undefined;
  readonly creators?: readonly string[];
  readonly url?: string | undefined;
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly event?: string | undefined;
  readonly captured?: string | undefined;
  readonly tags?: readonly string[];
  readonly language?: string | undefined;
  readonly notes?: string | undefined;
  /** What a reference says beside: volume, issue, pages, place; by the names of CSL. */
  readonly reference?: Readonly<Record<string, string>>;
  readonly removed?: Provenance['removed'];
  /** How its bytes became text. */
  readonly encoding?: EncodingRecord | undefined;
  /** Its place inside the input: the name of a zip entry, the number of a row. */
  readonly part?: string | undefined;
  /** The format of the part, when it is not that of the input. */
  readonly format?: string | undefined;
  /** The identifier that it gives itself, when it is alone in its file. */
  readonly record?: string | undefined;
  /** True when the source has no text of its own: a scan, a reference. Others without any are refused as empty. */
  readonly wordless?: boolean;
  /** Those that its blocks name. */
  readonly pictures?: readonly Picture[];
};

/** A part that could not be read; the others are. */
export type Refused = { readonly part: string; readonly failure: Failure };

/** An article that is finished already, as plain text is. */
export type Ready = { readonly article: Article; readonly encoding?: string | undefined; readonly part?: string | undefined };

export type Found = Draft | Refused | Ready;
export const isRefused = (found: object): found is Refused => 'failure' in found;

/** Reads a part by its own format. */
export type Open = (part: Source) => Promise<Found[]>;

/** Throws capture.* only. */
export type Reader = (source: Source, open: Open) => Found[] | Promise<Found[]>;

export type CaptureFormat = {
  readonly id: string;
  readonly extensions: readonly string[];
  readonly mediaType: string;
  /** Its bytes are not text: no control byte speaks against them. */
  readonly binary?: boolean;
  /** Loaded when it is first asked for: the command line starts without the libraries of forty formats. */
  readonly load: () => Promise<Reader>;
};
