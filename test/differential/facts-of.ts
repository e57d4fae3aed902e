import { createFacts, type IndexedFacts } from "../../compiler/data/facts.ts";
import type { Scenario } from "../generators/program.ts";

/** The register of a scenario as the loader would hand it over, with its indexes. */
export const factsOf = ({ program, world }: Scenario): IndexedFacts =>
  createFacts(world.records, {
    objects: program.objects.keys(),
    distances: world.distances ?? [],
    parameters: [...(world.parameters ?? [])].flatMap(([name, values]) =>
      values.map((value) => ({ name, ...value })),
    ),
    reasons: recordedReasons({ program, world }),
  });

/** A recorded reason is about a record of the object that its rule judges. */
export const recordedReasons = ({ program, world }: Pick<Scenario, "program" | "world">) =>
  (world.recordedReasons ?? []).flatMap(({ id, rule, reason }) => {
    const decision = program.decisions.find((each) => each.name === rule);
    return decision === undefined ? [] : [{ object: decision.object, id, rule, reason }];
  });
