import { ResponseHeadersPolicy } from "aws-cdk-lib/aws-cloudfront";

export const headers = (scope: Construct) =>
  new ResponseHeadersPolicy(scope, "Headers", {
    securityHeadersBehavior: { contentSecurityPolicy: { contentSecurityPolicy: "default-src 'self'", override: true } },
  });
