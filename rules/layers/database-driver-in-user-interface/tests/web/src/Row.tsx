// ok: database-driver-in-user-interface
import type { Bed } from '@prisma/client';

export const Row = ({ bed }: { bed: Bed }) => <li>{bed.id}</li>;
