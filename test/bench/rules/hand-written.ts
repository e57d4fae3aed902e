/** A module of its own, so that the bench can load it afresh for each register. */
export { checkThreeValued } from "./three-valued.ts";
export { checkTwoValued } from "./two-valued.ts";
