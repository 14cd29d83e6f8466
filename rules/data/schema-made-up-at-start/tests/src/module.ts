// ruleid: schema-made-up-at-start
export const database = TypeOrmModule.forRoot({ type: "postgres", synchronize: true });
// ruleid: schema-made-up-at-start
createConnection({ type: "mysql", synchronize: true });
// ok: schema-made-up-at-start
export const settings = { synchronize: true };
