import * as fc from "fast-check";
import type { Candidates, Condition, Scope, Subject, Term } from "../../compiler/model/ir.ts";
import { rational } from "../../language/index.ts";
import { literal, origin, usedParameter, variable } from "../support/program-builder.ts";
import { subjectsLike, subjectsOf, type Around } from "./around.ts";
import { arbitraryCondition } from "./condition.ts";
import { CITY, coordinateOf, DISTRICT, METRES, referencesOf, SHOP } from "./schema.ts";
import { arbitraryNumber } from "./term.ts";

/** Records of one object somewhere around the outer subject, with a condition that may speak of both. */
export const arbitraryCandidates = (scope: Around, depth: number): fc.Arbitrary<Candidates> =>
  fc.constantFrom(SHOP, SHOP, SHOP, DISTRICT, CITY).chain((object) => {
    const index = scope.variables.length;
    const inside = { ...scope, variables: [...scope.variables, variable(object, index)] };
    const outer = subjectsLike(scope, object).filter(({ kind }) => kind === "variable");
    return fc
      .record({
        scope: arbitraryScope(scope, object),
        where: fc.oneof(
          { weight: 1, arbitrary: fc.constant<Condition>(ANY) },
          { weight: 4, arbitrary: arbitraryCondition(inside, Math.max(0, Math.min(1, depth - 1))) },
        ),
        except: fc.constantFrom(null, ...outer),
      })
      .map((parts): Candidates => ({
        object,
        variable: index,
        ...parts,
        origin: origin(`${parts.where.origin.words}的${object}`),
      }));
  });

const ANY: Condition = { kind: "constant", value: true, origin: origin("全部") };

const arbitraryScope = (scope: Around, object: string): fc.Arbitrary<Scope> => {
  const regions: Scope[] = referencesOf(object).flatMap(({ name, object: region }) =>
    subjectsLike(scope, region).map((subject): Scope => ({ kind: "region", region: subject, field: name })),
  );
  const found: { weight: number; arbitrary: fc.Arbitrary<Scope> }[] = [
    { weight: 2, arbitrary: fc.constant<Scope>({ kind: "everywhere" }) },
    { weight: 3, arbitrary: arbitraryDistance(scope, object) },
  ];
  if (regions.length > 0) found.push({ weight: 4, arbitrary: fc.constantFrom(...regions) });
  return fc.oneof(...found);
};

/** From the nearest record around, or one that it leads to; a city has no place. */
const arbitraryDistance = (scope: Around, object: string): fc.Arbitrary<Scope> => {
  const [first] = scope.variables;
  const subjects: readonly Subject[] = [
    first!,
    first!,
    first!,
    scope.variables.at(-1)!,
    ...subjectsOf(scope),
  ];
  return fc
    .tuple(
      fc.constantFrom("walking", "straight"),
      fc.oneof(
        { weight: 5, arbitrary: limit },
        { weight: 1, arbitrary: fc.constant(usedParameter("限制距离", METRES)) },
        { weight: 1, arbitrary: arbitraryNumber(scope, 0, METRES) },
      ),
      fc.constantFrom(...subjects),
    )
    .map(([metric, metres, from]): Scope => ({
      kind: "distance",
      metric,
      limit: metres,
      from,
      fromField: coordinateOf(from.object),
      toField: coordinateOf(object),
    }));
};

/** One step of the grid of random places is 1111.951 metres to the north. */
const limit: fc.Arbitrary<Term> = fc
  .constantFrom(0n, 1_000_000n, 1_111_950n, 1_111_951n, 1_500_000n, 2_500_000n)
  .map((millimetres) => literal({ kind: "number", value: rational(millimetres, 1000n) }, METRES));
