import type { Program, Subject } from "../../../model/ir.ts";
import type { EnumerationType } from "../../../model/type.ts";
import { stringLiteral } from "../../names.ts";
import type { Access, BooleanFact, DateFact, EnumerationFact, Fact, Found } from "./access.ts";
import type { Code } from "./code.ts";
import { LocalNames } from "./local-names.ts";

/** Names of the functions that judge one record. */
export interface FunctionNames {
  readonly status: (decision: string) => string;
  /** Gives 10 and the place of the class, or a status code below 10. */
  readonly classOf: (decision: string) => string | null;
}

/** A record under a local name; `undefined` where a reference leads nowhere. */
export interface Place {
  readonly name: string;
  /** Null where the record is always there. */
  readonly missing: string | null;
  readonly level: string;
}

/** Reads from one record, as a plain object, and from the records of the context that its references lead to. */
export class RowAccess implements Access {
  readonly code: Code;
  protected readonly names = new LocalNames();
  protected readonly program: Program;
  protected readonly functions: FunctionNames;
  readonly object: string;

  constructor(code: Code, program: Program, functions: FunctionNames, object: string) {
    this.code = code;
    this.program = program;
    this.functions = functions;
    this.object = object;
    for (const name of ["record", "context", "constants"]) this.names.fresh(name);
  }

  number(of: Subject, field: string): Fact {
    const name = this.read("number", of, field, (given) => `numberOf(${given})`, "NaN");
    return { name, missing: `${name} !== ${name}`, level: this.levelOf(of, field) };
  }

  boolean(of: Subject, field: string): BooleanFact {
    const fact = this.text(of, field);
    return { ...fact, isTrue: `${fact.name} === true`, isFalse: `${fact.name} === false` };
  }

  enumeration(of: Subject, field: string, _type: EnumerationType): EnumerationFact {
    const fact = this.text(of, field);
    return { ...fact, is: (value) => `${fact.name} === ${stringLiteral(value)}` };
  }

  text(of: Subject, field: string): Fact {
    const name = this.read("given", of, field, (given) => given, "undefined");
    return { name, missing: `${name} == null`, level: this.levelOf(of, field) };
  }

  date(of: Subject, field: string): DateFact {
    return { ...this.text(of, field), form: "Text" };
  }

  bounded(_of: Subject, _field: string, _bounds: readonly string[]): void {}

  id(of: Subject): Fact {
    const place = this.place(of);
    const name =
      place.missing === null ? `${place.name}["编号"]` : `(${place.name} && ${place.name}["编号"])`;
    return { name, missing: place.missing ?? "false", level: place.level };
  }

  constant(name: string): string {
    return `${this.constants()}.${name}`;
  }

  /** What the context holds, under a local name. */
  constants(): string {
    return this.code.once("constants", () => {
      this.code.line("const { constants } = context;");
      return "constants";
    });
  }

  /** The status code of an earlier decision. */
  codeOf(decision: string, of: Subject): string {
    const name = this.foundName(decision, of);
    return this.functions.classOf(decision) === null ? name : `${name} > 9 ? 5 : ${name}`;
  }

  private foundName(decision: string, of: Subject): string {
    const place = this.place(of);
    const call = `${this.functions.classOf(decision) ?? this.functions.status(decision)}(${place.name}, context)`;
    return this.declare(JSON.stringify(["found", decision, of]), "found", decision, () =>
      place.missing === null ? call : `${place.missing} ? -1 : ${call}`,
    );
  }

  found(decision: string, of: Subject): Found {
    const place = this.place(of);
    const classes = this.functions.classOf(decision);
    const name = this.foundName(decision, of);
    return {
      is: (code) => (classes !== null && code === 5 ? `${name} > 9` : `${name} === ${code}`),
      isClass: (place) => `${name} === ${10 + place}`,
      missing: place.missing,
      level: place.level,
    };
  }

  level(node: string, certainly = false): string {
    if (!certainly) return `levelOf(${node}, ${stringLiteral(this.object)}, ${this.given()}, context)`;
    return `levelFor(${node}, ${this.judged()}, context)`;
  }

  fromRegister(_node: string, answers: string): string {
    return `${this.constant(answers)}.levelOf(${this.given()})`;
  }

  codeFor(decision: string): string {
    return `codeFor(${stringLiteral(decision)}, ${this.judged()}, context)`;
  }

  codeFromRegister(_decision: string, answers: string): string {
    return `${this.constant(answers)}.codeOf(${this.given()})`;
  }

  fresh(word: string, name = ""): string {
    return this.names.fresh(word, name);
  }

  done(code: string, place?: number): string {
    return `return ${place === undefined ? code : String(10 + place)};`;
  }

  /** The same as the code of a class; for classes that are texts. */
  classFor(decision: string, classes: readonly string[]): string {
    return `classFor(${stringLiteral(decision)}, [${classes.map(stringLiteral).join(", ")}], ${this.judged()}, context)`;
  }

  /** The judged record as a plain object. */
  protected given(): string {
    return "record";
  }

  /** The judged record, ready for the explaining half. */
  protected judged(): string {
    return this.declare(
      "judged",
      "judged",
      "",
      () => `context.recordOf(${stringLiteral(this.object)}, ${this.given()})`,
    );
  }

  judgedHere(): string {
    return this.given();
  }

  /** The record that a subject names. */
  protected place(of: Subject): Place {
    if (of.kind === "variable") return { name: this.given(), missing: null, level: "0" };
    const reference = this.text(of.from, of.field);
    const name = this.declare(
      JSON.stringify(["place", of]),
      "of",
      of.field,
      () => `recordBehind(context, ${stringLiteral(of.object)}, ${reference.name})`,
    );
    const level = reference.level === "3" ? "3" : `(${reference.missing} ? ${reference.level} : 3)`;
    return { name, missing: `${name} === undefined`, level };
  }

  /** The level of a missing fact, or of the missing record that would have it. */
  protected levelOf(of: Subject, field: string): string {
    const place = this.place(of);
    const judged = this.program.objects.get(of.object)?.fields.get(field)?.judgedBy ?? null;
    const own = judged === null ? "3" : "2";
    return place.missing === null || place.level === own
      ? own
      : `(${place.missing} ? ${place.level} : ${own})`;
  }

  protected read(
    kind: string,
    of: Subject,
    field: string,
    convert: (given: string) => string,
    absent: string,
  ): string {
    const place = this.place(of);
    return this.declare(JSON.stringify([kind, of, field]), "fact", field, () => {
      const given = convert(propertyOf(place.name, field));
      return place.missing === null ? given : `${place.missing} ? ${absent} : ${given}`;
    });
  }

  protected declare(key: string, word: string, name: string, value: () => string): string {
    return this.code.once(key, () => {
      const text = value();
      const local = this.names.fresh(word, name);
      this.code.line(`const ${local} = ${text};`);
      return local;
    });
  }
}

/** A fact may have a name that every object answers to. */
const propertyOf = (record: string, field: string): string =>
  field in Object.prototype
    ? `ownValue(${record}, ${stringLiteral(field)})`
    : `${record}[${stringLiteral(field)}]`;
