export const f0 = () => fetch("/wards");
export const f1 = () => fetch("/theatres");
