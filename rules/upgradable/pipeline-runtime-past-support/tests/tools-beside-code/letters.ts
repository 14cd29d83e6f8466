export const letters = (): string[] => [];
