export const f0 = () => fetch("/api/wards");
