import { span } from "../../../language/source.ts";
import { addSentence, matchesOf, oneEdit, pickMatch, runsOf, type Injector } from "./damage.ts";

/** 应当并可以, 应当、可以: an order and a permission joined before one act. */
export const joinedModals: Injector = (document, choice) => {
  const modal = pickMatch(document, choice, /(?<=[\u4e00-\u9fff，])(?:应当|可以)(?=[\u4e00-\u9fff]{3})/g);
  if (modal === null) return null;
  const joint = choice.pick(["并", "和", "、", "且", "并且", "而且", "又", "与"]);
  const written = modal.groups[0] === "应当" ? `应当${joint}可以` : `可以${joint}应当`;
  return oneEdit(modal.start, modal.end - modal.start, written, written);
};

/** The mark behind the last words of an article lost, or the last half of the sentence with it. */
export const endMark: Injector = (document, choice) => {
  const ends = runsOf(document).filter(({ provision, span: { end }, text }) => {
    const article = provision.parent?.level === "article" ? provision.parent : provision.parent?.parent;
    return (
      article?.level === "article" &&
      article.span.end === end &&
      provision.children.length === 0 &&
      /[\u4e00-\u9fff）》]。$/.test(text)
    );
  });
  if (ends.length === 0) return null;
  const { span: place, text } = choice.pick(ends);
  const comma = text.lastIndexOf("，");
  if (choice.whole(0, 2) === 0 && comma > 0) {
    const start = place.start + comma + choice.whole(0, 1);
    return {
      edits: [{ at: start, remove: place.end - start, insert: "" }],
      places: [span(start - 1, place.end)],
      what: `cut behind “${text.slice(Math.max(0, comma - 6), comma)}”`,
    };
  }
  return {
    edits: [{ at: place.end - 1, remove: 1, insert: "" }],
    places: [span(place.end - 1, place.end)],
    what: `no 。 behind “${text.slice(-8, -1)}”`,
  };
};

/** A word written as another one that sounds or looks like it. */
export const mistakenWord: Injector = (document, choice) => {
  const [pattern, written] = choice.pick([
    [/告知/g, "告之"],
    [/即使/g, "既使"],
    [/安装/g, "按装"],
    [/作为/g, "做为"],
    [/部署/g, "布署"],
    [/权力机关/g, "权利机关"],
    [/权利义务/g, "权力义务"],
    [/人民检察院/g, "人民检查院"],
    [/治理/g, "冶理"],
    [/防治/g, "防冶"],
    [/候选/g, "侯选"],
    [/拨款/g, "拔款"],
    [/享受/g, "亨受"],
    [/档案/g, "挡案"],
    [/裁决/g, "栽决"],
    [/赔偿/g, "陪偿"],
    [/竞争/g, "竟争"],
    [/答辩/g, "答辨"],
    [/登记簿/g, "登记薄"],
    [/未按照/g, "末按照"],
    [/未取得/g, "末取得"],
    [/之日起/g, "之曰起"],
    [/工作日/g, "工作曰"],
    [/必需品/g, "必须品"],
  ] as const);
  return replaced(document, choice, pattern, written);
};

/** A spelling that laws do not use any more. */
export const oldWord: Injector = (document, choice) => {
  const [pattern, written] = choice.pick([
    [/其他/g, "其它"],
    [/账户/g, "帐户"],
    [/账簿/g, "帐簿"],
    [/撤销/g, "撤消"],
    [/以营利为目的/g, "以盈利为目的"],
    [/法定代表人(?=[、，。])/g, "法人代表"],
    [/成分/g, "成份"],
    [/部分(?!额)/g, "部份"],
    [/坐落/g, "座落"],
    [/签订/g, "签定"],
    [/图像/g, "图象"],
    [/覆盖/g, "复盖"],
    [/作出(?=决定|裁决|裁定|处罚)/g, "做出"],
  ] as const);
  return replaced(document, choice, pattern, written);
};

/** Parts of one whole, each with its own share, that do not make a hundred. */
export const partShares: Injector = (document, choice) => {
  const [first, second] = [choice.whole(3, 6), choice.whole(1, 3)];
  const rest = 10 - first - second + choice.pick([-1, 1, 2]);
  if (rest < 1) return partShares(document, choice);
  const inWords = choice.whole(0, 1) === 0;
  const share = (tenths: number): string =>
    inWords ? `百分之${NUMERALS[tenths]!}十`.replace("一十", "十") : `${tenths}0%`;
  const [one, two, three] = [share(first), share(second), share(rest)];
  const sentence = choice.pick([
    `所需经费由省级财政承担${one}，市级财政承担${two}，县级财政承担${three}。`,
    `补助资金由省、市、县按照${one}、${two}、${three}的比例分担。`,
    `培训费用由政府承担${one}、用人单位承担${two}、个人承担${three}。`,
    `评价指标的权重为：业务数量${one}，服务质量${two}，群众评价${three}。`,
    `综合得分由三部分组成，业务数量占${one}、服务质量占${two}、群众评价占${three}。`,
    `业务数量权重为${one}，服务质量权重为${two}，群众评价权重为${three}。`,
  ]);
  return addSentence(document, choice, sentence, sentence);
};

const NUMERALS = "零一二三四五六七八九十";

const replaced = (
  document: Parameters<Injector>[0],
  choice: Parameters<Injector>[1],
  pattern: RegExp,
  written: string,
): ReturnType<Injector> => {
  const places = matchesOf(document, pattern).filter(
    ({ run, start }) => !isInTitle(run.text, start - run.span.start),
  );
  if (places.length === 0) return null;
  const { start, end, groups } = choice.pick(places);
  return oneEdit(start, end - start, written, `${written} for ${groups[0]!}`);
};

/** A law is cited by the name that it has. */
const isInTitle = (text: string, at: number): boolean => {
  const before = text.slice(0, at);
  return (
    before.lastIndexOf("《") > before.lastIndexOf("》") || before.lastIndexOf("“") > before.lastIndexOf("”")
  );
};
