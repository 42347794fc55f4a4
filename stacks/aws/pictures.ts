import { Duration, RemovalPolicy } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { BlockPublicAccess, Bucket, BucketEncryption } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { explain } from "./explain.ts";
import type { Settings } from "./settings.ts";

/**
 * Pictures as agents may see them, under the stage's key. S3 takes a day or two to remove what is a day old; the API
 * counts the 24 hours itself.
 */
export const createPictures = (scope: Construct, key: IKey, { disposable }: Settings): Bucket => {
  const bucket = new Bucket(scope, "Pictures", {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    enforceSSL: true,
    versioned: false,
    lifecycleRules: [{ expiration: Duration.days(1), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    removalPolicy: disposable ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
  });
  explain(bucket, [{ rule: "AwsSolutions-S1", reason: NO_ACCESS_LOG }]);
  return bucket;
};

const NO_ACCESS_LOG =
  "Two functions reach it, and log by conversation what they do; a log of requests would outlive the pictures it names.";
