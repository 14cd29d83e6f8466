export const schema = {
  nhsNumber: z.string().regex(/^\d{10}$/),
};
