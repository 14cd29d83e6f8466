// ruleid: schema-made-up-at-start
sequelize.sync({ alter: true });
// ruleid: schema-made-up-at-start
Ward.sync({ force: true });
// ok: schema-made-up-at-start
sequelize.sync();
