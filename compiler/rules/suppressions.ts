import {
  locateQuote,
  reporter,
  type Diagnostic,
  type DiagnosticTable,
  type NoteBlock,
  type PolicyFile,
  type Provision,
  type Quote,
  type Span,
} from "../../language/index.ts";
import { exampleFile } from "../resolve/example.ts";
import { didYouMean } from "../resolve/suggest.ts";

/** A finding that somebody has looked at and left, and why. */
export interface SuppressedFinding {
  readonly diagnostic: Diagnostic;
  readonly reason: string;
  /** The 【说明】 that says so. */
  readonly by: Span;
}

/** One code of a 【说明】不提示 with where it counts. */
export interface Suppression {
  readonly code: string;
  readonly codeSpan: Span;
  readonly reason: string | null;
  readonly by: Span;
  /** Null: in the whole file. */
  readonly places: readonly Span[] | null;
}

const TEXT = "第二条　本办法自印发之日起施行。\n第四条　本办法由市医疗保障局解释。\n";
const RULE = "【规则】退出\n医药机构业务量为0笔的，纳入退出。";
const after = (note: string): string => exampleFile(RULE, "", `${TEXT}${note}\n【完】\n`);
const GOOD = after("【说明】不提示「missing-number」，理由：第三条已经公告删除，序号保留。");

const catalogue = {
  "suppression-without-reason": {
    severity: "warning",
    message: "“不提示”没有写理由，不起作用。请在后面写“，理由：……。”。",
    why: "不再提示的问题要让后来的人知道为什么可以放过。",
    bad: after("【说明】不提示「missing-number」。"),
    good: GOOD,
  },
  "suppression-without-code": {
    severity: "warning",
    message: "“不提示”没有写明不提示哪一种问题。请写“不提示「代码」，理由：……。”，代码见检查结果。",
    why: "不能笼统地关闭全部检查。",
    bad: after("【说明】不提示，理由：已经核对。"),
    good: GOOD,
  },
  "suppression-unknown-code": {
    severity: "warning",
    message: "没有代码为“{code}”的检查。{hint}代码见检查结果。",
    why: "代码写错的，原来的问题仍会提示。",
    bad: after("【说明】不提示「missing-numbers」，理由：第三条已经公告删除，序号保留。"),
    good: GOOD,
  },
  "suppression-unused": {
    severity: "info",
    message: "这里没有“{code}”一类的问题，这处“不提示”可以删去。",
    why: "不再需要的说明留着，以后出现同类问题时会被放过。",
    bad: after("【说明】不提示「duplicate-number」，理由：已经核对。"),
    good: GOOD,
  },
} as const satisfies DiagnosticTable;

export const suppressionDiagnostics: DiagnosticTable = catalogue;

const report = reporter(catalogue);

/** Every 【说明】不提示 of a policy that names codes; without a reason it does not count. */
export const suppressionsOf = (file: PolicyFile): readonly Suppression[] =>
  notesOf(file).flatMap((note) =>
    note.codes.map((code): Suppression => ({
      code: code.text.trim(),
      codeSpan: code.span,
      reason: note.reason,
      by: note.segment.headerSpan,
      places: placesOf(file, note),
    })),
  );

/** The first 【说明】不提示 that covers a finding. */
const suppressionFor = (
  suppressions: readonly Suppression[],
  { code, span }: Pick<Diagnostic, "code" | "span">,
): (Suppression & { readonly reason: string }) | null => {
  for (const suppression of suppressions) {
    const { reason, places } = suppression;
    if (suppression.code !== code || reason === null) continue;
    if (places === null || places.some(({ start, end }) => start <= span.end && span.start <= end))
      return { ...suppression, reason };
  }
  return null;
};

export interface Sifted {
  readonly kept: readonly Diagnostic[];
  readonly suppressed: readonly SuppressedFinding[];
}

/**
 * Takes out the drafting and modelling findings that the policy says not to show, and tells what is wrong with the
 * saying itself. Codes of `elsewhere` are findings that are looked for later: nothing is said of them here.
 */
export const sift = (
  file: PolicyFile,
  found: readonly Diagnostic[],
  known: DiagnosticTable,
  elsewhere: ReadonlySet<string>,
): Sifted => {
  const notes = notesOf(file);
  if (notes.length === 0) return { kept: found, suppressed: [] };
  const suppressions = suppressionsOf(file);
  const used = new Set<Span>();
  const suppressed: SuppressedFinding[] = [];
  const kept: Diagnostic[] = [];
  for (const diagnostic of found) {
    const suppression =
      diagnostic.file === file.source.name ? suppressionFor(suppressions, diagnostic) : null;
    if (suppression === null) kept.push(diagnostic);
    else {
      used.add(suppression.codeSpan);
      suppressed.push({ diagnostic, reason: suppression.reason, by: suppression.by });
    }
  }
  const { name } = file.source;
  for (const note of notes) {
    if (note.reason === null) kept.push(report("suppression-without-reason", name, note.statusSpan, {}));
    if (note.codes.length === 0) kept.push(report("suppression-without-code", name, note.statusSpan, {}));
  }
  for (const { code, codeSpan, reason } of suppressions) {
    if (elsewhere.has(code) || reason === null) continue;
    if (known[code] === undefined) {
      const hint = didYouMean(code, [...Object.keys(known), ...elsewhere]);
      kept.push(report("suppression-unknown-code", name, codeSpan, { code, hint }));
    } else if (!used.has(codeSpan)) kept.push(report("suppression-unused", name, codeSpan, { code }));
  }
  return { kept, suppressed };
};

const notesOf = ({ blocks }: PolicyFile): readonly NoteBlock[] =>
  blocks.filter((block): block is NoteBlock => block.kind === "note" && block.status === "不提示");

/**
 * The words of 依据, else the provision; in front of the first provision the whole file. A number cannot be quoted:
 * the first words of a 条, 款 or 项 stand for it too.
 */
const placesOf = (file: PolicyFile, note: NoteBlock): readonly Span[] | null => {
  const path = note.provision;
  if (path === null) return null;
  const provision = file.document.byPath.get(path);
  if (provision === undefined) return [];
  if (note.basis.length === 0) return [provision.span];
  return note.basis.flatMap((quote: Quote) =>
    withNumber(provision, locateQuote(file.document, provision, quote.text) ?? []),
  );
};

/** A quotation that begins where the words of a provision begin, taken from its number on. */
const withNumber = (provision: Provision, [first, ...rest]: readonly Span[]): readonly Span[] =>
  first === undefined ? [] : [{ start: numberStart(provision, first.start), end: first.end }, ...rest];

const numberStart = (provision: Provision, start: number): number => {
  if (firstWord(provision) === start) return provision.span.start;
  const child = provision.children.find(({ span }) => span.start <= start && start < span.end);
  return child === undefined ? start : numberStart(child, start);
};

const firstWord = ({ pieces, children }: Provision): number =>
  Math.min(pieces[0]?.start ?? Infinity, ...children.slice(0, 1).map(firstWord));
