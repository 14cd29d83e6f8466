export const mail = {
  host: 'mail.example.nhs.uk',
  // review: credential-written-in-code
  password: 'Zx81kLmPq47RtVn2Ws',
  // ok: credential-written-in-code
  publicKey: 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A',
  // ok: credential-written-in-code
  nextToken: 'AAAAbbbbCCCC111122223333',
};
