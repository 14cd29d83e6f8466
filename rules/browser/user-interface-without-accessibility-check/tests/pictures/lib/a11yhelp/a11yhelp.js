export const keys = [];
