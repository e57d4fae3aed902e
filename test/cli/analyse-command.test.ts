import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "../../compiler/cli/main.ts";
import { plain } from "../../compiler/report/tone.ts";
import { tiaowen as inProject } from "../support/tiaowen.ts";
import { temporaryFolder, tiaowen } from "./run-command.ts";

interface Found {
  readonly code: string;
  readonly provisions: readonly string[];
  readonly message: string;
  readonly witness: {
    readonly at: string;
    readonly records: readonly {
      readonly object: string;
      readonly id: string;
      readonly facts: Readonly<Record<string, unknown>>;
    }[];
    readonly distances: readonly unknown[];
    readonly parameters: Readonly<Record<string, unknown>>;
    readonly readings: Readonly<Record<string, number>>;
    readonly results: readonly {
      readonly rule: string;
      readonly status: string;
      readonly value: string | null;
    }[];
    readonly case: string | null;
  } | null;
  readonly verdict: string;
  readonly suggestion: string | null;
  readonly severity: string;
  readonly rules: readonly string[];
  readonly line: number;
  readonly sensitivity?: {
    readonly complete: boolean;
    readonly steps: readonly {
      readonly range: string;
      readonly results: readonly {
        readonly counts: readonly { readonly result: string; readonly count: number }[];
      }[];
      readonly moved: number;
    }[];
  };
}

const policyOf = (rules: string, more = ""): string => `【政策】
名称：示例办法；
施行：2025年1月1日；
【对象】摊位
面积：数值（平方米）；
投诉次数：整数（次）；
持有许可证：是否；
占用消防通道：是否（由市消防救援机构裁量）。
【措施】
停止营业、给予奖励。
${more}【完】
第一条　摊位的管理，依照本条规定。
${rules}
【完】
`;

const OVERLAPPING = policyOf(`【认定】规模
摊位的规模，按照下列规定认定：
（一）面积10平方米以下，为小型；
（二）持有许可证，为大型。`);

const CLEAN = policyOf(`【规则】无证停业
未持有许可证的摊位，停止营业。`);

const jsonOf = async (...argv: readonly string[]): Promise<readonly Found[]> => {
  const { output, errors } = await inProject("analyse", ...argv, "--format", "json");
  expect(errors).toBe("");
  return JSON.parse(output) as readonly Found[];
};

describe("the two cities", () => {
  test("牡丹江: overlaps of 第十八条 with their records, data that move with open parameters", async () => {
    const city = "policies/mudanjiang";
    const found = await jsonOf(city, "--data", `${city}/data`, "--at", "2026-03-01");
    const overlaps = found.filter(({ code }) => code === "class-overlap");
    expect(overlaps.length).toBeGreaterThanOrEqual(4);
    for (const { provisions, witness, verdict } of overlaps) {
      expect(provisions).toEqual(["第十八条"]);
      expect(verdict).toBe("shown");
      expect(witness?.results[0]).toMatchObject({ rule: "管理类别", status: "冲突" });
      expect(witness?.case).toContain("【用例】");
    }
    const limit = found.find(
      ({ code, rules }) => code === "parameter-sensitivity" && rules.includes("业务量极少标准"),
    )!;
    const steps = limit.sensitivity!.steps;
    const withdrawn = steps.map(
      ({ results }) => results[0]!.counts.find(({ result }) => result === "成立")?.count ?? 0,
    );
    expect(limit.sensitivity!.complete).toBe(true);
    expect(steps.length).toBeGreaterThan(5);
    expect(withdrawn).toEqual(withdrawn.toSorted((left, right) => left - right));
    expect(found.map(({ line }) => line)).toEqual(
      found.map(({ line }) => line).toSorted((left, right) => left - right),
    );
  }, 60_000);

  test("阳江: findings stand under the provisions of the text, in its order", async () => {
    const { code, output } = await inProject("analyse", "policies/yangjiang");
    expect(code).toBe(1);
    expect(output).toContain("阳江市医疗保障定点医药机构资源配置工作指引（试行）　规则分析");
    expect(output).toContain("没有指明基准日");
    expect(output.indexOf("\n三（一）\n")).toBeGreaterThan(0);
    expect(output.indexOf("\n三（一）\n")).toBeLessThan(output.indexOf("\n四、首段\n"));
    expect(output).toContain("药店服务圈");
    expect(output.trimEnd().split("\n").at(-1)).toMatch(/^发现.*共判定\d+个问题.*用时/u);
  }, 60_000);
});

describe("the command", () => {
  test("ends with 1 on a warning, with 0 where nothing but hints is found, with 2 where it cannot run", async () => {
    const folder = temporaryFolder({
      "overlap.tiaowen": OVERLAPPING,
      "clean.tiaowen": CLEAN,
      "broken.tiaowen": policyOf("【规则】坏\n摊位没有的字段，停止营业。"),
    });
    const overlap = await tiaowen(folder, "analyse", "overlap.tiaowen");
    expect(overlap.code).toBe(1);
    expect(overlap.output).toContain("已举例并经核对");
    expect(overlap.output).toContain("摊位「甲」的规模：冲突（小型、大型）");
    expect((await tiaowen(folder, "analyse", "clean.tiaowen")).code).toBe(0);
    const broken = await tiaowen(folder, "analyse", "broken.tiaowen");
    expect(broken).toMatchObject({ code: 2, output: "" });
    expect(broken.errors).toContain("处错误，不能执行");
  });

  test("a text without rules is not called clean", async () => {
    const folder = temporaryFolder({ "a.txt": "第一条　摊位应当持有许可证。\n" });
    const { output } = await tiaowen(folder, "analyse", "a.txt");
    expect(output).toContain("这份文件还没有规则");
    expect(output).toContain("没有规则，未作分析。");
    expect(output).not.toContain("没有发现问题");
  });

  test("writes no text under the name of a Word file", async () => {
    const folder = temporaryFolder({ "p.tiaowen": CLEAN });
    for (const command of ["analyse", "mutate"]) {
      const { code, errors } = await tiaowen(folder, command, "p.tiaowen", "--output", "a.docx");
      expect(code).toBe(2);
      expect(errors).toContain("不能写成 .docx 文件");
    }
    expect(existsSync(join(folder, "a.docx"))).toBe(false);
  });

  test("what is added is told with its place, each line marked", async () => {
    const conflict = policyOf(`【规则】甲
未持有许可证的摊位，应当停止营业。
【规则】乙
面积不满1平方米的摊位，不得停止营业。`);
    const gap = policyOf(`【认定】规模
摊位的规模，按照下列规定认定：
（一）持有许可证，为大型。`);
    const folder = temporaryFolder({ "conflict.tiaowen": conflict, "gap.tiaowen": gap });
    const added = (await tiaowen(folder, "analyse", "conflict.tiaowen")).output;
    const line = conflict.split("\n").findIndex((each) => each.startsWith("面积不满")) + 1;
    expect(added).toContain(`在第${line}行之后增加：`);
    expect(added).toMatch(/ {6}＋ 【例外】[^\n]*\n {6}＋ /u);
    const { output } = await tiaowen(folder, "analyse", "gap.tiaowen");
    expect(output).toContain("（一）持有许可证，为大型");
    expect(output).not.toContain("【完】");
    expect(output).not.toContain("之后增加：");
  });

  test("gives JSON with the promised keys and exact numbers in units", async () => {
    const folder = temporaryFolder({ "p.tiaowen": OVERLAPPING });
    const { output } = await tiaowen(
      folder,
      "analyse",
      "p.tiaowen",
      "--format",
      "json",
      "--only",
      "class-overlap",
    );
    const [found, ...others] = JSON.parse(output) as readonly Found[];
    expect(others).toEqual([]);
    expect(Object.keys(found!)).toEqual(
      expect.arrayContaining(["code", "provisions", "message", "witness", "verdict", "suggestion"]),
    );
    expect(found).toMatchObject({ code: "class-overlap", provisions: ["第一条"], verdict: "shown" });
    const { witness } = found!;
    expect(Object.keys(witness!)).toEqual(
      expect.arrayContaining(["at", "records", "distances", "parameters", "readings", "results", "case"]),
    );
    expect(witness!.records).toEqual([
      { object: "摊位", id: "甲", facts: { 面积: expect.stringMatching(/^\d+平方米$/u), 持有许可证: true } },
    ]);
    expect(witness!.results).toEqual([
      { rule: "规模", decision: "规模", status: "冲突", value: "小型、大型" },
    ]);
  });

  test("lists only the kinds that are asked for, in whichever way they are written", async () => {
    const folder = temporaryFolder({ "p.tiaowen": OVERLAPPING });
    const only = async (...codes: readonly string[]): Promise<readonly string[]> => {
      const { output } = await tiaowen(folder, "analyse", "p.tiaowen", "-f", "json", ...codes);
      return (JSON.parse(output) as readonly Found[]).map(({ code }) => code);
    };
    expect(await only("--only", "class-overlap", "class-gap")).toContain("class-overlap");
    expect(await only("--only", "class-gap,parameter-sensitivity")).not.toContain("class-overlap");
  });

  test("leaves what the policy says has been looked at, and lists it with the reason", async () => {
    const looked = OVERLAPPING.replace(
      /【完】\n$/u,
      "【说明】不提示「class-overlap」，理由：由会议研究确定。\n【完】\n",
    );
    const folder = temporaryFolder({ "p.tiaowen": looked });
    const { code, output } = await tiaowen(folder, "analyse", "p.tiaowen", "--only", "class-overlap");
    expect(code).toBe(0);
    expect(output).toContain("已注明不提示的1处");
    expect(output).toContain("class-overlap，理由：由会议研究确定");
    const json = await tiaowen(folder, "analyse", "p.tiaowen", "--only", "class-overlap", "-f", "json");
    expect(JSON.parse(json.output)).toMatchObject([
      { code: "class-overlap", suppressed: "由会议研究确定。" },
    ]);
  });

  test("refuses in plain Chinese what it does not understand", async () => {
    const folder = temporaryFolder({ "p.tiaowen": CLEAN, "数据/摊位.csv": "编号\n甲\n" });
    const refusals: readonly (readonly [readonly string[], string])[] = [
      [["--only", "class-overlaps"], "分析没有代码“class-overlaps”，是否指“class-overlap”？"],
      [["--timeout", "很久"], "--timeout 的值“很久”无效"],
      [["--format", "pdf"], "选项“-f, --format <格式>”的值“pdf”无效"],
      [["--at", "2025-02-30"], "基准日“2025-02-30”不是有效日期"],
      [["--data", "数据"], "缺少基准日"],
      [["--data", "没有", "--at", "2025-06-01"], "无法读取数据目录"],
      [["--within", "没有.tiaowen"], "没有.tiaowen"],
      [["--output", "p.tiaowen"], "是所分析的文件，没有写入"],
    ];
    for (const [options, words] of refusals) {
      const { code, errors } = await tiaowen(folder, "analyse", "p.tiaowen", ...options);
      expect({ options, code, errors }).toEqual({
        options,
        code: 2,
        errors: expect.stringContaining(words),
      });
    }
  });

  test("writes a page that shows what stands in the text as text", async () => {
    const named = OVERLAPPING.replace("示例办法", "示例<script>办法");
    const folder = temporaryFolder({ "p.tiaowen": named });
    await tiaowen(folder, "analyse", "p.tiaowen", "--output", "报告.html");
    const page = readFileSync(join(folder, "报告.html"), "utf8");
    expect(page).toContain("示例&lt;script&gt;办法");
    expect(page).not.toContain("<script");
    expect(page).toContain("已举例并经核对");
    const { output } = await tiaowen(folder, "analyse", "p.tiaowen", "--format", "markdown");
    expect(output).toContain("# 示例\\<script\\>办法　规则分析");
    expect(output).toContain("`class-overlap`");
  });
});

describe("what values of an open parameter do to a register", () => {
  const OPEN = `【参数】投诉标准
单位为次，由市场监督管理局确定。
`;
  const POLICY = policyOf(
    `【规则】投诉停业
投诉次数达到投诉标准的摊位，停止营业。`,
    OPEN,
  );
  const DATA = "编号,投诉次数\n甲,0\n乙,3\n丙,3\n丁,9\n戊,\n";

  test("is told stretch by stretch, every record counted", async () => {
    const folder = temporaryFolder({ "p.tiaowen": POLICY, "数据/摊位.csv": DATA });
    const { output } = await tiaowen(
      folder,
      "analyse",
      "p.tiaowen",
      "--data",
      "数据",
      "--at",
      "2025-06-01",
      "-f",
      "json",
      "--only",
      "parameter-sensitivity",
    );
    const [found] = JSON.parse(output) as readonly Found[];
    expect(
      found!.sensitivity!.steps.map(({ range, moved, results }) => [range, moved, results[0]!.counts]),
    ).toEqual([
      [
        "0次以下",
        0,
        [
          { result: "成立", count: 4 },
          { result: "未知", count: 1 },
        ],
      ],
      [
        "1次至3次",
        1,
        [
          { result: "成立", count: 3 },
          { result: "不成立", count: 1 },
          { result: "未知", count: 1 },
        ],
      ],
      [
        "4次至9次",
        2,
        [
          { result: "成立", count: 1 },
          { result: "不成立", count: 3 },
          { result: "未知", count: 1 },
        ],
      ],
      [
        "10次以上",
        1,
        [
          { result: "不成立", count: 4 },
          { result: "未知", count: 1 },
        ],
      ],
    ]);
    expect(found!.message).toContain("由市场监督管理局确定");
  });

  test("is the same as setting the value and checking", async () => {
    const folder = temporaryFolder({
      "p.tiaowen": POLICY,
      "数据/摊位.csv": DATA,
      "定值/摊位.csv": DATA,
      "定值/参数.csv": "名称,值\n投诉标准,4次\n",
    });
    const { output } = await tiaowen(
      folder,
      "check",
      "p.tiaowen",
      "--data",
      "定值",
      "--at",
      "2025-06-01",
      "-f",
      "json",
    );
    const { results } = JSON.parse(output) as { readonly results: readonly { readonly status: string }[] };
    expect(results.filter(({ status }) => status === "成立")).toHaveLength(1);
    expect(results.filter(({ status }) => status === "不成立")).toHaveLength(3);
  });

  test("without data names the rules that depend on it", async () => {
    const folder = temporaryFolder({ "p.tiaowen": POLICY });
    const { code, output } = await tiaowen(folder, "analyse", "p.tiaowen", "--only", "parameter-sensitivity");
    expect(code).toBe(0);
    expect(output).toContain("“投诉停业”的结果取决于它");
  });

  test("tells where discretion changes nothing", async () => {
    const policy = policyOf(`【规则】重点检查
摊位有下列情形之一的，停止营业：
（一）占用消防通道；
（二）不占用消防通道且面积10平方米以上。`);
    const folder = temporaryFolder({
      "p.tiaowen": policy,
      "数据/摊位.csv": "编号,面积,占用消防通道\n大,20,\n小,5,\n定,20,是\n",
    });
    const { output } = await tiaowen(
      folder,
      "analyse",
      "p.tiaowen",
      "--data",
      "数据",
      "--at",
      "2025-06-01",
      "--only",
      "discretion-indifferent",
    );
    expect(output.replaceAll(/\n\s*/gu, "")).toContain(
      "有2项需裁量，其中1项无论如何裁量结果都相同（成立：大）",
    );
  });
});

describe("answers of earlier runs", () => {
  const analyse = async (
    folder: string,
    cacheFolder: string,
    ...more: readonly string[]
  ): Promise<string> => {
    let output = "";
    await run(["analyse", "p.tiaowen", "-f", "markdown", ...more], {
      workingDirectory: folder,
      write: (text) => void (output += text),
      writeError: () => {},
      columns: undefined,
      showsProgress: false,
      paint: plain,
      cacheFolder,
    });
    return output;
  };
  /** The line with how long it took is left out. */
  const withoutTime = (text: string): string => text.replace(/\n- 发现[^\n]*/u, "");

  test("are used again, and what they tell is the same", async () => {
    const folder = temporaryFolder({ "p.tiaowen": OVERLAPPING });
    const cache = join(folder, "缓存");
    const first = await analyse(folder, cache);
    const second = await analyse(folder, cache);
    expect(withoutTime(second)).toBe(withoutTime(first));
    const asked = /共判定(\d+)个问题/u.exec(second)![1];
    expect(second).toContain(`其中${asked}个沿用以前的答案`);
    expect(await analyse(folder, cache, "--no-cache")).not.toContain(`其中${asked}个沿用以前的答案`);
  });

  test("are not believed where the file was changed or the world does not show it", async () => {
    const folder = temporaryFolder({ "p.tiaowen": OVERLAPPING });
    const cache = join(folder, "缓存");
    const first = withoutTime(await analyse(folder, cache));
    const [name] = readdirSync(join(cache, "analysis"));
    const path = join(cache, "analysis", name!);
    const kept = readFileSync(path, "utf8");
    for (const broken of [kept.slice(0, -40), kept.replaceAll("10", "11"), "{}", ""]) {
      writeFileSync(path, broken);
      expect(withoutTime(await analyse(folder, cache))).toBe(first);
    }
  });

  test("are put to the interpreter again: a world that does not show it is asked anew", async () => {
    const folder = temporaryFolder({ "p.tiaowen": OVERLAPPING });
    const cache = join(folder, "缓存");
    const first = withoutTime(await analyse(folder, cache));
    const path = join(cache, "analysis", readdirSync(join(cache, "analysis"))[0]!);
    const kept = JSON.parse(readFileSync(path, "utf8")) as Record<"version" | "sum" | "body", string>;
    const body = kept.body.replaceAll("持有许可证", "没有这个字段");
    expect(body).not.toBe(kept.body);
    const sum = createHash("sha256").update(body).digest("hex");
    writeFileSync(path, JSON.stringify({ ...kept, sum, body }));
    const second = await analyse(folder, cache);
    expect(withoutTime(second)).toBe(first);
    expect(second).toMatch(/其中\d+个沿用以前的答案/u);
  });

  test("are done without where nothing can be written", async () => {
    const folder = temporaryFolder({ "p.tiaowen": OVERLAPPING, 占用: "" });
    expect(await analyse(folder, join(folder, "占用"))).toContain("class-overlap");
    expect(existsSync(join(folder, "占用", "analysis"))).toBe(false);
  });
});
