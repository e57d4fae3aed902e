import type { PolicyAnalysis } from "../worker-api.ts";

/** The analysis of the page; its code is fetched when it is first asked for. */
export const createPolicyAnalysis = (): PolicyAnalysis => {
  let started: Promise<PolicyAnalysis> | null = null;
  const analyser = (): Promise<PolicyAnalysis> => {
    started ??= import("./analyser.ts").then(({ createAnalyser }) => createAnalyser());
    return started;
  };
  return {
    analyse: async (texts, version, at) => (await analyser()).analyse(texts, version, at),
    suggestionsFor: async (version, finding) => (await analyser()).suggestionsFor(version, finding),
    measure: async (version, finding, files, mappings) =>
      (await analyser()).measure(version, finding, files, mappings),
  };
};
