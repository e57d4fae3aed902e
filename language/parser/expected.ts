import { EOF, type IParserErrorMessageProvider, type IToken, type TokenType } from "chevrotain";
import { KEYWORDS } from "../keywords.ts";
import { T } from "../lexer/tokens.ts";

/** How token types are called in messages. */
const LABELS = new Map<TokenType, string>([
  [T.AnyName, "名称"],
  [T.Comma, "“，”"],
  [T.Semicolon, "“；”"],
  [T.Colon, "“：”"],
  [T.Period, "“。”"],
  [T.Dun, "“、”"],
  [T.LeftParen, "“（”"],
  [T.RightParen, "“）”"],
  [T.Quantity, "数字"],
  [T.DateWord, "日期"],
  [T.Quoted, "「」引起来的名称或者文字"],
  [T.ReadingOption, "“读法一”这样的读法"],
  [T.Citation, "条文编号"],
  [T.BoundBefore, "“低于”这样的词"],
  [T.BoundAfter, "“以上”这样的词"],
  [T.Modal, "“应当”这样的词"],
  [T.Result, "“成立”这样的结果"],
  [T.Tie, "“并列”“抽签”或者“需裁量”"],
  [EOF, "句子的结尾"],
]);

for (const [word, { token }] of Object.entries(KEYWORDS)) {
  const type = T[token];
  if (!LABELS.has(type)) LABELS.set(type, `“${word}”`);
}

const label = (type: TokenType): string => LABELS.get(type) ?? "名称";

/** Messages say only what was expected; the reporter puts the rest around it. */
export const expectedWords: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => `此处应为${label(expected)}`,
  buildNotAllInputParsedMessage: ({ firstRedundant }) => whyItStops(firstRedundant.tokenType),
  buildNoViableAltMessage: ({ expectedPathsPerAlt, actual }) => {
    const first = actual[0]?.tokenType;
    const begun = expectedPathsPerAlt
      .flat()
      .filter(
        (path) =>
          path[0] !== undefined && path[1] !== undefined && first !== undefined && accepts(path[0], first),
      )
      .map((path) => path[1]!);
    // The word itself may stand here; what follows it may not.
    if (begun.length > 0) return `它的后面应为${list(begun)}`;
    return `此处应为${list(expectedPathsPerAlt.flat().map((path) => path[0]!))}`;
  },
  buildEarlyExitMessage: ({ expectedIterationPaths }) =>
    `此处应为${list(expectedIterationPaths.map((path) => path[0]!))}`,
};

const accepts = (expected: TokenType, found: TokenType): boolean =>
  expected === found || (expected === T.AnyName && (found.CATEGORIES ?? []).includes(T.AnyName));

const list = (types: readonly TokenType[]): string => {
  const words = new Set(types.filter((type) => type !== undefined).map(label));
  // A place for a name takes a dozen other beginnings; listing them all would not help anybody.
  if (words.size > 4 && words.has("名称")) return "名称、数字或者条件";
  return [...words].slice(0, 6).join("、");
};

/** Why a sentence that was whole so far cannot go on with this word. */
const whyItStops = (type: TokenType): string => {
  switch (type) {
    case T.Quantity:
      return "数字前面请写“为”“低于”“不低于”这样的词，或者在数字后面写“以上”“以下”";
    case T.Term:
    case T.Undeclared:
    case T.Quoted:
    case T.Title:
      return "它接不上前面的话。前面是条件的，请在条件后面写“的，”";
    case T.Of:
      return "“的”后面缺少名称，或者前面的条件不完整";
    case T.RightParen:
      return "前面没有对应的“（”";
    default:
      return "这之后的话接不上前面的句子";
  }
};

/** The words at which reading stopped. */
export const foundWords = (token: IToken, previous: IToken | undefined): string => {
  if (token.tokenType !== EOF) return `“${token.image}”`;
  return previous === undefined || previous.tokenType === EOF || previous.image === ""
    ? "句末"
    : `“${previous.image}”之后`;
};
