import type { Paragraph, Table, TableCell, TableRow } from "docx";
import type {
  BehaviourChange,
  Comparison,
  Impact,
  ImpactChange,
  Witness,
  WitnessResult,
} from "../../../model/change.ts";
import { dayInChinese } from "../../day.ts";
import {
  equivalentWords,
  groupLines,
  impactSections,
  NOMINAL_HEAD,
  OPEN_HEAD,
  placesWords,
  resultHeads,
  RULE_HEADS,
  ruleLines,
  shownChanges,
  unequalVerdicts,
  verdictLine,
} from "../section-words.ts";
import { citationLines, reasonsOf, resultWords, witnessesOf } from "../witness-words.ts";
import { grid, gridCell, gridRow, headCell, noteCell } from "./grid.ts";
import { caseParagraphs, line, SIZES } from "./type.ts";

type Part = Paragraph | Table;

/** Numbers beyond this are counted only; the page and the JSON have all of them. */
const RECORDS_SHOWN = 200;

/** A row with so many may go on overleaf. */
const MANY_RECORDS = 60;

export const rulesSection = (comparison: Comparison): readonly Part[] =>
  comparison.rules.length === 0
    ? []
    : [
        grid(
          [6, 22, 50, 13, 9],
          RULE_HEADS,
          ruleLines(comparison).map((change) =>
            gridRow(
              [
                noteCell([`${change.number}`]),
                noteCell([change.kind, change.places]),
                noteCell([change.message, ...(change.ground === null ? [] : [change.ground])]),
                noteCell([change.severity]),
                noteCell([change.direction === "" ? "—" : change.direction]),
              ],
              { whole: true },
            ),
          ),
        ),
      ];

export const behaviourSection = (comparison: Comparison): readonly Part[] => {
  const equal = equivalentWords(comparison);
  return [
    ...unequalVerdicts(comparison).flatMap((change) => verdict(comparison, change)),
    ...(equal === null ? [] : [line(equal, { indented: true, spaced: true })]),
  ];
};

const verdict = (comparison: Comparison, change: BehaviourChange): readonly Part[] => [
  line(`${change.about}（${verdictLine(comparison, change)}）`, { bold: true, keepNext: true, spaced: true }),
  line(placesWords(change), { size: SIZES.note }),
  ...(change.ground === null ? [] : [line(change.ground, { indented: true })]),
  ...witnesses(comparison, change),
];

const witnesses = (comparison: Comparison, change: BehaviourChange): readonly Part[] => {
  const { shown, hidden } = witnessesOf(change);
  const single = shown.length + hidden.length === 1;
  return [
    ...shown.flatMap((witness, at) => witnessTable(comparison, witness, single ? "" : `${at + 1}`)),
    ...(hidden.length > 0
      ? [line(`另有${hidden.length}个例证，网页格式的对照表全部列出。`, { size: SIZES.note })]
      : []),
  ];
};

const witnessTable = (comparison: Comparison, witness: Witness, number: string): readonly Part[] => {
  const heads = resultHeads(comparison);
  const cases = [
    { head: heads.left, text: witness.cases.left },
    { head: heads.right, text: witness.cases.right },
  ];
  const changes = shownChanges(comparison, witness);
  return [
    line(`例${number}（基准日${dayInChinese(witness.at)}）`, { size: SIZES.note, keepNext: true }),
    grid(
      [30, 35, 35],
      ["情形", heads.left, heads.right],
      [
        gridRow(
          [
            noteCell([...witness.facts, ...(changes === null ? [] : [changes])]),
            resultCell(witness.left),
            resultCell(witness.right),
          ],
          { whole: true },
        ),
      ],
    ),
    ...cases.flatMap(({ head, text }) =>
      text === null
        ? []
        : [
            line(`用例（${head}），可以原样粘贴到政策文件中：`, { size: SIZES.note, keepNext: true }),
            ...caseParagraphs(text),
          ],
    ),
    line("", { size: SIZES.note }),
  ];
};

const resultCell = (side: WitnessResult): TableCell =>
  gridCell([
    line(resultWords(side), { size: SIZES.note, bold: true }),
    ...[...reasonsOf(side), ...citationLines(side)].map((each) => line(each, { size: SIZES.note })),
  ]);

export const impactSection = ({ impact }: Comparison): readonly Part[] =>
  impact === null ? [] : [...impactLead(impact), ...impactTables(impact)];

const impactLead = ({ at, records, changes }: Impact): readonly Paragraph[] => {
  const judged = Object.entries(records).map(([object, count]) => `${object}${count}条`);
  return [
    line(`以${dayInChinese(at)}为基准日，依两份文件的规则分别核对${judged.join("、")}记录。`, {
      indented: true,
    }),
    ...(changes.length === 0 ? [line("没有记录的结果改变。", { indented: true })] : []),
  ];
};

const impactTables = ({ changes, unchangedRules }: Impact): readonly Part[] => [
  ...impactSections(changes).flatMap(({ rule, places, total, decided, open, nominal, unit }) => [
    line(rule, { bold: true, keepNext: true, spaced: true }),
    line(`${places}　${total}`, { size: SIZES.note, keepNext: true }),
    grid(
      [16, 16, 10, 28, 30],
      ["由", "变为", "数量", "分布", "编号"],
      [
        ...decided.map((change) => impactRow(change, unit)),
        ...(open.length === 0 ? [] : [gridRow([headCell(OPEN_HEAD, 5)], { whole: true })]),
        ...open.map((change) => impactRow(change, unit)),
        ...(nominal.length === 0 ? [] : [gridRow([headCell(NOMINAL_HEAD, 5)], { whole: true })]),
        ...nominal.map((change) => impactRow(change, unit)),
      ],
    ),
  ]),
  ...(unchangedRules.length === 0
    ? []
    : [line(`结果没有改变的规则：${unchangedRules.join("、")}。`, { indented: true })]),
];

const impactRow = (change: ImpactChange, unit: string): TableRow =>
  gridRow(
    [
      noteCell([change.from]),
      noteCell([change.to]),
      gridCell([line(`${change.count}${unit}`, { size: SIZES.note, align: "right" })]),
      noteCell([groupLines(change).join("；")]),
      noteCell([numbersInWords(change.records)]),
    ],
    { whole: change.records.length < MANY_RECORDS },
  );

const numbersInWords = (records: readonly string[]): string =>
  records.length <= RECORDS_SHOWN
    ? records.join("、")
    : `${records.slice(0, RECORDS_SHOWN).join("、")}等${records.length}条`;
