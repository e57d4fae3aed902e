import { LineIndex } from "../../language/index.ts";
import type { TextDifference } from "../../language/index.ts";
import { plain } from "./tone.ts";
import type { Paint } from "./tone.ts";
import { visible } from "./width.ts";

/** What `verify` found: the official text against its stored source. */
export interface VerifyReport {
  readonly file: string;
  readonly text: string;
  readonly source: string;
  readonly equal: boolean;
  /** SHA-256 of the official text of the policy, white space removed. */
  readonly sha256: string;
  readonly sourceSha256: string;
  /** 校验 as the policy writes it. */
  readonly declared: string | null;
  readonly differences: readonly TextDifference[];
}

/** The stored source is the one whose 校验 the policy carries. */
export const checksumHolds = ({ declared, sourceSha256 }: VerifyReport): boolean =>
  declared === null || declared === sourceSha256;

export const isFaithful = (report: VerifyReport): boolean => report.equal && checksumHolds(report);

export const verifyTable = (report: VerifyReport, paint: Paint = plain): string => {
  const lines = new LineIndex(report.text);
  const differences = report.differences.map(({ span, message }) => {
    const place = span === null ? null : lines.position(span.start);
    return `  ${place === null ? report.file : `${report.file}:${place.line}:${place.column}`}  ${visible(message)}`;
  });
  return [
    report.equal
      ? paint("good", "一致：政策文件的公文原文与存底相同。")
      : paint("bad", `不一致：政策文件的公文原文与存底有${report.differences.length}处不同。`),
    ...differences,
    ...(checksumHolds(report)
      ? []
      : [
          paint(
            "bad",
            `校验不符：政策写明的校验为 ${report.declared}，存底现为 ${report.sourceSha256}。请确认存底是否被改动；确属更正的，请更新“校验”。`,
          ),
        ]),
    `政策  ${report.file}`,
    `存底  ${report.source}`,
    `SHA-256（去除空白后）  ${report.sha256}`,
  ].join("\n");
};

export const verifyJson = (report: VerifyReport): unknown => {
  const lines = new LineIndex(report.text);
  return {
    equal: report.equal && checksumHolds(report),
    sha256: report.sha256,
    source: { file: report.source, sha256: report.sourceSha256, declared: report.declared },
    differences: [
      ...report.differences.map(({ kind, provision, span, found, expected, message }) => ({
        kind,
        provision,
        ...(span === null ? { line: null, column: null } : lines.position(span.start)),
        found,
        expected,
        message,
      })),
      ...(checksumHolds(report)
        ? []
        : [
            {
              kind: "checksum",
              provision: null,
              line: null,
              column: null,
              found: report.sourceSha256,
              expected: report.declared,
              message: "存底的校验与政策写明的不符。",
            },
          ]),
    ],
  };
};
