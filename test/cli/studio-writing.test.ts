import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ask, put, serve, tagOf } from "./studio-requests.ts";

describe("writing", () => {
  test("replaces what was read, keeps who may read it, and leaves nothing beside it", async () => {
    const { port, own, folder } = await serve({ "a.txt": "旧" });
    chmodSync(join(folder, "a.txt"), 0o640);
    const tag = await tagOf(port, "/api/files/a.txt");
    const { status, json, headers } = await ask(
      port,
      "/api/files/a.txt",
      put(own, "新的", { "If-Match": tag }),
    );
    expect(status).toBe(200);
    expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("新的");
    expect(statSync(join(folder, "a.txt")).mode & 0o777).toBe(0o640);
    expect(headers["etag"]).toBe(`"${String(json["version"])}"`);
    expect(await tagOf(port, "/api/files/a.txt")).toBe(headers["etag"]);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  test("a file that was changed or deleted meanwhile is not overwritten", async () => {
    const { port, own, folder } = await serve({ "a.txt": "旧" });
    const tag = await tagOf(port, "/api/files/a.txt");
    writeFileSync(join(folder, "a.txt"), "别人的");
    const changed = await ask(port, "/api/files/a.txt", put(own, "我的", { "If-Match": tag }));
    expect(changed.status).toBe(409);
    expect(changed.json["problem"]).toBe("“a.txt”已被其他程序修改，未予覆盖。");
    expect(`"${String(changed.json["version"])}"`).toBe(await tagOf(port, "/api/files/a.txt"));
    const gone = await ask(port, "/api/files/gone.txt", put(own, "我的", { "If-Match": tag }));
    expect(gone).toMatchObject({ status: 409, json: { version: null } });
    const known = await ask(port, "/api/files/a.txt", put(own, "我的", { "If-None-Match": "*" }));
    expect(known).toMatchObject({ status: 409, json: { problem: "已有名为“a.txt”的文件，未予覆盖。" } });
    for (const condition of [{}, { "If-Match": "*" }, { "If-Match": tag, "If-None-Match": "*" }])
      expect((await ask(port, "/api/files/a.txt", put(own, "我的", condition))).status).toBe(428);
    expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("别人的");
  });

  test("a new file comes to lie in its folder, which is made where it is missing", async () => {
    const { port, own, folder } = await serve();
    const path = `/api/files/${encodeURIComponent("新政策")}/notes.json`;
    const { status, json } = await ask(port, path, put(own, "{}", { "If-None-Match": "*" }));
    expect(status).toBe(201);
    expect(readFileSync(join(folder, "新政策", "notes.json"), "utf8")).toBe("{}");
    expect(await tagOf(port, path)).toBe(`"${String(json["version"])}"`);
  });

  test("too much is refused whether its length is told or not, and leaves the file as it was", async () => {
    const { port, own, folder } = await serve({ "a.csv": "旧" });
    const condition = { "If-Match": await tagOf(port, "/api/files/a.csv") };
    const much = new Uint8Array(20 * 1024 * 1024 + 1);
    for (const length of [
      { "Content-Length": String(much.byteLength) },
      { "Transfer-Encoding": "chunked" },
    ]) {
      const answer = await ask(port, "/api/files/a.csv", put(own, much, { ...condition, ...length }));
      expect(answer).toMatchObject({ status: 413, json: { problem: "“a.csv”超过20 MB，未予保存。" } });
    }
    expect(readFileSync(join(folder, "a.csv"), "utf8")).toBe("旧");
  });

  test("of many writers at once, one writes and the others are told", async () => {
    const { port, own, folder } = await serve({ "a.txt": "旧" });
    const condition = { "If-Match": await tagOf(port, "/api/files/a.txt") };
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        ask(port, "/api/files/a.txt", put(own, `第${at}个${"字".repeat(50_000)}`, condition)),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(11);
    expect(readFileSync(join(folder, "a.txt"), "utf8")).toMatch(`第${statuses.indexOf(200)}个`);
    const fresh = await Promise.all(
      Array.from({ length: 8 }, () =>
        ask(port, "/api/files/new.txt", put(own, "新", { "If-None-Match": "*" })),
      ),
    );
    expect(fresh.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  test("the versions tell of a change at once, of the same length too", async () => {
    const { port, folder } = await serve({ "a.txt": "甲" });
    const versionNow = async (): Promise<unknown> =>
      ((await ask(port, "/api/versions")).json["versions"] as Record<string, unknown>)["a.txt"];
    const first = await versionNow();
    writeFileSync(join(folder, "a.txt"), "乙");
    const second = await versionNow();
    writeFileSync(join(folder, "a.txt"), "甲");
    expect(second).not.toBe(first);
    expect(await versionNow()).toBe(first);
  });
});
