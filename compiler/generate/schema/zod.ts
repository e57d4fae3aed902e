import type { Program } from "../../model/ir.ts";
import type { ObjectType } from "../../model/type.ts";
import { commentText, fileName, Identifiers, propertyKey, stringLiteral } from "../names.ts";
import type { Generated, Target } from "../target.ts";
import { ID_FORM, INTEGER_BOUND, type FieldForm, type Form } from "./field-form.ts";
import { isInherited } from "./json.ts";
import { COORDINATE_PATTERN, DATE_PATTERN, TEXT_PATTERN } from "./patterns.ts";
import { recordForms } from "./record-schema.ts";
import { ownRecordRuntime, zodRuntime } from "./zod-runtime.ts";

/** A module of zod schemas with its types. It imports zod and nothing else. */
export const zod: Target = {
  name: "zod",
  description: "zod：输入记录的校验，数据有误时以中文说明",
  generate: (program): Generated => {
    const objects = withNames(program);
    const name = (ending: string): string => fileName(program.policy.name, ending);
    return {
      files: [
        { name: name(".zod.js"), text: moduleText(program, objects) },
        { name: name(".zod.d.ts"), text: typesText(program, objects) },
      ],
      refusals: [],
    };
  },
};

/** The only module that the output imports. */
const ZOD = stringLiteral("zod");

interface NamedObject {
  readonly object: ObjectType;
  /** Of the schema. */
  readonly schema: string;
  /** Of the type of its records. */
  readonly type: string;
  readonly forms: readonly FieldForm[];
}

const withNames = (program: Program): readonly NamedObject[] => {
  const names = new Identifiers();
  return Array.from(program.objects.values(), (object) => ({
    object,
    schema: names.of("record", object.name),
    type: names.of("Record", object.name),
    forms: recordForms(object),
  }));
};

const heading = (program: Program): string =>
  `// ${commentText(program.policy.name)}：输入记录的格式。本文件由政策文本生成，请勿修改。\n`;

const moduleText = (program: Program, objects: readonly NamedObject[]): string => {
  const inherited = objects.some(
    ({ object, forms }) => isInherited(object.name) || forms.some(({ name }) => isInherited(name)),
  );
  return [
    heading(program),
    `import { z } from ${ZOD};\n`,
    patternsText(objects),
    ...objects.map(recordText),
    registerText(objects),
    schemasText(objects),
    zodRuntime,
    ...(inherited ? [ownRecordRuntime] : []),
  ].join("\n");
};

const recordText = ({ object, schema, forms }: NamedObject): string => {
  const name = stringLiteral(object.name);
  // zod skips a key __proto__ and reads inherited keys, so a record with such a field is read by its own keys.
  const inherited = forms.some((form) => isInherited(form.name));
  const fields = forms.map((form) =>
    inherited
      ? `    [${stringLiteral(form.name)}, ${fieldText(form)}],\n`
      : `    ${propertyKey(form.name)}: ${fieldText(form)},\n`,
  );
  return [
    `/** ${commentText(object.name)} */\n`,
    inherited
      ? `export const ${schema} = ownRecord(\n  ${name},\n  new Map([\n${fields.join("")}  ]),\n)`
      : `export const ${schema} = z.strictObject(\n  {\n${fields.join("")}  },\n  objectErrors(${name}),\n)`,
    `.meta({ title: ${name}, description: ${stringLiteral(`一条“${object.name}”记录`)} });\n`,
  ].join("");
};

const fieldText = (field: FieldForm): string => {
  const where = `${stringLiteral(field.name)}, ${stringLiteral(field.expected)}`;
  return [
    formText(field.form, where),
    ...(field.name === ID_FORM.name ? [] : [".nullish()"]),
    `.meta({ title: ${stringLiteral(field.name)}, description: ${stringLiteral(field.description)} })`,
  ].join("\n      ");
};

const formText = (form: Form, where: string): string => {
  switch (form.kind) {
    case "boolean":
      return `z.boolean(errors(${where}))`;
    case "integer":
      return `integer(${where}, ${INTEGER_BOUND})`;
    case "text": {
      const pattern = PATTERNS.get(form.pattern) ?? `/${form.pattern}/u`;
      return `text(${where}, ${pattern}${form.longest === null ? "" : `, ${form.longest}`})`;
    }
    case "choice":
      return form.values.length === 0
        ? `z.never(errors(${where}))`
        : `z.literal([${form.values.map(stringLiteral).join(", ")}], errors(${where}))`;
  }
};

/** Patterns that many fields share, by the name that they have in the module. */
const PATTERNS: ReadonlyMap<string, string> = new Map([
  [TEXT_PATTERN, "TRIMMED"],
  [DATE_PATTERN, "DATE"],
  [COORDINATE_PATTERN, "COORDINATE"],
]);

const patternsText = (objects: readonly NamedObject[]): string => {
  const used = new Set(
    objects.flatMap(({ forms }) => forms.map(({ form }) => (form.kind === "text" ? form.pattern : ""))),
  );
  return [...PATTERNS]
    .filter(([pattern]) => used.has(pattern))
    .map(([pattern, name]) => `const ${name} = /${pattern}/u;\n`)
    .join("");
};

const registerText = (objects: readonly NamedObject[]): string => {
  const inherited = objects.some(({ object }) => isInherited(object.name));
  const lists = objects.map(({ object, schema }) => {
    const name = stringLiteral(object.name);
    const records = `z.array(${schema}, errors(${name}, "由记录组成的列表")).optional()`;
    return inherited ? `    [${name}, ${records}],\n` : `  ${propertyKey(object.name)}: ${records},\n`;
  });
  return [
    "/** 全部记录，以对象的名称为键。 */\n",
    inherited
      ? `export const register = ownRecord("全部记录", new Map([\n${lists.join("")}  ]));\n`
      : `export const register = z.strictObject({\n${lists.join("")}}, objectErrors("全部记录"));\n`,
  ].join("");
};

const schemasText = (objects: readonly NamedObject[]): string =>
  [
    "/** 各对象的记录格式，以对象的名称为键。 */\n",
    "export const schemas = new Map([\n",
    ...objects.map(({ object, schema }) => `  [${stringLiteral(object.name)}, ${schema}],\n`),
    "]);\n",
  ].join("");

const typesText = (program: Program, objects: readonly NamedObject[]): string =>
  [
    heading(program),
    `import type { z } from ${ZOD};\n`,
    ...objects.map(recordTypes),
    "/** 全部记录，以对象的名称为键。 */",
    "export interface Register {",
    ...objects.map(({ object, type }) => `  ${stringLiteral(object.name)}?: ${type}[] | undefined;`),
    "}\n",
    "export declare const register: z.ZodType<Register>;",
    `export declare const schemas: ReadonlyMap<string, z.ZodType<${
      objects.map(({ type }) => type).join(" | ") || "never"
    }>>;\n`,
  ].join("\n");

const recordTypes = ({ object, schema, type, forms }: NamedObject): string =>
  [
    `/** ${commentText(object.name)} */`,
    `export interface ${type} {`,
    ...forms.flatMap((field) => [
      `  /** ${commentText(field.description, 500)} */`,
      field.name === ID_FORM.name
        ? `  ${stringLiteral(field.name)}: string;`
        : `  ${stringLiteral(field.name)}?: ${typeOfForm(field.form)} | null | undefined;`,
    ]),
    "}",
    forms.some(({ name }) => isInherited(name))
      ? `export declare const ${schema}: z.ZodType<${type}>;\n`
      : `export declare const ${schema}: z.ZodObject<{\n${forms.map(shapeType).join("")}}, z.core.$strict>;\n`,
  ].join("\n");

const shapeType = (field: FieldForm): string => {
  const type = zodType(field.form);
  const nullish = field.name === ID_FORM.name ? type : `z.ZodOptional<z.ZodNullable<${type}>>`;
  return `  ${stringLiteral(field.name)}: ${nullish};\n`;
};

const zodType = (form: Form): string => {
  switch (form.kind) {
    case "boolean":
      return "z.ZodBoolean";
    case "integer":
      return "z.ZodNumber";
    case "text":
      return "z.ZodString";
    case "choice":
      return form.values.length === 0 ? "z.ZodNever" : `z.ZodLiteral<${typeOfForm(form)}>`;
  }
};

const typeOfForm = (form: Form): string => {
  switch (form.kind) {
    case "boolean":
      return "boolean";
    case "integer":
      return "number";
    case "text":
      return "string";
    case "choice":
      return form.values.length === 0 ? "never" : form.values.map(stringLiteral).join(" | ");
  }
};
