export const store = new S3Client({ region: process.env.AWS_REGION });
