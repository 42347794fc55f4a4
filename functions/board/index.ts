export { sumHours } from "./hour.ts";
export { project } from "./project.ts";
export { repair } from "./repair.ts";
