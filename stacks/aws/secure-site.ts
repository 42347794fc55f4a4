import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  PriceClass,
  SecurityPolicyProtocol,
} from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";
import * as Headers from "#functions/headers";
import { explain } from "./explain.ts";
import type { Secrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";
import { DEFAULT_CERTIFICATE, forwarding, NO_EDGE_LOG, NO_FIREWALL } from "./site.ts";

type Options = { settings: Settings; apiHost: string; edgeKey: Secrets["EDGE_KEY"] };

/** The page that customers see, on a host of its own: no cookie and no script of it meets the agents'. Answers its origin. */
export const createSecureSite = (scope: Construct, { settings, apiHost, edgeKey }: Options): string => {
  const { secureDomain } = settings;
  const distribution = new Distribution(scope, "SecureSite", {
    comment: `Guichet, stage ${settings.stage}: secure page`,
    defaultBehavior: {
      // A reference that CloudFormation resolves: the value is in no template.
      ...forwarding(apiHost, { [Headers.edge]: edgeKey.secretValue.unsafeUnwrap() }),
      functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: createGate(scope) }],
    },
    httpVersion: HttpVersion.HTTP2_AND_3,
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    priceClass: PriceClass.PRICE_CLASS_100,
    ...(secureDomain && {
      domainNames: [secureDomain.name],
      certificate: Certificate.fromCertificateArn(scope, "SecureCertificate", secureDomain.certificateArn),
    }),
  });
  explain(distribution, [
    { rule: "AwsSolutions-CFR1", reason: "Customers travel." },
    { rule: "AwsSolutions-CFR2", reason: NO_FIREWALL },
    { rule: "AwsSolutions-CFR3", reason: NO_EDGE_LOG },
    ...(secureDomain ? [] : [{ rule: "AwsSolutions-CFR4", reason: DEFAULT_CERTIFICATE }]),
  ]);
  return `https://${secureDomain?.name ?? distribution.distributionDomainName}`;
};

/** The gateway behind it has the agents' API too: from here nothing leads to it. */
const createGate = (scope: Construct): EdgeFunction =>
  new EdgeFunction(scope, "SecureGate", {
    runtime: FunctionRuntime.JS_2_0,
    code: FunctionCode.fromInline(`function handler(event) {
  if (event.request.uri.indexOf("/secure/") === 0) return event.request;
  return { statusCode: 404, statusDescription: "Not Found" };
}`),
  });
