export const GET = async () => Response.json(await wards());
