import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createEvaluation } from "../../../../editor/worker/evaluation/session.ts";
import type {
  Evaluation,
  PolicyTexts,
  RegisterFile,
  RunResults,
} from "../../../../editor/worker/worker-api.ts";

const root = join(import.meta.dirname, "../../../..");

export const CITIES = {
  阳江: { policy: "policies/yangjiang/2025.tiaowen", data: "policies/yangjiang/data", at: "2025-12-31" },
  牡丹江: {
    policy: "policies/mudanjiang/2025-draft.tiaowen",
    data: "policies/mudanjiang/data",
    at: "2026-03-01",
  },
} as const;

export type City = keyof typeof CITIES;

export const cityTexts = (city: City): PolicyTexts => {
  const path = "policies/vocabulary/医保定点.tiaowen";
  return {
    path: CITIES[city].policy,
    text: readFileSync(join(root, CITIES[city].policy), "utf8"),
    vocabularies: [{ path, text: readFileSync(join(root, path), "utf8") }],
  };
};

/** The data folder with values for the parameters that the policy leaves open. */
export const cityFiles = (city: City): readonly RegisterFile[] => {
  const read = (folder: string): RegisterFile[] =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => ({ name, bytes: new Uint8Array(readFileSync(join(root, folder, name))) }));
  return [
    ...read(CITIES[city].data),
    ...read(`${CITIES[city].data}/example-parameters`).filter(({ name }) => name.endsWith(".csv")),
  ];
};

export const quiet = (): void => undefined;

/** A session in which a city has been run. */
export const cityRun = async (
  city: City,
): Promise<{ readonly session: Evaluation; readonly results: RunResults }> => {
  const session = createEvaluation();
  const refused = await session.setPolicy(cityTexts(city), 1);
  if (refused.length > 0) throw new Error(refused.join("\n"));
  await session.load(cityFiles(city), []);
  const results = await session.run(CITIES[city].at, null, quiet);
  if (results === null) throw new Error("the run was not finished");
  return { session, results };
};
