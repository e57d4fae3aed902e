import type { Block, Diagnostic, Item, Name, PolicyFile, Sum } from "../../language/index.ts";
import type { EnumerationType, Field, ObjectType, Type } from "../model/type.ts";
import type { Declarations, Declared, Member, Place } from "./declared.ts";
import { declaredId, KIND_NAMES } from "./declared.ts";
import { reportResolve } from "./diagnostics.ts";
import { numberInUnit, PURE, typeOfField } from "./field-types.ts";
import { nearestName } from "./suggest.ts";

/** Collects every declared name of the policy and of its vocabularies, in reading order. */
export const collectDeclarations = (
  files: readonly PolicyFile[],
): { readonly declarations: Declarations; readonly diagnostics: readonly Diagnostic[] } => {
  const diagnostics: Diagnostic[] = [];
  const all: Declared[] = [];
  for (const file of files) {
    for (const block of file.blocks) all.push(...declaredIn(block, file.source.name));
  }
  const byName = new Map<string, Declared[]>();
  const objects = new Map<string, ObjectType>();
  const members = new Map<string, Map<string, Member>>();
  const first = new Map<string, Declared>();
  for (const declared of all) {
    const same = byName.get(declared.name);
    if (same === undefined) byName.set(declared.name, [declared]);
    else same.push(declared);
    const keys = clashKeys(declared);
    const earlier = keys.map((key) => first.get(key)).find((other) => other !== undefined);
    if (earlier !== undefined) diagnostics.push(duplicate(declared, earlier));
    for (const key of keys) if (!first.has(key)) first.set(key, declared);
    if (declared.kind === "object" && !objects.has(declared.name)) objects.set(declared.name, declared.type);
    if (declared.kind === "field" || declared.kind === "indicator" || declared.kind === "classification") {
      const known = members.get(declared.object) ?? new Map<string, Member>();
      if (!known.has(declared.name)) known.set(declared.name, declared);
      members.set(declared.object, known);
    }
  }
  const byId = new Map<string, Declared>();
  for (const declared of all) {
    const id = declaredId(declared);
    if (!byId.has(id)) byId.set(id, declared);
  }
  const declarations = { all, byName, byId, objects, members };
  diagnostics.push(...unknownObjects(declarations));
  return { declarations, diagnostics };
};

const declaredIn = (block: Block, file: string): readonly Declared[] => {
  const at = (name: Name): Place => ({ file, span: name.span, provision: block.provision });
  switch (block.kind) {
    case "object": {
      if (block.name === null) return [];
      const object = block.name.text;
      const fields = new Map<string, Field>();
      const declared: Declared[] = [];
      for (const declaration of block.fields) {
        const name = declaration.name.text;
        const type = typeOfField(declaration.type, `${object}.${name}`);
        if (type === null) continue;
        const field: Field = {
          name,
          type,
          judgedBy:
            declaration.judgedBy === null
              ? null
              : {
                  name: declaration.judgedBy.unstated ? "未明确" : declaration.judgedBy.text,
                  source: declaration.judgedBy.basis[0]?.text ?? null,
                },
          negativeName: declaration.negativeName?.text ?? null,
          description: declaration.description,
        };
        if (!fields.has(name)) fields.set(name, field);
        declared.push({ kind: "field", name, place: at(declaration.name), object, field, negative: false });
        if (declaration.negativeName !== null) {
          declared.push({
            kind: "field",
            name: declaration.negativeName.text,
            place: at(declaration.negativeName),
            object,
            field,
            negative: true,
          });
        }
        if (type.kind === "enumeration" && declaration.type.kind === "enumeration") {
          for (const value of [...declaration.type.values, ...declaration.type.outside]) {
            declared.push({ kind: "value", name: value.text, place: at(value), object, owner: name, type });
          }
        }
      }
      return [
        { kind: "object", name: object, place: at(block.name), type: { name: object, fields } },
        ...declared,
      ];
    }
    case "parameter": {
      if (block.name === null) return [];
      const name = block.name.text;
      const declaredType = block.type === null ? null : typeOfField(block.type, name);
      const type =
        declaredType ??
        (block.unit === null ? parameterType(block.values[0]?.value) : numberInUnit(block.unit.text));
      const regional = block.regional?.text ?? null;
      const values: Declared[] =
        block.type?.kind === "enumeration" && type.kind === "enumeration"
          ? block.type.values.map((value) => ({
              kind: "value",
              name: value.text,
              place: at(value),
              object: "",
              owner: name,
              type,
            }))
          : [];
      return [{ kind: "parameter", name, place: at(block.name), type, regional, block }, ...values];
    }
    case "measures":
      return block.measures.map((measure) => ({ kind: "measure", name: measure.text, place: at(measure) }));
    case "definition":
      return block.definitions.map((definition) => ({
        kind: "definition",
        name: definition.term.text,
        place: at(definition.term),
        definition,
        block,
      }));
    case "indicator":
      return block.indicators.map((indicator) => ({
        kind: "indicator",
        name: indicator.term.text,
        place: at(indicator.term),
        object: indicator.object.text,
        indicator,
        block,
      }));
    case "classification": {
      if (block.term.kind === "missing" || block.object.kind === "missing") return [];
      const term = block.term;
      const object = block.object.text;
      const names = valueNames(block.items);
      const type = classificationType(term.text, block.items, names);
      return [
        { kind: "classification", name: term.text, place: at(term), object, type, block },
        ...(type.kind === "enumeration"
          ? names.map((value): Declared => ({
              kind: "value",
              name: value.text,
              place: at(value),
              object,
              owner: term.text,
              type,
            }))
          : []),
      ];
    }
    case "ranking":
      return block.name === null
        ? []
        : [{ kind: "ranking", name: block.name.text, place: at(block.name), block }];
    case "rule":
      return block.name === null
        ? []
        : [{ kind: "rule", name: block.name.text, place: at(block.name), block }];
    case "exception":
      return block.name === null
        ? []
        : [{ kind: "exception", name: block.name.text, place: at(block.name), block }];
    case "reading":
      return block.quote.kind === "missing"
        ? []
        : [{ kind: "reading", name: block.quote.text, place: at(block.quote), block }];
    case "metadata":
    case "note":
    case "assertion":
    case "boundary":
    case "case":
    case "property":
      return [];
  }
};

const parameterType = (value: Sum | undefined): Type => {
  if (value === undefined) return PURE;
  if (value.kind === "date") return { kind: "date" };
  return value.kind === "number" ? numberInUnit(value.unit?.text ?? null, { share: value.share }) : PURE;
};

/** The names that the items of an 认定 give, each once, in order of appearance. */
const valueNames = (items: readonly Item[]): readonly Name[] => {
  const found = new Map<string, Name>();
  const visit = (item: Item): void => {
    if (item.value?.kind === "names" && item.value.names.length === 1) {
      const name = item.value.names[0]!;
      if (!found.has(name.text)) found.set(name.text, name);
    }
    for (const child of item.items) visit(child);
  };
  for (const item of items) visit(item);
  return [...found.values()];
};

const classificationType = (name: string, items: readonly Item[], names: readonly Name[]): Type => {
  const number = items.find((item) => item.value?.kind === "number")?.value;
  if (number?.kind === "number") return numberInUnit(number.unit?.text ?? null, { share: number.share });
  const type: EnumerationType = {
    kind: "enumeration",
    name,
    values: names.map((value) => value.text),
    ascending: null,
  };
  return type;
};

/**
 * Names with a key in common clash: those of one kind, members and values only within their owner, and
 * everything that gives results, since a result is known by its name.
 */
const clashKeys = (declared: Declared): readonly string[] => {
  const { kind, name } = declared;
  switch (kind) {
    case "field":
      return [`member/${declared.object}/${name}`];
    case "indicator":
    case "classification":
      return [`member/${declared.object}/${name}`, `decision/${name}`];
    case "value":
      return [`value/${declared.object}/${declared.owner}/${name}`];
    // These stand alone in a sentence, so one name for two of them could not be told apart.
    case "object":
    case "parameter":
      return [`standing/${name}`];
    case "definition":
      return [`standing/${name}`, `decision/${name}`];
    case "rule":
    case "ranking":
      return [`decision/${name}`];
    case "measure":
    case "exception":
    case "reading":
      return [`${kind}/${name}`];
  }
};

const duplicate = (declared: Declared, earlier: Declared): Diagnostic =>
  reportResolve(
    "duplicate-name",
    declared.place.file,
    declared.place.span,
    { kind: KIND_NAMES[declared.kind], name: declared.name },
    {
      ...inProvision(declared.place),
      related: [{ file: earlier.place.file, span: earlier.place.span, message: "首次声明在这里" }],
    },
  );

const FIELD_TYPES = "文本、整数、数值、百分比、金额、日期、坐标、是否";

/** What people write for the types that exist. */
const MEANT_TYPES: Readonly<Record<string, string>> = {
  钱: "金额",
  元: "金额",
  货币: "金额",
  价格: "金额",
  数字: "数值",
  数: "数值",
  小数: "数值",
  数量: "整数",
  个数: "整数",
  比例: "百分比",
  比率: "百分比",
  时间: "日期",
  年月日: "日期",
  文字: "文本",
  字符: "文本",
  字符串: "文本",
  布尔: "是否",
  判断: "是否",
  位置: "坐标",
  经纬度: "坐标",
};

/** Objects that a field, 指标 or 认定 names must have been declared. */
const unknownObjects = (declarations: Declarations): readonly Diagnostic[] => {
  const diagnostics: Diagnostic[] = [];
  const known = [...declarations.objects.keys()];
  const check = (object: string, at: Place, span = at.span, advice = "请先用【对象】声明它。"): void => {
    if (declarations.objects.has(object)) return;
    const nearest = nearestName(object, known);
    diagnostics.push(
      reportResolve(
        "unknown-object",
        at.file,
        span,
        { name: object, hint: nearest === null ? "" : `是否指“${nearest}”？`, advice },
        inProvision(at),
      ),
    );
  };
  for (const declared of declarations.all) {
    if (declared.kind === "field" && !declared.negative && declared.field.type.kind === "reference") {
      const { object } = declared.field.type;
      const meant = MEANT_TYPES[object];
      const types = `字段的类型有${FIELD_TYPES}，或者列出各个取值（公立、民营）。`;
      const advice = `${meant === undefined ? "" : `是否指“${meant}”？`}${types}如果它是另一种记录，请先用【对象】声明它。`;
      check(object, declared.place, undefined, advice);
    }
    if (declared.kind === "indicator") check(declared.object, declared.place, declared.indicator.object.span);
    if (declared.kind === "classification")
      check(declared.object, declared.place, declared.block.object.span);
    if (declared.kind === "parameter" && declared.regional !== null) {
      check(declared.regional, declared.place, declared.block.regional?.span);
    }
  }
  return diagnostics;
};

const inProvision = (place: Place): { readonly provision?: string } =>
  place.provision === null ? {} : { provision: place.provision };
