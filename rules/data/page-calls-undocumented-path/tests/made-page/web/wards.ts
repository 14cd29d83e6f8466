export const all = () => fetch("/wards");
export const one = (id: string) => fetch(`/beds/${id}`);
