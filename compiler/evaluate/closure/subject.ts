import type { Subject } from "../../model/ir.ts";
import { UNKNOWN, type Ask } from "./level.ts";
import { Unsupported } from "./unsupported.ts";
import type { Workshop } from "./workshop.ts";

/** The row of the record that a subject names; a level below zero where it cannot be told. */
export const compileSubject = (workshop: Workshop, subject: Subject): Ask => {
  switch (subject.kind) {
    case "variable": {
      const { index } = subject;
      return (rows) => rows[index]!;
    }
    case "follow": {
      const column = workshop.table(subject.from.object).column(subject.field);
      if (column.kind !== "code") throw new Unsupported();
      const { codes } = column;
      const { length } = workshop.table(subject.object);
      const toRow = (code: number): number => (code < length ? code : -UNKNOWN);
      if (subject.from.kind === "variable") {
        const { index } = subject.from;
        return (rows) => toRow(codes[rows[index]!]!);
      }
      const from = compileSubject(workshop, subject.from);
      return (rows) => {
        const row = from(rows);
        return row < 0 ? row : toRow(codes[row]!);
      };
    }
  }
};
