import { canonicalParameters, canonicalRegister } from "../../data/index.ts";
import type { LoadedFacts } from "../../data/index.ts";
import { reportedDecisions, resultSet, type EvaluationOptions } from "../../evaluate/index.ts";
import { generate } from "../../generate/index.ts";
import { Identifiers } from "../../generate/names.ts";
import type { Program } from "../../model/ir.ts";
import type { Outcome, ResultSet } from "../../model/outcome.ts";
import { CommandFailure } from "../failure.ts";

type Given = Readonly<Record<string, unknown>>;
type Explain = (record: Given, context: unknown, only?: readonly string[]) => readonly Outcome[];

/** What a generated file offers. */
interface Generated {
  readonly createContext: (input: Given) => unknown;
  readonly explain: (object: string) => Explain;
}

export interface EngineOptions extends EvaluationOptions {
  /** Of each outcome only what tables of statuses need: what explains it would take a hundred times the memory. */
  readonly statusesOnly?: boolean;
}

/**
 * The same as `evaluate`, by the generated JavaScript: the file that `build` writes, run as it is. Outcomes come out in
 * the same order and with the same content.
 */
export const evaluateGenerated = async (
  program: Program,
  facts: LoadedFacts["facts"],
  { at, readings, only, onProgress, statusesOnly = false }: EngineOptions,
): Promise<ResultSet> => {
  const { createContext, explain } = await runGenerated(program);
  // Shares and decimals as text are exact, whatever their digits.
  const records = canonicalRegister(facts, program, "text");
  const context = createContext({
    at,
    records,
    parameters: canonicalParameters(facts, program, "text"),
    readings: Object.fromEntries(readings ?? []),
    distances: facts.tables.distances,
    reasons: facts.tables.reasons,
  });
  const decisions = reportedDecisions(program, only);
  const byDecision = new Map<string, Outcome[]>(decisions.map(({ id }) => [id, []]));
  const progress = {
    done: 0,
    total: decisions.reduce((sum, { object }) => sum + (records[object]?.length ?? 0), 0),
  };
  for (const object of new Set(decisions.map((decision) => decision.object))) {
    const ask = explain(object);
    for (const record of records[object] ?? []) {
      const outcomes = ask(record, context, only);
      for (const outcome of outcomes)
        byDecision.get(outcome.decision)?.push(statusesOnly ? withoutExplanation(outcome) : outcome);
      if ((progress.done += outcomes.length) % PROGRESS_STEP < outcomes.length)
        onProgress?.(progress.done, progress.total);
    }
  }
  return resultSet(program, at, [...byDecision.values()].flat());
};

const PROGRESS_STEP = 256;

const NOTHING = { candidates: [], reasons: [], unmet: [], citations: [], readings: [] } as const;

const withoutExplanation = (outcome: Outcome): Outcome => ({ ...outcome, ...NOTHING });

const runGenerated = async (program: Program): Promise<Generated> => {
  const { files, refusals } = generate(program, { target: "javascript" });
  const file = files.find(({ name }) => name.endsWith(".js"));
  if (file === undefined || refusals.length > 0) {
    throw new CommandFailure(
      `有规则无法生成为 JavaScript：${refusals.map(({ decision, message }) => `“${decision}”：${message}`).join("；")}`,
      "请改用 --engine interpreter。",
    );
  }
  const url = `data:text/javascript;base64,${Buffer.from(file.text).toString("base64")}`;
  const module: Given = await import(/* @vite-ignore */ url);
  const identifiers = new Identifiers();
  const functionNamed = (name: string): Callable => {
    const found = module[name];
    if (isCallable(found)) return found;
    throw new TypeError(`the generated module has no function ${name}`);
  };
  return {
    createContext: functionNamed("createContext"),
    explain: (object) => functionNamed(identifiers.of("explain", object)),
  };
};

/** What our own generator has written; its tests hold what it takes and gives. */
type Callable = Explain & Generated["createContext"];

const isCallable = (value: unknown): value is Callable => typeof value === "function";
