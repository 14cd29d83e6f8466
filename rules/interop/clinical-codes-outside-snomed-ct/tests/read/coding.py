SYSTEM = "http://read.info/readv2"
