export const all = () => fetch("/wards");
