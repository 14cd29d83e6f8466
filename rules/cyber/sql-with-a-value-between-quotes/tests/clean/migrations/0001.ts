export const up = (unit: string) => `update support set open = 0 where unit = '${unit}'`;
