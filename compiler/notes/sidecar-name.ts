/** The file of notes beside a policy: `x.tiaowen` → `x.批注.json`. */
export const sidecarName = (policy: string): string => {
  const folder = policy.lastIndexOf("/") + 1;
  const dot = policy.lastIndexOf(".");
  return `${dot > folder ? policy.slice(0, dot) : policy}.批注.json`;
};
