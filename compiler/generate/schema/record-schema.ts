import type { ObjectType, Type } from "../../model/type.ts";
import { fieldForm, ID_FORM, INTEGER_BOUND, valueForm, type FieldForm, type Form } from "./field-form.ts";
import { propertiesOf, prose, type Json, type JsonObject } from "./json.ts";

/** The fields of a canonical record in order, 编号 first. */
export const recordForms = (object: ObjectType): readonly FieldForm[] => [
  ID_FORM,
  ...[...object.fields.values()].filter(({ name }) => name !== ID_FORM.name).map(fieldForm),
];

/** A canonical record. An unknown key is refused: a misspelt field would otherwise count as unknown. */
export const recordSchema = (object: ObjectType): JsonObject => ({
  title: object.name,
  description: `一条“${prose(object.name)}”记录。除编号外，不知道的字段可以不写或者写null，按未知处理。`,
  type: "object",
  ...propertiesOf(recordForms(object).map((field) => [field.name, fieldSchema(field)])),
  required: [ID_FORM.name],
  additionalProperties: false,
});

const fieldSchema = (field: FieldForm): JsonObject => ({
  title: field.name,
  description: prose(field.description),
  ...formSchema(field.form, field.name !== ID_FORM.name),
  examples: [field.example],
});

/** A value of this type, never null. */
export const valueSchema = (type: Type): JsonObject => formSchema(valueForm(type).form, false);

const formSchema = (form: Form, nullable: boolean): JsonObject => {
  const typed = (name: string): Json => (nullable ? [name, "null"] : name);
  switch (form.kind) {
    case "boolean":
      return { type: typed("boolean") };
    case "integer":
      return {
        type: typed("integer"),
        exclusiveMinimum: -INTEGER_BOUND,
        exclusiveMaximum: INTEGER_BOUND,
      };
    case "text":
      return {
        type: typed("string"),
        pattern: form.pattern,
        ...(form.longest === null ? {} : { maxLength: form.longest }),
      };
    case "choice":
      return { enum: [...form.values, ...(nullable ? [null] : [])] };
  }
};
