import { RemovalPolicy } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  type DistributionProps,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  type IResponseHeadersPolicyRef,
  OriginRequestPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { BlockPublicAccess, Bucket, BucketEncryption } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { explain } from "./explain.ts";
import type { Settings } from "./settings.ts";

type Options = { settings: Settings; apiHost: string; headers: IResponseHeadersPolicyRef };
export type Site = { bucket: Bucket; distribution: Distribution; origin: string };

/** The page from a private bucket and the API from its gateway, on one origin. */
export const createSite = (scope: Construct, { settings, apiHost, headers }: Options): Site => {
  const bucket = createBucket(scope, settings);
  const api = forwarding(apiHost);
  const distribution = new Distribution(scope, "Site", {
    comment: `Guichet, stage ${settings.stage}`,
    defaultRootObject: "index.html",
    defaultBehavior: {
      origin: S3BucketOrigin.withOriginAccessControl(bucket),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: headers,
      functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: createPageRoutes(scope) }],
    },
    additionalBehaviors: { "/api/*": { ...api, responseHeadersPolicy: headers }, "/webhooks/*": api, "/healthz": api },
    httpVersion: HttpVersion.HTTP2_AND_3,
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    priceClass: PriceClass.PRICE_CLASS_100,
    ...domainOf(scope, settings),
  });
  explain(distribution, [
    { rule: "AwsSolutions-CFR1", reason: "Agents travel, and platforms deliver from where they like." },
    { rule: "AwsSolutions-CFR2", reason: NO_FIREWALL },
    { rule: "AwsSolutions-CFR3", reason: NO_EDGE_LOG },
    ...(settings.domain ? [] : [{ rule: "AwsSolutions-CFR4", reason: DEFAULT_CERTIFICATE }]),
  ]);
  return { bucket, distribution, origin: `https://${settings.domain?.name ?? distribution.distributionDomainName}` };
};

const createBucket = (scope: Construct, { disposable }: Settings): Bucket => {
  const bucket = new Bucket(scope, "Page", {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    removalPolicy: disposable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
  });
  explain(bucket, [
    { rule: "AwsSolutions-S1", reason: "It holds the built page, which is public, and CloudFront alone reads it." },
  ]);
  return bucket;
};

/** Nothing is cached or changed on the way: signatures are over the raw body, and tokens are in headers. */
export const forwarding = (host: string, customHeaders: Record<string, string> = {}): BehaviorOptions => ({
  origin: new HttpOrigin(host, { customHeaders }),
  viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
  allowedMethods: AllowedMethods.ALLOW_ALL,
  cachePolicy: CachePolicy.CACHING_DISABLED,
  originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
  compress: false,
});

/**
 * A path without a dot is a place in the page. An error page would do it too, but for the whole distribution: the
 * API's own 403 and 404 would become pages.
 */
const createPageRoutes = (scope: Construct): EdgeFunction =>
  new EdgeFunction(scope, "PageRoutes", {
    runtime: FunctionRuntime.JS_2_0,
    code: FunctionCode.fromInline(`function handler(event) {
  if (!event.request.uri.includes(".")) event.request.uri = "/index.html";
  return event.request;
}`),
  });

const domainOf = (scope: Construct, { domain }: Settings): Pick<DistributionProps, "domainNames" | "certificate"> =>
  domain
    ? {
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(scope, "Certificate", domain.certificateArn),
      }
    : {};

export const NO_FIREWALL =
  "A web ACL for CloudFront lives in us-east-1 and in most banks is given by a central team; the gateway throttles, webhooks are signed and the API wants a token.";
export const NO_EDGE_LOG =
  "CloudFront's logs keep addresses of people, paths and query strings, which hold sign-in codes and challenges; the gateway logs the route of every call.";
export const DEFAULT_CERTIFICATE =
  "Without a domain of the bank's CloudFront serves its own certificate and fixes the protocol itself. SITE_DOMAIN and SITE_CERTIFICATE_ARN set TLS 1.2.";
