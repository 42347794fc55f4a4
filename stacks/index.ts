import type { Stack } from "aws-cdk-lib";
import type { App } from "sst/constructs";
import * as Aws from "#stacks/aws";

/**
 * Mounts Guichet on an SST app. The stack is CDK's own: SST's would add a function, a role and a policy that nobody
 * here needs and an auditor would ask about. `pageDir` is where the page is built, unless it is elsewhere.
 */
export const mount = (app: App, pageDir?: string): Promise<Stack> =>
  Aws.createStage(app, {
    stage: app.stage,
    root: process.cwd(),
    env: { account: app.account, region: app.region },
    variables: process.env,
    ...(pageDir && { pageDir }),
  });
