import type { LoadedFacts } from "./data/index.ts";

/** What the makers of made-up data write beside or into them. */
export const SYNTHETIC = "合成数据";

/** Whether a record says of itself that it is synthetic, in a text field such as 备注. */
export const hasSyntheticRecords = ({ facts }: LoadedFacts): boolean =>
  facts.objects.some((object) =>
    facts
      .records(object)
      .some((record) =>
        [...record.facts.values()].some((value) => value.kind === "text" && value.value.includes(SYNTHETIC)),
      ),
  );

/** A remark on the data with its place. */
export const noteInWords = ({ file, row, column, message }: LoadedFacts["notes"][number]): string =>
  `${file}${row === null ? "" : `第${row}行`}${column === null ? "" : `“${column}”列`}：${message}`;

/** One side of a comparison with the register as its rules read it; null where it has no rules. */
export interface RegisterSide {
  readonly name: string;
  readonly loaded: LoadedFacts | null;
}

/** What two compared sides have to say of their data: what both say stands with the left side only. */
export const remarksOnRegister = (
  [left, right]: readonly [RegisterSide, RegisterSide],
  { synthetic, whereMore }: { readonly synthetic: boolean; readonly whereMore: string },
): { readonly left: readonly string[]; readonly right: readonly string[] } => {
  const found = [left, right].flatMap(({ loaded }) => loaded ?? []);
  const shared = commonTo(found, errorWords);
  const own = ({ name, loaded }: RegisterSide): readonly string[] => {
    const known = new Set(shared);
    const errors = loaded === null ? [] : errorWords(loaded);
    return errorsInWords(
      errors.filter((error) => !known.has(error) && !OTHER_RULE.test(error)),
      `按“${name}”读取时，`,
      whereMore,
    );
  };
  return {
    left: [
      ...(synthetic ? [`所用数据为${SYNTHETIC}。`] : []),
      ...errorsInWords(shared, "", whereMore),
      ...commonTo(found, noteWords),
      ...own(left),
    ],
    right: own(right),
  };
};

/** Data errors that are told one by one; the rest are counted. */
const SHOWN = 20;

/** What is said of the data on every side. */
const commonTo = (
  loaded: readonly LoadedFacts[],
  wordsOf: (each: LoadedFacts) => readonly string[],
): readonly string[] => {
  const [first = [], ...others] = loaded.map(wordsOf);
  const known = others.map((words) => new Set(words));
  return first.filter((words) => known.every((each) => each.has(words)));
};

const errorWords = ({ dataErrors }: LoadedFacts): readonly string[] =>
  dataErrors.map(
    ({ file, row, column, value, expected }) =>
      `${file}第${row}行${column === "" ? "" : `“${column}”列`}${value === "" ? "" : `为“${value}”`}，应为${expected.replace(/[。？]$/u, "")}。`,
  );

/** A reason that is recorded for a rule of the other document is no fault of the data. */
const OTHER_RULE = /^理由\.[^第]*第\d+行“规则”列/u;

/** What only one vocabulary does not know is told nowhere else. */
const noteWords = ({ notes }: LoadedFacts): readonly string[] => notes.map(noteInWords);

const errorsInWords = (errors: readonly string[], where: string, whereMore: string): readonly string[] =>
  errors.length === 0
    ? []
    : [
        `${where}数据有${errors.length}处错误，有错误的单元格视为未填：`,
        ...errors.slice(0, SHOWN),
        ...(errors.length > SHOWN ? [`另有${errors.length - SHOWN}处数据错误${whereMore}。`] : []),
      ];
