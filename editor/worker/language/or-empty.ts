/** An aid of the editor that fails must not stop the page: it is logged, and the answer is empty. */
export const orEmpty = <Answer>(what: string, compute: () => Answer, empty: Answer): Answer => {
  try {
    return compute();
  } catch (error) {
    console.error(`“${what}”未能得出：`, error);
    return empty;
  }
};
