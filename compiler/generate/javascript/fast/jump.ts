/** What is done when a condition is decided: a statement or nothing, and whether it leaves for another place. */
export interface Jump {
  readonly text: string;
  /** False: the code goes on behind the condition. */
  readonly leaves: boolean;
}

/** Where the code goes when a condition is 真, 假, or 不定 on a level (an expression that is 2 or 3). */
export interface Jumps {
  readonly whenTrue: Jump;
  readonly whenFalse: Jump;
  readonly whenOpen: (level: string) => Jump;
}

/** Goes on behind the condition. */
export const GO_ON: Jump = { text: "", leaves: false };

export const leave = (text: string): Jump => ({ text, leaves: true });
export const note = (text: string): Jump => ({ text, leaves: false });

/** The jumps of the opposite condition. */
export const opposite = ({ whenTrue, whenFalse, whenOpen }: Jumps): Jumps => ({
  whenTrue: whenFalse,
  whenFalse: whenTrue,
  whenOpen,
});

/** A condition that is decided by expressions. */
export interface Test {
  /** 真; an expression that is also false where a fact is missing. */
  readonly holds: string;
  /** 假; likewise. Null where only `open` tells it from 不定. */
  readonly fails: string | null;
  /** 不定; null where that cannot be. */
  readonly open: string | null;
  /** 2 or 3, or an expression for it, where it is 不定. */
  readonly level: string;
}

/** Statements that test and jump, shortest form first. */
export const testAndJump = (test: Test, jumps: Jumps): readonly string[] => {
  const { whenTrue, whenFalse } = jumps;
  if (test.open === null) return twoWays(test.holds, test.fails, jumps);
  const open = jumps.whenOpen(test.level);
  if (whenTrue.text === whenFalse.text) return chain([[test.open, open]], whenTrue);
  if (open.text === whenFalse.text) return twoWays(test.holds, null, jumps);
  if (open.text === whenTrue.text) {
    return chain([[test.fails ?? `!(${test.open}) && ${denied(test.holds)}`, whenFalse]], whenTrue);
  }
  const undecided: Branch = [test.open, open];
  if (whenTrue.text !== "") return chain([[test.holds, whenTrue], undecided], whenFalse);
  if (test.fails !== null) return chain([[test.fails, whenFalse], undecided], whenTrue);
  return chain([undecided, [denied(test.holds), whenFalse]], whenTrue);
};

/** A level that was computed: 0 假, 1 真, 2 and 3 不定. */
export const jumpOnLevel = (level: string, { whenTrue, whenFalse, whenOpen }: Jumps): readonly string[] => {
  const open: Branch = [`${level} > 1`, whenOpen(level)];
  if (whenTrue.text === whenFalse.text) return chain([open], whenTrue);
  if (whenTrue.text === "") return chain([[`${level} === 0`, whenFalse], open], whenTrue);
  return chain([[`${level} === 1`, whenTrue], open], whenFalse);
};

/** Where no part decided: 不定 if one of them was open. */
export const jumpWhereOpen = (open: string, whenFalse: Jump, whenOpen: Jump): readonly string[] => {
  if (whenFalse.text === whenOpen.text) return plain(whenFalse);
  if (whenOpen.text === "") return chain([[`${open} === 0`, whenFalse]], GO_ON);
  return chain([[`${open} > 0`, whenOpen]], whenFalse);
};

const twoWays = (holds: string, fails: string | null, { whenTrue, whenFalse }: Jumps): readonly string[] => {
  if (whenTrue.text === whenFalse.text) return plain(whenTrue);
  if (whenTrue.text !== "") return chain([[holds, whenTrue]], whenFalse);
  return chain([[fails ?? denied(holds), whenFalse]], whenTrue);
};

type Branch = readonly [condition: string, jump: Jump];

/** The opposite of an expression; one equation is turned itself. */
export const denied = (holds: string): string => {
  const equation = /^([\p{ID_Continue}]+) === ("(?:[^"\\]|\\.)*"|\d+|true|false)$/u.exec(holds);
  return equation === null ? `!(${holds})` : `${equation[1]} !== ${equation[2]}`;
};

const plain = (jump: Jump): readonly string[] => (jump.text === "" ? [] : [jump.text]);

/** `if … else if … else`, without the branches that do nothing and without `else` behind a branch that leaves. */
const chain = (branches: readonly Branch[], otherwise: Jump): readonly string[] => {
  const lines: string[] = [];
  let joined = false;
  for (const [index, [condition, jump]] of branches.entries()) {
    const rest = [...branches.slice(index + 1).map((branch) => branch[1]), otherwise];
    if (jump.text === "" && rest.every((later) => later.text === "")) return lines;
    lines.push(`${joined ? "else " : ""}if (${condition}) ${block(jump.text)}`);
    joined = !jump.leaves;
  }
  if (otherwise.text !== "") lines.push(joined ? `else ${block(otherwise.text)}` : otherwise.text);
  return lines;
};

/** One statement needs no braces. */
const block = (text: string): string => (text === "" ? "{}" : /^[^;{}]*;$/.test(text) ? text : `{ ${text} }`);
