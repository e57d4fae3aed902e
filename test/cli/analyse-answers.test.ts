import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "../../compiler/cli/main.ts";
import { plain } from "../../compiler/report/tone.ts";
import { OVERLAPPING } from "./analysed-policies.ts";
import { temporaryFolder } from "./run-command.ts";

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
