import { describe, expect, test } from "vitest";
import { compile } from "../../../compiler/pipeline.ts";
import { exampleFile } from "../../../compiler/resolve/example.ts";

const openLists = (words: string): readonly string[] => {
  const text = exampleFile(`【规则】退出\n医药机构业务量为0笔的，纳入退出，依据「${words}」。`).replace(
    "第一条　医药机构业务量过少的，应当纳入退出范围。",
    `第一条　医药机构${words}的，应当纳入退出范围。`,
  );
  return compile({ policy: { name: "甲.tiaowen", text }, vocabularies: [] })
    .diagnostics.filter(({ code }) => code === "open-list")
    .map(({ span }) => text.slice(span.start, span.end));
};

describe("等 that closes a list", () => {
  test.each([
    ["业务量过少、没有追溯码等情形", ["等情形"]],
    ["占三分之一等情形", ["等情形"]],
  ] as const)("is told in %s", (words, expected) => expect(openLists(words)).toEqual(expected));

  test.each([
    "评为一等、二等、三等",
    "分为“一等”“二等”",
    "属于特等奖或者头等奖",
    "条件同等或者平等",
    "等于或者等级",
  ])("is none in %s", (words) => expect(openLists(words)).toEqual([]));
});
