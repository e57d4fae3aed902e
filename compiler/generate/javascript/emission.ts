import type { Condition, Decision, ExceptionClause, Origin, Program, Term } from "../../model/ir.ts";
import { commentText, Identifiers } from "../names.ts";
import { unmetTellings, type UnmetPart } from "./explain/clauses.ts";
import { conditionCode } from "./explain/conditions.ts";
import { decisionCode, exceptionCode } from "./explain/decisions.ts";
import { definitionCode } from "./explain/definition.ts";
import { Origins } from "./explain/origins.ts";
import { termCode } from "./explain/terms.ts";
import { SECTIONS, sectionDeclaring, withNeeds, type SectionName } from "./sections.ts";

/** Whole lines of the generated file, and the words of the policy that they come from. */
export interface Piece {
  readonly text: string;
  readonly origin: Origin | null;
}

/**
 * One generated file while it is put together. Whoever adds code asks here for the names of nodes, decisions and parts of
 * the runtime; what nobody asks for is left out. All code is added before `pieces` is called.
 */
export class JavaScriptModule {
  readonly program: Program;
  /** All names at the top of the file. */
  readonly identifiers = new Identifiers();
  readonly origins = new Origins();
  /** What requirements that are not met say of their conditions. */
  readonly unmetParts: ReadonlyMap<Condition, UnmetPart>;
  readonly #sections = new Set<SectionName>();
  readonly #named = new Map<Condition | Term, string>();
  readonly #exceptions = new Map<ExceptionClause, string>();
  /** Nodes with a name of their own, each before those that use it. */
  readonly #nodes: Piece[] = [];
  readonly #declared = new Set<Condition | Term>();
  readonly #added: Piece[] = [];

  constructor(program: Program) {
    this.program = program;
    for (const { declares } of SECTIONS) for (const name of declares) this.identifiers.of("", name);
    for (const name of RESERVED) this.identifiers.of("", name);
    this.unmetParts = new Map(program.decisions.flatMap((decision) => [...unmetPartsBehind(decision)]));
  }

  /** Name of the runtime node of a condition: `.truth(context, environment)`; `level` gives 0 to 3 for its answer. */
  node(condition: Condition): string {
    return this.#name(condition, "condition_");
  }

  /** Name of the runtime node of a term: a function of context and environment that gives a value or what is open. */
  term(term: Term): string {
    return this.#name(term, "term_");
  }

  /** Name of the runtime node of a decision; it is in `definition.decisions` by its id, too. */
  decision(id: string): string {
    return this.identifiers.of("decision_", id);
  }

  /** Name of a part of the runtime, which will then be in the file. */
  runtime(name: string): string {
    this.#sections.add(sectionDeclaring(name).name);
    return name;
  }

  /** Adds whole lines behind the nodes, in the order of the calls. */
  add(text: string, origin: Origin | null = null): void {
    this.#added.push({ text: text.endsWith("\n") ? text : `${text}\n`, origin });
  }

  /** Code of a node, or its name where it has one. Only for nodes that stand inside others. */
  conditionCode(condition: Condition): string {
    return this.#named.has(condition)
      ? this.#declare(condition, () => conditionCode(this, condition))
      : conditionCode(this, condition);
  }

  termCode(term: Term): string {
    return this.#named.has(term) ? this.#declare(term, () => termCode(this, term)) : termCode(this, term);
  }

  exception(clause: ExceptionClause): string {
    const known = this.#exceptions.get(clause);
    if (known !== undefined) return known;
    const name = this.identifiers.of("exception_", clause.id);
    this.#exceptions.set(clause, name);
    this.#keep(`${heading("例外", clause)}const ${name} = ${exceptionCode(this, clause)};\n`, clause.origin);
    return name;
  }

  /** The whole file in pieces. */
  pieces(): readonly Piece[] {
    for (const name of ["startContext", "explained", "valuesOf", "level"]) this.runtime(name);
    const definition = `/** @type {Definition} */\nconst definition = ${definitionCode(this)};\n`;
    for (const decision of this.program.decisions) this.#keepDecision(decision);
    for (const thing of this.#named.keys()) {
      if (!this.#declared.has(thing)) this.#declareUnused(thing);
    }
    const runtime = withNeeds(this.#sections).map(({ text }) => ({ text: `${text}\n\n`, origin: null }));
    return [
      { text: `${FIRST_LINES}// ───────── 运行部分\n\n`, origin: null },
      ...runtime,
      { text: `// ───────── 政策声明的对象、参数和读法\n\n${definition}\n`, origin: null },
      { text: "// ───────── 规则（用于说明理由）\n\n", origin: null },
      ...this.#nodes,
      ...this.#added,
    ];
  }

  #name(thing: Condition | Term, prefix: string): string {
    const known = this.#named.get(thing) ?? this.identifiers.of(prefix, String(this.#named.size + 1));
    this.#named.set(thing, known);
    return known;
  }

  #declare(thing: Condition | Term, code: () => string): string {
    const name = this.#named.get(thing)!;
    if (!this.#declared.has(thing)) {
      this.#declared.add(thing);
      this.#keep(`const ${name} = ${code()};\n`, thing.origin);
    }
    return name;
  }

  /** A named node that no decision contains: a claim, or a condition that somebody put together. */
  #declareUnused(thing: Condition | Term): void {
    if (isCondition(thing)) this.conditionCode(thing);
    else this.termCode(thing);
  }

  #keepDecision(decision: Decision): void {
    const name = this.decision(decision.id);
    const code = decisionCode(this, decision);
    this.#keep(
      `${heading(LABELS[decision.kind], decision)}const ${name} = ${code};\ndefinition.decisions.set(${name}.about.id, ${name});\n\n`,
      decision.origin,
    );
  }

  #keep(text: string, origin: Origin): void {
    for (const words of this.origins.takeDeclarations()) this.#nodes.push({ text: words, origin: null });
    this.#nodes.push({ text, origin });
  }
}

const FIRST_LINES = "// 由条文生成，请勿手工修改：修改政策文件后重新生成。\n\n";

/** Names that the file uses itself, besides those of the runtime and of the policy. */
const RESERVED = ["definition", "policy", "rules", "statuses", "createContext", "constantsOf"];

const LABELS = {
  measure: "措施",
  requirement: "条件",
  classification: "认定",
  definition: "定义",
  indicator: "指标",
  ranking: "排名",
} as const satisfies Record<Decision["kind"], string>;

/** A comment with the provision and the words that a node comes from. */
const heading = (
  label: string,
  { name, origin }: { readonly name: string; readonly origin: Origin },
): string => {
  const where = origin.basis[0]?.label ?? origin.provision;
  const words = commentText(origin.words);
  return `/** ${label}“${commentText(name, 60)}”${where === null ? "" : `（${commentText(where, 60)}）`}${words === "" ? "" : `：${words}`} */\n`;
};

const CONDITIONS: ReadonlySet<string> = new Set([
  "constant",
  "all",
  "any",
  "atLeast",
  "not",
  "holds",
  "compare",
  "compareOrder",
  "oneOf",
  "same",
  "elapsed",
  "exists",
  "ranked",
  "reading",
  "defined",
] satisfies readonly Condition["kind"][]);

const isCondition = (thing: Condition | Term): thing is Condition => CONDITIONS.has(thing.kind);

const unmetPartsBehind = (decision: Decision): ReadonlyMap<Condition, UnmetPart> => {
  if (decision.kind !== "requirement") return new Map();
  const { requirement, modality } = decision;
  const forbidden = modality.force === "mustNot" && requirement.kind === "not";
  return unmetTellings(forbidden ? requirement.operand : requirement);
};
