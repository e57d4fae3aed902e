import { describe, expect, test } from "vitest";
import { check, csv } from "../support/tiaowen.ts";

const AT = "2025-06-01";
const HOSPITAL = {
  机构类别: "定点医疗机构",
  机构类型: "综合医院",
  能够满足就医需求: "是",
  能够满足就医购药需求: "是",
};
const APPLICATION = {
  申请类别: "医疗机构",
  机构类型: "综合医院",
  列入国家重点建设项目: "否",
  列入省级重点建设项目: "否",
  列入市级重点建设项目: "否",
  列入市政府重点建设项目: "否",
};

const world = (
  application: Readonly<Record<string, string>>,
  hospital: Readonly<Record<string, string>>,
) => ({
  "定点医药机构.csv": csv({ 医院甲: { ...HOSPITAL, ...hospital } }),
  "定点申请.csv": csv({ 申请甲: { ...APPLICATION, ...application } }),
});

const DISTANCE = { "步行距离.csv": "起,止,距离\n申请甲,医院甲,1.4公里\n" };
const MUDANJIANG_RADIUS = { "参数.csv": "名称,地区,自,值,出处\n服务圈半径,,,1.5公里,合成数据\n" };

describe("an application 1.4 km on foot from a same-type institution that meets the need", () => {
  test("牡丹江: 需裁量 while the radius is open, 原则上不再新增 with a value", async () => {
    const open = await check("policies/mudanjiang", AT, { ...world({}, {}), ...DISTANCE });
    expect(open.of("十五分钟服务圈", "申请甲").status).toBe("需裁量");
    const set = await check("policies/mudanjiang", AT, {
      ...world({}, {}),
      ...DISTANCE,
      ...MUDANJIANG_RADIUS,
    });
    const result = set.of("十五分钟服务圈", "申请甲");
    expect(result.status).toBe("成立");
    expect(result.modality).toContain("原则上不再");
    expect(result.measure).toContain("新增");
  });

  test("阳江: 原则上不再新增", async () => {
    const { of } = await check("policies/yangjiang", AT, { ...world({}, {}), ...DISTANCE });
    const result = of("十五分钟服务圈", "申请甲");
    expect(result.status).toBe("成立");
    expect(result.modality).toContain("原则上不再");
  });

  test("as a key project it is exempt in 阳江 only", async () => {
    const data = { ...world({ 列入省级重点建设项目: "是" }, {}), ...DISTANCE, ...MUDANJIANG_RADIUS };
    const yangjiang = await check("policies/yangjiang", AT, data);
    expect(yangjiang.of("十五分钟服务圈", "申请甲").status).toBe("不适用");
    const mudanjiang = await check("policies/mudanjiang", AT, data);
    expect(mudanjiang.of("十五分钟服务圈", "申请甲").status).toBe("成立");
  });

  test("from coordinates alone: beyond 1.5 km in a straight line is outside, nearer is 未知", async () => {
    const near = await check(
      "policies/yangjiang",
      AT,
      world({ 位置: "111.980000,21.860000" }, { 位置: "111.985000,21.860000" }),
    );
    const unknown = near.of("十五分钟服务圈", "申请甲");
    expect(unknown.status).toBe("未知");
    expect(unknown.reasons.map((reason) => reason.kind)).toContain("缺少步行距离");
    const far = await check(
      "policies/yangjiang",
      AT,
      world({ 位置: "111.980000,21.860000" }, { 位置: "112.000000,21.860000" }),
    );
    expect(far.of("十五分钟服务圈", "申请甲").status).toBe("不成立");
  });
});
