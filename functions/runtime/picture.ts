import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from "@aws-sdk/client-s3";
import { type Environment, required } from "./environment.ts";
import { endingInTime } from "./in-time.ts";

/** The bucket of the pictures that may be seen, and of the files that wait to be sent. It forgets each after a day by itself. */
export type Pictures = {
  put(key: string, bytes: Uint8Array, type?: string): Promise<void>;
  /** Undefined when there is none, or none any more. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** Removing what is gone is no error. */
  remove(key: string): Promise<void>;
};

export const createPictures = (options: S3ClientConfig, environment: Environment): Pictures => {
  // Emulators know buckets by the path alone.
  const client = endingInTime(
    new S3Client({ ...options, forcePathStyle: environment.AWS_ENDPOINT_URL_S3 !== undefined }),
  );
  return {
    put: async (Key, Body, ContentType = "image/jpeg") => {
      const Bucket = required(environment, "PICTURE_BUCKET");
      await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType }));
    },
    get: async (Key) => {
      const Bucket = required(environment, "PICTURE_BUCKET");
      try {
        return await (await client.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    remove: async (Key) => {
      const Bucket = required(environment, "PICTURE_BUCKET");
      await client.send(new DeleteObjectCommand({ Bucket, Key }));
    },
  };
};
