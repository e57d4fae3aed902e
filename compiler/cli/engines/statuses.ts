import type { Decision } from "../../model/ir.ts";
import type { Refusal } from "../../generate/index.ts";
import { hasFindings } from "../../report/check-report.ts";
import { objectsOf, statusCsv, statusTables } from "../../report/status-table.ts";
import type { RunnablePolicy } from "../compiled-policy.ts";
import { checkStatuses } from "../duckdb/check-statuses.ts";
import { BeyondRange, refusedBySql } from "../duckdb/evaluate-statuses.ts";
import { emit } from "../emit.ts";
import { evaluatePolicy, loadRegister, type EvaluationRequest } from "../evaluation.ts";
import type { ExitCode } from "../command.ts";
import { CommandFailure } from "../failure.ts";
import type { Io } from "../io.ts";
import { DATA_LIMIT, registerSize } from "../register.ts";
import { statusPlaces, tellAboutData } from "../status-output.ts";
import { DEFAULT_ENGINE, type EngineName } from "./choose.ts";

export interface StatusesRequest extends Omit<EvaluationRequest, "engine"> {
  readonly data: string;
  readonly decisions: readonly Decision[];
  readonly engine: EngineName;
  readonly output: string | undefined;
  readonly all: boolean;
  readonly strict: boolean;
}

/** `check --format statuses` by the engine that was chosen, or by another one where that cannot do it exactly. */
export const checkStatusesOf = async (
  io: Io,
  policy: RunnablePolicy,
  request: StatusesRequest,
): Promise<ExitCode> => {
  if (request.engine !== "duckdb") return checkInMemory(io, policy, request);
  const refused = refusedBySql({ ...request, program: policy.program });
  if (refused.length > 0 && (await fitsIntoMemory(io, request))) {
    io.writeError(`${namesOf(refused)}不能由数据库核对，改由 ${DEFAULT_ENGINE} 引擎核对。\n`);
    return checkInMemory(io, policy, request);
  }
  const left = new Set(refused.map(({ decision }) => decision));
  const decisions = request.decisions.filter(({ id }) => !left.has(id));
  tellRefusals(io, refused);
  if (decisions.length === 0) throw new CommandFailure("没有可以由数据库核对的规则。");
  try {
    const found = await checkStatuses(io, { ...request, decisions, program: policy.program });
    return found.hasFindings || refused.length > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof BeyondRange)) throw error;
    const names = error.decisions.map((id) => `“${id}”`).join("、");
    if (!(await fitsIntoMemory(io, request))) {
      throw new CommandFailure(
        `${names}在部分记录上的数值超出数据库的精度，不能得出准确的结果。`,
        "请用 --only 去掉这些规则，或者拆分数据后用 --engine javascript 核对。",
      );
    }
    io.writeError(`${names}在部分记录上的数值超出数据库的精度，改由 ${DEFAULT_ENGINE} 引擎核对。\n`);
    return checkInMemory(io, policy, request);
  }
};

const checkInMemory = async (io: Io, policy: RunnablePolicy, request: StatusesRequest): Promise<ExitCode> => {
  const { decisions, engine, output, data, all, strict, ...evaluation } = request;
  const places = await statusPlaces(io, objectsOf(decisions), output);
  const register = await loadRegister(io, policy.program, data, strict);
  const report = await evaluatePolicy(io, policy, register, {
    ...evaluation,
    engine: engine === "duckdb" ? DEFAULT_ENGINE : engine,
    statusesOnly: true,
  });
  tellAboutData(io, report, all);
  for (const table of statusTables(decisions, report.outcomes)) {
    const place = places.find(({ object }) => object === table.object);
    await emit(io, statusCsv(table), place?.path ?? undefined);
  }
  return hasFindings(report) ? 1 : 0;
};

/** The loader can read every file, and the results can be held. */
const fitsIntoMemory = async (io: Io, { data, output }: StatusesRequest): Promise<boolean> => {
  const { largest, parquet } = await registerSize(io, data);
  return largest <= DATA_LIMIT && !parquet && !/\.parquet$/i.test(output ?? "");
};

const tellRefusals = (io: Io, refused: readonly Refusal[]): void => {
  if (refused.length === 0) return;
  io.writeError(`${io.paint("warning", "没有核对的规则：")}共${refused.length}条。\n`);
  for (const { message } of refused) io.writeError(`  ${message}\n`);
};

const namesOf = (refused: readonly Refusal[]): string =>
  refused.map(({ decision }) => `“${decision}”`).join("、");
