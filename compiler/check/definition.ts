import type { DefinitionBlock, IndicatorBlock } from "../../language/index.ts";
import type { Definition, Indicator } from "../model/ir.ts";
import type { Type } from "../model/type.ts";
import type { DeclaredDefinition, DeclaredIndicator } from "../resolve/declared.ts";
import { nounPhraseOf } from "./candidates.ts";
import { allOf, blockFrame, judged, originOf, type BlockContext, type Frame } from "./context.ts";
import type { DefinitionHead } from "./environment.ts";
import { frontOf } from "./subject.ts";
import { nounCondition } from "./noun.ts";
import { conditionOfPhrase } from "./phrase.ts";
import { asNumber, termOf } from "./term.ts";

/** `X，是指<条件>的<对象>`: a class; `X，是指<对象><条件>`: a statement. */
export const checkDefinition = (block: DefinitionBlock, context: BlockContext): readonly Definition[] =>
  block.definitions.flatMap((definition) => {
    const frame = blockFrame(context, context.quote(definition.basis));
    const origin = originOf(frame, definition.span);
    const name = definition.term.text;
    const noun = nounPhraseOf(definition.phrase, silent(frame));
    if (noun !== null && noun.scope === null && noun.place === null) {
      const inner = judged(frame, noun.noun.object);
      const filter = nounCondition(noun.noun, inner.subject!, inner);
      const said = noun.rest === null ? filter : allOf([filter, conditionOfPhrase(noun.rest, inner)], origin);
      return said === null
        ? []
        : [
            {
              kind: "definition",
              id: name,
              name,
              object: noun.noun.object,
              origin,
              condition: said,
            } satisfies Definition,
          ];
    }
    const front = statementFront(definition.phrase, frame);
    if (front === null || front.base === null) return [];
    const said = front.subject.kind === "constant" ? front.base : allOf([front.subject, front.base], origin);
    return said === null
      ? []
      : [
          {
            kind: "definition",
            id: name,
            name,
            object: front.object,
            origin,
            condition: said,
          } satisfies Definition,
        ];
  });

/** What a 【定义】 names, found without reporting: its own block reports. */
export const definitionHead = (
  declared: DeclaredDefinition,
  context: BlockContext,
): DefinitionHead | null => {
  const frame = silent(blockFrame(context));
  const noun = nounPhraseOf(declared.definition.phrase, frame);
  if (noun !== null) return { object: noun.noun.object, role: "class" };
  const front = statementFront(declared.definition.phrase, frame);
  return front === null ? null : { object: front.object, role: "statement" };
};

/** `<对象>的X，为<算式>`. */
export const checkIndicator = (block: IndicatorBlock, context: BlockContext): readonly Indicator[] =>
  block.indicators.flatMap((indicator) => {
    const object = indicator.object.text;
    if (!context.environment.declarations.objects.has(object)) return [];
    const frame = judged(blockFrame(context, context.quote(indicator.basis)), object);
    const term = termOf(indicator.value, frame);
    const value = term === null ? null : asNumber(term, frame, "指标");
    if (value === null) return [];
    const name = indicator.term.text;
    return [{ kind: "indicator", id: name, name, object, origin: originOf(frame, indicator.span), value }];
  });

export const indicatorType = (declared: DeclaredIndicator, context: BlockContext): Type | null => {
  if (!context.environment.declarations.objects.has(declared.object)) return null;
  const frame = silent(judged(blockFrame(context), declared.object));
  return termOf(declared.indicator.value, frame)?.type ?? null;
};

const statementFront = (
  phrase: DeclaredDefinition["definition"]["phrase"],
  frame: Frame,
): ReturnType<typeof frontOf> => {
  const part = {
    kind: "conditionPart",
    phrases: [phrase],
    head: null,
    closing: "的",
    span: phrase.span,
  } as const;
  return frontOf({ parts: [part], items: [], hints: [], span: phrase.span }, frame);
};

const silent = (frame: Frame): Frame => ({ ...frame, block: { ...frame.block, diagnostics: [], uses: [] } });
