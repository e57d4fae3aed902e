/**
 * A clause or a fact that columns do not hold: a value of another kind than its type, a key of a kind without an order.
 * The decision that it stands in is left to the interpreter.
 */
export class Unsupported extends Error {}
