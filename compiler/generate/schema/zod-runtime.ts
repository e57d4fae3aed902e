/**
 * The functions that every generated module of schemas ends with. Function declarations are known from the first
 * line on, so that the schemas, which people read, come first.
 */
export const zodRuntime = `/** 一处有误的说明：哪里、现为什么、应为什么。 */
function errors(where, expected) {
  return {
    error: (issue) => \`“\${where}”应为\${expected}，现为\${shown(issue.input)}。\`,
    abort: true,
  };
}

function shown(value) {
  if (value === undefined || value === null) return "空白";
  if (Array.isArray(value)) return "列表";
  if (typeof value === "object") return "对象";
  if (typeof value !== "string") return String(value);
  const characters = [...value.slice(0, 100)];
  return \`文字“\${characters.slice(0, 40).join("")}\${characters.length > 40 ? "…" : ""}”\`;
}

function text(where, expected, pattern, longest = Infinity) {
  const schema = z.string(errors(where, expected)).regex(pattern, errors(where, expected));
  return longest === Infinity ? schema : schema.max(longest, errors(where, expected));
}

function integer(where, expected, bound) {
  const otherwise = errors(where, expected);
  return z.number(otherwise).int(otherwise).gt(-bound, otherwise).lt(bound, otherwise);
}

function objectErrors(name) {
  return {
    error: (issue) =>
      issue.code === "unrecognized_keys" ? unknownKeys(name, issue.keys) : noRecord(name, issue.input),
  };
}

function unknownKeys(name, keys) {
  return \`“\${name}”中没有\${keys.map((key) => \`“\${key}”\`).join("、")}，请核对名称或者删去。\`;
}

function noRecord(name, input) {
  return \`“\${name}”应为对象（{…}），现为\${shown(input)}。\`;
}
`;

/** For objects with a field that every object of JavaScript inherits; only own keys count. */
export const ownRecordRuntime = `function ownRecord(name, fields) {
  return z.unknown().superRefine((input, context) => {
    if (typeof input !== "object" || input === null || Array.isArray(input)) {
      context.addIssue({ code: "custom", message: noRecord(name, input), input });
      return;
    }
    for (const [key, schema] of fields) {
      const result = schema.safeParse(Object.hasOwn(input, key) ? input[key] : undefined);
      for (const issue of result.error?.issues ?? []) {
        context.addIssue({ ...issue, path: [key, ...issue.path] });
      }
    }
    const unknown = Object.keys(input).filter((key) => !fields.has(key));
    if (unknown.length > 0) {
      context.addIssue({ code: "custom", message: unknownKeys(name, unknown), input });
    }
  });
}
`;
