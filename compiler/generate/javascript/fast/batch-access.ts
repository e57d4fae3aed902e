import type { Program, Subject } from "../../../model/ir.ts";
import type { EnumerationType } from "../../../model/type.ts";
import { stringLiteral } from "../../names.ts";
import type { Access, BooleanFact, DateFact, EnumerationFact, Fact, Found } from "./access.ts";
import { Code } from "./code.ts";
import { RowAccess, type FunctionNames } from "./row-access.ts";

/** What parts the values of a fact into a few states; bounds are expressions. */
export type State =
  | { readonly kind: "boolean" }
  | { readonly kind: "enumeration"; readonly values: readonly string[] }
  | { readonly kind: "bounds"; readonly bounds: readonly string[] }
  /** The name of the function that finds the levels of a condition. */
  | { readonly kind: "levels"; readonly name: string };

/**
 * Reads the rows of columns: missing numbers are NaN, missing booleans 2. An enumeration is a place among its values; the
 * next place is any other value, and the one behind it no value. Columns are taken up before the loop.
 */
export class BatchAccess extends RowAccess {
  /** Statements before the loop. */
  readonly before = new Code();
  /** Functions that find the levels of conditions, each in a loop of its own. */
  readonly functionsApart = new Code();
  readonly #nameApart: () => string;
  /** What the rows are told apart by; null once something else than a few states of facts decides. */
  #states: Map<string, State> | null = new Map();
  #free = 0;

  constructor(
    code: Code,
    program: Program,
    functions: FunctionNames,
    object: string,
    nameApart: () => string,
  ) {
    super(code, program, functions, object);
    this.#nameApart = nameApart;
    for (const name of ["table", "row", "codes", "places", "levels", "length"]) this.names.fresh(name);
  }

  override number(of: Subject, field: string): Fact {
    if (of.kind !== "variable") return super.number(of, field);
    this.#free += 1;
    const name = this.cell("numbers", field);
    return { name, missing: `${name} !== ${name}`, level: this.levelOf(of, field) };
  }

  override boolean(of: Subject, field: string): BooleanFact {
    if (of.kind !== "variable") return super.boolean(of, field);
    this.#states?.set(field, { kind: "boolean" });
    const name = this.cell("booleans", field);
    return {
      name,
      missing: `${name} === 2`,
      isTrue: `${name} === 1`,
      isFalse: `${name} === 0`,
      level: this.levelOf(of, field),
    };
  }

  override enumeration(of: Subject, field: string, type: EnumerationType): EnumerationFact {
    if (of.kind !== "variable") return super.enumeration(of, field, type);
    const name = this.cell("placesIn", field, `[${type.values.map(stringLiteral).join(", ")}]`);
    this.#states?.set(field, { kind: "enumeration", values: type.values });
    return {
      name,
      missing: `${name} === ${type.values.length + 1}`,
      is: (value) => `${name} === ${type.values.indexOf(value)}`,
      level: this.levelOf(of, field),
    };
  }

  override text(of: Subject, field: string): Fact {
    this.#states = null;
    if (of.kind !== "variable") return super.text(of, field);
    const name = this.cell("texts", field);
    return { name, missing: `${name} === undefined`, level: this.levelOf(of, field) };
  }

  override date(of: Subject, field: string): DateFact {
    return of.kind === "variable" ? { ...this.number(of, field), form: "Day" } : super.date(of, field);
  }

  override id(of: Subject): Fact {
    return of.kind === "variable" ? this.text(of, "编号") : super.id(of);
  }

  override constant(name: string): string {
    return this.beforehand(`constant ${name}`, name, () => `context.constants.${name}`);
  }

  override bounded(of: Subject, field: string, bounds: readonly string[]): void {
    this.#free -= 1;
    const known = this.#states?.get(field);
    if (of.kind !== "variable") this.#states = null;
    else {
      const before = known?.kind === "bounds" ? known.bounds : [];
      this.#states?.set(field, { kind: "bounds", bounds: [...before, ...bounds] });
    }
  }

  /** Rows of columns do not stand in the register. */
  override fromRegister(node: string, _answers: string): string {
    return this.level(node, true);
  }

  /** Reckoning with facts takes so long that it is worth a column, by which rows are told apart then. */
  apart(write: (access: Access) => string | null): string | null {
    const loop = new Code();
    loop.begin("for (let row = 0; row < length; row += 1) {");
    const access = new BatchAccess(loop, this.program, this.functions, this.object, this.#nameApart);
    const level = write(access);
    if (level === null) return null;
    loop.line(`levels[row] = ${level};`);
    loop.end();
    const name = this.#nameApart();
    const code = this.functionsApart;
    code.begin(`function ${name}(table, context, levels) {`);
    code.line("const { length } = table;");
    code.append(access.before);
    code.append(loop);
    code.end();
    code.line("");
    this.#states?.set(`levels ${name}`, { kind: "levels", name });
    const value = (): string => `table.levels(${stringLiteral(name)}, ${name}, context)`;
    return `${this.beforehand(name, "levels", value)}[row]`;
  }

  override level(node: string, certainly = false): string {
    this.#states = null;
    return super.level(node, certainly);
  }

  override codeFor(decision: string): string {
    this.#states = null;
    return super.codeFor(decision);
  }

  override codeFromRegister(decision: string, _answers: string): string {
    return this.codeFor(decision);
  }

  /**
   * Where only a few states of facts decide: the fields with what parts them. Null where rows have to be judged one by
   * one.
   */
  states(): ReadonlyMap<string, State> | null {
    return this.#free === 0 && this.#states !== null && this.#states.size > 0 ? this.#states : null;
  }

  override found(decision: string, of: Subject): Found {
    this.#states = null;
    if (of.kind !== "variable") return super.found(decision, of);
    const found = (part: string): string =>
      this.beforehand(
        `${part} ${decision}`,
        part,
        () => `table.${part}Of(${stringLiteral(decision)})`,
        decision,
      );
    const codes = found("codes");
    return {
      is: (code) => `${codes}[row] === ${code}`,
      isClass: (place) => `${codes}[row] === 5 && ${found("places")}[row] === ${place}`,
      missing: null,
      level: "0",
    };
  }

  override done(code: string, place?: number): string {
    return `codes[row] = ${code};${place === undefined ? "" : ` places[row] = ${place};`} continue rows;`;
  }

  /** The row is made a record only for who needs all of it. */
  protected override given(): string {
    return "table.record(row)";
  }

  /** What a column holds in the row. */
  private cell(kind: string, field: string, more?: string): string {
    const column = this.beforehand(
      JSON.stringify([kind, field]),
      kind,
      () => `table.${kind}(${[stringLiteral(field), ...(more === undefined ? [] : [more])].join(", ")})`,
      field,
    );
    return this.declare(JSON.stringify([kind, field]), "fact", field, () => `${column}[row]`);
  }

  private beforehand(key: string, word: string, value: () => string, name = ""): string {
    return this.before.once(key, () => {
      const local = this.names.fresh(word, name);
      this.before.line(`const ${local} = ${value()};`);
      return local;
    });
  }
}
