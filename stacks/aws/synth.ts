import { join } from "node:path";
import { App, Aspects } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { createStage } from "./stage.ts";

/** `npm run synth [-- stage]`: the template of a stage, without an account, and what AWS Solutions' rules say of it. */
const root = process.cwd();
const app = new App({ outdir: join(root, ".build/cloud") });
const stack = await createStage(app, { stage: process.argv[2] ?? "synth", root, variables: process.env });
Aspects.of(stack).add(new AwsSolutionsChecks({ verbose: true }));

const artifact = app.synth().getStackArtifact(stack.artifactId);
const findings = artifact.messages.filter(({ level }) => level !== "info");
for (const { level, id, entry } of findings) process.stdout.write(`${level} ${id}: ${String(entry.data)}\n`);
const count = Object.keys((artifact.template as { Resources: object }).Resources).length;
process.stdout.write(`${artifact.templateFullPath}: ${count} resources, ${findings.length} findings\n`);
process.exitCode = findings.length === 0 ? 0 : 1;
