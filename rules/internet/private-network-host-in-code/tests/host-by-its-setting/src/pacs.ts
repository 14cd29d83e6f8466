export const label = "images.ward.local";
export const settings = { host: "images.ward.local" };
