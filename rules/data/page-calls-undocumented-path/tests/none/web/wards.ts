export const all = () => fetch("/api/wards");
