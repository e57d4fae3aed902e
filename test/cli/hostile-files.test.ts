import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { temporaryFolder, tiaowen } from "./run-command.ts";
import { STALL_DATA, STALL_POLICY } from "./stall-policy.ts";

const COMMANDS = ["lint", "structure", "coverage", "fmt", "stages", "test", "verify"] as const;

/** Commands that ended otherwise than with 0, 1 or 2, or with the message about a defect of ours. */
const failures = async (text: string): Promise<string[]> => {
  const folder = temporaryFolder({ "p.tiaowen": text, ...STALL_DATA });
  const failed: string[] = [];
  const runs = [
    ...COMMANDS.map((command) => [command, "p.tiaowen"]),
    ["check", ".", "--data", "data", "--at", "2025-06-01"],
  ];
  for (const argv of runs) {
    const { code, errors } = await tiaowen(folder, ...argv);
    if (code > 2 || errors.includes("程序内部出错")) failed.push(`${argv[0]}: ${errors}`);
  }
  return failed;
};

describe("no file is a crash", () => {
  test("random texts of the language's own characters", async () => {
    const unit = fc.constantFrom(
      ..."【】政策规则完第一条款项（）「」，；。：的应当不得原则上10笔\n　《》".split(""),
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, maxLength: 200 }), async (text) => {
        expect(await failures(`【政策】\n${text}`)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test("a policy with a piece cut out or put in", async () => {
    const place = fc.integer({ min: 0, max: STALL_POLICY.length });
    const piece = fc.string({ unit: "grapheme", maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 0, max: 40 }), piece, async (at, length, inserted) => {
        const text = STALL_POLICY.slice(0, at) + inserted + STALL_POLICY.slice(at + length);
        expect(await failures(text)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("names that mean something to JavaScript or to a spreadsheet are data", async () => {
    const data = {
      "data/摊位.csv": "编号,名称,__proto__,占用消防通道\n__proto__,=1+1,@x,是\nconstructor,+2,-3,否\n",
    };
    const folder = temporaryFolder({ "p.tiaowen": STALL_POLICY, ...data });
    const { output } = await tiaowen(
      folder,
      "check",
      "p.tiaowen",
      "--data",
      "data",
      "--at",
      "2025-06-01",
      "-f",
      "csv",
    );
    expect(output).toContain(",__proto__,'=1+1,收回,");
    expect(output).toContain(",constructor,'+2,收回,");
  });
});
