export const mail = {
  host: 'mail.example.nhs.uk',
  // review: credential-written-in-code
  password: 'Zx81kLmPq47RtVn2Ws',
  // ok: credential-written-in-code
  publicKey: 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A',
  // ok: credential-written-in-code
  nextToken: 'AAAAbbbbCCCC111122223333',
};

const browserSettings = {
  // ok: credential-written-in-code
  apiKey: "AIzaSyB0a1C2d3E4f5G6h7I8j9K0l1M2n3O4p5Q",
  authDomain: "wards.firebaseapp.com",
};
const sameButTurned = {
  authDomain: "wards.firebaseapp.com",
  // ok: credential-written-in-code
  apiKey: "AIzaSyB0a1C2d3E4f5G6h7I8j9K0l1M2n3O4p5Q",
};
const maps = {
  // review: credential-written-in-code
  apiKey: "AIzaSyB0a1C2d3E4f5G6h7I8j9K0l1M2n3O4p5Q",
  region: "uk",
};
// ok: credential-written-in-code
parts.integrity.token = 'aB3dE6gH9jK2mN5pQ8sT';
