// ruleid: database-driver-in-user-interface
import { PrismaClient } from "@prisma/client";

export async function Beds() {
  const beds = await new PrismaClient().bed.findMany();
  return <ul>{beds.map((bed) => <li key={bed.id}>{bed.name}</li>)}</ul>;
}
