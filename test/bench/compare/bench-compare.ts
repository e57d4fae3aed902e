import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readDocument } from "../../../language/index.ts";
import { compare, compile, loadFacts, readDay, type ComparedInput } from "../../../compiler/index.ts";
import { race, type Measured } from "../support/measure.ts";
import type { Group, Line } from "../support/table.ts";
import { articles, documentOf, revised } from "./documents.ts";

/** Comparing two documents. The baseline is reading the structure of both, which every comparison begins with. */
export const benchCompare = async (): Promise<readonly Group[]> => [
  await companyLaw(),
  await longDocuments(),
  await growth(),
  await cities(),
];

const LAWS = "../shared/corpus/laws";

const companyLaw = async (): Promise<Group> => {
  const files = ["公司法(2018-10-26).md", "公司法(2023-12-29).md"].map((name) => join(LAWS, name));
  if (!files.every((file) => existsSync(file)))
    return { title: "公司法两个版本：没有 ../shared/corpus，未测", lines: [] };
  const [left, right] = files.map((file) => readFileSync(file, "utf8"));
  return {
    title: "公司法两个版本（218条、266条）",
    lines: linesOf(await race([reading(left!, right!), comparing(left!, right!)], 9, 3), { atMost: 1000 }),
  };
};

const LONG = 1300;

const longDocuments = async (): Promise<Group> => {
  const before = articles(LONG, 1);
  const [left, right] = [documentOf("某法", before), documentOf("某法", revised(before, 0.6, 2))];
  const other = documentOf("另一法", articles(LONG, 3));
  return {
    title: `两份${LONG}条的文件`,
    lines: [
      ...linesOf(await race([reading(left, right), comparing(left, right, "六成修改")], 5, 2), {
        atMost: 3000,
      }),
      ...linesOf(await race([reading(left, other), comparing(left, other, "没有一条相同")], 3, 1), {
        atMost: 3000,
      }).slice(1),
    ],
  };
};

/** Time for one article: ten times as many articles may take little more than ten times as long. */
const growth = async (): Promise<Group> => {
  const contestants = [130, LONG, 5200].map((count) => {
    const before = articles(count, 4);
    const [left, right] = [documentOf("某法", before), documentOf("某法", revised(before, 0.03, 5))];
    return { ...comparing(left, right, `${count}条，大多未改`), records: count };
  });
  const measured = await race(contestants, 7, 3);
  return {
    title: "每条所用时间随篇幅的变化",
    lines: measured.map(({ name, microseconds, ratio, spread }, index): Line => ({
      name,
      time: microseconds,
      unit: "µs",
      ratio: index === 0 ? null : ratio,
      ...(index === 0 ? {} : { spread, target: { of: "ratio", atMost: 2 } }),
    })),
  };
};

const cities = async (): Promise<Group> => {
  const [left, right] = [city("mudanjiang"), city("yangjiang")];
  const at = readDay("2025-06-01");
  const run = (behaviour: boolean) => async (): Promise<void> =>
    void (await compare(left, right, { at, behaviour }));
  return {
    title: "牡丹江与阳江，含规则、效果和对阳江数据的影响",
    lines: linesOf(
      await race(
        [
          { name: "文字、规则、影响", records: 1, run: run(false) },
          { name: "全部，含规则效果", records: 1, run: run(true) },
        ],
        3,
        1,
      ),
      {},
    ),
  };
};

const city = (name: string): ComparedInput => {
  const read = (path: string) => ({ name: path, text: readFileSync(path, "utf8") });
  const file = readdirSync(`policies/${name}`).find((each) => each.endsWith(".tiaowen"))!;
  const policy = read(`policies/${name}/${file}`);
  const vocabularies = readdirSync("policies/vocabulary").map((each) => read(`policies/vocabulary/${each}`));
  const compiled = compile({ policy, vocabularies });
  const data = readdirSync("policies/yangjiang/data", { withFileTypes: true })
    .filter((each) => each.name.endsWith(".csv"))
    .map((each) => ({ name: each.name, bytes: readFileSync(`policies/yangjiang/data/${each.name}`) }));
  return { file: policy, compiled, facts: loadFacts(compiled.program!, data).facts };
};

const textOnly = (name: string, text: string): ComparedInput => ({ file: { name, text }, compiled: null });

const reading = (left: string, right: string) => ({
  name: "只读出两份文件的结构",
  records: 1,
  run: () => {
    for (const text of [left, right])
      if (readDocument({ name: "p.txt", text }).provisions.length === 0) throw new Error("no provision");
  },
});

const comparing = (left: string, right: string, name = "比较文字") => ({
  name,
  records: 1,
  run: async () => {
    const found = await compare(textOnly("left.txt", left), textOnly("right.txt", right), { at: null });
    if (found.provisions.length === 0) throw new Error("nothing was compared");
  },
});

const linesOf = (measured: readonly Measured[], { atMost }: { readonly atMost?: number }): Line[] =>
  measured.map(({ name, milliseconds, ratio, spread }, index) => ({
    name,
    time: milliseconds,
    unit: "ms",
    ratio: index === 0 ? null : ratio,
    ...(index === 0 ? {} : { spread }),
    ...(index === 0 || atMost === undefined ? {} : { target: { of: "time" as const, atMost } }),
  }));
