class Store {
  S3Client s3 = S3Client.builder().region(Region.EU_WEST_2).build();
  S3Client j = S3Client.builder().region(Region.AP_NORTHEAST_1).build();
}
