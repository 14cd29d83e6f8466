class Store {
  S3Client s3 = S3Client.builder().region(Region.US_WEST_2).build();
}
