import { DataSource } from "typeorm";

// ruleid: schema-made-up-at-start
export const live = new DataSource({ type: "postgres", synchronize: true });
// ok: schema-made-up-at-start
export const kept = new DataSource({ type: "postgres", synchronize: false });
