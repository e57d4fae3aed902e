import { cover, type Name, type Names, type Span } from "../../language/index.ts";
import type { Condition, Subject } from "../model/ir.ts";
import type { DeclaredDefinition, DeclaredObject, DeclaredValue } from "../resolve/declared.ts";
import { allOf, always, originOf, use, type Frame } from "./context.ts";
import type { Environment } from "./environment.ts";
import { reportCheck } from "./diagnostics.ts";
import { memberTerm } from "./member.ts";

/** A class of records as a noun: 公立定点医疗机构 is 定点医药机构 with 经营性质公立 and 机构类别定点医疗机构. */
export interface Noun {
  readonly object: string;
  readonly names: readonly Name[];
  readonly span: Span;
}

/** Objects whose records a name can stand for; empty where it is no noun. */
export const objectsNamed = (environment: Environment, name: string): readonly string[] => {
  const objects: string[] = [];
  for (const declared of environment.declarations.byName.get(name) ?? []) {
    const object =
      declared.kind === "object"
        ? declared.name
        : declared.kind === "value"
          ? declared.object
          : declared.kind === "definition"
            ? classObject(environment, declared)
            : null;
    if (object !== null && object !== "" && !objects.includes(object)) objects.push(object);
  }
  return objects;
};

/**
 * The longest noun that starts at `from`; `end` is the index after it. Where the words fit several objects the one
 * asked for wins, then the object that is itself named, then the one that declared the value first.
 */
export const nounAt = (
  environment: Environment,
  names: Names,
  from: number,
  preferred: string | null,
): { readonly noun: Noun; readonly end: number } | null => {
  let objects = objectsNamed(environment, names.names[from]?.text ?? "");
  if (objects.length === 0) return null;
  let end = from + 1;
  while (end < names.names.length) {
    const next = objectsNamed(environment, names.names[end]!.text);
    const common = objects.filter((object) => next.includes(object));
    if (common.length === 0) break;
    objects = common;
    end += 1;
  }
  const used = names.names.slice(from, end);
  const object = preferred !== null && objects.includes(preferred) ? preferred : objects[0]!;
  return { noun: { object, names: used, span: cover(used[0]!.span, used.at(-1)!.span) }, end };
};

/** What must hold of a record for the noun to name it; `true` for the object's own name. */
export const nounCondition = (noun: Noun, subject: Subject, frame: Frame): Condition | null => {
  const parts: (Condition | null)[] = [];
  for (const name of noun.names) {
    const declared = partOf(frame.block.environment, noun.object, name.text);
    if (declared.length > 1) {
      frame.block.diagnostics.push(
        reportCheck("ambiguous-value", frame.block.file.source.name, name.span, {
          name: name.text,
          fields: declared.map((part) => `“${part.kind === "value" ? part.owner : part.name}”`).join("、"),
        }),
      );
      return null;
    }
    const part = declared[0]!;
    use(frame, name, part);
    const origin = originOf(frame, name.span);
    if (part.kind === "definition") parts.push({ kind: "defined", decision: part.name, subject, origin });
    if (part.kind === "value") {
      const left = memberTerm(part.owner, subject, name.span, frame);
      parts.push(
        left === null
          ? null
          : { kind: "oneOf", left, values: [{ kind: "enumeration", value: part.name }], origin },
      );
    }
  }
  const origin = originOf(frame, noun.span);
  return parts.length === 0 ? always(origin) : allOf(parts, origin);
};

const classObject = (environment: Environment, definition: DeclaredDefinition): string | null => {
  const head = environment.headOf(definition);
  return head?.role === "class" ? head.object : null;
};

type Part = DeclaredObject | DeclaredValue | DeclaredDefinition;

/** The declarations behind one word of a noun; a plain object name comes first and excludes the others. */
const partOf = (environment: Environment, object: string, name: string): readonly Part[] => {
  const all = environment.declarations.byName.get(name) ?? [];
  const found: Part[] = [];
  for (const declared of all) {
    if (declared.kind === "object" && declared.name === object) return [declared];
    if (declared.kind === "definition" && classObject(environment, declared) === object) found.push(declared);
    if (
      declared.kind === "value" &&
      declared.object === object &&
      !found.some((part) => part.kind === "value" && part.owner === declared.owner)
    ) {
      found.push(declared);
    }
  }
  return found;
};
