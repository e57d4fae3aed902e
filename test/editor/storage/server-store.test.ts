import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished, expect, test } from "vitest";
import { serveStudio } from "../../../compiler/cli/studio/serve.ts";
import { openServerStore, type Send } from "../../../editor/storage/server-store.ts";
import { GONE, StoreFailure, type Store } from "../../../editor/storage/store.ts";
import { temporaryFolder } from "../../cli/run-command.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | null): string | null =>
  bytes === null ? null : new TextDecoder().decode(bytes);

/** A browser puts the origin of the page on what it sends. */
const asPage =
  (origin: string): Send =>
  (address, init) => {
    const headers = new Headers(init.headers);
    headers.set("Origin", origin);
    return fetch(address, { ...init, headers });
  };

const open = async (): Promise<{ store: Store; folder: string; close: () => Promise<void> }> => {
  const outer = temporaryFolder({ "page/index.html": "<head>", "资料/阳江 二/a#1.tiaowen": "【政策】\n" });
  const folder = join(outer, "资料");
  const { address, close } = await serveStudio(folder, join(outer, "page"), null);
  onTestFinished(close);
  return { store: await openServerStore(new URL(address), asPage(address.slice(0, -1))), folder, close };
};

const PATH = "阳江 二/a#1.tiaowen";

test("reads and writes the files of the folder, whatever their names", async () => {
  const { store } = await open();
  expect(store).toMatchObject({ kind: "server", name: "资料", notice: null });
  expect(store.key).toMatch(/^server:[0-9a-f]{32}$/);
  const [file] = await store.list();
  expect(file).toMatchObject({ path: PATH, size: 13 });
  const { bytes, version } = await store.read(PATH);
  expect(textOf(bytes)).toBe("【政策】\n");
  expect(version).toBe(file!.version);
  const written = await store.write(PATH, bytesOf("【政策】甲\n"), version);
  expect(written).toMatchObject({ kind: "written" });
  expect(textOf((await store.read(PATH)).bytes)).toBe("【政策】甲\n");
  expect(await store.write("新/b.txt", bytesOf("新"), null)).toMatchObject({ kind: "written" });
});

test("tells of what others have written, changed or taken away", async () => {
  const { store, folder } = await open();
  const { version } = await store.read(PATH);
  const known = new Map([[PATH, version]]);
  expect(await store.changed(known)).toEqual([]);
  writeFileSync(join(folder, PATH), "别人的");
  expect(await store.changed(known)).toEqual([PATH]);
  const answer = await store.write(PATH, bytesOf("我的"), version);
  expect(answer).toMatchObject({ kind: "changed", version: (await store.read(PATH)).version });
  expect(answer.kind === "changed" ? textOf(answer.bytes) : answer).toBe("别人的");
  rmSync(join(folder, PATH));
  expect(await store.changed(known)).toEqual([PATH]);
  const gone = await store.write(PATH, bytesOf("我的"), version);
  expect(gone).toEqual({ kind: "changed", version: GONE, bytes: null });
  expect(await store.write(PATH, bytesOf("我的"), GONE)).toMatchObject({ kind: "written" });
});

test("hands on the sentence of the program", async () => {
  const { store } = await open();
  await expect(store.read("none.txt")).rejects.toThrow("文件夹中没有“none.txt”，可能已被删除或者改名。");
  expect(await store.write("a.exe", bytesOf("MZ"), null)).toEqual({
    kind: "failed",
    message: "“a.exe”不在打开的文件夹内，或者不是可以打开的文件类型，未作处理。",
  });
});

test("says what to do when the program has ended, and does not lose the text", async () => {
  const { store, close } = await open();
  const { version } = await store.read(PATH);
  await close();
  const sentence = expect.stringContaining("请重新启动程序后再试") as unknown;
  expect((await refusal(store.list())).message).toEqual(sentence);
  expect((await refusal(store.read(PATH))).message).toEqual(sentence);
  expect(await store.write(PATH, bytesOf("我的"), version)).toEqual({ kind: "failed", message: sentence });
});

test("an answer that is none of the program's is a failure with a sentence", async () => {
  const send: Send = async () => new Response("<html>登录</html>", { headers: { ETag: "x" } });
  const failure = await refusal(openServerStore(new URL("http://127.0.0.1:1/"), send));
  expect(failure).toBeInstanceOf(StoreFailure);
  expect(failure.message).toContain("请刷新网页后再试");
});

const refusal = async (work: Promise<unknown>): Promise<Error> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof Error) return error;
  throw new Error("it was not refused");
};
