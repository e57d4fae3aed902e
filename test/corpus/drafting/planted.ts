import { printNumeral } from "../../../language/numerals.ts";
import { ownName } from "./references.ts";
import { oneEdit, runsOf, type Choice, type Damage, type Injector } from "./damage.ts";

/** 前款第九项, 第一款第九项, 第三章第二条: numbers that another provision has, or none. */
export const citedPart: Injector = (document, choice) =>
  choice.whole(0, 2) === 0 ? otherChapter(document, choice) : missingItem(document, choice);

const otherChapter = (document: Parameters<Injector>[0], choice: Choice): Damage | null => {
  const chapters = document.provisions.filter(({ level }) => level === "chapter");
  const articles = document.provisions.filter(
    ({ level, parent, insertion }) =>
      level === "article" && parent?.level === "chapter" && insertion === null,
  );
  const name = ownName(document);
  if (chapters.length < 2 || articles.length < 2 || name === null) return null;
  const article = choice.pick(articles);
  const others = chapters.filter((chapter) => chapter !== article.parent && chapter.number !== null);
  const run = lastRunIn(document, choice.pick(articles).path);
  if (others.length === 0 || run === null) return null;
  const cited = `第${printNumeral(choice.pick(others).number!)}章第${printNumeral(article.number!)}条`;
  const own = choice.pick(["", `本${name}`]);
  return oneEdit(run, 0, `依照${own}${cited}的规定办理。`, cited);
};

/** A paragraph behind a list that cites one item more than the list has. */
const missingItem = (document: Parameters<Injector>[0], choice: Choice): Damage | null => {
  const lists = document.provisions.filter(
    ({ level, children, parent }) =>
      level === "paragraph" &&
      parent?.level === "article" &&
      parent.children.at(-1)?.span.end === parent.span.end &&
      children.length > 1 &&
      children.every((child, order) => child.level === "item" && child.number === order + 1),
  );
  const alone = lists.filter((list) => list.parent!.children.length === 1);
  if (alone.length === 0) return null;
  const list = choice.pick(alone);
  const beyond = list.children.length + choice.whole(1, 3);
  const item = choice.pick([`第${printNumeral(beyond)}项`, `第（${printNumeral(beyond)}）项`]);
  const cited = `${choice.pick(["前款", "前款", "本条第一款", "第一款"])}${item}`;
  const sentence = choice.pick([
    `有${cited}情形的，应当公告。`,
    `${cited}规定的事项，由主管部门核实。`,
    `属于${cited}情形的，从其规定。`,
  ]);
  return oneEdit(list.span.end, 0, `\n${sentence}`, sentence);
};

const lastRunIn = (document: Parameters<Injector>[0], article: string): number | null => {
  const runs = runsOf(document).filter(
    ({ provision, text }) =>
      provision.path.startsWith(`${article}.`) && provision.level === "paragraph" && text.endsWith("。"),
  );
  return runs.at(-1)?.span.end ?? null;
};
