import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decodeText, encodeText, formOf } from "../../../editor/state/text-codec.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test("a file that was not edited is written byte for byte as it was", () => {
  const lines = fc.array(
    fc.string({ unit: "grapheme" }).map((line) => line.replaceAll(/[\r\n\uFEFF]/g, "")),
    {
      maxLength: 8,
    },
  );
  fc.assert(
    fc.property(lines, fc.constantFrom("\n", "\r\n"), fc.boolean(), (each, lineEnd, isMarked) => {
      const bytes = bytesOf(`${isMarked ? "\uFEFF" : ""}${each.join(lineEnd)}`);
      expect(encodeText(decodeText(bytes), formOf(bytes))).toEqual(bytes);
    }),
  );
});

test("mixed line ends become line feeds; GB 18030 is recognised and written as UTF-8", () => {
  expect(formOf(bytesOf("甲\r\n乙\n")).lineEnd).toBe("\n");
  const old = new Uint8Array([0xb5, 0xda, 0xd2, 0xbb, 0xcc, 0xf5, 0x0d, 0x0a]);
  expect(decodeText(old)).toBe("第一条\n");
  expect(formOf(old)).toEqual({ lineEnd: "\r\n", isMarked: false, encoding: "gb18030" });
  expect(encodeText(decodeText(old), formOf(old))).toEqual(bytesOf("第一条\r\n"));
});
