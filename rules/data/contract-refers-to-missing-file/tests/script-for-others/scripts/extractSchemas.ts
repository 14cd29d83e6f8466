write(schemas);
