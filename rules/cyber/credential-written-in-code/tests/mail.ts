export const mail = {
  host: 'mail.example.nhs.uk',
  // review: credential-written-in-code
  password: 'Zx81kLmPq47RtVn2Ws',
  // ok: credential-written-in-code
  publicKey: 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A',
  // ok: credential-written-in-code
  nextToken: 'AAAAbbbbCCCC111122223333',
};

// ok: credential-written-in-code
parts.integrity.token = 'aB3dE6gH9jK2mN5pQ8sT';
