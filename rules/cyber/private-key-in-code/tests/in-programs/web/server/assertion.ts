import { SignJWT, importPKCS8 } from "jose";

const KEY = [
  "-----BEGIN PRIVATE KEY-----" +
  "\nInventedForQuestionnairesOpensNothing+SignsNothing/ThisIsNoKey0I\nnventedForQuestionnairesOpensNothing+SignsNothing/ThisIsNoKey0==\n" +
  "-----END PRIVATE KEY-----",
].join("");

export async function assertion(subject: string): Promise<string> {
  const key = await importPKCS8(KEY, "RS512");
  return new SignJWT({ sub: subject }).setProtectedHeader({ alg: "RS512" }).sign(key);
}
