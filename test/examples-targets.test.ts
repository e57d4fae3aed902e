import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { summary } from "../examples/17-types-and-openapi/summary.ts";
import type {
  Outcome,
  Record充电站,
  Statuses充电站,
} from "../examples/17-types-and-openapi/types/示例市充电设施建设补助办法.types.ts";
import {
  answersJson,
  commandsOf,
  exampleNames,
  exampleText,
  examplesFolder,
} from "./support/example-commands.ts";
import { ExampleCopy } from "./support/example-programs.ts";

/** Examples that show what is generated: the commands of each README are run in a copy of it, in their order. */
const withTargets = exampleNames.filter(
  (name) => !commandsOf(exampleText(name, "README.md")).every(answersJson),
);

/** What cannot be shown by a command. */
const more: Readonly<Record<string, (copy: () => ExampleCopy) => void>> = {
  13: describeHandler,
  14: describeForm,
  17: describeSchemas,
};

describe.each(withTargets)("%s", (name) => {
  const readme = exampleText(name, "README.md");
  const expected: Readonly<Record<string, unknown>> = JSON.parse(exampleText(name, "expected.json"));
  let copy: ExampleCopy;

  beforeAll(() => {
    copy = new ExampleCopy(name);
  });

  afterAll(() => copy.close());

  it.each(commandsOf(readme).filter((command) => !answersJson(command)))("%s", async (command) => {
    expect(await copy.answerOf(command)).toEqual(expected[command]);
  });

  it("shows code as it is in its files", () => {
    const files = readdirSync(copy.folder).filter((file) => /\.(?:js|ts|sql)$/.test(file));
    const texts = files.map((file) => exampleText(name, file));
    for (const [, code] of readme.matchAll(/^```(?:js|ts|sql)\n([^]*?)^```$/gm))
      expect(texts).toContain(code);
  });

  it("says of its records that they are made up", () => {
    expect(readme).toMatch(/合成数据/);
  });

  for (const [number, describeMore] of Object.entries(more)) {
    if (name.startsWith(`${number}-`)) describeMore(() => copy);
  }
});

interface Handler {
  readonly handler: (request: Request) => Promise<Response>;
}

interface Mount {
  readonly mount: (app: object, framework?: object) => void;
}

const RECORD = `{"编号":"010","学历":"专科"}`;
const ADDRESS = "http://localhost/rent-subsidy?at=2025-06-01";
const ANSWER = { 编号: "010", 结果: [{ 状态: "未知" }, { 取值: "三档" }] };

function describeHandler(copy: () => ExampleCopy): void {
  const answer = async (address: string, init: RequestInit): Promise<{ status: number; body: unknown }> => {
    const { handler } = await load<Handler>(copy(), "handler.js");
    const response = await handler(new Request(address, init));
    return { status: response.status, body: await response.json() };
  };

  it("takes a standard request", async () => {
    expect(await answer(ADDRESS, { method: "POST", body: RECORD })).toMatchObject({
      status: 200,
      body: ANSWER,
    });
  });

  it.each([
    ["an unknown day", "http://localhost/?at=2025-02-29", `{"编号":"011"}`, "基准日“2025-02-29”不是有效日期"],
    ["a list", ADDRESS, `[${RECORD}]`, "“补贴申请”应为对象（{…}），现为列表。"],
    ["no id", ADDRESS, `{"学历":"专科"}`, "“编号”应为首尾没有空白的非空文字，现为空白。"],
    [
      "an inherited name",
      ADDRESS,
      `{"编号":"012","__proto__":{"学历":"专科"}}`,
      "“补贴申请”中没有“__proto__”",
    ],
  ])("refuses %s", async (_, address, body, message) => {
    const { status, body: said } = await answer(address, { method: "POST", body });
    expect({ status, said: JSON.stringify(said) }).toEqual({
      status: 400,
      said: expect.stringContaining(message),
    });
  });

  it("refuses other methods", async () => {
    expect(await answer(ADDRESS, {})).toEqual({
      status: 405,
      body: { 错误: ["请用POST方法提交一条“补贴申请”记录。"] },
    });
  });

  it("is mounted in Hono", async () => {
    const routes: [string, (context: object) => Promise<Response>][] = [];
    const app = { all: (...route: (typeof routes)[number]) => void routes.push(route) };
    (await load<Mount>(copy(), "hono.js")).mount(app);
    const raw = new Request(ADDRESS, { method: "POST", body: RECORD });
    expect(routes.map(([path]) => path)).toEqual(["/rent-subsidy"]);
    expect(await (await routes[0]![1]({ req: { raw } })).json()).toMatchObject(ANSWER);
  });

  it("is mounted in Express, whose requests are other ones", async () => {
    const { route, answered } = await express(copy());
    expect(route).toEqual(["/rent-subsidy", { type: "*/*" }]);
    expect(await answered("/rent-subsidy?at=2025-06-01")).toMatchObject([
      200,
      { "content-type": "application/json" },
      ANSWER,
    ]);
    // Express hears of the rejection and answers 500.
    await expect(answered("//")).rejects.toThrow(TypeError);
  });
}

type ExpressHandler = (req: object, res: object) => Promise<void>;

/** What express.js tells a framework, and what it answers to a path: status, headers and body. */
const express = async (copy: ExampleCopy) => {
  const routes: [string, object, ExpressHandler][] = [];
  const app = { all: (...route: (typeof routes)[number]) => void routes.push(route) };
  (await load<Mount>(copy, "express.js")).mount(app, { text: (options: object) => options });
  const [path, reader, handle] = routes[0]!;
  const answered = async (originalUrl: string): Promise<readonly unknown[]> => {
    const sent: unknown[] = [];
    const response = {
      status: (code: number) => (sent.push(code), response),
      set: (headers: object) => (sent.push(headers), response),
      send: (body: string) => void sent.push(JSON.parse(body)),
    };
    await handle({ method: "POST", originalUrl, body: RECORD }, response);
    return sent;
  };
  return { route: [path, reader], answered };
};

interface FormCase {
  readonly 说明: string;
  readonly 填写: Readonly<Record<string, string>>;
  readonly 结果: { readonly results: readonly { readonly 规则: string; readonly 结果: string }[] };
}

interface Answers {
  readonly fields: readonly string[];
  readonly answersOf: (texts: Readonly<Record<string, string>>, at: string) => unknown;
}

function describeForm(copy: () => ExampleCopy): void {
  const name = exampleNames.find((each) => each.startsWith("14-"))!;
  const cases = JSON.parse(exampleText(name, "cases.json")) as readonly FormCase[];
  const page = exampleText(name, "form.html");
  const idsOf = (attribute: string): string[] =>
    [...page.matchAll(new RegExp(` ${attribute}="([^"]*)"`, "g"))].flatMap(([, ids]) => ids!.split(" "));

  it.each(cases.map((each) => [each.说明, each.填写, each.结果] as const))("%s", async (_, texts, answer) => {
    const { answersOf } = await load<Answers>(copy(), "answers.js");
    expect(answersOf(texts, "2025-06-01")).toMatchObject(answer);
  });

  it("asks for the day", async () => {
    const { answersOf } = await load<Answers>(copy(), "answers.js");
    expect(answersOf({}, "")).toEqual({ messages: { 基准日: "请填写基准日。" }, results: [] });
  });

  it("has a control and a place for messages for each field, and names only what is there", async () => {
    const { fields } = await load<Answers>(copy(), "answers.js");
    const ids = idsOf("id");
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining(["基准日", ...fields].flatMap((field) => [field, `${field}-说明`])),
    );
    expect(ids).toEqual(expect.arrayContaining([...idsOf("for"), ...idsOf("aria-describedby")]));
    expect(idsOf("for")).toEqual(expect.arrayContaining(["基准日", ...fields]));
  });

  it("answers while it is filled in", async () => {
    const elements = new Map(
      idsOf("id").map((id) => [id, new FakeElement(id === "基准日" ? "2025-06-01" : "")]),
    );
    vi.stubGlobal("document", { getElementById: (id: string) => elements.get(id) ?? null });
    const said = (id: string): string => elements.get(id)!.textContent;
    const fill = (texts: Readonly<Record<string, string>>): void => {
      for (const [id, text] of Object.entries(texts)) elements.get(id)!.value = text;
      elements.get("申请表")!.listener!();
    };
    try {
      await load<object>(copy(), "form.js");
      expect(said("结果")).toMatch(
        /^改造补贴：未知，还需填写：年龄、失能等级、家庭人均月收入、近5年内享受过同类补贴。/,
      );
      fill({ 年龄: "六十" });
      expect(said("年龄-说明")).toBe("“年龄”应为整数（绝对值小于1000万亿，单位为周岁），现为文字“六十”。");
      expect(elements.get("年龄")!.attributes).toEqual({ "aria-invalid": "true" });
      expect(said("结果")).toBe("请先改正有误的地方。");
      fill({ 年龄: "59" });
      expect(said("年龄-说明")).toBe("");
      expect(elements.get("年龄")!.attributes).toEqual({ "aria-invalid": "false" });
      expect(said("结果")).toBe("改造补贴：不成立。\n第一条：“年龄60周岁以上”");
    } finally {
      vi.unstubAllGlobals();
    }
  });
}

class FakeElement {
  value: string;
  textContent = "";
  listener: (() => void) | undefined;
  readonly attributes: Record<string, string> = {};

  constructor(value: string) {
    this.value = value;
  }

  setAttribute(name: string, value: string): void {
    this.attributes[name] = value;
  }

  addEventListener(type: string, listener: () => void): void {
    if (type === "input") this.listener = listener;
  }
}

function describeSchemas(copy: () => ExampleCopy): void {
  const file = "示例市充电设施建设补助办法";
  const records = JSON.parse(exampleText("17-types-and-openapi", "records.json")) as readonly Record充电站[];

  it("keeps the generated types up to date", async () => {
    const fresh = readFileSync(join(copy().folder, "types", `${file}.types.ts`), "utf8");
    await expect(fresh).toMatchFileSnapshot(
      join(examplesFolder, "17-types-and-openapi", "types", `${file}.types.ts`),
    );
  });

  it("answers in the words of the typed function", async () => {
    const { createContext, check充电站 } = await load<Validator>(copy(), `generated/${file}.js`);
    const context = createContext({ at: "2025-06-01" });
    expect(records.slice(0, 2).map((record) => summary(record, check充电站(record, context)))).toEqual([
      "001号公共充电站：给予建设补助。",
      "002号公共充电站：材料不全，暂不能确定。",
    ]);
  });

  it("describes requests and answers in OpenAPI as in the schema", async () => {
    const document = JSON.parse(readFileSync(join(copy().folder, `generated/${file}.openapi.json`), "utf8"));
    const ajv = new Ajv2020({ strict: false });
    ajv.addSchema(document, "api");
    const [[path, { post }]] = Object.entries<OpenApiPath>(document.paths) as [[string, OpenApiPath]];
    expect(decodeURIComponent(path)).toBe("/check/充电站");
    const accepts = (schema: object, value: unknown): boolean =>
      ajv.validate({ ...(JSON.parse(JSON.stringify(schema).replaceAll(`"#/`, `"api#/`)) as object) }, value);
    const request = post.requestBody.content["application/json"].schema;
    const context = { at: "2025-06-01" };
    expect(records.map((record) => accepts(request, { records: [record], context }))).toEqual([
      true,
      true,
      false,
    ]);

    const { createContext, explain充电站 } = await load<Validator>(copy(), `generated/${file}.js`);
    const outcomes = explain充电站(records[0]!, createContext(context));
    const answer = post.responses[200].content["application/json"].schema;
    expect(accepts(answer, { outcomes })).toBe(true);
    expect(accepts(answer, { outcomes: [{ ...outcomes[0], status: "也许" }] })).toBe(false);
  });
}

interface Validator {
  readonly createContext: (input: { readonly at: string }) => object;
  readonly check充电站: (record: Record充电站, context: object) => Statuses充电站;
  readonly explain充电站: (record: Record充电站, context: object) => readonly Outcome[];
}

interface Json {
  readonly content: { readonly "application/json": { readonly schema: object } };
}

interface OpenApiPath {
  readonly post: { readonly requestBody: Json; readonly responses: { readonly 200: Json } };
}

const load = async <Module>(copy: ExampleCopy, file: string): Promise<Module> =>
  (await import(/* @vite-ignore */ pathToFileURL(join(copy.folder, file)).href)) as Module;
