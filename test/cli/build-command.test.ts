import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { TARGETS, targets } from "../../compiler/generate/index.ts";
import { temporaryFolder, tiaowen } from "./run-command.ts";
import { STALL_POLICY } from "./stall-policy.ts";

const world = (): string => temporaryFolder({ "p.tiaowen": STALL_POLICY });

const available = TARGETS.filter((name) => targets[name] !== undefined);

describe("build", () => {
  test.each(available)("%s writes its files whole, and says which", async (target) => {
    const folder = world();
    const { code, output } = await tiaowen(folder, "build", "p.tiaowen", "--target", target, "--out", "生成");
    const names = readdirSync(join(folder, "生成"));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(output).toContain(`已写入 生成/${name}`);
    expect(names.filter((name) => name.endsWith(".tmp"))).toEqual([]);
    expect(code).toBe(0);
  });

  test("several targets in one run, and the same bytes again", async () => {
    const folder = world();
    const build = ["build", "p.tiaowen", "-t", "json-schema", "-t", "openapi", "-o", "生成"] as const;
    expect((await tiaowen(folder, ...build)).code).toBe(0);
    const read = () =>
      readdirSync(join(folder, "生成")).map((name) => [
        name,
        readFileSync(join(folder, "生成", name), "utf8"),
      ]);
    const first = read();
    expect(first.length).toBeGreaterThan(1);
    expect((await tiaowen(folder, ...build)).code).toBe(0);
    expect(read()).toEqual(first);
  });

  test("all targets fit into one folder", async () => {
    const folder = world();
    const { code, output } = await tiaowen(folder, "build", "p.tiaowen", "--target", "all", "--out", "生成");
    expect(code).toBe(0);
    const names = readdirSync(join(folder, "生成"));
    expect(output.trimEnd().split("\n")).toHaveLength(names.length);
    for (const ending of [".js", ".d.ts", ".schema.json", ".zod.js", ".sql", ".openapi.json"])
      expect(names.some((name) => name.endsWith(ending))).toBe(true);
    // Beside X.js, a file X.ts would be taken for its source.
    const sources = names.filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"));
    expect(
      sources.map((name) => name.replace(/\.ts$/, ".js")).filter((name) => names.includes(name)),
    ).toEqual([]);
    expect(sources.every((name) => name.endsWith(".types.ts"))).toBe(true);
  });

  test("other files stay as they are, and where one cannot be written none is left half-written", async () => {
    const folder = world();
    await tiaowen(folder, "build", "p.tiaowen", "--target", "json-schema", "--out", "生成");
    const [name] = readdirSync(join(folder, "生成"));
    const blocked = join(folder, "另一处");
    mkdirSync(join(blocked, name!), { recursive: true });
    writeFileSync(join(blocked, "我的.txt"), "原样");
    const { code, errors } = await tiaowen(folder, "build", "p.tiaowen", "-t", "json-schema", "-o", "另一处");
    expect(code).toBe(2);
    expect(errors).toContain("无法写入");
    expect(readdirSync(blocked).sort()).toEqual([name!, "我的.txt"].sort());
    expect(readFileSync(join(blocked, "我的.txt"), "utf8")).toBe("原样");
  });

  test.each([
    [["--out", "生成"], "没有指明生成什么"],
    [["--target", "zod"], "没有指明写到哪里"],
    [["--target", "cobol", "--out", "生成"], "没有名为“cobol”的目标"],
    [["--target", "zod", "--out", ""], "没有指明写到哪里"],
    [["--target", "cobol", "--target", "all", "--out", "生成"], "没有名为“cobol”的目标"],
    [["--target", "zod", "--dialect", "duckdb", "--out", "生成"], "--dialect 只用于目标 sql"],
    [["--target", "sql", "--dialect", "mysql", "--out", "生成"], "应为duckdb、postgresql之一"],
  ])("%j is refused and writes nothing", async (options, message) => {
    const folder = world();
    const { code, errors } = await tiaowen(folder, "build", "p.tiaowen", ...options);
    expect(code).toBe(2);
    expect(errors).toContain(message);
    expect(existsSync(join(folder, "生成"))).toBe(false);
  });

  test("a policy with errors is not built", async () => {
    const folder = temporaryFolder({
      "p.tiaowen": STALL_POLICY.replace("（一）占用消防通道，", "（一）占用消防通到，"),
    });
    const { code, errors } = await tiaowen(folder, "build", "p.tiaowen", "-t", "zod", "-o", "生成");
    expect(code).toBe(2);
    expect(errors).toContain("不能执行");
    expect(existsSync(join(folder, "生成"))).toBe(false);
  });

  test("the help names every target in Chinese", async () => {
    const { output } = await tiaowen(world(), "help", "build");
    for (const name of [...TARGETS, "all", "退出码", "--dialect"]) expect(output).toContain(name);
  });
});
