import { readFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { run } from "../../compiler/cli/main.ts";
import {
  META_POLICY,
  SECURITY_HEADERS,
  SOLVER_META_POLICY,
} from "../../compiler/cli/studio/security-headers.ts";
import { answerPage } from "../../compiler/cli/studio/page-files.ts";
import { plain } from "../../compiler/report/tone.ts";
import { projectFolder } from "../support/tiaowen.ts";
import { temporaryFolder, tiaowen } from "./run-command.ts";

const FILES = {
  "policies/a.tiaowen": "【政策】示例\n",
  "page/index.html": "<!doctype html><html><head><title>条文</title></head></html>",
};

test("serves a folder until Ctrl-C and ends quietly with 0", async () => {
  const said: string[] = [];
  const errors: string[] = [];
  const ended = run(["studio", "policies", "--no-open", "--page", "page"], {
    workingDirectory: temporaryFolder(FILES),
    write: (text) => void said.push(text),
    writeError: (text) => void errors.push(text),
    columns: undefined,
    showsProgress: false,
    paint: plain,
  });
  while (said.length === 0) await sleep(5);
  const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said.join(""))![0];
  expect(await (await fetch(`${address}api/workspace`)).json()).toMatchObject({
    name: "policies",
    files: [{ path: "a.tiaowen" }],
  });
  process.emit("SIGINT");
  expect(await ended).toBe(0);
  expect(errors).toEqual([]);
  expect(said).toHaveLength(1);
  await expect(fetch(address)).rejects.toThrow("fetch failed");
});

test("a port that was asked for and is taken is said, and no other one is used", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => void other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as AddressInfo;
  try {
    const { code, output, errors } = await tiaowen(
      temporaryFolder(FILES),
      "studio",
      "policies",
      "--once",
      "--page",
      "page",
      "--port",
      String(port),
    );
    expect({ code, output }).toEqual({ code: 2, output: "" });
    expect(errors).toContain(`无法使用端口${port}：已被其他程序占用。`);
    expect(errors).toContain("请用 --port 换一个端口");
  } finally {
    other.close();
  }
});

test.each([
  [["studio", "none", "--once"], "找不到“none”：文件或者文件夹不存在。"],
  [["studio", "policies/a.tiaowen", "--once"], "“policies/a.tiaowen”是文件，此处应为文件夹。"],
  [["studio", "policies", "--once", "--page", "page", "--port", "0"], "--port 的值“0”无效。"],
  [["studio", "policies", "--once", "--page", "page", "--port", "70000"], "--port 的值“70000”无效。"],
  [["studio", "policies", "--once", "--page", "policies"], "网页没有正常打开。"],
])("%j says what is wrong", async (argv, message) => {
  const { code, output, errors } = await tiaowen(temporaryFolder(FILES), ...argv);
  expect({ code, last: errors.includes(message) }, errors + output).toEqual({ code: 2, last: true });
});

test("the policy in the head of the page is the one that the server sends, but for frames", () => {
  const html = readFileSync(join(projectFolder, "editor", "index.html"), "utf8");
  const meta = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1];
  expect(meta).toBe(META_POLICY);
  expect(SECURITY_HEADERS.plain["Content-Security-Policy"]).toBe(`${meta}; frame-ancestors 'none'`);
});

test("asked for with the solver, the page allows WebAssembly in its head too, and nothing else more", async () => {
  const page = join(projectFolder, "editor");
  const decode = ({ body }: { readonly body: Uint8Array | null }): string => new TextDecoder().decode(body!);
  const plainPage = decode(await answerPage(page, "/", false));
  const solverPage = decode(await answerPage(page, "/", true));
  expect(plainPage).not.toContain("wasm-unsafe-eval");
  expect(solverPage).toBe(plainPage.replace(META_POLICY, SOLVER_META_POLICY));
  expect(SOLVER_META_POLICY).toBe(
    META_POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"),
  );
  expect(solverPage).toContain("'wasm-unsafe-eval'");
});
