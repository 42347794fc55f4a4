export { joinIncident } from "./arrival.ts";
export { IncidentStep, takeWalk } from "./walk.ts";
