/** Region and credentials for clients of the emulators, which accept any. */
export const awsVariables = {
  region: "eu-west-3",
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
} as const;
