import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ask, POLICY, put, serve, tagOf } from "./studio-requests.ts";

describe("reading", () => {
  test("lists the files of the workspace and nothing hidden, of packages or of other kinds", async () => {
    const { port } = await serve({ "a/b/表.csv": "编号\n1\n", "说明.MD": "说明" });
    const { status, json } = await ask(port, "/api/workspace");
    expect(status).toBe(200);
    expect(json).toMatchObject({ name: "资料", notice: null });
    const files = json["files"] as { path: string; size: number; version: string }[];
    expect(files.map(({ path }) => path).sort()).toEqual(
      ["a/b/表.csv", "说明.MD", "阳江/2025.tiaowen"].sort(),
    );
    expect(files.every(({ version, size }) => /^[0-9a-f]{32}$/.test(version) && size > 0)).toBe(true);
    const versions = (await ask(port, "/api/versions")).json["versions"] as Record<string, string>;
    expect(versions).toEqual(Object.fromEntries(files.map(({ path, version }) => [path, version])));
  });

  test("gives a file with its version, as bytes that no browser takes for a page", async () => {
    const { port } = await serve({ "页.txt": "<script>alert(1)</script>" });
    const { status, headers, text } = await ask(port, `/api/files/${encodeURIComponent("页.txt")}`);
    expect({ status, text }).toEqual({ status: 200, text: "<script>alert(1)</script>" });
    expect(headers["content-type"]).toBe("application/octet-stream");
    expect(headers["content-disposition"]).toBe("attachment");
    expect(headers["etag"]).toMatch(/^"[0-9a-f]{32}"$/);
    const again = await ask(port, `/api/files/${encodeURIComponent("页.txt")}`, {
      headers: { "If-None-Match": String(headers["etag"]) },
    });
    expect(again).toMatchObject({ status: 304, text: "" });
  });

  test("HEAD gives the same headers without a body", async () => {
    const { port } = await serve();
    const { status, headers, text } = await ask(port, POLICY, { method: "HEAD" });
    expect({ status, text, length: headers["content-length"] }).toEqual({
      status: 200,
      text: "",
      length: "19",
    });
    expect((await ask(port, "/", { method: "HEAD" })).status).toBe(200);
  });

  test("says in words that a file is not there or too large", async () => {
    const { port, folder } = await serve();
    const missing = await ask(port, "/api/files/none.txt");
    expect(missing.status).toBe(404);
    expect(missing.json["problem"]).toBe("文件夹中没有“none.txt”，可能已被删除或者改名。");
    writeFileSync(join(folder, "large.csv"), new Uint8Array(20 * 1024 * 1024 + 1));
    const large = await ask(port, "/api/files/large.csv");
    expect(large.status).toBe(413);
    expect(large.json["problem"]).toBe("“large.csv”超过20 MB，不能在网页中打开。");
  });
});

describe("paths", () => {
  test.each([
    "/api/files/../secret.txt",
    "/api/files/%2e%2e/secret.txt",
    "/api/files/%2E%2E%2Fsecret.txt",
    "/api/files/a/../../secret.txt",
    "/api/files/..%2fsecret.txt",
    "/api/files/..%5csecret.txt",
    "/api/files/..\\secret.txt",
    "/api/files//etc/passwd.txt",
    "/api/files/%2fetc%2fpasswd.txt",
    "/api/files/C:/secret.txt",
    "/api/files/C%3A%5Csecret.txt",
    "/api/files/a.txt%00.txt",
    "/api/files/a.txt%00",
    "/api/files/%ff.txt",
    "/api/files/%",
    "/api/files/",
    "/api/files/.env",
    "/api/files/.git/config.txt",
    "/api/files/node_modules/p/readme.md",
    "/api/files/program.exe",
    "/api/files/con.txt",
    "/api/files/a.txt.",
    "/api/files/a.txt::$DATA.txt",
  ])("%s is refused, for reading and for writing", async (path) => {
    const { port, own, outer } = await serve();
    const before = new Set(readdirSync(outer, { recursive: true, encoding: "utf8" }));
    const read = await ask(port, path);
    const written = await ask(port, path, put(own, "甲", { "If-None-Match": "*" }));
    expect([read.status, written.status]).toEqual([403, 403]);
    expect(read.json["problem"]).toMatch(/不在打开的文件夹内/);
    expect(new Set(readdirSync(outer, { recursive: true, encoding: "utf8" }))).toEqual(before);
  });

  test("dots that are encoded twice are decoded once, and are a name like any other", async () => {
    const { port, own, outer } = await serve();
    const path = "/api/files/%252e%252e/secret.txt";
    expect((await ask(port, path)).status).toBe(404);
    expect((await ask(port, path, put(own, "甲", { "If-None-Match": "*" }))).status).toBe(201);
    expect(readFileSync(join(outer, "资料", "%2e%2e", "secret.txt"), "utf8")).toBe("甲");
    expect(readFileSync(join(outer, "secret.txt"), "utf8")).toBe("外面的文件");
  });

  test("links that lead out of the folder or to something hidden are refused and not listed", async () => {
    const { port, own, outer, folder } = await serve({ "in.txt": "里面" });
    mkdirSync(join(outer, "elsewhere"));
    writeFileSync(join(outer, "elsewhere", "a.txt"), "外面");
    symlinkSync(join(outer, "secret.txt"), join(folder, "link.txt"));
    symlinkSync(join(outer, "elsewhere"), join(folder, "linked"), "dir");
    symlinkSync(join(folder, ".env"), join(folder, "env.txt"));
    symlinkSync(join(outer, "new.txt"), join(folder, "dangling.txt"));
    symlinkSync(join(folder, "in.txt"), join(folder, "within.txt"));
    symlinkSync(folder, join(folder, "circle"), "dir");
    for (const path of ["link.txt", "linked/a.txt", "env.txt", "dangling.txt"]) {
      expect((await ask(port, `/api/files/${path}`)).status, path).toBe(403);
      for (const condition of [{ "If-None-Match": "*" }, { "If-Match": '"x"' }])
        expect((await ask(port, `/api/files/${path}`, put(own, "改", condition))).status, path).toBe(403);
    }
    for (const path of ["linked/new.txt", "linked/deep/new.txt"])
      expect((await ask(port, `/api/files/${path}`, put(own, "新", { "If-None-Match": "*" }))).status).toBe(
        403,
      );
    expect(readFileSync(join(outer, "secret.txt"), "utf8")).toBe("外面的文件");
    expect(readdirSync(join(outer, "elsewhere"))).toEqual(["a.txt"]);
    const files = (await ask(port, "/api/workspace")).json["files"] as { path: string }[];
    expect(files.map(({ path }) => path)).toEqual(["in.txt", "within.txt", "阳江/2025.tiaowen"]);
    // A link to a file of the folder is that file: it is written there, and stays a link.
    const tag = await tagOf(port, "/api/files/within.txt");
    expect((await ask(port, "/api/files/within.txt", put(own, "改", { "If-Match": tag }))).status).toBe(200);
    expect(readFileSync(join(folder, "in.txt"), "utf8")).toBe("改");
  });
});

describe("who may ask", () => {
  test("another name of the machine is refused everywhere", async () => {
    const { port } = await serve();
    for (const host of [
      "evil.example",
      `evil.example:${port}`,
      "127.0.0.1",
      "127.0.0.1:1",
      `127.0.0.1.evil:${port}`,
    ])
      for (const path of ["/", "/api/workspace", "/assets/main-B1zQ_x9a.js"]) {
        const { status, text } = await ask(port, path, { headers: { Host: host } });
        expect(status, `${host} ${path}`).toBe(403);
        expect(text).toContain("不是本机地址");
      }
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, `LOCALHOST:${port}`])
      expect((await ask(port, "/api/workspace", { headers: { Host: host } })).status, host).toBe(200);
  });

  test("other pages may neither read nor write", async () => {
    const { port, own, folder } = await serve();
    const tag = await tagOf(port);
    const foreign: readonly Readonly<Record<string, string>>[] = [
      { Origin: "http://evil.example" },
      { Origin: "null" },
      { Origin: `http://localhost:${port}` },
      { Origin: `http://127.0.0.1:${port + 1}` },
      { Origin: `https://127.0.0.1:${port}` },
      { "Sec-Fetch-Site": "cross-site" },
      { "Sec-Fetch-Site": "same-site" },
    ];
    for (const headers of foreign) {
      expect((await ask(port, "/api/workspace", { headers })).status, JSON.stringify(headers)).toBe(403);
      expect((await ask(port, POLICY, { headers })).status, JSON.stringify(headers)).toBe(403);
      const written = await ask(port, POLICY, {
        method: "PUT",
        headers: { Origin: own, "X-Tiaowen": "1", "If-Match": tag, ...headers },
        body: "改",
      });
      expect(written.status, JSON.stringify(headers)).toBe(403);
    }
    const withoutOrigin = { method: "PUT", headers: { "X-Tiaowen": "1", "If-Match": tag }, body: "改" };
    expect((await ask(port, POLICY, withoutOrigin)).status).toBe(403);
    const withoutMark = { method: "PUT", headers: { Origin: own, "If-Match": tag }, body: "改" };
    expect((await ask(port, POLICY, withoutMark)).status).toBe(403);
    expect(readFileSync(join(folder, "阳江/2025.tiaowen"), "utf8")).toBe("【政策】示例\n");
    const same = { headers: { Origin: own, "Sec-Fetch-Site": "same-origin" } };
    const { status, headers } = await ask(port, POLICY, same);
    expect(status).toBe(200);
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  });

  test("what is not offered is refused with what is", async () => {
    const { port, own } = await serve();
    const mark = { Origin: own, "X-Tiaowen": "1" };
    for (const method of ["DELETE", "POST", "PATCH"]) {
      const answer = await ask(port, POLICY, { method, headers: mark });
      expect(answer).toMatchObject({ status: 405, headers: { allow: "GET, HEAD, PUT" } });
      expect((await ask(port, "/", { method, headers: mark })).status).toBe(405);
    }
    expect((await ask(port, "/api/workspace", { method: "PUT", headers: mark })).status).toBe(405);
    expect((await ask(port, "/api/other")).status).toBe(404);
    // Without the mark even the question what may be done gets no answer.
    expect(
      (await ask(port, POLICY, { method: "OPTIONS", headers: { Origin: "http://evil.example" } })).status,
    ).toBe(403);
  });
});

describe("the page", () => {
  test("tells that a folder stands behind it, and comes with the strict policy", async () => {
    const { port } = await serve();
    for (const path of ["/", "/index.html"]) {
      const { status, headers, text } = await ask(port, path);
      expect(status).toBe(200);
      expect(text).toContain('<head><meta name="tiaowen-server" content="1"><meta charset');
      expect(headers).toMatchObject({
        "content-type": "text/html; charset=utf-8",
        "cache-control": "no-cache",
      });
    }
    const asset = await ask(port, "/assets/main-B1zQ_x9a.js");
    expect(asset).toMatchObject({ status: 200, text: "export {};" });
    expect(asset.headers).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
    });
    expect((await ask(port, "/samples.json")).headers["cache-control"]).toBe("no-cache");
  });

  test("is all that is given out", async () => {
    const { port } = await serve();
    for (const path of [
      "/none.js",
      "/assets",
      "/assets/",
      "/../secret.txt",
      "/%2e%2e/secret.txt",
      "/..%2fsecret.txt",
      "//",
      "/api",
    ])
      expect((await ask(port, path)).status, path).toBe(404);
  });

  test("and every other answer carry the headers of safety", async () => {
    const { port } = await serve();
    const answers = await Promise.all([
      ask(port, "/"),
      ask(port, "/none"),
      ask(port, "/api/workspace"),
      ask(port, "/api/files/.env"),
      ask(port, "/", { headers: { Host: "evil.example" } }),
    ]);
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-embedder-policy": "require-corp",
        "cross-origin-resource-policy": "same-origin",
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
      });
      const policy = String(headers["content-security-policy"]);
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; /);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("eval");
    }
    const solver = await ask(port, "/?solver=1");
    expect(String(solver.headers["content-security-policy"])).toContain(
      "script-src 'self' 'wasm-unsafe-eval';",
    );
  });
});

test("of a folder with more files than any workspace has, the first are listed, and that is said", async () => {
  const many = Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`many/${at}.txt`, "甲"]));
  const { port } = await serve(many);
  const { json } = await ask(port, "/api/workspace");
  expect(json["files"]).toHaveLength(2000);
  expect(json["notice"]).toContain("只列出前面的一部分");
});
