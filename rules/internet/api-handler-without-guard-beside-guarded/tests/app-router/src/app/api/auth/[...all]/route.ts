export const GET = handlers.get;
