import * as fc from "fast-check";
import { comparedWithAllWorlds, type Solvers } from "./disagreements.ts";
import { arbitrarySmallProgram } from "./small-program.ts";

/** So many programs for one seed. */
const EACH = 10;

/** Compares the programs of a seed with all their worlds; what is wrong is told with the seed and the number. */
export const tryPrograms = async (
  seed: number,
  solvers: Solvers,
  tally: Record<string, number>,
): Promise<readonly string[]> => {
  const wrong: string[] = [];
  for (const [index, small] of fc.sample(arbitrarySmallProgram, { seed, numRuns: EACH }).entries()) {
    const compared = await comparedWithAllWorlds(small, solvers);
    wrong.push(...compared.wrong.map((each) => `${seed}·${index}: ${each}`));
    const { asked, undecided } = compared;
    for (const [name, times] of Object.entries({ programs: 1, ...compared.told, asked, undecided }))
      tally[name] = (tally[name] ?? 0) + times;
  }
  return wrong;
};
