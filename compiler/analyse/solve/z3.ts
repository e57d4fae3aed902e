import type { Z3LowLevel } from "z3-solver";
import { multiply, rational, type Rational } from "../../../language/index.ts";
import type { Answer, Model, Question, SecondSolver, SolverLimits } from "../formula.ts";
import { holds } from "./holds.ts";
import { polish } from "./polish.ts";
import { isPossible } from "./possible.ts";
import { problemOf } from "./problem.ts";
import { smtText, type SmtText } from "./smt-text.ts";

/**
 * Z3, which is loaded when the first question comes. Questions are answered one after the other, because Z3 can
 * judge only one at a time. What it finds is put into the formula before it is told.
 *
 * It runs on threads. While it judges they keep the process alive, afterwards they do not (Node 20 and later), so
 * a program may just finish; `end` ends the threads at once and lets go of the memory. In a page it needs shared
 * memory (the headers COOP and COEP) and its script beside the page; where that is missing the answer is undecided.
 */
export const createSecondSolver = (): SecondSolver & { end(): Promise<void> } => {
  let loaded: Promise<Loaded> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const answer = async (question: Question, limits: SolverLimits): Promise<Answer> => {
    let z3: Loaded;
    try {
      z3 = await (loaded ??= load());
    } catch (error) {
      loaded = null;
      return undecided(`第二求解程序未能启动（${messageOf(error)}），因此未能判定。`);
    }
    try {
      return await inTime(ask(z3, question, limits), limits.milliseconds + GRACE);
    } catch (error) {
      // What went wrong may have spoilt the memory: the next question gets a new one.
      loaded = null;
      await z3.end().catch(() => null);
      return undecided(`第二求解程序运行出错（${messageOf(error)}），因此未能判定。`);
    }
  };
  return {
    solve: (question, limits) => {
      const next = last.then(() => answer(question, limits));
      last = next;
      return next;
    },
    end: async () => {
      await last;
      const ending = loaded;
      loaded = null;
      const z3 = await ending?.catch(() => null);
      if (z3) await z3.end();
    },
  };
};

interface Loaded {
  readonly api: Api;
  end(): Promise<void>;
}

type Api = Z3LowLevel["Z3"];
type Context = ReturnType<Api["mk_context"]>;
type Z3Model = ReturnType<Api["solver_get_model"]>;

const load = async (): Promise<Loaded> => {
  const { init, killThreads } = await import("z3-solver");
  const { Z3, em } = await init();
  return { api: Z3, end: () => killThreads(em) };
};

const ask = async ({ api }: Loaded, question: Question, limits: SolverLimits): Promise<Answer> => {
  // A choice without options or a range without numbers cannot be declared.
  const problem = problemOf(question);
  if (problem === null) return { kind: "unsatisfiable" };
  const text = smtText(question);
  const config = api.mk_config();
  const context = api.mk_context(config);
  api.del_config(config);
  const solver = api.mk_solver(context);
  api.solver_inc_ref(context, solver);
  const parameters = api.mk_params(context);
  api.params_inc_ref(context, parameters);
  try {
    const timeout = api.mk_string_symbol(context, "timeout");
    api.params_set_uint(context, parameters, timeout, Math.max(1, Math.ceil(limits.milliseconds)));
    api.solver_set_params(context, solver, parameters);
    api.solver_from_string(context, solver, text.text);
    // A text that is not understood leaves a solver without questions, which would say yes.
    const code: number = api.get_error_code(context);
    if (code !== 0) throw new Error(api.get_error_msg(context, code));
    const result: number = await api.solver_check(context, solver);
    if (result === UNSATISFIABLE) return { kind: "unsatisfiable" };
    if (result !== SATISFIABLE)
      return undecided(`第二求解程序在 ${limits.milliseconds} 毫秒内未得出有解或者无解的结论。`);
    const model = readModel(api, context, api.solver_get_model(context, solver), question, text);
    if (!isPossible(question.variables, model) || !holds(question.formula, model))
      return undecided("第二求解程序给出的一组取值代回原式后不成立，因此不作结论。");
    return { kind: "satisfiable", model: polish(problem, model) };
  } finally {
    api.params_dec_ref(context, parameters);
    api.solver_dec_ref(context, solver);
    api.del_context(context);
  }
};

const SATISFIABLE = 1;
const UNSATISFIABLE = -1;

const readModel = (api: Api, context: Context, model: Z3Model, question: Question, text: SmtText): Model => {
  api.model_inc_ref(context, model);
  const values = new Map<string, string>();
  for (let index = 0; index < api.model_get_num_consts(context, model); index++) {
    const declared = api.model_get_const_decl(context, model, index);
    const value = api.model_get_const_interp(context, model, declared);
    if (value === null) continue;
    const name = api.get_symbol_string(context, api.get_decl_name(context, declared));
    values.set(
      name,
      api.is_numeral_ast(context, value)
        ? api.get_numeral_string(context, value)
        : api.ast_to_string(context, value),
    );
  }
  api.model_dec_ref(context, model);
  const { choices, numbers } = question.variables;
  return {
    choices: new Map(
      [...choices.keys()].map((name) => [name, optionOf(values.get(text.choices.get(name)!))]),
    ),
    numbers: new Map(
      [...numbers].map(([name, { step }]) => {
        const value = fractionOf(values.get(text.numbers.get(name)!));
        return [name, step === null ? value : multiply(step, value)];
      }),
    ),
  };
};

/** A variable without a value can have any; it then has the first option, and zero as number. */
const optionOf = (text: string | undefined): number =>
  text === "true" ? 1 : Number(fractionOf(text).numerator);

const fractionOf = (text: string | undefined): Rational => {
  const match = /^(-?\d+)(?:\/(\d+))?$/.exec(text ?? "");
  return match ? rational(BigInt(match[1]!), BigInt(match[2] ?? "1")) : rational(0);
};

/** Fails where an answer does not come at all, as when a thread has died. */
const inTime = async (answer: Promise<Answer>, milliseconds: number): Promise<Answer> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("没有应答")), milliseconds);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** How long over its own time limit the solver may take to answer, in milliseconds. */
const GRACE = 10_000;

const undecided = (reason: string): Answer => ({ kind: "undecided", reason });

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
