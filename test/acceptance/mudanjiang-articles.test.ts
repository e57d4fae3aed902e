import { describe, expect, test } from "vitest";
import { check, csv, tiaowen, withFolder } from "../support/tiaowen.ts";

const POLICY = "policies/mudanjiang";
const AT = "2025-06-01";

/** A pharmacy with none of the situations of 第十六条. */
const SOUND = {
  机构类别: "定点零售药店",
  年度医保业务量: "5",
  提出续签协议申请: "是",
  主动申请解除协议: "否",
  协议签订前培训考核: "已通过",
  具备药品追溯码: "是",
  具备电子处方流转: "是",
  具备其他必备条件: "是",
  符合药师管理要求: "是",
} as const;

describe("第十六条 自然退出", () => {
  const { 年度医保业务量: _volume, ...withoutVolume } = SOUND;
  const data = {
    "定点医药机构.csv": csv({
      零笔: { ...SOUND, 年度医保业务量: "0" },
      五笔: SOUND,
      缺业务量: withoutVolume,
      零笔申请解除: { ...SOUND, 年度医保业务量: "0", 主动申请解除协议: "是" },
      五笔申请解除: { ...SOUND, 主动申请解除协议: "是" },
      缺业务量申请解除: { ...withoutVolume, 主动申请解除协议: "是" },
    }),
  };

  test("0 笔 is 成立 and cites the article and its words, the rule's item as 规则条件", async () => {
    const { of } = await check(POLICY, AT, data);
    const result = of("自然退出", "零笔");
    expect(result.status).toBe("成立");
    expect(result.provision).toMatch(/^16(\.1)?$/);
    expect(result.citations).toContainEqual(
      expect.objectContaining({ label: "第十六条", quote: "年度内无医保业务量" }),
    );
    expect(JSON.stringify(result.citations)).toContain("规则条件（一）");
    expect(result.citations.every((citation) => !/项/.test(citation.label))).toBe(true);
  });

  test("5 笔 with every other fact false is 需裁量, naming the parameter and who decides", async () => {
    const { of } = await check(POLICY, AT, data);
    const result = of("自然退出", "五笔");
    expect(result.status).toBe("需裁量");
    expect(result.reasons).toContainEqual(
      expect.objectContaining({ name: "业务量极少标准", owner: "未明确" }),
    );
  });

  test("without the volume it is 未知 and names the missing fact", async () => {
    const { of } = await check(POLICY, AT, data);
    const result = of("自然退出", "缺业务量");
    expect(result.status).toBe("未知");
    expect(result.reasons.map((reason) => reason.name)).toContain("年度医保业务量");
  });

  test("主动申请解除协议 makes all of them 成立", async () => {
    const { of } = await check(POLICY, AT, data);
    for (const id of ["零笔申请解除", "五笔申请解除", "缺业务量申请解除"]) {
      expect(of("自然退出", id).status, id).toBe("成立");
    }
  });

  test("with a value for the standard the result rests on the reading of 等 and --reading shows the other", async () => {
    const withStandard = { ...data, "参数.csv": "名称,地区,自,值,出处\n业务量极少标准,,,3笔,合成数据\n" };
    const { of } = await check(POLICY, AT, withStandard);
    const result = of("自然退出", "五笔");
    expect(result.status).toBe("不成立");
    const reading = result.readings.map(({ name }) => name).find((name) => name.includes("等"));
    expect(reading).toBeDefined();
    const other = await check(POLICY, AT, withStandard, "--reading", `${reading}=读法二`);
    expect(other.of("自然退出", "五笔").status).toBe("需裁量");
  });

  test("explain shows the tree, what is missing and that the draft is not in force", async () => {
    await withFolder(data, async (folder) => {
      const { code, output } = await tiaowen(
        "explain",
        POLICY,
        "--data",
        folder,
        "--at",
        AT,
        "--record",
        "缺业务量",
        "--object",
        "定点医药机构",
        "--rule",
        "自然退出",
      );
      expect(code).toBe(0);
      for (const words of ["第十六条", "规则条件（一）", "年度医保业务量", "尚未施行"])
        expect(output).toContain(words);
    });
  });
});

describe("第十八条 分类管理", () => {
  const data = {
    "定点医药机构.csv": csv({
      单体个人账户: {
        机构类别: "定点零售药店",
        连锁形式: "单体",
        仅开通个人账户结算业务: "是",
        经营性质: "民营",
      },
      公立门诊: {
        机构类别: "定点医疗机构",
        经营性质: "公立",
        医疗服务形式: "门诊",
        医院等级: "未定级",
        机构类型: "诊所",
      },
      小连锁统筹: {
        机构类别: "定点零售药店",
        连锁形式: "中小型连锁",
        仅开通个人账户结算业务: "否",
        经营性质: "民营",
      },
      三级公立: {
        机构类别: "定点医疗机构",
        经营性质: "公立",
        医疗服务形式: "住院",
        医院等级: "三级",
        机构类型: "综合医院",
      },
    }),
  };

  test("the overlaps are 冲突 with both items cited, the hole is 未认定", async () => {
    const { report, of } = await check(POLICY, AT, data);
    const rule = report.results.find(
      (result) => result.rule.includes("类别") || result.rule.includes("分类"),
    )!.rule;
    for (const id of ["单体个人账户", "公立门诊"]) {
      const result = of(rule, id);
      expect(result.status, id).toBe("冲突");
      expect(JSON.stringify(result)).toMatch(/A类[\s\S]*C类/);
      expect(new Set(result.citations.map((citation) => citation.ruleItem)).size).toBeGreaterThanOrEqual(2);
    }
    expect(of(rule, "小连锁统筹").status).toBe("未认定");
    expect(of(rule, "三级公立").value).toBe("A类");
  });
});
