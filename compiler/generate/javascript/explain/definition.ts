import { parseDecimal } from "../../../../language/index.ts";
import type { DatedValue, Reading } from "../../../model/ir.ts";
import type { Authority, Field } from "../../../model/type.ts";
import { stringLiteral } from "../../names.ts";
import type { JavaScriptModule } from "../emission.ts";
import { call, list, record } from "./expression.ts";
import { fractionCode, nullable, readerCode, valueCode } from "./values.ts";

/** What the policy declares: its interval, objects, parameters and readings. */
export const definitionCode = (module: JavaScriptModule): string => {
  const { policy, objects, parameters, readings } = module.program;
  return record([
    ["effectiveFrom", String(policy.effectiveFrom)],
    ["lastDay", String(policy.lastDay)],
    [
      "objects",
      mapCode(
        [...objects.values()].map(({ name, fields }) => [
          name,
          call(
            module.runtime("objectType"),
            stringLiteral(name),
            list([...fields.values()].map((field) => fieldCode(module, field))),
          ),
        ]),
      ),
    ],
    [
      "parameters",
      mapCode(
        [...parameters.values()].map(({ name, type, owner, values }) => [
          name,
          record([
            ["read", readerCode(module, type)],
            ["owner", authorityCode(owner)],
            ["values", list(values.map((value) => datedCode(module, value)))],
          ]),
        ]),
      ),
    ],
    [
      "readings",
      mapCode([...readings.values()].map((reading) => [reading.name, readingCode(module, reading)])),
    ],
    ["decisions", "new Map()"],
  ]);
};

const mapCode = (entries: readonly (readonly [string, string])[]): string =>
  `new Map(${entries.length === 0 ? "" : list(entries.map(([name, code]) => list([stringLiteral(name), code])))})`;

const fieldCode = (module: JavaScriptModule, { name, type, judgedBy }: Field): string =>
  list([
    stringLiteral(name),
    readerCode(module, type),
    ...(judgedBy === null ? [] : [authorityCode(judgedBy)]),
  ]);

const authorityCode = ({ name, source }: Authority): string =>
  record([
    ["name", stringLiteral(name)],
    ["source", nullable(source)],
  ]);

const datedCode = (module: JavaScriptModule, { from, region, value }: DatedValue): string =>
  record([
    [`from`, String(from)],
    ["region", nullable(region)],
    ["value", valueCode(module, value)],
  ]);

const readingCode = (module: JavaScriptModule, { adopted, status, options }: Reading): string =>
  record([
    ["adopted", String(adopted)],
    ["confirmed", String(status === "confirmed")],
    [
      "options",
      list(
        options.map(({ number, text, detourFactor }) => {
          const detour = detourFactor === null ? null : parseDecimal(String(detourFactor));
          return record([
            ["number", String(number)],
            ["text", stringLiteral(text)],
            ["detour", detour === null ? "null" : fractionCode(module, detour)],
          ]);
        }),
      ),
    ],
  ]);
