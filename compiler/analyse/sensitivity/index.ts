export { discretionIndifferent } from "./discretion.ts";
export { parameterSensitivity } from "./parameter-sensitivity.ts";
