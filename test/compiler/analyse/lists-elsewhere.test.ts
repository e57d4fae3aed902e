import { describe, expect, test } from "vitest";
import { exampleFile } from "../../../compiler/resolve/example.ts";
import { findingsIn, mendedBy, rule } from "./list-findings.ts";

/** A rule about some shops, with an exception that has a list. */
const excepted = (head: string, ...items: readonly string[]): string =>
  exampleFile(`【规则】药店退出
药店业务量低于100笔的，应当纳入退出。
【例外】从宽
医药机构有下列情形${head}的，不受药店退出限制：
${items.map((item, index) => `（${"一二三四五"[index]!}）${item}`).join("；\n")}。`);

const COUNT = "医药机构有下列情形中至少2项的，应当限期整改：";

describe("lists of an exception", () => {
  const only = async (text: string) => {
    const found = (await findingsIn(text)).filter(({ code }) => code.startsWith("item-"));
    expect(found).toHaveLength(1);
    return found[0]!;
  };

  test("an item that another covers can go", async () => {
    const text = excepted("之一", "业务量低于50笔", "具备追溯码", "业务量低于20笔");
    const found = await only(text);
    expect([found.code, found.certainty, found.places[0]!.rule]).toEqual([
      "item-redundant",
      "proved",
      "药店退出",
    ]);
    expect(found.message).toContain("第一条例外“从宽”的规则条件（三）“业务量低于20笔”可有可无");
    expect(mendedBy(text, found)).toEqual(["（一）业务量低于50笔；\n（二）具备追溯码。"]);
  });

  test("an item that can hold is still never true where none of the rules applies", async () => {
    const text = excepted("之一", "业务量150笔以上", "具备追溯码");
    const found = await only(text);
    expect(found.code).toBe("item-never-true");
    expect(found.message).toContain("在所除外的规则之内没有任何记录能够符合");
    expect(mendedBy(text, found)).toEqual(["（一）具备追溯码。"]);
  });

  test("an exception of which no item applies is told as one, not item by item", async () => {
    const found = await findingsIn(excepted("之一", "业务量150笔以上", "医院"));
    expect(found.filter(({ code }) => code.startsWith("item-"))).toEqual([]);
  });

  test("an item for the second of two rules is alive", async () => {
    const text = exampleFile(`【规则】药店退出
药店业务量低于100笔的，应当纳入退出。
【规则】医院整改
医院业务量低于200笔的，应当限期整改。
【例外】从宽
医药机构有下列情形之一的，不受药店退出、医院整改限制：
（一）业务量150笔以上；
（二）具备追溯码。`);
    expect((await findingsIn(text)).filter(({ code }) => code.startsWith("item-"))).toEqual([]);
  });

  test("an item of 至少N项 that never counts can go", async () => {
    const text = excepted("中至少2项", "业务量低于50笔", "具备追溯码", "业务量低于50笔且具备追溯码");
    const found = await only(text);
    expect(found.code).toBe("item-redundant");
    expect(mendedBy(text, found)).toEqual(["（一）业务量低于50笔；\n（二）具备追溯码。"]);
  });
});

describe("lists of which so many items have to hold", () => {
  const told = async (...items: readonly string[]) =>
    (await findingsIn(rule(COUNT, ...items))).map(({ code, message, places }) => ({
      code,
      item: places[0]!.origin.item,
      why: /：([^：]*)，删去/u.exec(message)?.[1] ?? null,
    }));

  test("the others are enough already", async () => {
    expect(await told("业务量低于50笔", "具备追溯码", "业务量低于20笔且具备追溯码", "公立")).toEqual([
      {
        code: "item-redundant",
        item: "（三）",
        why: "凡符合这一项的，其他各项中都已经至少有2项符合",
      },
    ]);
  });

  test("with it there are still too few", async () => {
    expect(await told("业务量低于50笔", "业务量低于20笔", "业务量200笔以上且业务量不满300笔")).toEqual([
      { code: "item-redundant", item: "（三）", why: "凡符合这一项的，加上这一项也不足2项" },
    ]);
  });

  test("an item that counts towards the number stays, also where another covers it", async () => {
    expect(await told("业务量低于50笔", "业务量低于20笔", "具备追溯码")).toEqual([]);
  });

  test("an item that nobody can fulfil is told, and can go", async () => {
    const text = rule(COUNT, "业务量低于50笔", "具备追溯码", "业务量低于20笔且业务量超过30笔", "公立");
    const [found, ...others] = await findingsIn(text);
    expect(others).toEqual([]);
    expect(found!.code).toBe("item-never-true");
    expect(mendedBy(text, found!)).toEqual(["（一）业务量低于50笔；\n（二）具备追溯码；\n（三）公立。"]);
  });
});
