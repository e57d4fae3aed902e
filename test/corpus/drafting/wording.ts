import { addSentence, midWord, oneEdit, pickMatch, type Choice, type Injector } from "./damage.ts";

/** Words with no measure in the place of a figure, or put before the thing they should measure. */
export const openTexture: Injector = (document, choice) =>
  choice.pick([figureLost, vagueSentence])(document, choice);

const figureLost: Injector = (document, choice) => {
  const [pattern, words] = choice.pick([
    [/(?<!以上)百分之[一二三四五六七八九十]+(?!以|点|[一-鿿]?以)/g, ["一定比例", "适当比例"]],
    [/(?<![第个])[一二三四五六七八九十]+(?:个工作)?日内/g, ["合理期限内", "适当期限内", "一定期限内"]],
  ] as const);
  const figure = pickMatch(document, choice, pattern);
  if (figure === null) return null;
  const insert = choice.pick<string>(words);
  return oneEdit(figure.start, figure.end - figure.start, insert, `${insert} for ${figure.groups[0]!}`);
};

const vagueSentence: Injector = (document, choice) => {
  const sentence = choice.pick([
    "对业务量极少的单位，取消其资格。",
    "对排名靠后的单位，予以淘汰退出。",
    "在相对饱和的区域，不再新增。",
    "按照一定比例对有关单位进行抽查。",
    "根据情况适当减少补助金额。",
    "在合理的距离内设置服务网点。",
    "对情节明显轻微的，适当从轻处理。",
    "多次违反规定、性质恶劣的，取消资格。",
    "对规模相对较大的经营者实行重点监管。",
    "保证一定范围内有足够的服务网点。",
  ]);
  return addSentence(document, choice, sentence, sentence);
};

/** An order and a permission about one act. */
export const modalMix: Injector = (document, choice) => {
  if (choice.whole(0, 3) === 0) {
    const sentence = choice.pick([
      "有关单位应当公开评估结果，也可以不公开。",
      "申请人应当可以在三日内补正材料。",
      "主管部门应当也可以组织复查。",
      "经营者必须可以公示收费标准。",
    ]);
    return addSentence(document, choice, sentence, sentence);
  }
  const modal = pickMatch(document, choice, /(?<=[\u4e00-\u9fff，])(?:应当|可以)(?=[\u4e00-\u9fff]{3})/g);
  if (modal === null) return null;
  const written =
    modal.groups[0] === "应当"
      ? choice.pick(["应当可以", "可以应当", "应当或者可以", "必须可以"])
      : choice.pick(["可以应当", "应当可以", "可以必须"]);
  return oneEdit(modal.start, modal.end - modal.start, written, written);
};

/** What a template, a word processor or a web page leaves behind. */
export const residue: Injector = (document, choice) => {
  const at =
    choice.whole(0, 1) === 0 ? midWord(document, choice) : pickMatch(document, choice, /[，。；]/g)?.end;
  if (at === null || at === undefined) return null;
  const left = choice.pick([
    "[bookmark: _GoBack]",
    `[bookmark: _Toc${choice.whole(1000000, 9999999)}]`,
    "{{单位名称}}",
    "{{date}}",
    "错误！未找到引用源。",
    "错误!未定义书签。",
    "${amount}",
    "<br>",
    "&nbsp;",
    "[键入文字]",
    "（此处填写单位名称）",
    " PAGEREF _Toc5678 \\h ",
    "\u200b",
  ]);
  return oneEdit(at, 0, left, JSON.stringify(left));
};

/** A telephone or identity number of a person inside an article; every number is made up. */
export const contact: Injector = (document, choice) => {
  const digits = (count: number): string =>
    Array.from({ length: count }, () => String(choice.whole(0, 9))).join("");
  const mobile = `1${choice.pick(["38", "59", "86", "77"])}${digits(8)}`;
  const sentence = choice.pick([
    `联系人：张某，电话：${mobile}。`,
    `咨询请联系王某（手机${mobile.slice(0, 3)}-${mobile.slice(3, 7)}-${mobile.slice(7)}）。`,
    `有疑问的，可以拨打${mobile}。`,
    `经办人李某，身份证号${identityNumber(choice)}。`,
    `申请人（身份证号码：${identityNumber(choice)}）已提交材料。`,
  ]);
  return addSentence(document, choice, sentence, sentence);
};

/** Eighteen characters with the check character that belongs to them. */
const identityNumber = (choice: Choice): string => {
  const day = (value: number): string => String(value).padStart(2, "0");
  const body = `110101${choice.whole(1955, 2003)}${day(choice.whole(1, 12))}${day(choice.whole(1, 28))}${String(choice.whole(100, 999))}`;
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * WEIGHTS[index]!, 0);
  return body + "10X98765432"[sum % 11]!;
};

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
