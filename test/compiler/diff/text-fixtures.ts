import { readDocument, type OfficialDocument } from "../../../language/index.ts";
import { compareTexts, type TextComparison } from "../../../compiler/diff/text/index.ts";

export const documentOf = (text: string): OfficialDocument => readDocument({ name: "文件.txt", text });

export const compared = (left: string, right: string): TextComparison =>
  compareTexts(documentOf(left), documentOf(right));

/** One line a row: kind, with * where the number changed too, and who became whom. */
export const rowsOf = (rows: TextComparison["provisions"]): readonly string[] =>
  rows.map(
    ({ kind, renumbered, left, right }) =>
      `${kind}${renumbered ? "*" : ""} ${left?.label ?? "无"} → ${right?.label ?? "无"}`,
  );

/** Rows in which something happened. */
export const changesOf = (comparison: TextComparison): readonly string[] =>
  rowsOf(comparison.provisions.filter(({ kind, edits }) => kind !== "unchanged" || edits.length > 0));

export const LAW = `城市养犬管理办法

第一章 总则
第一条 为了规范养犬行为，保障公众安全，制定本办法。
第二条 本市城区内犬只的饲养、经营和收容，适用本办法。
第三条 公安机关是养犬管理的主管部门，负责办理养犬登记、收容流浪犬只。
第二章 登记
第四条 养犬人应当自取得犬只之日起十五日内，持犬只免疫证明到公安机关办理登记。
第五条 养犬登记证有效期一年。期满继续饲养的，应当依照第四条的规定重新办理。
第六条 禁止在城区饲养烈性犬。烈性犬名录由公安机关会同农业农村部门公布。
第三章 行为规范
第七条 携犬出户应当为犬只束牵引带，由成年人牵领，并主动避让行人。
第八条 不得携犬进入机关、医院、学校和公共交通工具。导盲犬除外。
第九条 违反第七条规定的，由公安机关处二百元以下罚款。
第四章 附则
第十条 本办法自2020年5月1日起施行。
`;

/** The law with its articles numbered anew from the first to the last; citations stay as they are written. */
export const numberedAnew = (text: string): string => {
  let next = 0;
  return text.replace(/^第[一二三四五六七八九十]+条/gm, () => {
    next += 1;
    return `第${NUMERALS[next - 1]!}条`;
  });
};

const NUMERALS = "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五".split(" ");
