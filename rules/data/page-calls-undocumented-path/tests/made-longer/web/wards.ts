export const f0 = () => fetch("/wards");
