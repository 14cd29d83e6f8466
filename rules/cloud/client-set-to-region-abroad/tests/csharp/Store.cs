class Store {
  IAmazonS3 s3 = new AmazonS3Client(RegionEndpoint.USWest2);
}
