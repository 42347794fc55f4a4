import { Aws, Duration } from "aws-cdk-lib";
import { CfnResponseHeadersPolicy, type IResponseHeadersPolicyRef } from "aws-cdk-lib/aws-cloudfront";
import type { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import { BucketDeployment, CacheControl, Source } from "aws-cdk-lib/aws-s3-deployment";
import type { Construct } from "constructs";
import * as Headers from "#stacks/headers";
import { explain } from "./explain.ts";
import type { Settings } from "./settings.ts";

type Connections = { settings: Settings; liveOrigin: string };

/** The headers of stacks/headers as CloudFront takes them: five have a field of their own, the others do not. */
export const createHeaders = (scope: Construct, { settings, liveOrigin }: Connections): IResponseHeadersPolicyRef => {
  const headers = new Map(Object.entries(Headers.pageHeaders({ connect: [liveOrigin] })));
  const take = (name: string): string => {
    const value = headers.get(name);
    if (value === undefined) throw new Error(`stacks/headers has no ${name}`);
    headers.delete(name);
    return value;
  };
  return new CfnResponseHeadersPolicy(scope, "PageHeaders", {
    responseHeadersPolicyConfig: {
      name: `guichet-${settings.stage}-${Aws.REGION}`,
      securityHeadersConfig: {
        contentSecurityPolicy: { contentSecurityPolicy: take("content-security-policy"), override: true },
        frameOptions: { frameOption: take("x-frame-options"), override: true },
        referrerPolicy: { referrerPolicy: take("referrer-policy"), override: true },
        strictTransportSecurity: readTransport(take("strict-transport-security")),
        ...(take("x-content-type-options") === "nosniff" && { contentTypeOptions: { override: true } }),
      },
      customHeadersConfig: {
        items: [...headers].map(([header, value]) => ({ header, value, override: true })),
      },
    },
  });
};

const readTransport = (value: string) => ({
  accessControlMaxAgeSec: Number(/max-age=(\d+)/.exec(value)?.[1]),
  includeSubdomains: value.includes("includeSubDomains"),
  override: true,
});

type Upload = { settings: Settings; bucket: Bucket; pageDir: string; log: LogGroup };

/** Files with a hash in their name stay, for pages that are open; the page itself is asked for anew each time. */
export const uploadPage = (scope: Construct, { settings, bucket, pageDir, log }: Upload): void => {
  const common = {
    destinationBucket: bucket,
    prune: false,
    retainOnDelete: !settings.disposable,
    logGroup: log,
    memoryLimit: 512,
  };
  const hashed = new BucketDeployment(scope, "HashedFiles", {
    ...common,
    sources: [Source.asset(pageDir)],
    exclude: ["*"],
    include: ["assets/*"],
    cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()],
  });
  const page = new BucketDeployment(scope, "PageFiles", {
    ...common,
    sources: [Source.asset(pageDir)],
    exclude: ["assets/*"],
    cacheControl: [CacheControl.noCache()],
  });
  page.node.addDependency(hashed);
  explainUploader(page);
};

/** aws-cdk-lib's own uploader, which runs while deploying and holds no data. */
const explainUploader = (deployment: BucketDeployment): void => {
  const role = deployment.handlerRole;
  explain(role, [
    {
      rule: "AwsSolutions-IAM4",
      reason: "The uploader of aws-cdk-lib writes its log by this policy of Lambda's.",
      findings: ["Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"],
    },
  ]);
  explain(role.node.findChild("DefaultPolicy"), [
    {
      rule: "AwsSolutions-IAM5",
      reason:
        "The uploader of aws-cdk-lib reads the files of a deployment and writes those of the page: any file, in these two buckets.",
      findings: [
        "Action::s3:GetObject*",
        "Action::s3:GetBucket*",
        "Action::s3:List*",
        "Action::s3:DeleteObject*",
        "Action::s3:Abort*",
        { regex: "/^Resource::arn:<AWS::Partition>:s3:::cdk-[a-z0-9-]+-assets-.*\\/\\*$/" },
        { regex: "/^Resource::<Page.*\\.Arn>\\/\\*$/" },
      ],
    },
  ]);
  if (role.node.scope) {
    explain(role.node.scope, [
      { rule: "AwsSolutions-L1", reason: "aws-cdk-lib chooses the runtime of its own uploader." },
    ]);
  }
};
