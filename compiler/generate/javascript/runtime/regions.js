// @ts-check
/** @import { Scope } from "./candidates.js" */
/** @import { Subject } from "./subjects.js" */
import { nobodyAsked } from "./candidates.js";
import { isOpenRecord } from "./subjects.js";
import { decided, undecidedFor } from "./truth.js";

/** Candidates whose reference `field` is the region. @type {(region: Subject, field: string) => Scope} */
export const inRegion = (region, field) => (context, candidates, environment) => {
  const place = region(context, environment);
  if (isOpenRecord(place)) return nobodyAsked(context, candidates, environment, place);
  return {
    records: context.register.objects.get(candidates.object)?.inRegion(field, place.id) ?? [],
    inScope: (record) => {
      const value = record.fact(field);
      if (value.kind === "open") return undecidedFor(value);
      return decided(
        value.kind === "reference" && value.object === place.object.name && value.id === place.id,
      );
    },
    unasked: null,
  };
};
