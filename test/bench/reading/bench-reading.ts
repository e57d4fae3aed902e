import { spawnSync } from "node:child_process";
import { compile, createWorkspaceMemo } from "../../../compiler/index.ts";
import { race, type Measured } from "../support/measure.ts";
import type { Group, Line } from "../support/table.ts";
import { largePolicy, largeVocabulary } from "./large-policy.ts";

/**
 * Reading and checking a policy. The baseline is the same text as a JSON list of short words, read by JSON.parse:
 * native code that makes one string a word and knows no language.
 */
export const benchReading = async (): Promise<readonly Group[]> => {
  const groups: Group[] = [];
  for (const rules of [100, 400, 800]) groups.push(await readingOf(rules));
  for (const city of ["yangjiang", "mudanjiang"]) groups.push(await coldStart(city));
  return groups;
};

const vocabulary = { name: "vocabulary.tiaowen", text: largeVocabulary() };
const policyOf = (text: string) => ({ policy: { name: "policy.tiaowen", text }, vocabularies: [vocabulary] });

const readingOf = async (rules: number): Promise<Group> => {
  const text = largePolicy(rules);
  const errors = compile(policyOf(text)).diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(`the bench policy has errors: ${errors[0]!.message}`);
  const words = JSON.stringify(text.match(/[\s\S]{1,3}/g));
  const memo = createWorkspaceMemo();
  compile(policyOf(text), memo);
  const middle = text.indexOf("年度业务量低于", text.length >> 1);
  let edits = 0;
  // Every other edit is a digit longer, so that all that stands behind it moves, as while somebody types.
  const edited = (): string => {
    edits += 1;
    return `${text.slice(0, middle)}年度业务量低于${(edits % 2 === 0 ? 10 : 100) + edits}${text.slice(middle + 7).replace(/^\d+/, "")}`;
  };
  const baseline = {
    name: "同样的文字作为 JSON 词表读入",
    records: 1,
    run: () => {
      const read: unknown = JSON.parse(words);
      if (!Array.isArray(read)) throw new Error("the baseline read nothing");
    },
  };
  const whole = { name: "断词、解析、检查", records: 1, run: () => void compile(policyOf(text)) };
  const edit = { name: "改一块后重做", records: 1, run: () => void compile(policyOf(edited()), memo) };
  // An edit comes alone: whoever types does not read the whole policy anew between two letters.
  const lines = [
    ...(await race([baseline, whole], 21, 7)),
    ...(await race([baseline, edit], 41, 14)).slice(1),
  ];
  const atMost = rules === 400 ? [undefined, 60, 8] : [];
  return {
    title: `读入${rules}条规则`,
    lines: lines.map((each, index) => toLine(each, index, atMost[index])),
  };
};

const coldStart = async (city: string): Promise<Group> => {
  const command = ["check", `policies/${city}`, "--data", `policies/${city}/data`, "--at", "2025-06-01"];
  const measured = await race(
    [
      { name: "空的 node 进程", records: 1, run: () => void spawnSync(process.execPath, ["-e", "0"]) },
      {
        name: "check",
        records: 1,
        run: () => {
          const { status } = spawnSync(process.execPath, ["dist/tiaowen.js", ...command]);
          if (status === 2) throw new Error(`${city} could not be checked`);
        },
      },
    ],
    5,
    2,
  );
  return {
    title: `冷启动：${city}`,
    lines: measured.map((each, index) => toLine(each, index, index === 1 ? 1500 : undefined)),
  };
};

const toLine = (
  { name, milliseconds, ratio, spread }: Measured,
  index: number,
  atMost: number | undefined,
): Line => ({
  name,
  time: milliseconds,
  unit: "ms",
  ratio: index === 0 ? null : ratio,
  ...(index === 0 ? {} : { spread }),
  ...(atMost === undefined ? {} : { target: { of: "time", atMost } }),
});
