exports.seed = async (knex) => {
  for (const clinic of ["fracture", "glaucoma"]) {
    await knex.raw(`delete from slot where clinic = '${clinic}'`);
  }
};
