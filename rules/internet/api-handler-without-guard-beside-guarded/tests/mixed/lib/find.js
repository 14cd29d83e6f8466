export const find = (id) => rows(id);
