import type { Diagnostic, PolicyFile } from "../../language/index.ts";
import type { CheckedBlock } from "../check/check-block.ts";
import type { Environment } from "../check/environment.ts";
import { ofKind, type Declarations } from "../resolve/declared.ts";
import { circleFound, type CircleMember } from "./circle.ts";
import {
  contentOf,
  namesIn,
  restingGraph,
  shortestCircle,
  type Resting,
  type RestingGraph,
} from "./resting-graph.ts";

export interface DeclaredCircles {
  readonly diagnostics: readonly Diagnostic[];
  /** Names whose meaning rests on a circle: nothing that uses them could be read. */
  readonly names: ReadonlySet<string>;
}

/**
 * Definitions and indicators whose very meaning goes round: what a 示范园 is an example of, in what unit a 指标 counts.
 * They gave no decision that could be put in order, so they are found in the words.
 */
export const declaredCircles = (
  declarations: Declarations,
  environment: Environment,
  blocks: readonly CheckedBlock[],
): DeclaredCircles => {
  const made = new Set(blocks.flatMap(({ decisions }) => decisions.map(({ id }) => id)));
  const left = [...ofKind(declarations, "definition"), ...ofKind(declarations, "indicator")].filter(
    ({ name }) => !made.has(name),
  );
  const circular = left.filter((declared) => environment.restsOnItself(declared));
  if (circular.length === 0) return { diagnostics: [], names: new Set() };
  const graph = restingGraph(declarations);
  const told = new Set<Resting>();
  const diagnostics: Diagnostic[] = [];
  for (const declared of circular) {
    const circle = told.has(declared) ? null : shortestCircle(declared, graph);
    if (circle === null) continue;
    for (const member of circle) told.add(member);
    diagnostics.push(circleFound(circle.map(memberOf), adviceFor(circle, declarations)));
  }
  return { diagnostics, names: restingOn(told, left, graph) };
};

/** What was found in the blocks, without errors in words that could not be read because of a circle. */
export const withoutFollowing = (
  blocks: readonly CheckedBlock[],
  files: readonly PolicyFile[],
  { names }: DeclaredCircles,
): readonly Diagnostic[] => {
  const found = blocks.flatMap(({ diagnostics }) => diagnostics);
  if (names.size === 0) return found;
  const places = new Map(
    files.map((file) => [file.source.name, namesIn(file.blocks).filter(({ text }) => names.has(text))]),
  );
  return found.filter(
    ({ severity, file, span }) =>
      severity !== "error" ||
      !(places.get(file) ?? []).some((name) => name.span.start < span.end && span.start < name.span.end),
  );
};

/** Names of those in circles, and of those left without meaning that rest on them. */
const restingOn = (
  told: ReadonlySet<Resting>,
  left: readonly Resting[],
  graph: RestingGraph,
): ReadonlySet<string> => {
  const found = new Set<Resting>(told);
  let size = 0;
  while (size < found.size) {
    size = found.size;
    for (const each of left) if ((graph.get(each) ?? []).some((other) => found.has(other))) found.add(each);
  }
  return new Set([...found].map(({ name }) => name));
};

const memberOf = (node: Resting): CircleMember => ({
  name: node.name,
  file: node.place.file,
  span:
    node.kind === "definition"
      ? node.definition.span
      : node.kind === "indicator"
        ? node.indicator.span
        : node.block.span,
  provision: node.place.provision,
});

/** A definition ends in an object: that is what those that are defined by each other lack. */
const adviceFor = (circle: readonly Resting[], { objects, members }: Declarations): string | undefined => {
  const first = circle.find((node) => node.kind === "definition");
  if (first === undefined) return undefined;
  const words = circle.flatMap((node) => namesIn(contentOf(node)).map(({ text }) => text));
  const having = [...objects.keys()].find((object) => words.some((word) => members.get(object)?.has(word)));
  const object = having ?? [...objects.keys()][0];
  if (object === undefined) return undefined;
  return `定义写成“${first.name}，是指……的${object}”：句末写声明过的对象，条件中不用与它互相定义的名称。`;
};
