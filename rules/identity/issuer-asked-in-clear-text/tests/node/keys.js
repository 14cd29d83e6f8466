const local = jwksClient({ jwksUri: "http://localhost:4000/keys" });
const keys = jwksClient({ jwksUri: "http://sign-in.wards.nhs.uk/keys" });
