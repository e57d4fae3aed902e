import { lastBegun } from "./begun.ts";
import {
  provisionAt,
  provisionBefore,
  type BlockSegment,
  type Provision,
  type ProvisionStatus,
  type Severity,
} from "../../language/index.ts";
import type { OutlineNode, PolicyView, ProvisionState } from "./model.ts";

/** 章、节、条、款、项 or 一、（一）1. as a tree; every block stands as a child of the provision it belongs to. */
export const outline = (view: PolicyView): readonly OutlineNode[] => {
  const { document, segments } = view.file;
  const blocks = new Map<string | null, OutlineNode[]>();
  const worst = worstFindings(view);
  for (const segment of segments.blocks) {
    const path = provisionBefore(document, segment.span.start)?.path ?? null;
    const nodes = blocks.get(path) ?? [];
    blocks.set(path, nodes);
    nodes.push(blockNode(segment, worst.inBlocks.get(segment) ?? null));
  }
  const reading: Reading = {
    text: view.file.source.text,
    statuses: new Map(view.coverage.list.map(({ path, status }) => [path, status])),
    blocks,
    worst: worst.inProvisions,
  };
  const roots = document.roots.map((root) => provisionNode(root, reading).node);
  return inOrder([...(blocks.get(null) ?? []), ...roots]);
};

interface Reading {
  readonly text: string;
  readonly statuses: ReadonlyMap<string, ProvisionStatus>;
  readonly blocks: ReadonlyMap<string | null, readonly OutlineNode[]>;
  readonly worst: ReadonlyMap<string, Severity>;
}

/** A node with the states of the lowest provisions in it, itself included. */
interface Read {
  readonly node: OutlineNode;
  readonly states: ReadonlySet<ProvisionStatus>;
}

const provisionNode = (provision: Provision, reading: Reading): Read => {
  const below = provision.children.map((child) => provisionNode(child, reading));
  const own = reading.statuses.get(provision.path);
  const states = new Set(below.flatMap((read) => [...read.states]));
  if (own !== undefined) states.add(own);
  const children = inOrder([...below.map(({ node }) => node), ...(reading.blocks.get(provision.path) ?? [])]);
  const node: OutlineNode = {
    id: provision.path,
    kind: "provision",
    label: labelOf(provision, reading.text),
    words: provision.title === null ? firstWords(provision, reading.text) : "",
    state: summary(states),
    keyword: null,
    worst: children.reduce(
      (found, child) => worse(found, child.worst),
      reading.worst.get(provision.path) ?? null,
    ),
    span: provision.span,
    children,
  };
  return { node, states };
};

const blockNode = (segment: BlockSegment, worst: Severity | null): OutlineNode => ({
  id: `block:${segment.span.start}`,
  kind: "block",
  label: segment.name === "" ? segment.keyword : `${segment.keyword} ${shortened(titleOf(segment))}`,
  words: "",
  state: null,
  keyword: segment.keyword,
  worst,
  span: segment.span,
  children: [],
});

const inOrder = (nodes: readonly OutlineNode[]): readonly OutlineNode[] =>
  nodes.toSorted((left, right) => left.span.start - right.span.start);

const summary = (states: ReadonlySet<ProvisionStatus>): ProvisionState | null => {
  const [first] = states;
  if (first === undefined) return null;
  if (states.size === 1) return first;
  return states.has("未处理") ? "部分处理" : "已编码";
};

/** Below an 条 its number is not told again: 第二款, 第（三）项. */
const labelOf = (provision: Provision, text: string): string => {
  const { label, parent, level, title } = provision;
  const isBelow = parent !== null && label.startsWith(parent.label);
  const own = isBelow ? label.slice(parent.label.length).replace(/^、/u, "") : label;
  const named = own !== "" ? own : level === "paragraph" ? "第一款" : label;
  const numbered = /^[一二三四五六七八九十]+$/u.test(named)
    ? `${named}、`
    : /^\d+$/u.test(named)
      ? `${named}.`
      : named;
  if (title === null || title === named) return numbered;
  const gap = numbered.endsWith("、") || numbered.endsWith(".") || numbered.endsWith("）") ? "" : "　";
  const words =
    provision.titleSpan === null ? title : text.slice(provision.titleSpan.start, provision.titleSpan.end);
  return `${numbered}${gap}${shortened(withoutBreaks(words))}`;
};

/** The first words of the provision itself, or of the first one below it that has some. */
const firstWords = (provision: Provision, text: string): string => {
  let at: Provision | undefined = provision;
  while (at !== undefined && at.pieces.length === 0) at = at.children[0];
  const piece = at?.pieces[0];
  return piece === undefined
    ? ""
    : shortened(withoutBreaks(text.slice(piece.start, Math.min(piece.end, piece.start + 4 * LONGEST))));
};

const LONGEST = 24;

const withoutBreaks = (words: string): string => words.replaceAll(/\s+/gu, " ").trim();

const shortened = (words: string): string => {
  const characters = Array.from(words.slice(0, 2 * LONGEST + 2));
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join("")}……` : words;
};

interface WorstFindings {
  readonly inBlocks: ReadonlyMap<BlockSegment, Severity>;
  readonly inProvisions: ReadonlyMap<string, Severity>;
}

const worstFindings = ({ file, diagnostics }: PolicyView): WorstFindings => {
  const inBlocks = new Map<BlockSegment, Severity>();
  const inProvisions = new Map<string, Severity>();
  const { blocks } = file.segments;
  for (const { file: name, span, severity, provision } of diagnostics) {
    if (name !== file.source.name) continue;
    const segment = lastBegun(blocks, span.start);
    if (segment !== null && span.start < Math.max(segment.span.end, segment.headerSpan.end)) {
      inBlocks.set(segment, worse(inBlocks.get(segment) ?? null, severity)!);
      continue;
    }
    const found = provisionAt(file.document, span.start);
    const path = found !== null && found.span.end > span.start ? found.path : provision;
    if (path !== undefined) inProvisions.set(path, worse(inProvisions.get(path) ?? null, severity)!);
  }
  return { inBlocks, inProvisions };
};

const RANKS = { error: 3, warning: 2, info: 1 } as const satisfies Record<Severity, number>;

const worse = (left: Severity | null, right: Severity | null): Severity | null => {
  if (left === null || right === null) return left ?? right;
  return RANKS[left] >= RANKS[right] ? left : right;
};

/** What stands on the header line of a 【说明】 is its sentence; its state is enough. */
const titleOf = ({ keyword, name }: BlockSegment): string =>
  keyword === "说明" ? (/^[^，,。；;：:]*/u.exec(name)?.[0] ?? name) : name;
