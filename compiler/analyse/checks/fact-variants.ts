import type { Condition, Decision, Program, Term } from "../../model/ir.ts";
import type { Focus } from "../difference-query.ts";
import { rewriteProgram } from "../../model/rewrite.ts";
import { withAdopted, type PairQuestion } from "../probe.ts";
import type { Taken } from "./condition-readings.ts";
import type { Input } from "./fact-inputs.ts";

type Variant = Pick<PairQuestion, "left" | "right"> & { readonly focus: readonly Focus[] };

/** A decision beside itself, with the input read under another name or taken otherwise: two values at once. */
export const variantsOf = (
  program: Program,
  input: Input,
  reader: Decision,
  readings: Taken,
): readonly Variant[] => {
  const base = withAdopted(program, readings);
  switch (input.kind) {
    case "fact": {
      const other = `${input.field}·另`;
      const object = base.objects.get(input.object)!;
      const field = object.fields.get(input.field)!;
      const fields = new Map(object.fields).set(other, { ...field, name: other });
      const both = { ...base, objects: new Map(base.objects).set(object.name, { ...object, fields }) };
      const renamed = rewriteProgram(both, {
        term: (term) =>
          term.kind === "field" && term.of.object === input.object && term.field === input.field
            ? { ...term, field: other }
            : null,
      });
      const of = { kind: "variable", index: 0, object: input.object } as const;
      const read = (name: string): Term => ({
        kind: "field",
        of,
        field: name,
        type: field.type,
        origin: reader.origin,
      });
      const focus = input.object === reader.object ? [known(read(input.field)), known(read(other))] : [];
      return [{ left: sideOf(both, reader), right: sideOf(renamed, reader), focus }];
    }
    case "parameter": {
      const other = `${input.name}·另`;
      const parameter = base.parameters.get(input.name)!;
      const parameters = new Map(base.parameters).set(other, { ...parameter, name: other });
      const both = { ...base, parameters };
      const renamed = rewriteProgram(both, {
        term: (term) =>
          term.kind === "parameter" && term.name === input.name ? { ...term, name: other } : null,
      });
      const { type } = parameter;
      const read = (name: string): Term => ({
        kind: "parameter",
        name,
        region: null,
        type,
        origin: reader.origin,
      });
      const focus = parameter.regional === null ? [known(read(input.name)), known(read(other))] : [];
      return [{ left: sideOf(both, reader), right: sideOf(renamed, reader), focus }];
    }
    case "reading": {
      const [first, ...others] = program.readings.get(input.name)!.options.map(({ number }) => number);
      const taking = (option: number) => sideOf(withAdopted(base, new Map([[input.name, option]])), reader);
      return others.map((option) => ({ left: taking(first!), right: taking(option), focus: [] }));
    }
  }
};

const sideOf = (program: Program, { id }: Decision): Variant["left"] => ({
  program,
  decision: program.decisions.find((decision) => decision.id === id) ?? null,
});

/** A value that is missing shows nothing of what a value does. */
const known = (term: Term): Focus => {
  const condition: Condition = { kind: "same", left: term, right: term, origin: term.origin };
  return { side: "left", condition, levels: [1] };
};
