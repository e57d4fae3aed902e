import type { Span } from "./source.ts";

export type Severity = "error" | "warning" | "info";

/**
 * What is known about one kind of finding before it happens. The examples are its
 * test and its reference page: `bad` must produce the finding, `good` must not.
 */
export interface DiagnosticKind {
  readonly severity: Severity;
  /** Chinese message with `{placeholders}`: what, why, and what to do. */
  readonly message: string;
  /** Why it matters, for the reference page; plain Chinese. */
  readonly why: string;
  readonly bad: string;
  readonly good: string;
}

export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** A quick fix as data; `safe` fixes are applied by `lint --fix` without asking. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

export interface RelatedPlace {
  readonly file: string;
  readonly span: Span;
  readonly message: string;
  /** Path of the provision it stands in, where known. */
  readonly provision?: string;
}

export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly span: Span;
  /** Path of the provision it stands in, where known. */
  readonly provision?: string;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
}

/** Words quoted in a message are there to be recognised; the place itself shows the whole. */
const LONGEST_QUOTED = 120;

/** Long words cut in the middle, for messages and the titles of fixes. */
export const shorten = (words: string): string =>
  words.length <= LONGEST_QUOTED ? words : `${words.slice(0, LONGEST_QUOTED - 30)}……${words.slice(-20)}`;

type Placeholders<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** What a message template asks for. */
export type MessageValues<Template extends string> = {
  readonly [Name in Placeholders<Template>]: string | number;
};

export interface DiagnosticExtras {
  readonly provision?: string;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
}

export type DiagnosticTable = Readonly<Record<string, DiagnosticKind>>;

/** Reports one finding of a catalogue: the placeholders of its message are the arguments. */
export type Reporter<Table extends DiagnosticTable> = <Code extends keyof Table & string>(
  code: Code,
  file: string,
  span: Span,
  values: MessageValues<Table[Code]["message"]>,
  extras?: DiagnosticExtras,
) => Diagnostic;

/** Makes the typed reporter of one catalogue. */
export const reporter =
  <const Table extends DiagnosticTable>(table: Table): Reporter<Table> =>
  (code, file, span, values, extras = {}) => {
    const kind = table[code]!;
    return {
      code,
      severity: kind.severity,
      message: fillMessage(kind.message, values),
      file,
      span,
      ...extras,
    };
  };

/** What every pass returns: its value, always usable, and what it has to say. */
export interface Checked<Value> {
  readonly value: Value;
  readonly diagnostics: readonly Diagnostic[];
}

/** A message template with its placeholders filled; long words are cut in the middle. */
export const fillMessage = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => shorten(String(values[name] ?? whole)));
