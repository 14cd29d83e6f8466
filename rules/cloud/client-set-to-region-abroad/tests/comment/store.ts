// new S3Client({ region: 'us-west-2' })
