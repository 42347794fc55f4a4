export { type Exercise, exercises, ways } from "./exercise.ts";
export { judge, shortcomings } from "./judge.ts";
export { isFinished, isNew, passedIn } from "./progress.ts";
