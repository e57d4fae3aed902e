import { explain } from "../../../compiler/evaluate/index.ts";
import { readDay, type LoadedFacts } from "../../../compiler/data/index.ts";
import type { Evaluation, RunResults } from "../worker-api.ts";
import { acceptActual } from "./accept-actual.ts";
import { caseFrom } from "./case-of.ts";
import { casesReport } from "./cases.ts";
import { exportResults } from "./export-results.ts";
import { createPolicyReader, type LoadedPolicy } from "./loaded-policy.ts";
import { mapPoints } from "./points.ts";
import { reachFrom } from "./reach.ts";
import { recordCard } from "./record-card.ts";
import { openRegister, previewRegister, readFacts, registerInWords, type Register } from "./register.ts";
import type { Results } from "./results.ts";
import { runRules } from "./run.ts";
import { createViewer, type Viewer } from "./view.ts";
import { whatIf } from "./what-if.ts";

/**
 * One policy, one register, one run. What is asked about a result is answered from the rules and data of the run that
 * gave it, also where the text has changed since.
 */
export const createEvaluation = (): Evaluation => {
  const readPolicy = createPolicyReader();
  let policy: LoadedPolicy | null = null;
  let register: Register = { files: [], problems: [], notedAsSynthetic: false };
  let read: {
    readonly policy: LoadedPolicy;
    readonly register: Register;
    readonly loaded: LoadedFacts;
  } | null = null;
  let last: { readonly results: Results; readonly view: Viewer } | null = null;
  let turn = 0;
  let loads = 0;

  /** Changed rules may declare other fields: the register is read again for them, when it is next needed. */
  const facts = (current: LoadedPolicy): LoadedFacts => {
    if (read?.policy !== current || read.register !== register)
      read = { policy: current, register, loaded: readFacts(current.program, register) };
    return read.loaded;
  };

  /** Rules and data of the last run; before it, those that would be run. */
  const shownFacts = () => {
    if (last !== null) return { policy: last.results.policy, loaded: last.results.loaded };
    return policy === null ? null : { policy, loaded: facts(policy) };
  };

  return {
    setPolicy: async (texts, version) => {
      const reading = readPolicy(texts, version);
      if (reading.kind === "refused") return reading.sentences;
      policy = reading.policy;
      return [];
    },
    preview: async (files) => previewRegister({ objects: policy?.program.objects ?? new Map() }, files),
    load: async (files, mappings) => {
      const current = policy;
      if (current === null) return NOTHING_LOADED;
      // A run on the data that are replaced has nothing more to say.
      turn += 1;
      loads += 1;
      const mine = loads;
      const opened = await openRegister(current.program, files, mappings);
      // Files that were opened later are the ones that count, though these took longer.
      if (mine !== loads) return registerInWords(opened, readFacts(current.program, opened));
      // So has a run that was begun while the files were being read.
      turn += 1;
      register = opened;
      last = null;
      return registerInWords(register, facts(current));
    },
    run: async (at, only, progress): Promise<RunResults | null> => {
      const day = readDay(at);
      turn += 1;
      const mine = turn;
      if (policy === null || day === null) return null;
      const input = { policy, register, loaded: facts(policy), at: day, only };
      const results = await runRules(input, progress, () => mine !== turn);
      if (results === null) return null;
      last = { results, view: createViewer(results) };
      return results.shown;
    },
    cancel: async () => {
      turn += 1;
    },
    view: async (filter, order) => last?.view(filter, order) ?? { rows: new Uint32Array(), groups: [] },
    explain: async (target) => {
      if (last === null) return null;
      const { policy: used, loaded, at } = last.results;
      return explain(used.program, loaded.facts, { at }, target);
    },
    record: async (object, id) => {
      const shown = shownFacts();
      return shown === null ? null : recordCard(shown.policy.program, shown.loaded.facts, object, id);
    },
    whatIf: async (target, changes) => {
      if (last === null) return { explanation: null, problems: [], others: [] };
      const { policy: used, loaded, at } = last.results;
      return whatIf(used.program, loaded.facts, at, target, changes);
    },
    caseOf: async (target, name, changes) =>
      last === null ? null : caseFrom(last.results, target, name, changes),
    points: async () => {
      const shown = shownFacts();
      return shown === null ? [] : mapPoints(shown.policy.program, shown.loaded.facts);
    },
    reach: async (target) => {
      if (last === null) return null;
      const { policy: used, loaded, at } = last.results;
      return reachFrom(used.program, loaded.facts, at, target);
    },
    runCases: async (version) => (policy?.version === version ? casesReport(policy) : null),
    acceptActual: async (name) => (policy === null ? null : acceptActual(policy, name)),
    export: async (format, rows) => {
      if (last === null) throw new Error("还没有执行结果，请先运行，再导出。");
      return exportResults(last.results, format, rows);
    },
  };
};

const NOTHING_LOADED = {
  records: [],
  errors: [],
  errorsLeft: 0,
  notes: ["政策还不能执行，数据没有读取。请先改正政策中的错误。"],
  synthetic: false,
} as const;
