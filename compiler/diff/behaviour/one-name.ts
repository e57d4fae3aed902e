import type { World } from "../../model/facts.ts";
import type { Candidates, Condition, Decision, Program, Scope, Subject, Term } from "../../model/ir.ts";
import type { EnumerationType, Type } from "../../model/type.ts";
import type { RenamedTerms } from "../found-change.ts";

/** A program in which what was renamed has the names of the other side, with its clauses. */
export interface OneName {
  readonly program: Program;
  /** The clause or decision that takes the place of one of the program as written. */
  readonly of: <Part extends object>(part: Part) => Part;
}

/** Other names for the terms of a program: from its own to those of the other side; fields as 对象.字段. */
export interface NewNames {
  readonly fields: ReadonlyMap<string, string>;
  readonly parameters: ReadonlyMap<string, string>;
  readonly readings: ReadonlyMap<string, string>;
}

/** The side that is called right in an order of the two, under the names of the other one. */
export interface OneNaming {
  readonly names: NewNames;
  readonly right: OneName;
}

/** Two programs with the means to ask them under one name, in either order. */
export interface Naming {
  readonly programs: { readonly left: Program; readonly right: Program };
  straight(): OneNaming;
  turned(): OneNaming;
}

export const namingOf = (
  programs: Naming["programs"],
  { fields = [], parameters = [], readings = [] }: Partial<RenamedTerms> = {},
): Naming => {
  const straight = {
    fields: backward(fields),
    parameters: backward(parameters),
    readings: backward(readings),
  };
  const turned = { fields: new Map(fields), parameters: new Map(parameters), readings: new Map(readings) };
  const known = new Map<NewNames, OneNaming>();
  const naming = (program: Program, names: NewNames): OneNaming => {
    const found = known.get(names) ?? { names, right: underOneName(program, names) };
    known.set(names, found);
    return found;
  };
  return {
    programs,
    straight: () => naming(programs.right, straight),
    turned: () => naming(programs.left, turned),
  };
};

const backward = (pairs: RenamedTerms["fields"]): ReadonlyMap<string, string> =>
  new Map(pairs.map(([left, right]) => [right, left]));

/** Facts, parameters and readings that are the same on both sides are asked under one name. */
const underOneName = (program: Program, names: NewNames): OneName => {
  if (names.fields.size + names.parameters.size + names.readings.size === 0)
    return { program, of: (part) => part };
  const known = new Map<object, unknown>();
  const parts = partsRenamed(names, known);
  const renamed: Program = {
    ...program,
    objects: new Map(
      [...program.objects].map(([object, declared]) => [
        object,
        {
          ...declared,
          fields: new Map(
            [...declared.fields].map(([name, field]) => {
              const other = fieldName(names, object, name);
              return [other, { ...field, name: other, type: typeUnder(names, field.type) }] as const;
            }),
          ),
        },
      ]),
    ),
    parameters: keyed(program.parameters, names.parameters),
    readings: keyed(program.readings, names.readings),
    decisions: program.decisions.map((decision) => parts(decision)),
    exceptions: new Map([...program.exceptions].map(([id, clause]) => [id, parts(clause)])),
  };
  return {
    program: renamed,
    of: <Part extends object>(part: Part) => {
      const copy = known.get(part);
      return isCopyOf(part, copy) ? copy : part;
    },
  };
};

/** Facts and parameters under both names, so that each side finds them under its own. */
export const underBothNames = (world: World, names: NewNames): World => {
  const fields = new Map([...names.fields].map(([own, other]) => [other, lastName(own)]));
  const parameters = new Map([...names.parameters].map(([own, other]) => [other, own]));
  if (fields.size + parameters.size === 0) return world;
  return {
    ...world,
    records: world.records.map((record) => ({
      ...record,
      facts: new Map([
        ...record.facts,
        ...[...record.facts].flatMap(([field, value]) => {
          const own = fields.get(`${record.object}.${field}`);
          return own === undefined ? [] : [[own, value] as const];
        }),
      ]),
    })),
    ...(world.parameters === undefined
      ? {}
      : {
          parameters: new Map([
            ...world.parameters,
            ...[...world.parameters].flatMap(([name, values]) => {
              const own = parameters.get(name);
              return own === undefined ? [] : [[own, values] as const];
            }),
          ]),
        }),
  };
};

const keyed = <Declared extends { readonly name: string }>(
  declared: ReadonlyMap<string, Declared>,
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, Declared> =>
  new Map(
    [...declared].map(([name, each]) => {
      const other = names.get(name) ?? name;
      return [other, { ...each, name: other }];
    }),
  );

/** Everything below a decision, part by part; a part that is met again is the same again. */
const partsRenamed = (names: NewNames, known: Map<object, unknown>) => {
  const renamed = <Part>(part: Part): Part => {
    if (typeof part !== "object" || part === null) return part;
    const copy = known.get(part) ?? copied(part);
    known.set(part, copy);
    return isCopyOf(part, copy) ? copy : part;
  };
  const copied = (part: object): unknown => {
    if (Array.isArray(part)) return part.map((each: unknown) => renamed(each));
    return { ...withoutOrigin(part, renamed), ...(isNamed(part) ? namesIn(part, names) : {}) };
  };
  return renamed;
};

/** A copy has the shape of what it was copied from. */
const isCopyOf = <Part>(_part: Part, copy: unknown): copy is Part => copy !== undefined;

const isNamed = (part: object): part is NamedPart => "kind" in part || "scope" in part;

/** Where a clause comes from has no names. */
const withoutOrigin = (part: object, renamed: (part: unknown) => unknown): object =>
  Object.fromEntries(
    Object.entries(part).map(([key, value]: [string, unknown]) => [
      key,
      key === "origin" ? value : renamed(value),
    ]),
  );

/** Parts of the model that hold a name; other parts hold none of their own. */
type NamedPart = Condition | Term | Subject | Scope | Decision | EnumerationType | Candidates;

/** The names that a part itself holds, under the names of the other side. */
const namesIn = (part: NamedPart, names: NewNames): object => {
  if ("scope" in part) return { scope: scopeUnder(names, part) };
  const { kind } = part;
  if (kind === "field") return { field: fieldName(names, part.of.object, part.field) };
  if (kind === "follow") return { field: fieldName(names, part.from.object, part.field) };
  if (kind === "parameter") return { name: names.parameters.get(part.name) ?? part.name };
  if (kind === "reading") return { reading: names.readings.get(part.reading) ?? part.reading };
  if (kind === "enumeration") return typeUnder(names, part);
  if (kind === "ranking" && part.group !== null) return { group: fieldName(names, part.object, part.group) };
  return {};
};

const scopeUnder = (names: NewNames, { scope, object }: Candidates): Scope => {
  switch (scope.kind) {
    case "everywhere":
      return scope;
    case "region":
      return {
        ...scope,
        region: partsRenamed(names, new Map())(scope.region),
        field: fieldName(names, object, scope.field),
      };
    case "distance":
      return {
        ...scope,
        limit: partsRenamed(names, new Map())(scope.limit),
        from: partsRenamed(names, new Map())(scope.from),
        fromField: scope.fromField === null ? null : fieldName(names, scope.from.object, scope.fromField),
        toField: scope.toField === null ? null : fieldName(names, object, scope.toField),
      };
  }
};

const typeUnder = <Own extends Type>(names: NewNames, type: Own): Own => {
  if (type.kind !== "enumeration") return type;
  const other = names.fields.get(type.name);
  return other === undefined ? type : { ...type, name: other };
};

const fieldName = (names: NewNames, object: string, field: string): string => {
  const other = names.fields.get(`${object}.${field}`);
  return other === undefined ? field : lastName(other);
};

const lastName = (path: string): string => path.slice(path.indexOf(".") + 1);
