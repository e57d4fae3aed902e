import { printNumeral } from "../../../language/numerals.ts";
import { addSentence, oneEdit, runsOf, sentenceEnd, type Injector } from "./damage.ts";
import { ownName } from "./references.ts";

/** An article that refers to itself by its own number. */
export const ownArticle: Injector = (document, choice) => {
  const name = ownName(document);
  const ends = runsOf(document).flatMap(({ provision, span, text }) => {
    const article = provision.parent;
    return article?.level === "article" && article.insertion === null && text.endsWith("。")
      ? [{ number: article.number!, at: span.end }]
      : [];
  });
  if (name === null || ends.length === 0) return null;
  const { number, at } = choice.pick(ends);
  const cited = `第${printNumeral(number)}条`;
  const sentence = choice.pick([
    `违反规定的，依照${cited}的规定处理。`,
    `违反本${name}${cited}规定的，责令改正。`,
    `变更的，按照本${name}${cited}的规定办理。`,
    `其他事项参照${cited}执行。`,
  ]);
  return oneEdit(at, 0, sentence, sentence);
};

/** A second day of effect beside the first. */
export const effectiveTwice: Injector = (document, choice) => {
  const name = ownName(document);
  const end = sentenceEnd(document, choice);
  if (name === null || end === null) return null;
  const known = runsOf(document).find(({ text }) =>
    new RegExp(`本${name}自[^，。]{4,16}起施行。$`).test(text),
  );
  const other = `本${name}自${choice.whole(2001, 2030)}年${choice.whole(2, 12)}月${choice.whole(2, 28)}日起施行。`;
  if (known === undefined) return null;
  return {
    edits: [{ at: end.end, remove: 0, insert: other }],
    places: [{ start: end.end, end: end.end }, known.span],
    what: other,
  };
};

/** Places, cases and times that nothing in the text explains. */
export const unexplained: Injector = (document, choice) => {
  const sentence = choice.pick([
    "在偏远地区的，办理期限可以延长。",
    "对偏远山区的经营者给予补助。",
    "上述整改应当在近期完成。",
    "有关单位应当近期开展自查。",
    "情节严重的，取消其补助资格。",
    "情节严重的，列入重点监管名单。",
    "主管部门按照合理比例给予补助。",
    "经营者应当按照合理的利润确定收费。",
    "在合理范围内给予奖励。",
  ]);
  return addSentence(document, choice, sentence, sentence);
};

/** One thing with two short names in one article. */
export const twoShortNames: Injector = (document, choice) => {
  const [long, first, second] = choice.pick([
    ["幼儿园", "园所", "办学机构"],
    ["托育机构", "托育点", "照护单位"],
    ["定点药店", "药店方", "服务单位"],
    ["养老院", "养老单位", "照料机构"],
  ] as const);
  const sentence = `${long}（以下简称${first}）应当公示收费标准；${long}（以下称${second}）应当接受检查。${first}、${second}应当配合。`;
  return addSentence(document, choice, sentence, sentence);
};
