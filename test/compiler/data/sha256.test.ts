import * as fc from "fast-check";
import { createHash } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { plainSha256, sha256Hex } from "../../../compiler/data/sha256.ts";

const known = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

afterEach(() => {
  vi.unstubAllGlobals();
});

test("the sums are those of everybody else, at every length around the edges of a block", () => {
  const check = (bytes: Uint8Array): void => {
    expect(Buffer.from(plainSha256(bytes)).toString("hex")).toBe(known(bytes));
  };
  for (let length = 0; length < 200; length += 1) check(new Uint8Array(length).fill(length));
  fc.assert(fc.property(fc.uint8Array({ maxLength: 1000 }), check));
});

test("a page to which the browser lends no cryptography has the same sums", async () => {
  const text = "第一条　为了规范𠀀\n";
  const sum = await sha256Hex(text);
  vi.stubGlobal("crypto", {});
  expect(await sha256Hex(text)).toBe(sum);
  expect(sum).toBe(known(new TextEncoder().encode(text)));
});
